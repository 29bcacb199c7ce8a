// What the checks of the packed product share: running programs, counting what holds, and the work done side by side.
import { spawn } from 'node:child_process'

const totals = { passed: 0, failed: 0 }

/** Runs a program to its end and gives its code and its words. */
export function run(cwd, program, ...words) {
  return new Promise((done, fail) => {
    const child = spawn(program, words, {
      cwd,
      env: { ...process.env, NO_COLOR: '1' },
      shell: process.platform === 'win32',
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), 240_000)
    child.on('error', fail)
    child.on('close', (status) => {
      clearTimeout(timer)
      done({ status, stdout, stderr, text: `${stdout}${stderr}` })
    })
  })
}

/** Counts one check; what does not hold is printed with its words, and the others continue. */
export function expect(what, holds, text = '') {
  totals[holds ? 'passed' : 'failed'] += 1
  console.log(holds ? `ok      ${what}` : `FAILED  ${what}\n${text}`)
  return holds
}

/** The same for what everything after it needs. */
export function demand(what, holds, text) {
  if (!expect(what, holds, text)) throw new Error(`${what}: the other checks need it`)
}

/** Two tasks at a time: more would only wait for each other. */
export async function sideBySide(tasks) {
  const waiting = tasks.values()
  const work = async () => {
    for (const task of waiting) await task()
  }
  await Promise.all([work(), work()])
}

/** What has been counted, in the line that `.ci/test.mjs` reads. */
export function finish(problem) {
  if (problem !== undefined) {
    console.error(`packed: ${problem.message}`)
    if (totals.failed === 0) totals.failed = 1
  }
  console.log(`packed: ${totals.passed} checks passed, ${totals.failed} failed`)
  process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1
}
