// Candidates that each run in a process of their own and take turns; one that dies takes no other with it.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { bareEnvironment, now, root, spread, warmedUp } from './measure.mjs'

/** What became of a process that ended before it answered. */
function endOf(code, signal, errors) {
  const [, fatal] = /FATAL ERROR: ([^\n]*)/.exec(errors) ?? []
  const [thrown] = /^\w*Error\b[^\n]*/m.exec(errors) ?? []
  return fatal ?? thrown ?? `ended by ${signal ?? `status ${code}`}`
}

/** A script of this folder as a process that answers messages; after its end every answer is `{died}`. */
function started(script, args) {
  const child = fork(join(root, 'bench', script), args, {
    env: bareEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  let ended
  let waiting
  const answer = (message) => {
    const take = waiting
    waiting = undefined
    take?.(message)
  }
  child.stderr.on('data', (text) => {
    errors = (errors + text).slice(-10_000)
  })
  child.on('message', answer)
  child.on('close', (code, signal) => {
    ended = { died: endOf(code, signal, errors) }
    answer(ended)
  })
  const next = () =>
    new Promise((resolve) => {
      if (ended === undefined) waiting = resolve
      else resolve(ended)
    })
  return {
    ready: next,
    ask: (message) => {
      const answered = next()
      if (ended === undefined) child.send(message, () => undefined)
      return answered
    },
    stop: () => child.kill(),
  }
}

/**
 * Microseconds for one call by the name of what was called, for each list of arguments: each is given to a process of its
 * own, which warms up alone; then all processes take turns. A process that died has `{died}` in the place of its figures.
 */
export async function inTurns(script, each, { rounds = 9 } = {}) {
  const processes = []
  for (const args of each) {
    const one = started(script, args)
    processes.push({ one, args, figures: new Map(), ...(await one.ready()) })
  }
  for (let round = 0; round < rounds; round += 1)
    for (const process of processes) {
      if (process.died !== undefined) continue
      const { died, times = {} } = await process.one.ask('round')
      if (died !== undefined) process.died = died
      for (const [name, time] of Object.entries(times))
        process.figures.set(name, [...(process.figures.get(name) ?? []), time])
    }
  for (const { one } of processes) one.stop()
  return processes.map(({ args, died, figures }) => ({
    args,
    ...(died === undefined
      ? { figures: new Map([...figures].map(([name, times]) => [name, spread(times)])) }
      : { died }),
  }))
}

/** The side of the process: warms the candidates up, then runs each once for every message. */
export async function takeTurns(candidates, { share = 100_000 } = {}) {
  const counts = await warmedUp(candidates, share)
  process.on('message', async () => {
    const times = {}
    for (const { name, run } of candidates) {
      const count = counts.get(name)
      const start = now()
      await run(count)
      times[name] = (now() - start) / count
    }
    process.send({ times })
  })
  process.send({ ready: true })
}
