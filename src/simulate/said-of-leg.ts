import type { Tenant } from '../tenant/tenant.ts'
import type { CombinedDecision } from '../vocabulary/policies.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import { policiesOfLeg } from './decide-leg.ts'
import { allFactsOfLeg } from './outcome-of-leg.ts'
import type { LegPolicies } from './policies.ts'
import { mayBeSilent, type UndecidedLeg } from './simulate-session.ts'

/** What a decision says, but for the names of policies and what would be if others were enforced. */
export const decisionText = ({
  policies: _names,
  ifReportOnlyEnforced: _trial,
  ...decision
}: CombinedDecision): string => JSON.stringify(decision)

/** What the policies say about a leg, whichever of them say it; undefined where one by one is asked what they say. */
function saidBy(
  { context }: UndecidedLeg,
  policies: LegPolicies | undefined,
  wordOf: (decision: CombinedDecision) => string | number,
): string | undefined {
  if (policies === undefined) return 'nothing'
  if (context.request.signals.authenticationContext !== undefined) return undefined
  const { combined, outcomes: _each, ...reading } = policies
  return `${wordOf(combined)} ${combined.policies.length === 0} ${JSON.stringify(reading)}`
}

/** What the policies say about a leg, and by which of them. */
export interface Said {
  readonly what: string
  readonly by: string
}

/** The policies by which something is said; undefined where it is not known. */
export const namesIn = (said: Said | undefined): readonly PolicyName[] | undefined =>
  said === undefined ? undefined : said.by === '' ? [] : said.by.split('\u0000')

/** What the policies say about a leg, and which of them say it; undefined where one by one is asked what they say. */
export function saidOfLeg(
  leg: UndecidedLeg,
  wordOf: (decision: CombinedDecision) => string | number = decisionText,
): Said | undefined {
  const { path, context } = leg
  const policies = policiesOfLeg(path, context, allFactsOfLeg(path, context))
  const what = saidBy(leg, policies, wordOf)
  return what === undefined ? undefined : { what, by: policies?.combined.policies.join('\u0000') ?? '' }
}

/** What is said about several legs; undefined where it is not known of one. */
export function joinedSaid(said: readonly (Said | undefined)[]): Said | undefined {
  const [first] = said
  if (said.length === 1) return first
  if (said.includes(undefined)) return undefined
  return { what: said.map((one) => one?.what).join('\u0001'), by: said.map((one) => one?.by).join('\u0001') }
}

/** The same for legs of one user. Equal where they end the same way, as long as nothing differs but the policies. */
export const saidOfLegs = (legs: readonly UndecidedLeg[]): Said | undefined =>
  joinedSaid(legs.map((leg) => (mayBeSilent(leg) ? undefined : saidOfLeg(leg))))

/** Legs as they are where other policies hold. Invariant: up to where they are decided, they read nothing of policies. */
export function legsUnder(legs: readonly UndecidedLeg[], { conditionalAccess }: Tenant): readonly UndecidedLeg[] {
  const [first] = legs
  if (first === undefined) return legs
  const tenant: Tenant = { ...first.context.tenant, conditionalAccess }
  return legs.map((leg) => ({ ...leg, context: { ...leg.context, tenant } }))
}
