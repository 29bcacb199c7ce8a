/** Work in small pieces, so that the page stays alive; each piece says whether there is more. */
export interface Work {
  /** Begins anew; what was under way before is forgotten. */
  readonly start: (piece: () => boolean, done: () => void) => void
  readonly stop: () => void
}

/** One line of work. The first piece is done at once. */
export function work(): Work {
  let turn = 0
  const next = (mine: number, piece: () => boolean, done: () => void): void => {
    if (mine !== turn) return
    if (piece()) setTimeout(() => next(mine, piece, done), 0)
    else done()
  }
  return {
    start: (piece, done) => {
      turn += 1
      next(turn, piece, done)
    },
    stop: () => {
      turn += 1
    },
  }
}
