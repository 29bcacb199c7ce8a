import { describe, expect, test } from 'vitest'
import type { Tenant } from '../tenant/tenant.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { askedOfPolicies } from './asked-words.ts'
import { planRequests } from './plan-requests.ts'
import { libraryTenants, tenantOfText } from './plays.fixture.ts'
import { compiledOf } from './policies.ts'
import { saidOfLeg } from './said-of-leg.ts'
import { mayBeSilent, openSession } from './simulate-session.ts'

const wordsOf = (tenant: Tenant, request: ClientRequest): readonly string[] => {
  const askedBy = askedOfPolicies(compiledOf(tenant).locations)
  return openSession(tenant, request).map((leg) => askedBy(leg).word)
}

const withPolicies = libraryTenants().filter(({ conditionalAccess }) => conditionalAccess.policies.length > 0)

test.each(withPolicies.map((tenant) => [tenant.name, tenant] as const))(
  'to legs of a user with equal words the policies say the same: %s',
  (_, tenant) => {
    const askedBy = askedOfPolicies(compiledOf(tenant).locations)
    for (const user of [...tenant.users.keys()].slice(0, 3)) {
      const said = new Map<string, string | undefined>()
      for (const request of planRequests(tenant, { user }))
        for (const leg of openSession(tenant, request)) {
          if (mayBeSilent(leg)) continue
          const { word } = askedBy(leg)
          const what = saidOfLeg(leg)?.what
          expect(said.get(word) ?? what).toBe(what)
          said.set(word, what)
        }
    }
  },
)

const plan = (user: string, more = '') => `
name: words
asOf: 2024-06-01
domains:
  - { name: contoso.com, authenticationType: managed }
  - { name: fabrikam.com, authenticationType: federated, federatedIdpMfaBehavior: enforceMfaByFederatedIdp,
      identityProvider: adfs }
  - { name: northwind.com, authenticationType: federated, federatedIdpMfaBehavior: rejectMfaByFederatedIdp,
      identityProvider: adfs }
  - { name: tailspin.com, authenticationType: federated, federatedIdpMfaBehavior: rejectMfaByFederatedIdp,
      identityProvider: without-mfa }
identityProviders:
  - { name: adfs, product: ad-fs, performsMfa: true, passesClaims: [authnmethodsreferences] }
  - { name: without-mfa, product: ad-fs, performsMfa: false, passesClaims: [] }
networks:
  - { name: one, ranges: [203.0.113.0/28], country: US }
  - { name: two, ranges: [198.51.100.0/28], country: US }
  - { name: vouched, ranges: [203.0.113.16/28], country: US, compliantNetwork: true }
  - { name: unlocated, ranges: [203.0.113.32/28] }
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-2016, outlook-microsoft-365, outlook-web, browser]
users: [{ userPrincipalName: ${user}, perUserMfaState: disabled, groups: [], roles: [] }]
conditionalAccess: { policies: [{ displayName: p, state: enabled,
  conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] },
  grantControls: { operator: OR, builtInControls: [mfa] } }] }
${more}`

const usual = {
  user: 'a@contoso.com',
  client: 'outlook-web',
  purpose: 'read-mail',
  network: 'one',
  signals: {},
} as const

function word(changes: Partial<ClientRequest> = {}): string {
  const request = { ...usual, ...changes }
  const tenant = tenantOfText(plan(request.user), 'words.yaml')
  return wordsOf(tenant, { ...request, at: changes.at ?? tenant.asOf }).join(' | ')
}

describe('what decides how policies are read', () => {
  test.each<[string, Partial<ClientRequest>, Partial<ClientRequest>]>([
    ['a network of which nothing is known but its place', { network: 'one' }, { network: 'two' }],
  ])('says nothing of %s', (_, one, other) => {
    expect(word(other)).toBe(word(one))
  })

  test.each<[string, Partial<ClientRequest>, Partial<ClientRequest>]>([
    ['a network that the device is vouched for on', {}, { network: 'vouched' }],
    ['a network in no country', {}, { network: 'unlocated' }],
    ['a federated user', {}, { user: 'a@fabrikam.com' }],
    ['what federation says of MFA', { user: 'a@fabrikam.com' }, { user: 'a@northwind.com' }],
    ['whether the identity provider performs MFA', { user: 'a@northwind.com' }, { user: 'a@tailspin.com' }],
    ['the page where methods are registered', {}, { purpose: 'register-for-mfa' }],
    ['what was presented before', {}, { signals: { lastMfa: 3_600_000 } }],
    ['a private window', {}, { signals: { privateBrowsing: 'yes' } }],
    ['another kind of client', {}, { client: 'outlook-2016' }],
  ])('tells apart: %s', (_, one, other) => {
    expect(word(other)).not.toBe(word(one))
  })
})
