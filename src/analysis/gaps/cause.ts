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

/** Kinds whose cause is what they are about: a policy, a missing fact, a default. */
const aboutItsCause: ReadonlySet<GapKind> = new Set([
  'exclusion-uncovered',
  'policy-decides-nothing',
  'policy-shadowed',
  'undetermined',
  'verdict-hangs-on-assumption',
])

const reasonKey = (because: Because): string =>
  'rule' in because ? because.rule : 'event' in because ? JSON.stringify(because) : because.statement

/** What a case is about, where that is not the user or the client of its witness; else an empty text. */
export function ownSubject({ kind, about, witness }: GapCase): string {
  const isWitness = about === witness.client || about === witness.user
  return isWitness && !aboutItsCause.has(kind) ? '' : about
}

/** Details that belong to the user and not to the cause. */
const ownDetails = ({ kind, details }: GapCase): GapDetails =>
  kind === 'app-password-outlives' ? { ...details, names: [] } : details

/** Equal for cases with the same cause. A policy, a missing fact or a default is the cause itself, otherwise the reasons are. */
function causeKey(one: GapCase): string {
  const { kind, severity, way, because, details } = one
  const named = aboutItsCause.has(kind) || (details.policies ?? []).length > 0
  const reasons = named ? [] : because.map(reasonKey)
  return JSON.stringify([kind, severity, way, ownSubject(one), ownDetails(one), reasons])
}

const unique = <T>(items: readonly T[], keyOf: (item: T) => unknown = (item) => item): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

/** Items under a key each, in the order in which the keys were met. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string | number): ReadonlyMap<string | number, T[]> {
  const groups = new Map<string | number, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** Everyone in some cases, those of a kind together. */
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

/** Disjoint sets of users with all clients of each. */
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

/** Who with which client: users with the same clients stand together. */
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

/** One finding out of cases with one cause; undefined if there are none. */
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

/** The worst first: by severity, by kind, then what concerns the most people and clients; else as they were met. */
function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) => rank(one) - rank(other) || other.users - one.users || other.cases.length - one.cases.length,
  )
}

/** One finding for each cause, the worst first. */
export function findingsByCause(cases: readonly GapCase[]): readonly Finding[] {
  const groups = [...grouped(cases, causeKey).values()]
  return worstFirst(groups.flatMap((group) => findingOf(group) ?? []))
}

/** How much was found of each kind, in the order of the worst of it. */
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

/** What a sweep found with these findings alone. */
export const withFindings = (made: Omit<Gaps, 'findings' | 'summary'>, findings: readonly Finding[]): Gaps => ({
  ...made,
  summary: summaryOf(findings),
  findings,
})
