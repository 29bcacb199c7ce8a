import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { compactDiagnostic } from '../../source/diagnostics/render-diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import { csvField, csvFields } from '../../source/records/csv-row.ts'
import { readCsv } from '../../source/records/read-csv.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { problem } from '../scenario/problem.ts'

/** A row of an external examples file, with its line. */
export interface FileRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** The rows of an external examples file. */
export interface FileRows {
  readonly columns: readonly string[]
  readonly rows: readonly FileRow[]
}

/** Reads an examples file in CSV or YAML; rejects one without rows and unknown columns. */
export function readExamples(source: SourceText, name: string, header: readonly string[] | undefined): FileRows {
  const { text } = source
  const read = /\.ya?ml$/i.test(source.name) ? yamlRows(text) : csvRows(name, text)
  if (read.rows.length === 0)
    throw problem(`the file \`${name}\` has no rows, so these Examples do not assert anything`)
  const columns = header ?? read.columns
  for (const column of columns) {
    if (read.columns.includes(column)) continue
    const near = suggest(column, read.columns)
    const help = near === undefined ? `its columns: ${read.columns.join(', ')}` : `did you mean \`${near}\`?`
    throw problem(`the file \`${name}\` has no column \`${column}\`\n  ${help}`)
  }
  return { columns, rows: read.rows }
}

function yamlRows(text: string): FileRows {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const [error] = document.errors
  if (error !== undefined) throw problem(`the file for these Examples is not YAML: ${error.message.split('\n')[0]}`)
  const { contents } = document
  if (!isSeq(contents)) throw problem('a YAML file for Examples must be a list of mappings, one per row')
  const rows = contents.items.map((item) => {
    if (!isMap(item)) throw problem('a YAML file for Examples must be a list of mappings, one per row')
    const cells = item.items.map(({ key, value }): [string, string] => [plain(key), plain(value)])
    return { line: counter.linePos(item.range?.[0] ?? 0).line, cells: Object.fromEntries(cells) }
  })
  return { columns: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))], rows }
}

function plain(node: unknown): string {
  if (!isScalar(node)) throw problem('a cell in a YAML file for Examples must be a plain value')
  return node.source ?? String(node.value)
}

function csvRows(name: string, text: string): FileRows {
  const rows: FileRow[] = []
  const result = readCsv({ name, pieces: [text] }, (row, { header }) => {
    const cells = csvFields(header).map((column, index): [string, string] => [
      column.trim(),
      csvField(row, index).trim(),
    ])
    rows.push({ line: row.line, cells: Object.fromEntries(cells) })
  })
  const [diagnostic] = result.diagnostics
  if (diagnostic !== undefined) throw problem(compactDiagnostic(diagnostic))
  const { head } = result
  return { columns: head === undefined ? [] : csvFields(head.header).map((column) => column.trim()), rows }
}
