import type { Progress, Watch } from '../vocabulary/progress.ts'

/** The last line of a terminal, which is written over. */
export interface StatusLine {
  readonly show: (line: string) => void
  /** Takes the line away, before something else is written. */
  readonly clear: () => void
  /** Takes the line away for good. */
  readonly stop: () => void
}

const eraseLine = '\r\u001b[K'

/** A status line on a terminal. */
export function statusLine(write: (text: string) => void): StatusLine {
  let shown = false
  let stopped = false
  const clear = (): void => {
    if (shown) write(eraseLine)
    shown = false
  }
  return {
    show: (line) => {
      if (stopped) return
      write(`${eraseLine}${line}`)
      shown = true
    },
    clear,
    stop: () => {
      clear()
      stopped = true
    },
  }
}

/** What takes no longer than this is not worth a word. */
const patience = 1000
const showEvery = 200

const count = (value: number, noun: string): string =>
  `${value.toLocaleString('en-US')} ${noun}${value === 1 ? '' : 's'}`

function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 120) return `about ${seconds} s left`
  return `about ${Math.ceil(seconds / 60)} min left`
}

/** One line that says how far the work is; `worked` is how long the present part of it has taken. */
export function progressWords({ users, ofUsers, paths, share }: Progress, worked: number): string {
  if (ofUsers === undefined) return `${count(users, 'user')} read`
  const done = share ?? (ofUsers === 0 ? 1 : users / ofUsers)
  const signIns = paths === undefined ? [] : [count(paths, 'path')]
  const left = done > 0 && worked > 0 ? [timeLeft((worked * (1 - done)) / done)] : []
  return [`${users.toLocaleString('en-US')} of ${count(ofUsers, 'user')}`, ...signIns, ...left].join(', ')
}

/** Shows how far a command is once it has taken more than a second, five times a second at most. */
export function watchOn(line: Pick<StatusLine, 'show'>, now: () => number): Watch {
  const started = now()
  let playingSince: number | undefined
  let shownAt = started + patience - showEvery
  return (progress) => {
    const at = now()
    if (progress.ofUsers === undefined) playingSince = undefined
    else playingSince ??= at
    if (at - started < patience || at - shownAt < showEvery) return
    shownAt = at
    line.show(progressWords(progress, at - (playingSince ?? at)))
  }
}
