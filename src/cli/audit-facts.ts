import { populationOf } from '../analysis/population/population.ts'
import { understand } from '../analysis/understanding.ts'
import { type PolicySheet, policySheet } from '../analysis/what-if/policy-sheet.ts'
import { whatIfQuestion } from '../analysis/what-if/what-if.ts'
import { policyInWords } from '../analysis/wording/policy-in-words.ts'
import type { AuditedPolicy, AuditInput, NamedPart } from '../report/pages/audit-document.ts'
import { parseSource } from '../source/document/located-document.ts'
import type { LocationSide } from '../tenant/conditional-access/locations.ts'
import type { NamedLocation, Policy } from '../tenant/conditional-access/model.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { Instant } from '../vocabulary/requests.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import type { WithPeople } from './load-people.ts'

/** A sign-in to Exchange Online of which nothing else is known. */
const openSignIn = JSON.stringify({
  signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', externalUserType: 'none' },
  signInContext: {
    '@odata.type': '#microsoft.graph.applicationContext',
    includeApplications: ['00000002-0000-0ff1-ce00-000000000000'],
  },
  signInConditions: {},
})

/** People by policies for the open sign-in. */
export async function auditSheet(
  environment: Environment,
  { asWritten }: WithPeople,
  at: Instant,
): Promise<PolicySheet | undefined> {
  if (asWritten.conditionalAccess.policies.length === 0) return undefined
  const population = await accepted(environment, populationOf(asWritten, environment.reader))
  const document = await accepted(environment, parseSource({ name: 'sign-in', text: openSignIn }))
  const options = { signals: {}, missing: 'undetermined', at } as const
  const question = await accepted(environment, whatIfQuestion(population.tenant, document, options))
  return accepted(environment, policySheet(question, population))
}

interface Use {
  applied: number
  blocked: number
  reported: number
  witness?: string
}

const unused = (): Use => ({ applied: 0, blocked: 0, reported: 0 })

/** What the sign-ins say of each policy; the sessions are gone through once. */
export function policiesInUse(
  tenant: Tenant,
  sessions: Iterable<readonly Trace[]>,
): { readonly policies: readonly AuditedPolicy[]; readonly signIns: number } {
  const { policies } = tenant.conditionalAccess
  const uses = new Map(policies.map(({ name }): [string, Use] => [name, unused()]))
  let signIns = 0
  for (const traces of sessions) {
    signIns += 1
    for (const [name, how] of effectsIn(traces)) {
      const use = uses.get(name)
      if (use !== undefined) note(use, how, traces)
    }
  }
  return { policies: policies.map((policy) => audited(policy, tenant, uses.get(policy.name) ?? unused())), signIns }
}

type Effect = 'applied' | 'blocked' | 'reported'

/** What each policy did in a session; that it blocked says more than that it applied. */
function effectsIn(traces: readonly Trace[]): ReadonlyMap<string, Effect> {
  const found = new Map<string, Effect>()
  for (const { conditionalAccess, policyOutcomes = [] } of traces) {
    for (const { policy, effect } of policyOutcomes) if (effect === 'report-only') found.set(policy, 'reported')
    for (const name of conditionalAccess?.policies ?? []) found.set(name, 'applied')
  }
  for (const trace of traces) {
    const verdict = verdictOf(trace)
    if (verdict.kind === 'blocked') for (const name of verdict.policies) found.set(name, 'blocked')
  }
  return found
}

function note(use: Use, how: Effect, [first]: readonly Trace[]): void {
  if (how === 'reported') use.reported += 1
  else use.applied += 1
  if (how === 'blocked') use.blocked += 1
  if (first === undefined) return
  const { user, client, purpose, network } = first.request
  use.witness ??= `${user}, ${client}, ${purpose}, from ${network}`
}

function audited(policy: Policy, tenant: Tenant, use: Use): AuditedPolicy {
  const { id, origin, microsoftManaged } = policy
  return { words: policyInWords(policy, tenant), ...(id === undefined ? {} : { id }), origin, microsoftManaged, ...use }
}

const locationWords = ({
  kind,
  ranges,
  countries,
  trusted,
  includeUnknown,
  unclear,
  trustUnclear,
}: NamedLocation): readonly string[] => [
  ...(kind === 'compliantNetwork' ? ['the compliant network'] : []),
  ...ranges,
  ...[...countries].sort(),
  ...(includeUnknown ? ['addresses without a country'] : []),
  ...(trusted ? ['trusted'] : []),
  ...[...unclear, ...trustUnclear].map((what) => `not understood: ${what}`),
]

/** Named locations, and the policies that name each or all trusted ones. */
export function auditedLocations({
  conditionalAccess: { namedLocations = [], policies },
}: Tenant): readonly NamedPart[] {
  const names = (side: LocationSide | undefined, { id, name, trusted }: NamedLocation): boolean =>
    side !== undefined &&
    (side.ids.some((one) => one === id?.toLowerCase() || one === name.toLowerCase()) || (side.trusted && trusted))
  return namedLocations.map((location) => ({
    name: location.name,
    holds: locationWords(location),
    usedBy: policies
      .filter(
        ({ conditions: { locations } }) => names(locations?.include, location) || names(locations?.exclude, location),
      )
      .map(({ name }) => name),
  }))
}

/** The authentication strengths that policies ask for, and those that the file declares itself. */
export function auditedStrengths({
  conditionalAccess: { authenticationStrengths, policies },
}: Tenant): readonly NamedPart[] {
  return authenticationStrengths.flatMap(({ id, name, builtIn, allowedCombinations }) => {
    const usedBy = policies.filter(({ grant }) => grant?.strength?.id.toLowerCase() === id.toLowerCase())
    return builtIn && usedBy.length === 0
      ? []
      : [{ name, holds: allowedCombinations, usedBy: usedBy.map((policy) => policy.name) }]
  })
}

/** Which lines of the file the sign-ins read. */
export function understood(tenant: Tenant, at: Instant): AuditInput['understanding'] {
  const playing = understand(tenant, at)
  for (;;) {
    const next = playing.next()
    if (next.done === true) return next.value
  }
}
