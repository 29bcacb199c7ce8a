import type { ClaimRuleProblem } from '../../source/diagnostics/estate-codes.ts'
import { compilePattern } from '../../source/text/pattern.ts'
import { asksForPresence, type ClaimConditionFile } from '../../tenant/settings/access-rules.ts'
import type { ClaimTest, RuleCondition } from './claim-rule.ts'
import { claimType, nameOfClaim } from './claim-types.ts'

/** Ways in which something holds: in each, all conditions hold. */
export type Alternatives = readonly (readonly ClaimConditionFile[])[]

/** The alternatives in which a condition holds, or why that is unknown. */
export type Understood = { readonly ways: Alternatives } | { readonly problem: ClaimRuleProblem }

/** The claims that earlier rules of the set made: by type, each with its value if the rule states one. */
export type MadeClaims = ReadonlyMap<string, readonly MadeClaim[]>

/** One way in which a claim was made. */
export interface MadeClaim {
  readonly ways: Alternatives
  readonly value?: string
}

/** More ways than this are no rule that anyone wrote. */
const most = 32

const always: Alternatives = [[]]
const never: Alternatives = []

/** The ways in which all of several things hold. */
export function allOf(parts: readonly Understood[]): Understood {
  let ways: Alternatives = always
  for (const part of parts) {
    if ('problem' in part) return part
    ways = ways.flatMap((one) => part.ways.map((other) => [...one, ...other]))
    if (ways.length > most) return { problem: 'too-many' }
  }
  return { ways }
}

const oppositeComparison = {
  equals: 'not-equals',
  'not-equals': 'equals',
  matches: 'not-matches',
  'not-matches': 'matches',
} as const
const oppositePresence = { exists: 'absent', absent: 'exists' } as const

const opposite = (condition: ClaimConditionFile): ClaimConditionFile =>
  asksForPresence(condition)
    ? { ...condition, operator: oppositePresence[condition.operator] }
    : { ...condition, operator: oppositeComparison[condition.operator ?? 'equals'] }

/** The ways in which none of some ways holds. */
const noneOf = (ways: Alternatives): Understood =>
  allOf(ways.map((way) => ({ ways: way.map((one) => [opposite(one)]) })))

/** `^(?i)text$` and `^text$` mean the text itself: the forms that the templates of AD FS write. */
function exactText(pattern: string): string | undefined {
  const inner = /^\^(?:\(\?i\))?((?:[\p{L}\p{N}_@:/ -]|\\[.\-\\/@ ])+)\$$/u.exec(pattern)?.[1]
  return inner?.replace(/\\(.)/g, '$1')
}

/** The comparison of a value as a condition that also holds without the claim where it is negated. */
function compared(claim: string, { comparison, text = '' }: ClaimTest): ClaimConditionFile | undefined {
  const negated = comparison === '!=' || comparison === '!~'
  const exact = comparison === '==' || comparison === '!=' ? text : exactText(text)
  if (exact !== undefined) return { claim, operator: negated ? 'not-equals' : 'equals', value: exact }
  return compilePattern(text).ok ? { claim, operator: negated ? 'not-matches' : 'matches', value: text } : undefined
}

const isGroup = (claim: string): boolean => claim === 'group' || claim === 'groupsid'

/** Who issues the claims of Active Directory; conditions on any other issuer are not understood. */
const ownIssuer = 'AD AUTHORITY'
const fromDirectory = new Set(['upn', 'group', 'groupsid'])

function admits({ comparison, text = '' }: ClaimTest, value: string): boolean | undefined {
  const same = text.toLowerCase() === value.toLowerCase()
  if (comparison === '==' || comparison === '!=') return same === (comparison === '==')
  const pattern = compilePattern(text)
  return pattern.ok ? pattern.test(value) === (comparison === '=~') : undefined
}

/** A condition on directory claims may name the directory as the issuer. */
const isOwnIssuer = (claim: string, test: ClaimTest): boolean =>
  (test.property === 'issuer' || test.property === 'originalissuer') &&
  fromDirectory.has(claim) &&
  test.text !== undefined &&
  admits(test, ownIssuer) === true

/** Whether there is a claim of the requests or of the directory that passes the tests. */
function ofKnown(claim: string, absent: boolean, values: readonly ClaimTest[]): Understood {
  const [first, ...others] = values
  if (first === undefined) {
    // Everyone is in some group.
    if (isGroup(claim)) return { ways: absent ? never : always }
    return { ways: [[{ claim, operator: absent ? 'absent' : 'exists' }]] }
  }
  if (others.length > 0) return { problem: 'comparison' }
  const condition = compared(claim, first)
  if (condition === undefined) return { problem: 'pattern' }
  const negated = condition.operator === 'not-equals' || condition.operator === 'not-matches'
  // A user is in many groups, so a group that does not match says nothing about the others.
  if (isGroup(claim) && (negated || condition.operator !== 'equals')) return { problem: 'comparison' }
  const exists: ClaimConditionFile = { claim, operator: 'exists' }
  const ways: Alternatives = negated ? [[exists, condition]] : [[condition]]
  return absent ? noneOf(ways) : { ways }
}

/** Whether earlier rules made a claim that passes the tests. */
function ofMade(made: readonly MadeClaim[], absent: boolean, values: readonly ClaimTest[]): Understood {
  const ways: (readonly ClaimConditionFile[])[] = []
  for (const { value, ways: own } of made) {
    const passes = values.map((test) => (value === undefined ? undefined : admits(test, value)))
    if (passes.includes(undefined)) return { problem: 'computed' }
    if (!passes.includes(false)) ways.push(...own)
  }
  if (ways.length > most) return { problem: 'too-many' }
  return absent ? noneOf(ways) : { ways }
}

/** The ways in which a condition of a claim rule holds, in conditions of a tenant file. */
export function waysOf({ holds, tests }: RuleCondition, made: MadeClaims): Understood {
  if (holds === 'counted') return { problem: 'count' }
  const types = tests.filter(({ property }) => property === 'type')
  const [type] = types
  if (types.length !== 1 || type?.comparison !== '==' || type.text === undefined) return { problem: 'type' }
  if (tests.some(({ text }) => text === undefined)) return { problem: 'computed' }
  const values = tests.filter(({ property }) => property === 'value')
  const absent = holds === 'absent'
  const others = tests.filter(({ property }) => property !== 'type' && property !== 'value')
  const claim = nameOfClaim(type.text)
  if (claim !== undefined)
    return others.every((test) => isOwnIssuer(claim, test)) ? ofKnown(claim, absent, values) : { problem: 'issuer' }
  const own = made.get(claimType(type.text))
  if (own === undefined) return { problem: 'claim' }
  return others.length === 0 ? ofMade(own, absent, values) : { problem: 'issuer' }
}
