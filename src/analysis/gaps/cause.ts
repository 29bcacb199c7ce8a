import { addAll, type Bitmap, common, difference, isEmpty } from '../../classes/bitmap.ts'
import type { ClientName } from '../../vocabulary/requests.ts'
import {
  type Because,
  type Finding,
  type GapCase,
  type GapDetails,
  type GapKind,
  type GapPart,
  type GapPeople,
  type GapSummary,
  type Gaps,
  gapKinds,
  gapSeverities,
} from './result.ts'

/** Kinds of findings that are about their cause: a policy, a missing fact, a default. */
const aboutItsCause: ReadonlySet<GapKind> = new Set([
  'exclusion-uncovered',
  'policy-decides-nothing',
  'policy-shadowed',
  'undetermined',
  'verdict-hangs-on-assumption',
])

const reasonKey = (because: Because): string =>
  'rule' in because ? because.rule : 'event' in because ? JSON.stringify(because) : because.statement

/** The subject of a case if it is neither the user nor the client of its witness; otherwise empty. */
export function ownSubject({ kind, about, witness }: GapCase): string {
  const isWitness = about === witness.client || about === witness.user
  return isWitness && !aboutItsCause.has(kind) ? '' : about
}

/** Details that depend on the user rather than on the cause. */
const ownDetails = ({ kind, details }: GapCase): GapDetails =>
  kind === 'app-password-outlives' ? { ...details, names: [] } : details

/** Equal for cases with the same cause: the policy, missing fact or default itself, otherwise the reasons. */
function causeKey(one: GapCase): string {
  const { kind, severity, way, because, details } = one
  const named = aboutItsCause.has(kind) || (details.policies ?? []).length > 0
  const reasons = named ? [] : because.map(reasonKey)
  return JSON.stringify([kind, severity, way, ownSubject(one), ownDetails(one), reasons])
}

const unique = <T>(items: readonly T[], keyOf: (item: T) => unknown = (item) => item): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

/** Groups items by key, in order of the first occurrence. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string | number): ReadonlyMap<string | number, T[]> {
  const groups = new Map<string | number, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** Merges the people of several cases by kind. */
function merged(people: readonly GapPeople[]): readonly GapPeople[] {
  return [...grouped(people, (one) => one.class).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || same.length === 1) return same
    const users = first.users.slice()
    for (const other of same) addAll(users, other.users)
    return [first.of(users)]
  })
}

const peopleIn = (cases: readonly GapCase[]): readonly GapPeople[] => merged(cases.flatMap(({ people }) => people))

const sizeOf = (people: readonly GapPeople[]): number => people.reduce((sum, { size }) => sum + size, 0)

interface WithClients {
  readonly users: Bitmap
  readonly clients: readonly ClientName[]
}

/** Splits sets of users so that they are disjoint, with all clients of each. */
function addClients(parts: readonly WithClients[], { users, clients }: WithClients): readonly WithClients[] {
  let rest = users
  const split = parts.flatMap((part): readonly WithClients[] => {
    const inside = common(part.users, rest)
    if (isEmpty(inside)) return [part]
    rest = difference(rest, inside)
    const more = { users: inside, clients: unique([...part.clients, ...clients]) }
    const outside = difference(part.users, inside)
    return isEmpty(outside) ? [more] : [more, { ...part, users: outside }]
  })
  return isEmpty(rest) ? split : [...split, { users: rest, clients }]
}

/** Who is affected with which client; users with the same clients are grouped. */
function partsOf(cases: readonly GapCase[]): readonly GapPart[] {
  const all = cases.flatMap(({ people, clients }) => people.map((one) => ({ one, clients })))
  const byKind = [...grouped(all, ({ one }) => one.class).values()].flatMap((rows) => {
    let parts: readonly WithClients[] = []
    for (const { one, clients } of rows) parts = addClients(parts, { users: one.users, clients })
    return parts.flatMap(({ users, clients }) =>
      rows[0] === undefined ? [] : { people: rows[0].one.of(users), clients },
    )
  })
  const keyOf = (clients: readonly ClientName[]): string => JSON.stringify([...clients].sort())
  return [...grouped(byKind, ({ clients }) => keyOf(clients)).values()].map((rows) => ({
    people: rows.map(({ people }) => people),
    clients: rows[0]?.clients ?? [],
  }))
}

const placeKey = ({ origin: { file, line, column } }: GapCase): string => JSON.stringify([file, line, column])

/** Merges cases with the same cause into one finding; undefined if there are none. */
export function findingOf(cases: readonly GapCase[]): Finding | undefined {
  const [first] = cases
  if (first === undefined) return undefined
  const people = peopleIn(cases)
  const names = unique(cases.flatMap(({ details }) => details.names ?? []))
  return {
    ...first,
    people,
    users: sizeOf(people),
    classes: people.map((one) => one.class),
    clients: unique(cases.flatMap(({ clients }) => clients)),
    purposes: unique(cases.flatMap(({ purposes }) => purposes)),
    networks: unique(cases.flatMap(({ networks }) => networks)),
    because: unique(
      cases.flatMap(({ because }) => because),
      reasonKey,
    ),
    origins: unique(cases, placeKey).map(({ origin }) => origin),
    details: names.length === 0 ? first.details : { ...first.details, names },
    parts: partsOf(cases),
    cases,
  }
}

const rank = ({ severity, kind }: Finding): number =>
  gapSeverities.indexOf(severity) * gapKinds.length + gapKinds.indexOf(kind)

/** Sorts by severity, then kind, then number of people and clients; otherwise keeps the order. */
function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) => rank(one) - rank(other) || other.users - one.users || other.cases.length - one.cases.length,
  )
}

/** One finding per cause, most severe first. */
export function findingsByCause(cases: readonly GapCase[]): readonly Finding[] {
  const groups = [...grouped(cases, causeKey).values()]
  return worstFirst(groups.flatMap((group) => findingOf(group) ?? []))
}

/** The number of findings of each kind, most severe first. */
function summaryOf(findings: readonly Finding[]): readonly GapSummary[] {
  return [...grouped(findings, ({ kind }) => kind).values()].flatMap((own): readonly GapSummary[] => {
    const [first] = own
    if (first === undefined) return []
    const count = (severity: Finding['severity']): number => own.filter((one) => one.severity === severity).length
    return [
      {
        kind: first.kind,
        findings: own.length,
        bySeverity: { error: count('error'), warning: count('warning'), note: count('note') },
        users: sizeOf(peopleIn(own)),
        clients: unique(own.flatMap(({ clients }) => clients)).length,
      },
    ]
  })
}

/** The result of a sweep, restricted to these findings. */
export const withFindings = (made: Omit<Gaps, 'findings' | 'summary'>, findings: readonly Finding[]): Gaps => ({
  ...made,
  summary: summaryOf(findings),
  findings,
})
