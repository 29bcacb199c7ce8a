import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import { decidePolicies } from './evaluate.ts'
import { everything, namedLocations } from './policy-with-every-field.fixture.ts'
import { compiledFrom, exchange, samplePolicy, sampleSignIn, sharepoint } from './sample-policies.fixture.ts'
import type { MissingReading, PolicySignIn } from './sign-in.ts'
import { declared, type UnknownPart, unknownPartsOf } from './unknown-parts.fixture.ts'

const strength = { id: 's', displayName: 'S', allowedCombinations: ['fido2', 'password,sms'] }
const grants = [
  { operator: 'OR', builtInControls: ['block'] },
  { operator: 'AND', builtInControls: ['mfa'] },
  { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] },
  { operator: 'OR', builtInControls: ['domainJoinedDevice'], authenticationStrength: strength },
  { operator: 'AND', builtInControls: [], authenticationStrength: strength },
]
const conditionsOf = (users: unknown, applications: unknown, rest = {}) => ({ users, applications, ...rest })
const all = { includeUsers: ['All'] }
const everyApplication = { includeApplications: ['All'] }

const bases: readonly unknown[] = [
  everything,
  {
    ...everything,
    sessionControls: null,
    conditions: { ...everything.conditions, locations: { includeLocations: ['All'], excludeLocations: ['Office'] } },
  },
  samplePolicy(
    'p',
    conditionsOf(
      {
        includeUsers: [],
        includeGuestsOrExternalUsers: {
          guestOrExternalUserTypes: 'b2bCollaborationGuest',
          externalTenants: { membershipKind: 'enumerated', members: ['fabrikam.example'] },
        },
      },
      everyApplication,
    ),
    grants[0],
  ),
  ...grants.map((grant) => samplePolicy('p', { clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'] }, grant)),
  samplePolicy('p', { clientAppTypes: ['other', 'exchangeActiveSync'] }, grants[0]),
  samplePolicy('p', conditionsOf(all, { includeApplications: [exchange] }), grants[0]),
  samplePolicy('p', conditionsOf({ includeUsers: ['None'], includeGroups: ['g1'] }, everyApplication), grants[0]),
  samplePolicy(
    'p',
    conditionsOf(all, { includeApplications: [], includeUserActions: ['urn:user:registerdevice'] }),
    grants[0],
  ),
  samplePolicy('p', {}, null, { sessionControls: { persistentBrowser: { isEnabled: true, mode: 'never' } } }),
  samplePolicy('p', {}, grants[1], { state: 'disabled' }),
  samplePolicy('p', {}, grants[0], { state: 'enabledForReportingButNotEnforced' }),
  samplePolicy('p', { clientApplications: { includeServicePrincipals: ['backup'] } }, grants[0]),
]

const person = sampleSignIn().principal
const signIns: readonly PolicySignIn[] = [
  sampleSignIn(),
  sampleSignIn({ grants: { mfaClaim: 'entra-id' } }),
  sampleSignIn({ grants: { methods: ['password'] } }),
  sampleSignIn({ location: { addresses: ['203.0.113.9'], country: 'DE' }, grants: { satisfied: ['mfa'] } }),
  sampleSignIn({ clientAppType: 'other', legacy: true }),
  sampleSignIn({ principal: { ...person, groups: new Set(['g1']) }, device: { isCompliant: 'true' } }),
  sampleSignIn({ principal: { ...person, groups: new Set(['g2']) }, target: { applications: [sharepoint] } }),
  sampleSignIn({ principal: { ...person, kind: 'guest', guestType: 'internalGuest' }, signInRiskLevel: 'high' }),
  sampleSignIn({
    principal: { ...person, kind: 'guest', guestType: 'b2bCollaborationGuest', homeTenant: 'fabrikam.example' },
  }),
  sampleSignIn({ device: { trustType: 'ServerAD', isCompliant: 'false' } }),
  sampleSignIn({ principal: { id: 'backup', kind: 'service-principal' } }),
  sampleSignIn({ target: { userAction: 'registerOrJoinDevices' } }),
  sampleSignIn({ target: { authenticationContext: 'c1' } }),
  sampleSignIn({ authenticationFlow: 'deviceCodeFlow', devicePlatform: 'iOS' }),
]

const readings: readonly MissingReading[] = ['undetermined', 'none', 'matches']

/** What is compared: what the sign-in may do, what it has to do for it, and what its session is like. */
function answered({ decision, required, session }: CombinedDecision): string {
  return JSON.stringify({ decision, required, session })
}

const decided = new Map<string, readonly CombinedDecision[]>()

/** The answers for all sign-ins; kept, since parts share their meanings. */
function decideAll(policy: unknown, others: readonly unknown[], missing: MissingReading): readonly CombinedDecision[] {
  const policies = [...others, policy]
  const key = `${missing} ${JSON.stringify(policies)}`
  const known = decided.get(key)
  if (known !== undefined) return known
  const compiled = compiledFrom({ policies, namedLocations, declared })
  const made = signIns.map((signIn) => decidePolicies(compiled, signIn, { missing, dependencies: false }).combined)
  decided.set(key, made)
  return made
}

/** Where an answer is definite although the part could mean something that changes it, or is open and names nothing. */
function faults({ name, policy, meanings }: UnknownPart, others: readonly unknown[], missing: MissingReading) {
  const found = decideAll(policy, others, missing)
  const possible = meanings.map((meaning) => decideAll(meaning, others, missing))
  return found.flatMap((answer, index) => {
    if (answer.decision === 'undetermined') return answer.missing?.length ? [] : [`${name}: nothing is named`]
    const wrong = possible.flatMap((answers) => {
      const other = answers[index]
      return other === undefined || answered(other) === answered(answer) ? [] : [other.decision]
    })
    return wrong.length === 0 ? [] : [`${name}, sign-in ${index}, ${missing}: ${answer.decision}, or ${wrong[0]}`]
  })
}

describe('a part that is not understood never makes an answer that its meaning could change', () => {
  test.each(bases.map((base, index) => [index, base] as const))('in every place of policy %i', (_, base) => {
    const parts = unknownPartsOf(base)
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.flatMap((part) => faults(part, [], 'undetermined'))).toEqual([])
  })

  test('whichever way missing signals are read', () => {
    const parts = unknownPartsOf(everything)
    expect(readings.flatMap((reading) => parts.flatMap((part) => faults(part, [], reading)))).toEqual([])
  })

  test('beside other policies, of which parts are not understood either', () => {
    const policies = fc.constantFrom(...bases)
    const reading = fc.constantFrom(...readings)
    const property = fc.property(
      policies,
      policies,
      policies,
      reading,
      fc.nat(),
      fc.nat(),
      (one, two, three, how, at, also) => {
        const parts = unknownPartsOf(one)
        const part = parts[at % parts.length]
        const others = unknownPartsOf(two)
        const other = others[also % others.length]
        const beside = [samplePolicy('other', {}, { operator: 'OR', builtInControls: ['mfa'] }), three, other?.policy]
        expect(part === undefined ? [] : faults(part, beside.slice(0, (also % 3) + 1), how)).toEqual([])
      },
    )
    fc.assert(property, { seed: 12, numRuns: 60, interruptAfterTimeLimit: 3000, markInterruptAsFailure: false })
  })
})
