import { describe, expect, test } from 'vitest'
import { dropAll } from '../memory/declared-cache.ts'
import { credentials } from '../vocabulary/credentials.ts'
import { type FactName, factDomains, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { contextsOf, exampleFacts, type PlannedContext } from './account-plays.fixture.ts'
import { policyPlays } from './conditional-access/policy-plays.fixture.ts'
import { factsOfLeg, personFacts } from './leg-outcome.ts'
import { outcomeFor } from './outcome-of-leg.ts'
import { planRequests } from './plan-requests.ts'
import { libraryTenants, tenantOfText } from './plays.fixture.ts'
import { policy, tenantOf } from './sign-in.fixture.ts'
import { simulateSession } from './simulate-session.ts'

const small = tenantOfText(
  `
name: small
asOf: 2021-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-2010, outlook-2016]
users: [{ userPrincipalName: a@contoso.com, perUserMfaState: enforced, registered: true, appPasswords: [mail], roles: [],
  groups: [], mailbox: exchange-online, archive: none }]
`,
  'small.yaml',
)

const mfaStrength = '00000000-0000-0000-0000-000000000002'
const office = { displayName: 'Office', isTrusted: true, ipRanges: [{ cidrAddress: '198.51.100.0/24' }] }

/** A tenant whose policies look at what the sign-ins of one person share: place, device, methods, and the day. */
const guarded = tenantOf({
  asOf: '2026-10-01',
  domain: { authenticationType: 'federated', identityProvider: 'adfs' },
  provider: { passesClaims: ['insidecorporatenetwork'] },
  user: { methods: ['sms'] },
  tenant: {
    multifactorAuthentication: { appPasswords: 'allowed', trustedIps: [], skipForFederatedIntranet: true },
    networks: [
      { name: 'here' },
      { name: 'inside', insideCorporateNetwork: true, ranges: ['198.51.100.0/24'] },
      { name: 'branch', ranges: ['203.0.113.0/24'], country: 'DE' },
    ],
    devices: [
      { name: 'laptop', platform: 'windows', registered: true, isCompliant: true },
      { name: 'own', platform: 'windows', registered: true, isCompliant: false },
    ],
    clients: [
      { name: 'managed', client: 'outlook-2016', device: 'laptop' },
      { name: 'private', client: 'browser', device: 'own' },
      { name: 'any', client: 'browser' },
      { name: 'old', client: 'outlook-2010' },
    ],
    conditionalAccess: {
      namedLocations: [{ '@odata.type': '#microsoft.graph.ipNamedLocation', id: 'office', ...office }],
      policies: [
        policy(
          { builtInControls: ['mfa'] },
          { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } },
        ),
        policy(
          { builtInControls: ['compliantDevice'] },
          { platforms: { includePlatforms: ['windows'] } },
          { displayName: 'Devices' },
        ),
        policy(
          { builtInControls: [], authenticationStrength: { id: mfaStrength } },
          { clientAppTypes: ['browser'] },
          { displayName: 'Strength' },
        ),
      ],
    },
  },
})

/** Sign-ins of one person at other times, from other places, with other devices, and with other things brought along. */
const sameInTurn = ['2026-10-01', '2027-03-01'].flatMap((day) =>
  ['here', 'inside', 'branch'].flatMap((network) =>
    ['managed', 'private', 'any', 'old'].flatMap((client) =>
      [
        {},
        { ipAddress: '198.51.100.7' },
        { ipAddress: '203.0.113.7', country: 'FR' },
        { compliantNetwork: 'yes' },
        { mfaClaim: 'federated-idp' },
        { methods: ['federatedMultiFactor'] },
        { satisfied: ['compliantDevice'] },
        { deviceInfo: { isCompliant: 'True' } },
        { privateBrowsing: 'yes' },
        { domainHint: 'contoso.com' },
      ].map((signals) => ({
        user: 'ada@contoso.com',
        client,
        purpose: 'read-mail' as const,
        network,
        at: Date.parse(day),
        signals: signals as ClientRequest['signals'],
      })),
    ),
  ),
)

/** The answers to some questions of which nothing is kept, and those of the second time that all of them are asked. */
function answersOf(asks: readonly (() => unknown)[]) {
  const text = (ask: () => unknown) => JSON.stringify(ask())
  const cold = asks.map((ask) => {
    dropAll()
    return text(ask)
  })
  dropAll()
  for (const ask of asks) ask()
  return { cold, warm: asks.map(text) }
}

/** The same sign-in with each credential presented, and with each way of having been signed in before. */
const brought = [undefined, ...credentials].flatMap((presents) =>
  ([undefined, 'yes', 'no'] as const).flatMap((signedIn) =>
    ([undefined, 'entra-id', 'federated-idp'] as const).map((mfaClaim) => ({
      presents,
      signals: { signedIn, mfaClaim },
    })),
  ),
)

