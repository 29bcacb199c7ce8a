import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import { type SourceRange, startOf } from '../../source/text/source-text.ts'
import type { UserFile } from '../../tenant/principal-file.ts'
import type { TenantFile } from '../../tenant/tenant-file.ts'
import type { CoverageEntry, CoverageStatus } from '../coverage.ts'
import type { Fragment, StatedDispute, ValueOrigin } from '../fragment.ts'
import { differentValues, fateOf, isCarried, isStatable, placeOfDispute } from '../in-dispute.ts'
import { many as most } from '../many.ts'
import type { RecordView } from './fields.ts'
import { fileOf } from './file-of-statements.ts'
import type { ExportRecord } from './record.ts'
import {
  areMany,
  isSame,
  noPeople,
  type OtherValue,
  type StatedPeople,
  shown,
  statePerson,
  usersOf,
} from './stated-people.ts'

/** One value of a tenant file, with every place that states it. */
export interface Statement {
  readonly path: DocumentPath
  readonly value: unknown
  readonly at: SourceRange
  /** Other values that other records state for the same place. */
  readonly others: OtherValue[]
}

/** A fragment in the making. */
export interface Draft {
  /** The values of everything but people, by place. */
  readonly statements: Map<string, Statement>
  readonly people: StatedPeople
  readonly coverage: CoverageEntry[]
  readonly diagnostics: Diagnostic[]
  /** Objects that were understood and are no longer listed, by file and kind, and problems that are no longer kept. */
  readonly counts: Map<string, CoverageEntry & { readonly count: number }>
  more: number
}

/** A draft that states nothing. */
export function emptyDraft(): Draft {
  return { statements: new Map(), people: noPeople(), coverage: [], diagnostics: [], counts: new Map(), more: 0 }
}

const keyOf = (path: DocumentPath): string => path.map((step) => `${step}`.toLowerCase()).join('\n')

/** States a value at a place of the tenant file; nothing if the value is undefined. */
export function state(draft: Draft, path: DocumentPath, value: unknown, at: SourceRange): void {
  if (value === undefined) return
  const known = path[0] === 'users' ? undefined : draft.statements.get(keyOf(path))
  if (path[0] === 'users') statePerson(draft.people, path, value, at)
  else if (known === undefined) draft.statements.set(keyOf(path), { path, value, at, others: [] })
  else if (!isSame(known.value, value)) known.others.push({ value, at })
}

/** States the value of a field of a record. */
export function stateField(draft: Draft, path: DocumentPath, value: unknown, view: RecordView, field: string): void {
  // Of very many people the place of a record counts.
  const isRow = path[0] === 'users' && areMany(draft.people)
  state(draft, path, value, isRow ? view.record.at : view.record.rangeOf(field))
}

/** A view of a record as its kind; its faults are added to the draft. */
export function viewOf(draft: Draft, record: ExportRecord, kind: string): RecordView {
  return { record, kind, report: (diagnostic) => report(draft, diagnostic) }
}

/** Keeps a diagnostic, of very many only the number. */
function report(draft: Draft, diagnostic: Diagnostic): void {
  if (draft.diagnostics.length < most) draft.diagnostics.push(diagnostic)
  else draft.more += 1
}

/** Notes what happened to a record. */
export function cover(
  draft: Draft,
  { record, kind }: RecordView,
  name: string,
  status: CoverageStatus,
  note?: string,
): void {
  const source = record.source.name
  const entry = { source, kind, name, status, ...(note === undefined ? {} : { note }) }
  if (draft.coverage.length < most) draft.coverage.push(entry)
  else count(draft, { ...entry, name: '' })
}

function count({ counts }: Draft, entry: CoverageEntry): void {
  const key = [entry.source, entry.kind, entry.status, entry.note].join('\n')
  counts.set(key, { ...entry, count: (counts.get(key)?.count ?? 0) + 1 })
}

/** The report on records: of very many the number of those that were understood in each file. */
function coverageOf(draft: Draft): readonly CoverageEntry[] {
  if (draft.counts.size === 0) return draft.coverage
  const isListed = ({ status }: CoverageEntry): boolean => status !== 'understood'
  for (const entry of draft.coverage) if (!isListed(entry)) count(draft, { ...entry, name: '' })
  return [...draft.coverage.filter(isListed), ...draft.counts.values()]
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
  const { users, origins: ofUsers, disputed } = usersOf(draft.people)
  const ordered = [...draft.statements].sort(([one], [other]) => textOrder(one, other))
  const all = [...ordered.map(([, statement]) => statement), ...disputed]
  const certain = all.filter(({ others }) => others.length === 0)
  const open = all.filter(({ others }) => others.length > 0)
  const stated = [...certain, ...open.flatMap(inDispute)]
  const contradictions = open.map(
    (one): CoverageEntry => ({
      source: one.at.source.name,
      kind: 'value',
      name: one.path.join(' · '),
      status: 'not-understood',
      note: `exports contradict each other; ${isInFile(one) ? fateOf.carried : fateOf.leftOut}`,
    }),
  )
  const counted = startOf({ name: draft.diagnostics[0]?.at.source.name ?? '', text: '' })
  const more: readonly Diagnostic[] =
    draft.more === 0 ? [] : [{ code: 'SRC-27', args: { warnings: draft.more }, at: counted }]
  return {
    file: withUsers(fileOf(stated), users),
    disputes: disputesOf(open),
    origins: { [Symbol.iterator]: () => bothOrigins(stated, ofUsers) },
    coverage: [...coverageOf(draft), ...contradictions],
    diagnostics: [...draft.diagnostics, ...more, ...open.map(contradiction)],
  }
}

function* bothOrigins(stated: readonly Statement[], ofUsers: Iterable<ValueOrigin>): Generator<ValueOrigin> {
  for (const { path, at } of stated) yield { path, at }
  yield* ofUsers
}

/** The file with the users about whom records do not contradict each other, in the order of names. */
function withUsers(file: Partial<TenantFile>, users: readonly UserFile[]): Partial<TenantFile> {
  const known = Array.isArray(file.users) ? (file.users as readonly UserFile[]) : []
  if (users.length + known.length === 0) return file
  const nameOf = ({ userPrincipalName: name }: UserFile): string => name.toLowerCase()
  const all = known.length === 0 ? users : [...users, ...known].sort((a, b) => textOrder(nameOf(a), nameOf(b)))
  return { ...file, users: all }
}
