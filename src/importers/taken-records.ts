import type { Fragment, RecordGathering, RecordReader } from './fragment.ts'
import { many } from './many.ts'
import type { Meter } from './reading-limits.ts'
import type { ExportRecord, RecordFields, RecordValue } from './records/record.ts'
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

/** How much memory a record takes for each character of its text, measured. */
const bytesPerCharacter = 6

/** Records of other formats are counted with their file. */
const memoryOf = ({ format, at }: ExportRecord): number =>
  format === 'csv' || format === 'json-lines' ? (at.end - at.start) * bytesPerCharacter : 0

/** The records of one reader: kept until they are read, or until there are very many. */
function recordsOf(
  reader: RecordReader,
  { hold }: Meter,
): TakenRecords & { readonly add: (record: ExportRecord) => void } {
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
      if (reader.gather === undefined) hold(memoryOf(record), () => record.at)
      else if (gathering !== undefined || waiting.length > many) {
        gathering ??= reader.gather()
        hold(gathering.take(waiting), () => record.at)
        waiting = []
      }
    },
    read: () => {
      if (gathering === undefined) return reader.read(inOneOrder(waiting))
      gathering.take(waiting)
      return gathering.finish()
    },
  }
}

/** The fields of a row, which tell when a value of the row is asked for; names are those of the table. */
function observedFields({ fields }: ExportRecord, columns: readonly string[], note: () => void): RecordFields {
  const noted = <Result>(result: Result): Result => {
    note()
    return result
  }
  const names = new Map<string, RecordValue | undefined>(columns.map((name) => [name, undefined]))
  return Object.assign(names, {
    get: (name: string) => (names.has(name) ? noted(fields.get(name)) : undefined),
    values: () => noted(fields.values()),
    entries: () => noted(fields.entries()),
    forEach: (use: Parameters<typeof fields.forEach>[0]) => noted(fields).forEach(use),
    [Symbol.iterator]: () => noted(fields.entries()),
  })
}

/** Whether a decision about a record was made without the values of its row. */
interface Decision {
  readonly reader: RecordReader | undefined
  readonly isOfTable: boolean
}

/** The reader of a row; where only the header was asked for it is the reader of all rows of the table. */
function decide(readers: readonly RecordReader[], record: ExportRecord, columns: readonly string[]): Decision {
  let isOfTable = true
  const noteRow = (): void => {
    isOfTable = false
  }
  const { source, format, typeName, context } = record
  const observed: ExportRecord = {
    ...{ source, format, context, columns, ...(typeName === undefined ? {} : { typeName }) },
    fields: observedFields(record, columns, noteRow),
    get at() {
      noteRow()
      return record.at
    },
    rangeOf: (field) => {
      noteRow()
      return record.rangeOf(field)
    },
  }
  return { reader: readers.find(({ recognizes }) => recognizes(observed)), isOfTable }
}

/** Sorts records by reader; without readers it takes none. */
export function sortingFor(readers: readonly RecordReader[], meter: Meter): Sorting {
  const taken = new Map<RecordReader, ReturnType<typeof recordsOf>>()
  const tables = new Map<readonly string[], Decision>()
  const readerOf = (record: ExportRecord): RecordReader | undefined => {
    const { columns } = record
    if (columns === undefined) return readers.find(({ recognizes }) => recognizes(record))
    const known = tables.get(columns)
    const decision = known?.isOfTable ? known : decide(readers, record, columns)
    tables.set(columns, decision)
    return decision.reader
  }
  return {
    taken,
    take: (record) => {
      const reader = readerOf(record)
      if (reader === undefined) return false
      const known = taken.get(reader) ?? recordsOf(reader, meter)
      taken.set(reader, known)
      known.add(record)
      return true
    },
  }
}
