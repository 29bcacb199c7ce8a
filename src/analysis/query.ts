import type { Condition, Parsed } from './claims/claim.ts'
import { meets, truthOf } from './claims/condition-holds.ts'
import { readFilters } from './claims/filters.ts'
import { type ClaimKey, claimKeys, isLegKey, readOfLeg, readSignIn } from './claims/keys.ts'
import { statesAskedFor, supposed } from './claims/plan-claim.ts'
import type { ClaimContext } from './claims/read-values.ts'
import { type LegView, type SignIn, signInOfCell } from './claims/sign-in.ts'
import { type Split, split } from './claims/split-conditions.ts'
import { readWhere } from './claims/where.ts'
import { type MatrixFilter, tracesOf } from './matrix/matrix.ts'
import type { Population } from './population/population.ts'
import type { Cell, Counted, Group, UserClass } from './population/results.ts'

export type { ClaimProblem as QueryProblem, Condition, Parsed } from './claims/claim.ts'
export { readKey } from './claims/where.ts'

type Values = readonly string[]

/** Keys by which sign-ins can be filtered and grouped; the same as those of claims. */
export type QueryKey = ClaimKey

/** All keys, those of a session first. */
export const queryKeys = claimKeys

/** Reads a cell as claims see it. */
export type CellReader = (cell: Cell) => SignIn

/** Returns a reader for the cells of a population that reads each cell once. */
export function lookAt(population: Population): CellReader {
  const known = new WeakMap<Cell, SignIn>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const size = population.classes[cell.class]?.size ?? 1
    const made = signInOfCell(population.tenant, cell, size, () => tracesOf(population, cell))
    known.set(cell, made)
    return made
  }
}

/** Every value that a key has in one sign-in. */
export function valuesOf(signIn: SignIn, key: QueryKey): Values {
  if (!isLegKey(key)) return readSignIn(signIn, key).values
  return [...new Set(signIn.legs.flatMap((leg) => readOfLeg(signIn, leg, key).values))]
}

/** Keys without a complete list of values. */
const openKeys: readonly QueryKey[] = ['error', 'missing', 'policy', 'prompts']

/** Values that a key has in some sign-ins. */
function valuesIn(signIns: Iterable<SignIn>, key: QueryKey): Values {
  const values = new Set<string>()
  for (const signIn of signIns) for (const value of valuesOf(signIn, key)) values.add(value)
  return [...values]
}

/** Reads `key=value`, `key!=value`, lists, and the filters of claims: `by administrators`. */
export function readConditions(
  context: ClaimContext,
  texts: readonly string[],
  signIns: Iterable<SignIn> = [],
): Parsed<readonly Condition[]> {
  const seen = (key: QueryKey): Values => (openKeys.includes(key) ? valuesIn(signIns, key) : [])
  const read = texts.map((text): Parsed<readonly Condition[]> => {
    if (!text.includes('=')) return readFilters(context, text)
    const one = readWhere(context, text, seen)
    return one.ok ? { ok: true, value: [one.value] } : one
  })
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: read.flatMap((one) => (one.ok ? one.value : [])) }
}

/** The filter for the sign-ins to play: self-service, tokens and device states that the conditions name. */
export function filterFor(conditions: readonly Condition[]): MatrixFilter {
  const only = (key: QueryKey): string | undefined => {
    const [first, ...others] = conditions.filter((one) => one.key === key && !one.negated)
    return others.length === 0 && first?.values.length === 1 ? first.values[0] : undefined
  }
  const [purpose, application] = [only('purpose'), only('application')]
  const states = statesAskedFor(conditions)
  return {
    // The values of a key are those of its closed list.
    ...(purpose === undefined ? {} : { purpose: purpose as NonNullable<MatrixFilter['purpose']> }),
    ...(application === undefined ? {} : { application, purpose: 'get-token' }),
    ...(states.length === 0 ? {} : { suppose: (tenant, request) => supposed(tenant, request, states) }),
  }
}

