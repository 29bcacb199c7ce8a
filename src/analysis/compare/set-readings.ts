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

/** Reads each ending once. */
export function readings(): Readings {
  const read = new Map<string, Read>()
  return (played) => {
    const word = played.word()
    const known = word === undefined ? undefined : read.get(word)
    if (known !== undefined) return known
    const reading = readingOfPlayed(played)
    const made = { reading, key: readingKey(reading) }
    if (read.size >= mostKept) read.clear()
    if (word !== undefined) read.set(word, made)
    return made
  }
}
