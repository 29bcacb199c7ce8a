import type { SetPlayed } from '../../simulate/play-sets.ts'
import type { CellReading } from '../population/results.ts'
import { readingKey } from './cell-reading.ts'
import { readingOfPlayed } from './played-sets.ts'

/** How a sign-in ends, and a key that is equal for sign-ins that end the same way. */
export interface Read {
  readonly reading: CellReading
  readonly key: string
}

/** Reads how sign-ins of one engine at one instant end. */
export type Readings = (played: SetPlayed) => Read

/** How many endings are kept: those of a kind with one client are asked for together. */
const mostKept = 2_000

/** Whether policies are named that may be others for other users of a set. */
export const namesPolicies = ({ reading }: Pick<Read, 'reading'>): boolean =>
  reading.legs.some(({ verdict }) => verdict.kind === 'blocked')

/** Reads each ending once. */
export function readings(): Readings {
  const read = new Map<string, Read>()
  return (played) => {
    const word = played.word()
    if (word === undefined) return readOf(played)
    const known = read.get(word.what)
    if (known !== undefined && !namesPolicies(known)) return known
    const byName = `${word.what}\u0002${word.by}`
    const same = known && read.get(byName)
    if (same !== undefined) return same
    const made = readOf(played)
    if (read.size >= mostKept) read.clear()
    read.set(word.what, made)
    if (namesPolicies(made)) read.set(byName, made)
    return made
  }
}

function readOf(played: SetPlayed): Read {
  const reading = readingOfPlayed(played)
  return { reading, key: readingKey(reading) }
}
