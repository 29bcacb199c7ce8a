import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import type { SourceRange } from '../../source/text/source-text.ts'
import type { CoverageEntry, CoverageStatus } from '../coverage.ts'
import type { Fragment, StatedDispute, ValueOrigin } from '../fragment.ts'
import { differentValues, fateOf, isCarried, isStatable, placeOfDispute } from '../in-dispute.ts'
import type { RecordView } from './fields.ts'
import { fileOf } from './file-of-statements.ts'
import type { ExportRecord } from './record.ts'

/** One value of a tenant file, with every place that states it. */
export interface Statement {
  readonly path: DocumentPath
  readonly value: unknown
  readonly at: SourceRange
  /** Other values that other records state for the same place. */
  readonly others: { readonly value: unknown; readonly at: SourceRange }[]
}

/** A fragment in the making. */
export interface Draft {
  readonly statements: Map<string, Statement>
  readonly coverage: CoverageEntry[]
  readonly diagnostics: Diagnostic[]
}

/** A draft that states nothing. */
export function emptyDraft(): Draft {
  return { statements: new Map(), coverage: [], diagnostics: [] }
}

const keyOf = (path: DocumentPath): string => path.map((step) => `${step}`.toLowerCase()).join('\n')

/** The text by which two values are the same. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** States a value at a place of the tenant file; nothing if the value is undefined. */
export function state(draft: Draft, path: DocumentPath, value: unknown, at: SourceRange): void {
  if (value === undefined) return
  const known = draft.statements.get(keyOf(path))
  if (known === undefined) draft.statements.set(keyOf(path), { path, value, at, others: [] })
  else if (shown(known.value).toLowerCase() !== shown(value).toLowerCase()) known.others.push({ value, at })
}

/** States the value of a field of a record. */
export function stateField(draft: Draft, path: DocumentPath, value: unknown, view: RecordView, field: string): void {
  state(draft, path, value, view.record.rangeOf(field))
}

/** A view of a record as its kind; its faults are added to the draft. */
export function viewOf(draft: Draft, record: ExportRecord, kind: string): RecordView {
  return { record, kind, report: (diagnostic) => draft.diagnostics.push(diagnostic) }
}

/** Notes what happened to a record. */
export function cover(
  draft: Draft,
  { record, kind }: RecordView,
  name: string,
  status: CoverageStatus,
  note?: string,
): void {
  draft.coverage.push({ source: record.source.name, kind, name, status, ...(note === undefined ? {} : { note }) })
}

const textOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const valuesOf = ({ value, others }: Statement): readonly unknown[] =>
  differentValues([value, ...others.map((other) => other.value)])

/** Whether a tenant file can say that exports disagree on it. */
const isInFile = (statement: Statement): boolean => isCarried(statement.path, valuesOf(statement))

function contradiction({ path, value, at, others }: Statement): Diagnostic {
  const field = `${path.at(-1) ?? ''}`
  const what = path.slice(0, -1).at(-1) ?? 'the tenant'
  const places = [{ value, at }, ...others].map((one) => ({ ...one, text: shown(one.value) }))
  const ordered = places.sort((one, other) => textOrder(one.text, other.text))
  const values = [...new Set(ordered.map(({ text }) => text))]
  const [first = { value, at, text: '' }, ...rest] = ordered
  const related = rest.slice(0, 1).map((one) => ({ at: one.at, note: 'contradicts' as const }))
  const isInTenant = isInFile({ path, value, at, others })
  const args = { what: `${what}`, field, values, ...(isInTenant ? {} : { leftOut: true }) }
  return { code: 'IMP-25', args, at: first.at, related }
}

/** What a tenant file can say of a value about which records disagree. */
function inDispute(statement: Statement): readonly Statement[] {
  const values = valuesOf(statement)
  const { path, at } = statement
  const place = placeOfDispute(path, values)
  if (place !== undefined) return [{ path: place, value: values, at, others: [] }]
  return isStatable(path) ? [{ path, value: values[0], at, others: [] }] : []
}

/** The values besides which records state others. */
const disputesOf = (open: readonly Statement[]): readonly StatedDispute[] =>
  open.flatMap((one) => {
    const values = valuesOf(one)
    return placeOfDispute(one.path, values) === undefined && isStatable(one.path) ? [{ path: one.path, values }] : []
  })

/** The fragment of a draft; values about which records disagree stay undetermined. */
export function fragmentOf(draft: Draft): Fragment {
  const all = [...draft.statements].sort(([one], [other]) => textOrder(one, other)).map(([, statement]) => statement)
  const certain = all.filter(({ others }) => others.length === 0)
  const open = all.filter(({ others }) => others.length > 0)
  const stated = [...certain, ...open.flatMap(inDispute)]
  const origins: readonly ValueOrigin[] = stated.map(({ path, at }) => ({ path, at }))
  const contradictions = open.map(
    (one): CoverageEntry => ({
      source: one.at.source.name,
      kind: 'value',
      name: one.path.join(' · '),
      status: 'not-understood',
      note: `exports contradict each other; ${isInFile(one) ? fateOf.carried : fateOf.leftOut}`,
    }),
  )
  return {
    file: fileOf(stated),
    disputes: disputesOf(open),
    origins,
    coverage: [...draft.coverage, ...contradictions],
    diagnostics: [...draft.diagnostics, ...open.map(contradiction)],
  }
}