/** The legs of a sign-in that meet all leg conditions; undefined if the sign-in as a whole does not match. */
export function matchingLegs(signIn: SignIn, { signIn: whole, leg }: Split): readonly LegView[] | undefined {
  if (!whole.every(({ condition, key }) => meets(readSignIn(signIn, key), condition))) return undefined
  const legs = signIn.legs.filter((one) =>
    leg.every(({ condition, key }) => meets(readOfLeg(signIn, one, key), condition)),
  )
  return leg.length > 0 && legs.length === 0 ? undefined : legs
}

/** The sign-ins that meet all conditions; leg conditions must all hold for the same leg. */
export function where(cells: readonly Cell[], conditions: readonly Condition[], look: CellReader): readonly Cell[] {
  return cells.filter(meeting(conditions, look))
}

/** Whether a sign-in meets all conditions. */
export function meeting(conditions: readonly Condition[], look: CellReader): (cell: Cell) => boolean {
  const wanted = split(conditions)
  return (cell) => matchingLegs(look(cell), wanted) !== undefined
}

/** Whether a sign-in does not meet all conditions, but would if a missing fact had a different value. */
export function mightMeet(conditions: readonly Condition[], look: CellReader): (cell: Cell) => boolean {
  const wanted = split(conditions)
  return (cell) => {
    const signIn = look(cell)
    if (matchingLegs(signIn, wanted) !== undefined) return false
    const { signIn: whole, leg } = wanted
    if (!whole.every(({ condition, key }) => truthOf(readSignIn(signIn, key), condition) !== 'no')) return false
    const may = (one: LegView): boolean =>
      leg.every(({ condition, key }) => truthOf(readOfLeg(signIn, one, key), condition) !== 'no')
    return leg.length === 0 || signIn.legs.some(may)
  }
}

/** Every combination of the values that some keys have in a sign-in; `-` where it has none. */
export function* combinations(signIn: SignIn, legs: readonly LegView[], by: readonly QueryKey[]): Generator<Values> {
  const columns = by.map((key) => {
    const values = isLegKey(key)
      ? [...new Set(legs.flatMap((leg) => readOfLeg(signIn, leg, key).values))]
      : readSignIn(signIn, key).values
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

/** Groups of single users contain one user; all others contain every user in their classes. */
const usersIn = ({ classes: of }: OpenGroup, by: readonly QueryKey[], classes: readonly UserClass[]): number =>
  by.includes('user') ? 1 : [...of].reduce((sum, index) => sum + (classes[index]?.size ?? 0), 0)

/** Splits a sign-in of a class into sign-ins of the users that the keys distinguish, each with its number of users. */
function* byUser(one: UserClass | undefined, by: readonly QueryKey[], values: Values): Generator<[Values, number]> {
  if (one === undefined) return
  if (!by.includes('user')) return yield [values, one.size]
  if (one.members === undefined) throw new Error('users are counted one by one, so classes keep their members')
  for (const member of one.members) yield [values.map((value, index) => (by[index] === 'user' ? member : value)), 1]
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Sorts the largest number of sign-ins first. */
export function byCount(first: Group, second: Group): number {
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
  conditions: readonly Condition[],
  look: CellReader,
): Counted {
  const wanted = split(conditions)
  const groups = new Map<string, OpenGroup>()
  for (const cell of cells) {
    const signIn = look(cell)
    const legs = matchingLegs(signIn, wanted)
    if (legs === undefined) continue
    for (const combined of combinations(signIn, legs, by))
      for (const [values, people] of byUser(classes[cell.class], by, combined)) {
        const key = values.join('\u0000')
        const group = groups.get(key) ?? { values, classes: new Set<number>(), signIns: 0 }
        group.signIns += people
        group.classes.add(cell.class)
        groups.set(key, group)
      }
  }
  const counted = [...groups.values()].map((group) => {
    const { values, signIns, classes: of } = group
    const users = usersIn(group, by, classes)
    return { values, signIns, users, classes: [...of].sort((first, second) => first - second) }
  })
  return { by, groups: counted.sort(byCount) }
}
