import { describe, expect, test } from 'vitest'
import { verdictOf } from '../trace/verdict.ts'
import { credentials } from '../vocabulary/credentials.ts'
import { factDomains, missing } from '../vocabulary/facts.ts'
import type { ClientRequest, Signals } from '../vocabulary/requests.ts'
import type { PersonFacts } from './facts/blank-person-facts.ts'
import { mfaSatisfied } from './facts/mfa-satisfied.ts'
import type { LegContext } from './leg-context.ts'
import { personFacts } from './leg-outcome.ts'
import { outcomeKey, personKeyOf } from './outcome-of-leg.ts'
import { registrationWithoutPolicies } from './registration.ts'
import { type Plan, policy, tenantOf } from './sign-in.fixture.ts'
import { openSession, playLeg, playLegBriefly, type UndecidedLeg } from './simulate-session.ts'

const remembering = { multifactorAuthentication: { appPasswords: 'allowed', trustedIps: [], rememberDays: 30 } }
const all = [{ id: 'all_users' }]
const methodsPolicy = (...authenticationMethodConfigurations: readonly object[]): Plan => ({
  tenant: {
    ...remembering,
    authenticationMethodsPolicy: { policyMigrationState: 'migrationComplete', authenticationMethodConfigurations },
  },
})
const off = (id: string) => ({ id, state: 'disabled' })

const request = { client: 'outlook-web', purpose: 'read-mail', network: 'here', signals: {} } as const

function legOf(plan: Plan, more: Partial<ClientRequest> = {}): UndecidedLeg {
  const tenant = tenantOf(plan)
  const leg = openSession(tenant, { ...request, user: 'ada@contoso.com', at: tenant.asOf, ...more }).at(-1)
  if (leg === undefined) throw new Error('nothing to talk to')
  return leg
}

/** A leg of tenants in which registering a method is possible, out of the question by a certificate or for lack of methods, open. */
const byRegistration: readonly LegContext[] = [
  { tenant: remembering },
  methodsPolicy({ id: 'X509Certificate', state: 'enabled', includeTargets: all }),
  methodsPolicy(...['MicrosoftAuthenticator', 'SoftwareOath', 'Sms', 'Voice'].map(off)),
  methodsPolicy(off('Sms')),
].map((plan) => legOf(plan).context)

/** A second factor passed before: not, remembered by the browser, claimed by nobody in particular and by each. */
const byMfa: readonly Signals[] = [
  {},
  { lastMfa: 0 },
  { satisfied: ['mfa'] },
  { mfaClaim: 'entra-id' },
  { mfaClaim: 'federated-idp' },
]

const bring = (context: LegContext, more: Partial<LegContext['request']>, signals: Signals): LegContext => ({
  ...context,
  request: { ...context.request, ...more, signals },
})

const presentedOrNot = [{}, ...credentials.map((presents) => ({ presents }))]
const signedInOrNot = [{}, { signedIn: 'yes' }, { signedIn: 'no' }] as const

const brought: readonly LegContext[] = byRegistration.flatMap((context) =>
  presentedOrNot.flatMap((presents) =>
    signedInOrNot.flatMap((signedIn) => byMfa.map((mfa) => bring(context, presents, { ...mfa, ...signedIn }))),
  ),
)

/** Facts of a person of which each has the value that this picks of its domain. */
function personOf(pick: (domain: readonly unknown[]) => unknown): PersonFacts {
  // Every fact has a domain of its own values.
  return Object.fromEntries(personFacts.map((name) => [name, pick(factDomains[name])])) as unknown as PersonFacts
}

const extremes = [personOf((domain) => domain[0]), personOf((domain) => domain.at(-1)), personOf(() => missing)].map(
  (person): PersonFacts => ({ ...person, mfaRegistered: 'no' }),
)

/** People who differ from one in one fact. */
const people = (base: PersonFacts): readonly PersonFacts[] => [
  base,
  ...personFacts.flatMap((name) =>
    [...factDomains[name], missing]
      .filter((value) => value !== base[name])
      .map((value) => ({ ...base, [name]: value }) as PersonFacts),
  ),
]

const repeated = (keys: readonly unknown[]): number => keys.length - new Set(keys).size

describe('the key of how a leg goes', () => {
  test('the sign-ins of these tests bring everything that can be brought', () => {
    expect(byRegistration.map(registrationWithoutPolicies)).toEqual([
      'possible',
      'certificate-scope',
      'no-method',
      missing,
    ])
    const [context] = byRegistration
    expect(context && byMfa.map((mfa) => mfaSatisfied(bring(context, {}, mfa)))).toEqual([
      'no',
      'remembered',
      'claim',
      'entra-claim',
      'idp-claim',
    ])
  })

  test.each(extremes.map((person, at) => [at, person] as const))(
    'tells apart what is brought along: person %i',
    (_, person) => {
      expect(repeated(brought.map((context) => outcomeKey(context, person)))).toBe(0)
    },
  )

  test.each(extremes.map((person, at) => [at, person] as const))(
    'tells people apart, whatever they bring along: person %i',
    (_, base) => {
      const few = brought.filter((_one, at) => at % 149 === 0 || at === brought.length - 1)
      const keys = people(base).flatMap((person) =>
        few.map((context) => [outcomeKey(context, person), person.mfaRegistered] as const),
      )
      // Of those who have registered a method, it does not matter whether one can be registered.
      expect(repeated(keys.filter(([, registered]) => registered !== 'yes').map(([key]) => key))).toBe(0)
      expect(keys.every(([key]) => Number.isSafeInteger(key) && key >= 0)).toBe(true)
    },
  )

  test('does not depend on whether a method could be registered once one is', () => {
    const [first] = extremes
    if (first === undefined) throw new Error('nobody')
    const keys = byRegistration.map((context) => outcomeKey(context, { ...first, mfaRegistered: 'yes' }))
    expect(new Set(keys).size).toBe(1)
  })
})

describe('the word of a person on a leg', () => {
  const word = ({ path, context }: UndecidedLeg): string => personKeyOf(path, context)
  const leg = legOf({ tenant: remembering })

  test('is the key, and what cross-tenant access says', () => {
    expect(word(leg)).toMatch(/^\d+ open$/)
  })

  test('names the person where methods are stated', () => {
    const stated = legOf({ tenant: remembering }, { signals: { methods: ['password'] } })
    expect(word(stated)).toMatch(/^\d+ open ada@contoso\.com$/)
  })
})

describe('a leg without what single policies say', () => {
  const plan: Plan = { policies: [policy({ builtInControls: ['mfa'] })] }

  test('ends as the leg with it', () => {
    const leg = legOf(plan)
    const [whole, brief] = [playLeg(leg), playLegBriefly(leg)]
    expect(verdictOf(brief)).toEqual(verdictOf(whole))
    expect(verdictOf(brief)).toMatchObject({ kind: 'signs-in', secondFactor: 'asked' })
    expect(whole.policyOutcomes).toHaveLength(1)
    expect(brief.policyOutcomes).toEqual([])
  })
})
