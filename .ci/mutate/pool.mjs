// A few processes that take jobs one after the other; one that does not answer in time is replaced.
import { fork } from 'node:child_process'
import { join } from 'node:path'

const worker = join(import.meta.dirname, 'worker.mjs')

/** Runs all jobs and gives their answers in order; a job that is not done in its time is answered `timeout`. */
export async function runAll(jobs, { root, workers, words, onDone = () => {} }) {
  const answers = new Array(jobs.length)
  let next = 0
  const lane = async () => {
    let child
    while (next < jobs.length) {
      const at = next
      next += 1
      child ??= fork(worker, words, { cwd: root, execArgv: ['--max-old-space-size=1500'] })
      answers[at] = await answerOf(child, jobs[at])
      onDone(at, answers[at])
      if (answers[at].timeout || answers[at].died) child = undefined
    }
    child?.disconnect()
  }
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, lane))
  return answers
}

function answerOf(child, job) {
  return new Promise((resolve) => {
    const end = (answer) => {
      clearTimeout(timer)
      child.removeAllListeners()
      resolve(answer)
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      end({ timeout: true })
    }, job.timeout)
    child.once('message', end)
    child.once('exit', () => end({ died: true }))
    child.send(job)
  })
}
