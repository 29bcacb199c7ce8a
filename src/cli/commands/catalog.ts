import { catalogTables, type TableName, tableNames } from '../../catalog/index.ts'
import type { Row } from '../../catalog/row.ts'
import { jsonText } from '../../report/json/json.ts'
import { type Grid, renderAligned } from '../../report/tables/aligned-table.ts'
import { tableLooks } from '../../report/tables/catalog-looks.ts'
import { csvText } from '../../report/tables/csv.ts'
import { markdownTable, markdownText } from '../../report/tables/markdown-escape.ts'
import { sources } from '../../vocabulary/citations.ts'
import type { DefineCommand } from '../define-command.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { newCommand } from '../new-command.ts'
import { oneOf } from '../usage.ts'

const formats = ['table', 'json', 'csv', 'markdown'] as const
type CatalogFormat = (typeof formats)[number]

/** `authplan catalog`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'catalog', {
    notes: `Tables: ${tableNames.join(', ')}.`,
    examples: [
      { line: 'authplan catalog', says: 'list the tables' },
      { line: 'authplan catalog clients', says: 'every client a tenant file can name by id' },
      {
        line: 'authplan catalog timeline -f json',
        says: 'everything known about each dated change, with its source',
      },
    ],
  })
  command.argument('[TABLE]', 'the name of a table')
  addFormatOption(command, formats, 'table')
  return command.action(async (word: string | undefined, options: { readonly format?: readonly string[] }) => {
    const targets = readFormats(options.format, formats, 'table')
    const name = word === undefined ? undefined : oneOf('table', word, tableNames)
    const rows = name === undefined ? tableOfTables() : catalogTables[name]
    await emit(environment, targets, (format) => render(format, name, rows))
    exit(0)
  })
}

interface ListedTable extends Omit<Row, 'citation'> {
  readonly says: string
  readonly rows: number
}

function tableOfTables(): readonly ListedTable[] {
  return tableNames.map((id) => ({ id, says: tableLooks[id].says, rows: catalogTables[id].length }))
}

type AnyRow = Row | ListedTable

function render(format: CatalogFormat, name: TableName | undefined, rows: readonly AnyRow[]): string {
  if (format === 'json')
    return jsonText(name === undefined ? { tables: [...plain(rows)] } : { table: name, rows: [...plain(rows)] })
  const fields = rows.map(fieldsOf)
  const every = [...new Set(fields.flatMap((row) => Object.keys(row)))]
  if (format === 'csv') return csvText([every, ...gridOf(fields, every).rows])
  const chosen =
    name === undefined ? every : ['id', ...tableLooks[name].columns.filter((column) => every.includes(column))]
  const grid = gridOf(fields, name === undefined ? chosen : [...chosen, 'source'])
  return format === 'markdown' ? markdownOf(grid) : renderAligned(grid)
}

function markdownOf({ headings, rows }: Grid): string {
  const cells = rows.map((row) => row.map(markdownText))
  return `${markdownTable(headings, cells).join('\n')}\n`
}

/** The rows as the contract gives them: each citation with the page it names. */
function plain(rows: readonly AnyRow[]) {
  return rows.map((row) => {
    // Rows are plain data: strings, numbers, booleans, lists and records of them.
    const data = JSON.parse(JSON.stringify(row)) as Record<string, string>
    if (!('citation' in row)) return data
    const { title, url, read } = sources[row.citation.source]
    return { ...data, citation: { ...row.citation, title, url, read } }
  })
}

function fieldsOf(row: AnyRow): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(row)) if (key !== 'citation') fields[key] = cellOf(value)
  if ('citation' in row) {
    const { url, read } = sources[row.citation.source]
    Object.assign(fields, { source: row.citation.source, url, read })
  }
  return fields
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(cellOf).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

function gridOf(rows: readonly Readonly<Record<string, string>>[], columns: readonly string[]): Grid {
  return { headings: columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) }
}
