/** Work in small pieces, so that the page stays alive; each piece says whether there is more. */
export interface Work {
  /** Starts over; what was under way before is forgotten. The first piece is done at once, or after the page was shown. */
  readonly start: (piece: () => boolean, done: () => void, when?: 'now' | 'later') => void
  readonly stop: () => void
}

/** One line of work. */
export function work(): Work {
  let turn = 0
  const next = (mine: number, piece: () => boolean, done: () => void): void => {
    if (mine !== turn) return
    if (piece()) setTimeout(() => next(mine, piece, done), 0)
    else done()
  }
  return {
    start: (piece, done, when = 'now') => {
      turn += 1
      const mine = turn
      if (when === 'now') next(mine, piece, done)
      else setTimeout(() => next(mine, piece, done), 0)
    },
    stop: () => {
      turn += 1
    },
  }
}
