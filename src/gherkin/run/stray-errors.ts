import type { EventEmitter } from 'node:events'
import type { RunProblem } from '../reports/run-model.ts'
import { projectPlaceOf } from '../scenario/code-place.ts'
import { problemAt, wordsOf } from './step-files.ts'

/** Uncaught errors of the project's code. */
export interface UncaughtErrors {
  readonly problems: () => readonly RunProblem[]
  /** Waits until all rejections so far have been observed. */
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

const events = ['unhandledRejection', 'uncaughtException'] as const

/** Collects errors that would end the process: a late rejection of a step file, an exception in a timer. */
export function strayErrors(
  cwd: string,
  host: Pick<EventEmitter, 'listenerCount' | 'off' | 'on'> = process,
): UncaughtErrors {
  const found: RunProblem[] = []
  const notice = (thrown: unknown): void => {
    // While a step or hook runs, Cucumber listens too, and the error belongs to that step.
    if (events.some((event) => host.listenerCount(event) > 1)) return
    const message = `uncaught error in the project: ${wordsOf(thrown)}`
    const place = projectPlaceOf(thrown)
    found.push(place === undefined ? { uri: '', line: 1, message, invalid: true } : problemAt(cwd, place, message))
  }
  for (const event of events) host.on(event, notice)
  return {
    problems: () => found,
    settled: () => new Promise((done) => setImmediate(done)),
    stop: () => {
      for (const event of events) host.off(event, notice)
    },
  }
}
