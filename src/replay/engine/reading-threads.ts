import type { LogFile } from '../logs/log-file.ts'
import type { EngineLimits } from './duckdb.ts'
import { longestLine, sizeOfPages } from './duckdb-records.ts'

/** More would not help where the records are grouped, and each takes memory. */
const mostThreads = 4

/** What a thread holds while it reads a log, in bytes: text of twice the longest object, so that one fits into it. */
function bufferOf(file: LogFile): number {
  if (file.shape.kind !== 'json') return longestLine / 2
  return 2 * (file.shape.lines ? longestLine : sizeOfPages([file]))
}

/** What reading one object takes, in sizes of it: its text, twice, and its records in turn. */
const timesOfPage = 9

/** More than that, in MB, would leave the rest of the product too little of 2 GB. */
const mostMemory = 2000

/** The memory that the engine needs for the largest object of some logs, in MB; never less than it has. */
export function memoryFor(files: readonly LogFile[], { memory }: Pick<EngineLimits, 'memory'>): EngineLimits['memory'] {
  const pages = files.filter(({ shape }) => shape.kind === 'json' && !shape.lines)
  const largest = Math.max(0, ...pages.map(({ bytes }) => bytes))
  const needed = Math.min(mostMemory, Math.ceil((timesOfPage * largest) / 1_000_000))
  return `${Math.max(Number.parseInt(memory, 10), needed)}MB`
}

/** How many threads can read logs at a time: what they hold is at most half of the memory, except that of a single one. */
export function readingThreads(
  files: readonly LogFile[],
  { memory }: Pick<EngineLimits, 'memory'>,
  available: number,
): number {
  const buffer = Math.max(1, ...files.map(bufferOf))
  const held = Math.floor((Number.parseInt(memory, 10) * 1_000_000) / 2 / buffer)
  return Math.max(1, Math.min(available, mostThreads, held))
}
