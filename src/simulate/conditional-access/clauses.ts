import type { AuthenticationStrength, Policy, PolicyGrant } from '../../tenant/conditional-access/model.ts'
import type { grantControls } from '../../vocabulary/policies.ts'

/** What a control asks for. */
export type ControlKind =
  | (typeof grantControls)[number]
  | 'strength'
  | 'termsOfUse'
  | 'custom'
  | 'boundToken'
  | 'unknown'

/** One thing that can be demanded, once per tenant. */
export interface Control {
  /** In Graph's words; a strength is `authenticationStrength:ID`. */
  readonly word: string
  readonly kind: ControlKind
  /** Place in the order in which the vendor asks. */
  readonly rank: number
  readonly strength?: AuthenticationStrength
  /** Missing facts: what was not understood of the control, so that nobody can say that it is unmet. */
  readonly unclear: readonly string[]
}

/** Any one control meets a clause. */
export interface Clause {
  readonly key: string
  readonly controls: readonly Control[]
}

/** What one policy demands: access is blocked, or all clauses must be met. */
export interface Demand {
  readonly block: boolean
  readonly clauses: readonly Clause[]
}

const order: readonly ControlKind[] = [
  'mfa',
  'strength',
  'compliantDevice',
  'domainJoinedDevice',
  'approvedApplication',
  'compliantApplication',
  'passwordChange',
  'riskRemediation',
  'termsOfUse',
  'custom',
  'boundToken',
  'unknown',
]

/** The place of a strength among what the vendor asks for. */
export const strengthRank: number = order.indexOf('strength')

const control = (word: string, kind: ControlKind): Control => ({ word, kind, rank: order.indexOf(kind), unclear: [] })

/** The session control of Graph that requires tokens bound to the device. */
export const boundTokenWord = 'secureSignInSession'

/** A control that was not understood; its word is the fact that is missing. */
const unknownControl = (fact: string): Control => ({ ...control(fact, 'unknown'), unclear: [fact] })

/** Finds strengths by id or name. */
export type StrengthBook = ReadonlyMap<string, AuthenticationStrength>

/** The strengths of a tenant by id and lower-cased name; ids win. */
export function strengthBook(strengths: readonly AuthenticationStrength[]): StrengthBook {
  const named = strengths.map((strength) => [strength.name.toLowerCase(), strength] as const)
  return new Map([...named, ...strengths.map((strength) => [strength.id, strength] as const)])
}

function strengthControl(reference: NonNullable<PolicyGrant['strength']>, book: StrengthBook): Control {
  const { id, name, allowedCombinations, narrowed, keys, unclear } = reference
  const embedded = allowedCombinations && {
    id,
    name: name ?? id,
    builtIn: false,
    allowedCombinations,
    narrowed: narrowed ?? new Set<string>(),
    ...(keys === undefined ? {} : { keys }),
    unclear,
  }
  const strength = embedded ?? book.get(id) ?? (name === undefined ? undefined : book.get(name.toLowerCase()))
  const asked = control(`authenticationStrength:${strength?.id ?? id}`, 'strength')
  if (strength === undefined) return { ...asked, unclear }
  return { ...asked, strength, unclear: [...new Set([...unclear, ...strength.unclear])] }
}

function controlsOf(grant: PolicyGrant, book: StrengthBook): readonly Control[] {
  return [
    ...grant.controls.map((word) => control(word, word)),
    ...(grant.strength === undefined ? [] : [strengthControl(grant.strength, book)]),
    ...grant.termsOfUse.map((id) => control(`termsOfUse:${id}`, 'termsOfUse')),
    ...grant.customFactors.map((id) => control(`customAuthenticationFactor:${id}`, 'custom')),
    ...grant.unknownControls.map(unknownControl),
  ]
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The order in which the vendor asks. */
export const byRank = (one: Control, other: Control): number =>
  one.rank - other.rank || compareText(one.word, other.word)

/** A clause of these controls, each once, in the vendor's order. */
export function clauseOf(controls: readonly Control[]): Clause {
  const sorted = [...new Map(controls.map((each) => [each.word, each])).values()].sort(byRank)
  return { key: sorted.map(({ word }) => word).join(' '), controls: sorted }
}

/** Clauses in the order in which the vendor asks: by their controls, first to last. */
export function byPromptOrder(one: Clause, other: Clause): number {
  for (const [index, left] of one.controls.entries()) {
    const right = other.controls[index]
    if (right === undefined) return 1
    const difference = byRank(left, right)
    if (difference !== 0) return difference
  }
  return one.controls.length - other.controls.length
}

/** The clauses of a grant. Under an operator that is unknown, a control that is met may be enough or not. */
function clausesOf(grant: PolicyGrant, book: StrengthBook): readonly Clause[] {
  const controls = controlsOf(grant, book)
  const beside = grant.unclear.map((fact) => clauseOf([unknownControl(fact)]))
  if (grant.operatorUnclear.length > 0 && controls.length > 1) {
    const operator = grant.operatorUnclear.map(unknownControl)
    return [...controls.map((each) => clauseOf([each, ...operator])), ...beside]
  }
  const listed = grant.operator === 'OR' ? [clauseOf(controls)] : controls.map((each) => clauseOf([each]))
  return [...listed, ...beside].filter((clause) => clause.controls.length > 0)
}

/** What a session control demands as well: token protection admits no token that is not bound to its device. */
function sessionDemands({ session, sessionUnclear }: Policy): readonly Clause[] {
  const bound = session.secureSignInSession === undefined ? [] : [clauseOf([control(boundTokenWord, 'boundToken')])]
  return [...bound, ...sessionUnclear.map((fact) => clauseOf([unknownControl(fact)]))]
}

/** What a policy demands, as clauses. A session control that was not understood may demand something too. */
export function demandOf(policy: Policy, book: StrengthBook): Demand {
  const { grant } = policy
  const session = sessionDemands(policy)
  if (grant === undefined) return { block: false, clauses: session }
  return { block: grant.block, clauses: [...clausesOf(grant, book), ...session] }
}
