import type { Fragment, RecordGathering, RecordReader } from './fragment.ts'
import { many } from './many.ts'
import type { ExportRecord } from './records/record.ts'
import { inOneOrder } from './records/record-order.ts'

/** The records that a reader has recognized; of very many it may have read some. */
export interface TakenRecords {
  readonly count: number
  readonly read: () => Fragment
}

/** Records by the reader that recognizes them. */
export interface Sorting {
  /** Passes a record to the first reader that recognizes it; false if there is none. */
  readonly take: (record: ExportRecord) => boolean
  readonly taken: ReadonlyMap<RecordReader, TakenRecords>
}

/** The records of one reader: kept until they are read, or until there are very many. */
function recordsOf(reader: RecordReader): TakenRecords & { readonly add: (record: ExportRecord) => void } {
  let waiting: ExportRecord[] = []
  let gathering: RecordGathering | undefined
  let count = 0
  return {
    get count() {
      return count
    },
    add: (record) => {
      count += 1
      waiting.push(record)
      if (waiting.length <= many || reader.gather === undefined) return
      gathering ??= reader.gather()
      gathering.take(waiting)
      waiting = []
    },
    read: () => {
      if (gathering === undefined) return reader.read(inOneOrder(waiting))
      gathering.take(waiting)
      return gathering.finish()
    },
  }
}

/** Sorts records by reader; without readers it takes none. */
export function sortingFor(readers: readonly RecordReader[]): Sorting {
  const taken = new Map<RecordReader, ReturnType<typeof recordsOf>>()
  return {
    taken,
    take: (record) => {
      const reader = readers.find(({ recognizes }) => recognizes(record))
      if (reader === undefined) return false
      const known = taken.get(reader) ?? recordsOf(reader)
      taken.set(reader, known)
      known.add(record)
      return true
    },
  }
}
