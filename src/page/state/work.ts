import { printing } from './printing.ts'

/** Work in small pieces, so that the page stays alive; each piece says whether there is more. */
export interface Work {
  /** Starts over; what was under way before is forgotten. The first piece is done at once, or after the page was shown. */
  readonly start: (piece: () => boolean, done: () => void, when?: 'now' | 'later') => void
  readonly stop: () => void
}

/** One line of work. */
export function work(): Work {
  let goOn: (() => boolean) | undefined
  const stop = (): void => {
    if (goOn !== undefined) printing.underWay.delete(goOn)
    goOn = undefined
  }
  const next = (mine: () => boolean): void => {
    if (mine === goOn && mine()) setTimeout(() => next(mine), 0)
  }
  return {
    start: (piece, done, when = 'now') => {
      stop()
      const mine = (): boolean => {
        if (piece()) return true
        if (mine === goOn) stop()
        done()
        return false
      }
      goOn = mine
      printing.underWay.add(mine)
      if (when === 'now') next(mine)
      else setTimeout(() => next(mine), 0)
    },
    stop,
  }
}

/** Milliseconds of work before the page is given back to its reader. */
const perPiece = 12

/** A piece of some tasks in order: as many as fit in a few milliseconds. */
export function inPieces(tasks: readonly (() => void)[]): () => boolean {
  let next = 0
  return () => {
    for (const end = performance.now() + perPiece; next < tasks.length && performance.now() < end; next += 1)
      tasks[next]?.()
    return next < tasks.length
  }
}

/** Steps of a generator, as many as fit in a few milliseconds; the last of them, or what it returned. */
export function someSteps<Step, Made>(steps: Generator<Step, Made>): IteratorResult<Step, Made> {
  const end = performance.now() + perPiece
  let step = steps.next()
  while (step.done !== true && performance.now() < end) step = steps.next()
  return step
}
