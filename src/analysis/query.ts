import { suggest } from '../source/suggest.ts'
import { auditTrails, verifiers, workloadNames } from '../vocabulary/actors.ts'
import { credentials, secondFactors } from '../vocabulary/credentials.ts'
import { protocols } from '../vocabulary/protocols.ts'
import { legNames, purposes } from '../vocabulary/requests.ts'
import type { Cell, Counted, Group, LegReading, UserClass } from './results.ts'

type Values = readonly string[]

const one = (value: string | undefined): Values => (value === undefined ? [] : [value])

/** What can be asked of a leg. */
const legKeys = {
  leg: ({ leg }) => [leg],
  credential: ({ verdict }) => ('credential' in verdict ? [verdict.credential] : []),
  verifier: ({ verdict }) => ('verifier' in verdict ? [verdict.verifier] : []),
  'second-factor': ({ verdict }) => ('secondFactor' in verdict ? [verdict.secondFactor] : []),
  'second-factor-by': ({ verdict }) => ('secondFactorBy' in verdict ? one(verdict.secondFactorBy) : []),
  rule: ({ verdict }) => one(verdict.rule),
  policy: ({ verdict }) => (verdict.kind === 'blocked' ? verdict.policies : []),
  error: ({ verdict }) => ('error' in verdict ? one(verdict.error) : []),
  missing: ({ verdict }) => (verdict.kind === 'undetermined' ? verdict.missing : []),
  'relying-party': ({ relyingParty }) => [relyingParty],
  protocol: ({ protocol }) => [protocol],
  audit: ({ audit }) => audit,
} as const satisfies Readonly<Record<string, (leg: LegReading) => Values>>

/** What can be asked of a whole session. */
const sessionKeys = {
  verdict: ({ verdict }) => [verdict.kind],
  client: ({ request }) => [request.client],
  purpose: ({ request }) => [request.purpose],
  network: ({ request }) => [request.network],
  prompts: ({ prompts }) => [String(prompts)],
  user: ({ request }) => [request.user],
} as const satisfies Readonly<Record<string, (cell: Cell) => Values>>

type LegKey = keyof typeof legKeys
type SessionKey = keyof typeof sessionKeys

/** What sign-ins can be filtered and grouped by. */
export type QueryKey = LegKey | SessionKey

/** All keys, those of a session first. */
// Object.keys of a literal are its keys, which its type cannot say.
export const queryKeys = [...Object.keys(sessionKeys), ...Object.keys(legKeys)] as readonly QueryKey[]

const verdictKinds = [
  'signs-in',
  'conflict',
  'several-credentials',
  'blocked',
  'cannot-sign-in',
  'refused',
  'undetermined',
]

/** Values that a key can have whatever the tenant; the others are known only from its sign-ins. */
const closedValues: { readonly [Key in QueryKey]?: Values } = {
  verdict: verdictKinds,
  purpose: purposes,
  leg: legNames,
  credential: credentials,
  verifier: verifiers,
  'second-factor': secondFactors,
  'relying-party': workloadNames,
  protocol: protocols,
  audit: auditTrails,
}

/** One condition: the key has, or has not, this value. */
export interface Condition {
  readonly key: QueryKey
  readonly value: string
  readonly negated: boolean
}

/** A query that could not be understood: what is wrong, and what may have been meant. */
export interface QueryProblem {
  readonly message: string
  readonly help: string
}

/** A query, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly QueryProblem[] }

const list = (words: Values): string => words.map((word) => `\`${word}\``).join(', ')

function unknown(what: string, word: string, known: Values): QueryProblem {
  const near = suggest(word, known)
  const meant = near === undefined ? '' : `did you mean \`${near}\`? `
  const shown = known.slice(0, 20)
  return {
    message: `unknown ${what} \`${word}\``,
    help: `${meant}one of ${list(shown)}${known.length > 20 ? ' ...' : ''}`,
  }
}

/** A key by its name, case ignored. */
export function readKey(text: string): Parsed<QueryKey> {
  const key = queryKeys.find((name) => name === text.trim().toLowerCase())
  return key === undefined ? { ok: false, problems: [unknown('key', text, queryKeys)] } : { ok: true, value: key }
}

/** Values that a key has in some sign-ins. */
function valuesIn(cells: Iterable<Cell>, key: QueryKey): Values {
  const values = new Set(closedValues[key])
  for (const cell of cells) for (const value of valuesOf(cell, key)) values.add(value)
  return [...values]
}

/** Every value that a key has in one sign-in. */
export function valuesOf(cell: Cell, key: QueryKey): Values {
  if (isLegKey(key)) return [...new Set(cell.legs.flatMap(legKeys[key]))]
  return sessionKeys[key](cell)
}

const isLegKey = (key: QueryKey): key is LegKey => key in legKeys

