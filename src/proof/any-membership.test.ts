import { describe, expect, test } from 'vitest'
import { parseProvable } from '../analysis/claims/parse-provable.ts'
import { whatIf } from '../analysis/what-if/what-if.ts'
import { parseSource } from '../source/document/located-document.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { prove } from './claims/prove.ts'
import { comparePolicies } from './compare-policies.ts'
import { impactOf, weighingOf } from './impact.ts'
import { randomTenantText } from './random-policies.fixture.ts'
import { sideOf } from './side.ts'

function loaded(text: string): Tenant {
  const tenant = loadTenantText(text, 'any.yaml')
  if (!tenant.ok) throw new Error(JSON.stringify(tenant.diagnostics))
  return tenant.value
}

function proved(tenant: Tenant, text: string, anyMembership: boolean) {
  const parsed = parseProvable({ tenant }, text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const proof = prove(tenant, { text, provable: parsed.value }, tenant.asOf, { anyMembership })
  if (proof === undefined) throw new Error(`more than policies decide: ${text}`)
  return proof
}

const administrator = '62e90394-69f5-4237-9190-012177145e10'
const guestTypes = [
  'b2bCollaborationGuest',
  'b2bCollaborationMember',
  'b2bDirectConnectUser',
  'internalGuest',
  'otherExternalUser',
  'serviceProvider',
]

/** The same tenant with a user of every kind in every combination of the groups and the role that its policies name. */
function withEverybody(text: string): Tenant {
  const combinations = Array.from({ length: 16 }, (_, bits) => ({
    groups: ['Sales', 'Pilots', 'Emergency'].filter((_name, at) => (bits >> at) % 2 === 1),
    roles: bits >= 8 ? [administrator] : [],
  }))
  const users = [undefined, ...guestTypes].flatMap((type) =>
    combinations.map((memberships, at) => ({
      userPrincipalName: `${type ?? 'member'}${at}@contoso.com`,
      ...memberships,
      ...(type === undefined
        ? {}
        : {
            userType: 'Guest',
            externalUserType: type,
            ...(type === 'internalGuest' ? {} : { externalTenantId: '99999999-9999-4999-8999-999999999999' }),
          }),
    })),
  )
  return loaded(
    text.replace(/\nusers:\n/, `\nusers:\n${users.map((user) => `  - ${JSON.stringify(user)}`).join('\n')}\n`),
  )
}

const claims = [
  'no sign-in succeeds without a second factor',
  'no sign-in by administrators succeeds without a second factor',
  'no sign-in by members of Sales is blocked',
  'no sign-in by people other than members of Emergency succeeds',
  'legacy clients get in nowhere',
]

describe('people in every combination of groups and roles', () => {
  test.each(Array.from({ length: 10 }, (_, seed) => seed))(
    'are what a file that declares all of them has, in random tenant %i',
    (seed) => {
      const text = randomTenantText(seed, 1 + (seed % 6))
      const tenant = loaded(text)
      const everybody = withEverybody(text)
      for (const claim of claims)
        expect(proved(tenant, claim, true).answer, claim).toBe(proved(everybody, claim, false).answer)
    },
  )
})

const policy = (displayName: string, users: object, grant: object) => ({
  displayName,
  state: 'enabled',
  conditions: { clientAppTypes: ['all'], applications: { includeApplications: ['All'] }, users },
  grantControls: { operator: 'OR', ...grant },
})
const tenantWith = (policies: readonly object[], more: object = {}): Tenant =>
  loaded(
    JSON.stringify({
      name: 'any',
      asOf: '2026-11-22',
      securityDefaults: false,
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      groups: [{ name: 'Travellers', members: ['Pilots'] }, { name: 'Pilots' }, { name: 'Staff' }],
      users: [{ userPrincipalName: 'ada@contoso.com', groups: ['Staff'], roles: [] }],
      conditionalAccess: { policies, namedLocations: [] },
      ...more,
    }),
  )
const mfa = { builtInControls: ['mfa'] }
const claim = 'no sign-in succeeds without a second factor'
const exempt = tenantWith([policy('MFA', { includeUsers: ['All'], excludeGroups: ['Travellers'] }, mfa)])

test('an exclusion of a group that nobody is in yet is a way in, and the sign-in can be asked about', () => {
  expect(proved(exempt, claim, false).answer).toBe('proved')
  const { answer, witness } = proved(exempt, claim, true)
  expect(answer).toBe('refuted')
  expect(witness?.words.people).toBe('any other member with "Travellers"')
  const document = parseSource({ name: 'request.json', text: JSON.stringify(witness?.request) })
  if (!document.ok) throw new Error('the request is no document')
  expect(whatIf(exempt, document.value)).toMatchObject({ ok: true, value: { combined: { decision: 'allow' } } })
})

test('a group brings the groups that it is nested in', () => {
  const nobody = 'no sign-in by members of Pilots is subject to the policy "MFA"'
  expect(proved(exempt, nobody, true).answer).toBe('proved')
  expect(proved(exempt, nobody.replace('Pilots', 'Staff'), true).answer).toBe('refuted')
})

test('comparisons and impacts are of the same people', () => {
  const strict = tenantWith([policy('MFA', { includeUsers: ['All'] }, mfa)])
  expect(comparePolicies({ tenant: strict }, { tenant: exempt }).result).toBe('equivalent')
  expect(comparePolicies({ tenant: strict }, { tenant: exempt }, { anyMembership: true }).result).toBe('looser')
  const pilots = tenantWith([policy('Pilots', { includeGroups: ['Pilots'] }, mfa)])
  const impact = (anyMembership: boolean) => impactOf(weighingOf(sideOf(pilots), { anyMembership }), 'Pilots')?.needed
  expect([impact(false), impact(true)]).toEqual(['never', 'needed'])
})

test('more combinations than can be looked at leave a proof open, and say why', () => {
  const names = Array.from({ length: 12 }, (_, at) => `G${at}`)
  const many = tenantWith(
    names.map((name) => policy(name, { includeUsers: ['All'], excludeGroups: [name] }, mfa)),
    {
      groups: names.map((name) => ({ name })),
      users: [{ userPrincipalName: 'ada@contoso.com', groups: [], roles: [] }],
    },
  )
  const { answer, open } = proved(many, claim, true)
  expect(answer).toBe('open')
  expect(open).toEqual([
    { dimension: 'people', reason: 'policies distinguish more than 2048 combinations of groups and roles' },
  ])
})

test('an administrator may hold only a role that no policy names', () => {
  const text = JSON.stringify({
    name: 'Contoso',
    asOf: '2026-01-01',
    domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
    users: [{ userPrincipalName: 'ada@contoso.com', roles: [], groups: [] }],
    conditionalAccess: {
      policies: [
        {
          displayName: 'MFA for the role',
          state: 'enabled',
          conditions: {
            users: { includeRoles: [administrator] },
            applications: { includeApplications: ['All'] },
            clientAppTypes: ['all'],
          },
          grantControls: { operator: 'OR', builtInControls: ['mfa'] },
        },
      ],
    },
  })
  const claim = 'no sign-in by administrators succeeds without MFA'
  expect(proved(loaded(text), claim, true).answer).toBe('refuted')
  const ofAll = text.replace(`"includeRoles":["${administrator}"]`, '"includeUsers":["All"]')
  expect(proved(loaded(ofAll), claim, true).answer).toBe('proved')
})
