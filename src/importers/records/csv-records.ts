import { csvFieldRange, csvFields } from '../../source/records/csv-row.ts'
import { cellsOf } from '../../source/records/csv-scan.ts'
import { type CsvHead, readCsv } from '../../source/records/read-csv.ts'
import type { SourceRange, SourceText } from '../../source/text/source-text.ts'
import {
  contextOfFile,
  type FormatReader,
  type ReadRecords,
  type TakeRecord,
  type TextInPieces,
} from './format-reader.ts'
import type { ExportRecord, RecordFields } from './record.ts'

const namedCsv = /\.(csv|tsv)$/i
const typeLine = /^\ufeff?\s*#TYPE\s+(\S+)/i
const quotedHeader = /^\ufeff?\s*"[A-Za-z][\w .-]*"(?:[,;\t]"[A-Za-z][\w .-]*")+\s*(?:\r?\n|$)/

/** The type that `Export-Csv` of Windows PowerShell writes before the header. */
function typeNameOf(text: string): string | undefined {
  return typeLine
    .exec(text)?.[1]
    ?.toLowerCase()
    .replace(/^(?:(?:selected|deserialized)\.)+/, '')
}

/** What is kept of a row: there may be millions of them. */
interface Row {
  readonly text: string
  readonly line: number
}

type RowRecord = ExportRecord & Row

function fieldsOf(text: string, delimiter: string, indexes: ReadonlyMap<string, number>): RecordFields {
  const cells = cellsOf(text, delimiter)
  const fields = new Map<string, string | undefined>()
  for (const [name, index] of indexes) fields.set(name, cells[index]?.trim() || undefined)
  return fields
}

/** What follows from the text of a row, made when it is asked for, and kept until another row is asked. */
function rowsOf(source: TextInPieces, typeName: string | undefined, { header, delimiter }: CsvHead) {
  const all = csvFields(header).map((name) => name.trim().toLowerCase())
  const columns = [...new Set(all)].filter((name) => name !== '')
  const indexes = new Map(columns.map((name) => [name, all.indexOf(name)]))
  const withheld = source.withheld ? ({ withheld: true } as const) : {}
  // Of the file only the header is kept, in which the names are as they are written.
  const file: SourceText = { name: source.name, text: header.text, firstLine: header.line, ...withheld }
  let last: { readonly row: Row; readonly at: SourceRange; fields?: RecordFields } | undefined
  const made = (row: Row) => {
    if (last?.row === row) return last
    const own: SourceText = { name: source.name, text: row.text, firstLine: row.line, ...withheld }
    last = { row, at: { source: own, start: 0, end: row.text.length } }
    return last
  }
  const shape: Omit<ExportRecord, 'typeName'> & ThisType<RowRecord> = {
    source: file,
    format: 'csv',
    columns,
    context: contextOfFile(file),
    ...(typeName === undefined ? {} : { typeName }),
    get fields() {
      const own = made(this)
      own.fields ??= fieldsOf(this.text, delimiter, indexes)
      return own.fields
    },
    get at() {
      return made(this).at
    },
    rangeOf(field) {
      const { at } = made(this)
      const index = indexes.get(field)
      if (index === undefined) return at
      const place = csvFieldRange(source.name, { ...this, delimiter, count: 0 }, index, delimiter)
      return { ...place, source: at.source }
    },
  }
  // The row has its text and line, and the rest is made of them.
  return (row: Row) => Object.setPrototypeOf(row, shape) as ExportRecord
}

function readRows(source: TextInPieces, start: string, take: TakeRecord): ReadRecords['diagnostics'] {
  const typeName = typeNameOf(start)
  let recordOf: ReturnType<typeof rowsOf> | undefined
  return readCsv(source, ({ text, line }, head) => {
    recordOf ??= rowsOf(source, typeName, head)
    take(recordOf({ text, line }))
  }).diagnostics
}

function readCsvRecords(source: SourceText): ReadRecords {
  const records: ExportRecord[] = []
  const diagnostics = readRows({ ...source, pieces: [source.text] }, source.text, (record) => records.push(record))
  return { records, diagnostics }
}

/** Reads CSV: one record a row, fields by the header. */
export const csvFormat: FormatReader = {
  name: 'CSV',
  recognizes: ({ name, text }) => namedCsv.test(name) || typeLine.test(text) || quotedHeader.test(text),
  read: readCsvRecords,
  readInPieces: readRows,
}