function readCondition(text: string, cells: Iterable<Cell>, also: Names): Parsed<Condition> {
  const found = /^([^=!]*)(!?=)(.*)$/.exec(text)
  if (found === null)
    return {
      ok: false,
      problems: [
        {
          message: `\`${text}\` is no condition`,
          help: 'write `key=value` or `key!=value`: `credential=app-password`',
        },
      ],
    }
  const [, name = '', operator, word = ''] = found
  const key = readKey(name)
  if (!key.ok) return key
  const known = [...valuesIn(cells, key.value), ...(also[key.value] ?? [])]
  const wanted = word.trim().toLowerCase()
  const value = known.find((one) => one.toLowerCase() === wanted)
  if (value === undefined) return { ok: false, problems: [unknown(`${key.value}`, word, known)] }
  return { ok: true, value: { key: key.value, value, negated: operator === '!=' } }
}

/** Names that a tenant knows even where no sign-in has them. */
export type Names = { readonly [Key in QueryKey]?: Values }

/**
 * Reads `key=value` and `key!=value`; a value must be one that the key can have, or has in these sign-ins, which are
 * gone through once for each condition.
 */
export function readConditions(
  texts: readonly string[],
  cells: Iterable<Cell>,
  also: Names = {},
): Parsed<readonly Condition[]> {
  const read = texts.map((text) => readCondition(text, cells, also))
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) }
}

const meets = (values: Values, { value, negated }: Condition): boolean => values.includes(value) !== negated

interface Split {
  readonly session: readonly { readonly condition: Condition; readonly key: SessionKey }[]
  readonly leg: readonly { readonly condition: Condition; readonly key: LegKey }[]
}

function split(conditions: readonly Condition[]): Split {
  const session: { condition: Condition; key: SessionKey }[] = []
  const leg: { condition: Condition; key: LegKey }[] = []
  for (const condition of conditions)
    if (isLegKey(condition.key)) leg.push({ condition, key: condition.key })
    else session.push({ condition, key: condition.key })
  return { session, leg }
}

/** The legs of a sign-in that meet all conditions on legs; undefined where the sign-in is not meant. */
function matchingLegs(cell: Cell, { session, leg }: Split): readonly LegReading[] | undefined {
  if (!session.every(({ condition, key }) => meets(sessionKeys[key](cell), condition))) return undefined
  const legs = cell.legs.filter((one) => leg.every(({ condition, key }) => meets(legKeys[key](one), condition)))
  return leg.length > 0 && legs.length === 0 ? undefined : legs
}

/** The sign-ins that meet all conditions; those on legs must hold of one and the same leg. */
export function where(cells: readonly Cell[], conditions: readonly Condition[]): readonly Cell[] {
  return cells.filter(meeting(conditions))
}

/** Whether a sign-in meets all conditions. */
export function meeting(conditions: readonly Condition[]): (cell: Cell) => boolean {
  const wanted = split(conditions)
  return (cell) => matchingLegs(cell, wanted) !== undefined
}

function* combinations(cell: Cell, legs: readonly LegReading[], by: readonly QueryKey[]): Generator<Values> {
  const columns = by.map((key) => {
    const values = isLegKey(key) ? [...new Set(legs.flatMap(legKeys[key]))] : sessionKeys[key](cell)
    return values.length === 0 ? ['-'] : values
  })
  const combined = columns.reduce<readonly Values[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
  yield* combined
}

interface OpenGroup {
  readonly values: Values
  readonly classes: Set<number>
  signIns: number
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function byCount(first: Group, second: Group): number {
  return second.signIns - first.signIns || compare(first.values.join('\u0000'), second.values.join('\u0000'))
}

/**
 * Counts sign-ins and users by the values of some keys. Keys of one leg are taken from the legs that meet the conditions;
 * a sign-in with two values counts under both.
 */
export function countBy(
  cells: Iterable<Cell>,
  classes: readonly UserClass[],
  by: readonly QueryKey[],
  conditions: readonly Condition[] = [],
): Counted {
  const wanted = split(conditions)
  const groups = new Map<string, OpenGroup>()
  for (const cell of cells) {
    const legs = matchingLegs(cell, wanted)
    if (legs === undefined) continue
    for (const values of combinations(cell, legs, by)) {
      const key = values.join('\u0000')
      const group = groups.get(key) ?? { values, classes: new Set<number>(), signIns: 0 }
      group.signIns += classes[cell.class]?.size ?? 0
      group.classes.add(cell.class)
      groups.set(key, group)
    }
  }
  const counted = [...groups.values()].map(({ values, signIns, classes: of }) => {
    const users = [...of].reduce((sum, index) => sum + (classes[index]?.size ?? 0), 0)
    return { values, signIns, users, classes: [...of].sort((first, second) => first - second) }
  })
  return { by, groups: counted.sort(byCount) }
}
