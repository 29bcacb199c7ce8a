import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { csvFields } from '../../source/records/csv-row.ts'
import { readCsv } from '../../source/records/read-csv.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { columnName } from '../reduction/dialect.ts'
import { everyDimension } from '../reduction/dimensions.ts'
import type { Shape, ShapeSource } from './shape-source.ts'

type Row = Readonly<Record<string, string>>

/** The shapes of a file, or that they were made for another state of the tenant. */
export type SavedShapes = Loaded<ShapeSource> | 'made for another'

function rowsOfJson(text: string): readonly Row[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value)) return undefined
    return value.map((row: unknown) =>
      Object.fromEntries(Object.entries(Object(row)).map(([name, cell]) => [name, String(cell ?? '')])),
    )
  } catch {
    return undefined
  }
}

interface Table {
  readonly rows: readonly Row[]
  readonly diagnostics: readonly Diagnostic[]
}

function rowsOfCsv({ name, text }: SourceText): Table {
  const rows: Row[] = []
  const { diagnostics } = readCsv({ name, pieces: [text] }, (row, { header }) => {
    const cells = csvFields(row)
    rows.push(Object.fromEntries(csvFields(header).map((heading, index) => [heading.trim(), cells[index] ?? ''])))
  })
  return { rows, diagnostics }
}

function shapeOf(row: Row, index: number): Shape {
  const values = everyDimension((name) => row[columnName(name)] ?? '')
  const number = (name: string): number => Number(row[name] ?? 0)
  return {
    index,
    values,
    signIns: number('signIns'),
    people: number('people'),
    first: number('first'),
    last: number('last'),
    witness: row['witness'] ?? '',
    application: row['application'] ?? '',
    resource: row['resource'] ?? '',
  }
}

/** Shapes alone do not tell whether several of them have people in common. */
function sourceOf(shapes: readonly Shape[]): ShapeSource {
  const people = (shape: number): number => shapes[shape]?.people ?? 0
  return {
    shapes,
    broken: [],
    countPeople: async (groups) =>
      groups.map((group) => ({
        people: group.reduce((most, shape) => Math.max(most, people(shape)), 0),
        most: group.reduce((sum, shape) => sum + people(shape), 0),
      })),
    namePeople: async () => [],
  }
}

/**
 * Reads shapes that an engine elsewhere computed; they are only valid for the tenants that their query was printed for.
 */
export function savedShapes(source: SourceText, made: string): SavedShapes {
  const json = source.text.trimStart().startsWith('[') ? rowsOfJson(source.text) : undefined
  const { rows, diagnostics } = json === undefined ? rowsOfCsv(source) : { rows: json, diagnostics: [] }
  if (diagnostics.length > 0) return { ok: false, diagnostics }
  if (rows.length === 0 || rows.some((row) => row['made'] !== made)) return 'made for another'
  return { ok: true, value: sourceOf(rows.map(shapeOf)), warnings: [] }
}
