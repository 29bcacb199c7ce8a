import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { LocatedDocument } from '../source/document/located-document.ts'
import type { SourceRange, SourceText } from '../source/text/source-text.ts'
import { parseGraphSource } from '../tenant/conditional-access/parse-graph-source.ts'
import type { CoverageEntry } from './coverage.ts'
import { contentInPieces, type ExportInPieces, type LongTable } from './export-in-pieces.ts'
import type { Candidate, Claim, Collected, GraphObject } from './graph/collect.ts'
import { collectItems } from './graph/collect-items.ts'
import type { Divide } from './graph/person-template.ts'
import { jsonRecord, pageRecords } from './json-record.ts'
import type { LargePage } from './large-page.ts'
import { exportLimits } from './parse-export.ts'
import { type NamedColumns, withNamedColumns } from './people/named-columns.ts'
import type { Meter } from './reading-limits.ts'
import { type FormatReader, mostDiagnostics } from './records/format-reader.ts'
import type { Sorting } from './taken-records.ts'
import type { Unknown } from './unknown-parts.ts'

/** The context of a JSON record: its file, the sections of the file, and the requested address. */
function contextOf({ document, path, context }: Candidate): string {
  const sections = path.filter((step) => typeof step === 'string' && step.toLowerCase() !== 'value')
  return [document.source.name, ...sections, ...(context === '' ? [] : [context])].join('/')
}

/** What was found so far. */
export interface Gathered {
  readonly sorting: Sorting
  readonly objects: GraphObject[]
  readonly coverage: CoverageEntry[]
  readonly diagnostics: Diagnostic[]
  readonly unknown: Unknown[]
  readonly divide: Divide
  readonly meter: Meter
}

/** Whether a reader of records takes an object of a JSON document. */
export const claimsOf =
  (sorting: Sorting): Claim =>
  (candidate) => {
    const { document, path, value } = candidate
    return sorting.take(jsonRecord(document, path, value, contextOf(candidate)))
  }

/** Adds what was found in documents. */
export function takeFound(
  { objects, coverage, unknown }: Pick<Gathered, 'objects' | 'coverage' | 'unknown'>,
  found: Collected,
): void {
  for (const object of found.objects) objects.push(object)
  coverage.push(...found.coverage)
  for (const { document, path } of found.unknown)
    unknown.push({ at: document.rangeOf(path), whole: found.isUnknown ?? path.length === 0 })
}

/** Reads the objects of a large page one at a time, and keeps no more of the text than needed. */
export function takePage({ sorting, diagnostics, divide, meter, ...gathered }: Gathered, page: LargePage): void {
  const problems: Diagnostic[] = []
  const read = (source: SourceText, found: Diagnostic[] = problems): LocatedDocument | undefined => {
    const parsed = parseGraphSource(source, exportLimits)
    const own = parsed.ok ? parsed.warnings : parsed.diagnostics
    found.push(...own.slice(0, mostDiagnostics - found.length))
    return parsed.ok ? parsed.value : undefined
  }
  const recordOf = pageRecords((source) => read(source, []))
  const claims = (item: LocatedDocument): Claim => {
    const others = claimsOf(sorting)
    return (candidate) =>
      candidate.document === item
        ? sorting.take(recordOf(item, candidate.path, contextOf(candidate)))
        : others(candidate)
  }
  takeFound(gathered, collectItems(page, { read: (item) => read(item), claims, divide, hold: meter.hold }))
  diagnostics.push(...problems)
}

/** Takes the rows of a long table; rows that no reader recognizes are only counted. */
function takeRows({ sorting, diagnostics, unknown }: Gathered, rows: LongTable, columns: NamedColumns): void {
  let [count, missed] = [0, 0]
  let first: SourceRange | undefined
  const found = rows.read((record) => {
    count += 1
    if (sorting.take(withNamedColumns(record, columns))) return
    missed += 1
    first ??= record.at
  })
  for (const diagnostic of found) diagnostics.push(diagnostic)
  if (first !== undefined) unknown.push({ at: first, whole: missed === count, count: missed })
}

/** Takes the page or the table that a long export is; gives back the whole text of another one. */
export function takeInPieces(
  gathered: Gathered,
  source: ExportInPieces,
  formats: readonly FormatReader[],
  columns: NamedColumns,
) {
  const content = contentInPieces({ ...source, pieces: gathered.meter.timed(source) }, formats)
  if (content === undefined) return source.whole()
  if ('page' in content) takePage(gathered, content.page)
  else takeRows(gathered, content.table, columns)
  return undefined
}
