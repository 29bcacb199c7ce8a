import { type CsvRow, csvFieldRange, csvFields } from '../../source/records/csv-row.ts'
import { type CsvHead, readCsv } from '../../source/records/read-csv.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { contextOfFile, type FormatReader, type ReadRecords } from './format-reader.ts'
import type { ExportRecord } from './record.ts'

const namedCsv = /\.(csv|tsv)$/i
const typeLine = /^\ufeff?\s*#TYPE\s+(\S+)/i
const quotedHeader = /^\ufeff?\s*"[A-Za-z][\w .-]*"(?:[,;\t]"[A-Za-z][\w .-]*")+\s*(?:\r?\n|$)/

/** The type that `Export-Csv` of Windows PowerShell writes before the header. */
function typeNameOf({ text }: SourceText): string | undefined {
  return typeLine
    .exec(text)?.[1]
    ?.toLowerCase()
    .replace(/^(?:(?:selected|deserialized)\.)+/, '')
}

interface Columns {
  readonly names: readonly string[]
  readonly indexes: ReadonlyMap<string, number>
}

function columnsOf(head: CsvHead): Columns {
  const names = csvFields(head.header).map((name) => name.trim().toLowerCase())
  return { names, indexes: new Map(names.map((name, index) => [name, index] as const).toReversed()) }
}

function recordOf(
  source: SourceText,
  typeName: string | undefined,
  row: CsvRow,
  { names, indexes }: Columns,
): ExportRecord {
  const cells = csvFields(row)
  const cellOf = (name: string): string | undefined => {
    const cell = cells[indexes.get(name) ?? -1]?.trim()
    return cell === '' ? undefined : cell
  }
  const whole = { source: { name: source.name, text: row.text, firstLine: row.line }, start: 0, end: row.text.length }
  return {
    source,
    format: 'csv',
    fields: new Map(names.filter((name) => name !== '').map((name) => [name, cellOf(name)])),
    ...(typeName === undefined ? {} : { typeName }),
    context: contextOfFile(source),
    at: whole,
    rangeOf: (field) => {
      const index = indexes.get(field)
      return index === undefined ? whole : csvFieldRange(source.name, row, index, row.delimiter)
    },
  }
}

function readCsvRecords(source: SourceText): ReadRecords {
  const typeName = typeNameOf(source)
  const records: ExportRecord[] = []
  let columns: Columns | undefined
  const { diagnostics } = readCsv({ name: source.name, pieces: [source.text] }, (row, head) => {
    columns ??= columnsOf(head)
    records.push(recordOf(source, typeName, row, columns))
  })
  return { records, diagnostics }
}

/** Reads CSV: one record a row, fields by the header. */
export const csvFormat: FormatReader = {
  name: 'CSV',
  recognizes: ({ name, text }) => namedCsv.test(name) || typeLine.test(text) || quotedHeader.test(text),
  read: readCsvRecords,
}
