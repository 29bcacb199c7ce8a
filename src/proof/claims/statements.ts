import type { Condition } from '../../analysis/claims/claim.ts'
import { blockWord } from '../../analysis/claims/demands.ts'
import type { ClaimKey } from '../../analysis/claims/keys.ts'
import { frequencyHours } from '../../analysis/claims/session-words.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import { asksFor, asksForAnything, blocks, demands, except, policiesWhere, refuses } from '../shields.ts'
import { allOf, denied, oneOf, type Statement, some } from './formula.ts'

type State = (value: string) => Statement | undefined

const getsIn = denied(some(refuses))
const hasFactor = some(asksFor(['mfa']))

const ofNames =
  (value: string): ((policy: Policy) => boolean) =>
  ({ name }) =>
    name === value

const openSession = (policy: Policy): boolean => policy.sessionUnclear.length > 0
const sessionOf = (test: (policy: Policy) => boolean) => some(policiesWhere(test, openSession))
const unblocked = denied(some(blocks))

function frequency(value: string): Statement {
  const hours = (policy: Policy): number | undefined =>
    policy.session.signInFrequency === undefined ? undefined : frequencyHours(policy.session.signInFrequency)
  const anyFrequency = sessionOf((policy) => hours(policy) !== undefined)
  if (value === 'none') return denied(allOf([unblocked, anyFrequency]))
  const wanted = frequencyHours(value)
  const same = sessionOf((policy) => hours(policy) === wanted)
  const shorter = sessionOf((policy) => (hours(policy) ?? Number.POSITIVE_INFINITY) < wanted)
  return allOf([unblocked, same, denied(shorter)])
}

function sessionControl(value: string): Statement | undefined {
  const has = (name: string) => (policy: Policy) => Object.hasOwn(policy.session, name)
  if (value === 'none') return denied(allOf([unblocked, sessionOf(({ session }) => Object.keys(session).length > 0)]))
  // For a control with a value the strictest value wins, which the name alone does not tell.
  return value.includes(' ') ? undefined : allOf([unblocked, sessionOf(has(value))])
}

function requiredControl(value: string): Statement {
  if (value === blockWord) return some(blocks)
  if (value === 'nothing') return denied(some((side, context) => either(side, context)))
  return allOf([unblocked, some(asksFor([value]))])
}

const either = (side: Parameters<typeof blocks>[0], context: Parameters<typeof blocks>[1]) => {
  const [one, other] = [blocks(side, context), asksForAnything(side, context)]
  const join = (first: readonly number[], second: readonly number[]) =>
    first.map((word, at) => word | (second[at] ?? 0))
  return { sure: join(one.sure, other.sure), maybe: join(one.maybe, other.maybe) }
}

/** The policy statements behind claims, if policies decide them. */
const states: { readonly [Key in ClaimKey]?: State } = {
  verdict: (value) => (value === 'blocked' ? some(refuses) : undefined),
  // A conflict of two credentials at one prompt is outside of what policies decide.
  success: (value) => (value === 'yes' ? getsIn : value === 'no' ? denied(getsIn) : never),
  entry: (value) => allOf([getsIn, value === 'with-second-factor' ? hasFactor : denied(hasFactor)]),
  demands: (value) => some(demands([value])),
  'required-controls': requiredControl,
  applies: (value) => some(policiesWhere(ofNames(value))),
  policy: (value) => some(except(refuses, ({ name }) => name !== value)),
  'session-controls': sessionControl,
  'sign-in-frequency': frequency,
}

const never: Statement = { yes: [], no: [[]] }

/** A condition as a statement about policies; undefined if policies alone do not decide it. */
export function statementOf({ key, values, negated }: Condition): Statement | undefined {
  const made = values.map((value) => states[key]?.(value))
  const known = made.filter((one) => one !== undefined)
  if (known.length < made.length) return undefined
  const found = oneOf(known)
  return negated ? denied(found) : found
}
