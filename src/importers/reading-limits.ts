import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import { type SourceRange, startOf } from '../source/text/source-text.ts'
import type { TextInPieces } from './records/format-reader.ts'

/** What reading exports may take of a machine. */
export interface ReadingLimits {
  /** Milliseconds since some moment, of the time that the processor worked; without it time does not count. */
  readonly now?: () => number
  /** How long one file may be read, in milliseconds. */
  readonly milliseconds?: number
  /** How much memory the content of all files may take, as estimated, in bytes. */
  readonly bytes?: number
}

const defaults = { now: () => 0, milliseconds: 30_000, bytes: 900_000_000 } as const satisfies Required<ReadingLimits>

const reason = 'authplan.reading-stopped'

/** To throw where a file must not be read any further. */
type Stopped = Error & { readonly code: typeof reason; readonly diagnostic: Diagnostic }

const stopped = (diagnostic: Diagnostic): Stopped =>
  Object.assign(new Error('reading stopped'), { code: reason, diagnostic } as const)

const isStopped = (thrown: unknown): thrown is Stopped =>
  thrown instanceof Error && 'code' in thrown && thrown.code === reason

/** The result of reading, or why it was stopped. */
export function unlessStopped<Result>(read: () => Result): Result | { readonly stopped: Diagnostic } {
  try {
    return read()
  } catch (thrown) {
    if (!isStopped(thrown)) throw thrown
    return { stopped: thrown.diagnostic }
  }
}

/** Watches what reading takes, and stops it. */
export interface Meter {
  /** Begins to count the time of the next file. */
  readonly begin: () => void
  /** Stops a file that has been read for too long. */
  readonly checkTime: (at: () => SourceRange) => void
  /** Counts memory for something that is kept; stops where it is too much. */
  readonly hold: (bytes: number, at: () => SourceRange) => void
  /** The pieces of a text; between two of them the time is checked. */
  readonly timed: (source: TextInPieces) => Iterable<string>
}

function lineBreaksIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** A meter for one import. */
export function meterFor({ now, milliseconds, bytes }: ReadingLimits = {}): Meter {
  const clock = now ?? defaults.now
  const [most, limit] = [milliseconds ?? defaults.milliseconds, bytes ?? defaults.bytes]
  let [began, held] = [clock(), 0]
  const checkTime: Meter['checkTime'] = (at) => {
    if (clock() - began > most) throw stopped({ code: 'IMP-40', args: { seconds: most / 1000 }, at: at() })
  }
  function* timed({ name, pieces }: TextInPieces): Generator<string> {
    let firstLine = 1
    for (const piece of pieces) {
      const reached = firstLine
      checkTime(() => startOf({ name, text: '', firstLine: reached }))
      yield piece
      firstLine += lineBreaksIn(piece)
    }
  }
  return {
    begin: () => {
      began = clock()
    },
    checkTime,
    hold: (more, at) => {
      held += more
      if (held > limit) throw stopped({ code: 'IMP-41', args: { megabytes: Math.round(limit / 1e6) }, at: at() })
    },
    timed: (source) => ({ [Symbol.iterator]: () => timed(source) }),
  }
}