function bringing({ context }: PlannedContext, at: number): PlannedContext['context'] {
  // What is undefined is absent to whoever reads it.
  return { ...context, request: { ...context.request, ...brought[at % brought.length] } } as PlannedContext['context']
}

const personOf = (facts: LegFacts): LegFacts => Object.fromEntries(personFacts.map((name) => [name, facts[name]]))

/** People who differ in one fact of the leg. */
const people: readonly LegFacts[] = factsOfLeg.flatMap((name: FactName) =>
  exampleFacts(['credential'])
    .slice(0, 1)
    .flatMap((base) => [...factDomains[name], missing].map((value) => personOf({ ...base, [name]: value }))),
)

describe('what is kept of others changes nothing', () => {
  test('for one person who brings different things', () => {
    const leg = contextsOf(small, 1).at(-1)
    if (leg === undefined) throw new Error('the tenant has no leg')
    const asks = people.flatMap((person, which) =>
      brought.flatMap((_, at) =>
        which === 0 || (which + at) % 5 === 0 ? [() => outcomeFor(leg.path, bringing(leg, at), person)] : [],
      ),
    )
    const { cold, warm } = answersOf(asks)
    expect(new Set(cold).size).toBeGreaterThan(20)
    expect(warm.filter((answer, at) => answer !== cold[at])).toEqual([])
  })

  test('for people with other facts', () => {
    const leg = contextsOf(small, 1).at(-1)
    if (leg === undefined) throw new Error('the tenant has no leg')
    const bases = exampleFacts(['credential', 'acceptance', 'second-factor-outcome'])
    const { cold, warm } = answersOf(bases.map((base) => () => outcomeFor(leg.path, leg.context, personOf(base))))
    expect(new Set(cold).size).toBeGreaterThan(5)
    expect(warm.filter((answer, at) => answer !== cold[at])).toEqual([])
  })

  test('for one person who signs in again and again', () => {
    const { cold, warm } = answersOf(sameInTurn.map((request) => () => simulateSession(guarded, request)))
    expect(new Set(cold).size).toBeGreaterThan(100)
    expect(warm.filter((answer, at) => answer !== cold[at])).toEqual([])
  })

  test('for what policies say about sign-ins', () => {
    const plays = policyPlays().filter((_, at) => at < 400 || at % 11 === 0)
    const { cold, warm } = answersOf(plays)
    expect(new Set(cold).size).toBeGreaterThan(100)
    expect(warm.filter((answer, at) => answer !== cold[at])).toEqual([])
  })

  // What is kept by user is kept from the fifth time on.
  test('for users of the library who brought nothing several times before', () => {
    let brings = 0
    for (const tenant of libraryTenants()) {
      const others = [...tenant.users.keys()]
      const asks = [...planRequests(tenant)]
        .filter((_, at, { length }) => at % Math.ceil(length / 3) === 1)
        .flatMap((plain, at) => {
          const again = Array.from({ length: 6 }, () => plain)
          const changed = [
            { presents: credentials[at % credentials.length] },
            { presents: 'account-password' },
            { signals: { mfaClaim: 'entra-id' } },
            { signals: { signedIn: 'yes' } },
            { signals: { firstFactor: 'wrong' } },
            ...others.slice(0, 3).map((user) => ({ user })),
          ]
          return [...again, ...changed.map((change) => ({ ...plain, ...change }) as ClientRequest), plain]
        })
        .map((request) => () => simulateSession(tenant, request))
      const { cold, warm } = answersOf(asks)
      brings += new Set(cold).size
      expect(warm.flatMap((answer, at) => (answer === cold[at] ? [] : [`${tenant.name} ${at}`]))).toEqual([])
    }
    expect(brings).toBeGreaterThan(300)
  })

  // Without policies sign-ins are found by what is known of the user: guests, devices, connections and assignments count besides.
  test('for users of the library, one after the other at the same place, where no policy speaks', () => {
    const places = new Set<string>()
    for (const tenant of libraryTenants()) {
      const { conditionalAccess } = tenant
      const open = { ...tenant, conditionalAccess: { ...conditionalAccess, policies: [] } }
      const byPlace = new Map<string, ClientRequest[]>()
      for (const request of planRequests(open)) {
        const place = [request.client, request.purpose, request.application].join(' ')
        byPlace.set(place, [...(byPlace.get(place) ?? []), request])
      }
      const asks = [...byPlace.values()].flatMap((all) =>
        all
          .filter((_, at) => at % Math.ceil(all.length / 5) === 0)
          .map((request) => () => simulateSession(open, request)),
      )
      const { cold, warm } = answersOf(asks)
      for (const answer of cold) places.add(answer)
      expect(warm.flatMap((answer, at) => (answer === cold[at] ? [] : [`${tenant.name} ${at}`]))).toEqual([])
    }
    expect(places.size).toBeGreaterThan(300)
  })
})
