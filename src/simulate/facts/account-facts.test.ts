import { describe, expect, test } from 'vitest'
import type { User } from '../../tenant/tenant.ts'
import type { FactName, LegFacts } from '../../vocabulary/facts.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { allFactsOfLeg } from '../outcome-of-leg.ts'
import { federated, legsOf, type Plan, tenantOf } from '../sign-in.fixture.ts'
import { openSession } from '../simulate-session.ts'

function factsOf(plan: Plan, request: Partial<ClientRequest> = {}): LegFacts {
  const facts = legsOf(plan, request).at(-1)?.facts
  if (facts === undefined) throw new Error('no leg')
  return facts
}

const fabrikam = '11111111-1111-4111-8111-111111111111'
const guest = {
  userPrincipalName: 'gil_fabrikam.com#EXT#@contoso.com',
  userType: 'Guest',
  externalUserType: 'b2bCollaborationGuest',
  externalTenantId: fabrikam,
  mailbox: 'none',
}
/** Trusts every tenant but one. */
const trustingAllBut = (tenantId: string) => ({
  crossTenantAccess: {
    default: { inboundTrust: { isMfaAccepted: true } },
    partners: [{ tenantId, inboundTrust: { isMfaAccepted: false } }],
  },
})
const documents = { client: 'browser', purpose: 'open-documents' } as const
const workloads = { 'sharepoint-online': {} }
const trusting = (isMfaAccepted: boolean) => ({ crossTenantAccess: { default: { inboundTrust: { isMfaAccepted } } } })

/** What is known of someone who opens documents in a browser. */
const visiting = (user: object, tenant: object = {}, request: Partial<ClientRequest> = {}): LegFacts =>
  factsOf({ workloads, user: { ...guest, ...user }, tenant: { ...tenant } }, { ...documents, ...request })

describe('the second factor of a guest', () => {
  const withoutTenant = { externalTenantId: undefined, homeIdentity: 'one-time-passcode' }
  test.each([
    ['counts where the home tenant is trusted', {}, trusting(true), 'yes'],
    ['counts for nothing where it is not', {}, trusting(false), 'no'],
    ['counts for nothing where the tenant says nothing, which is how tenants begin', {}, {}, 'no'],
    ['is none of a tenant for a code by mail', withoutTenant, trusting(true), 'no'],
    ['nor for one of whose trust nobody says anything', withoutTenant, {}, 'no'],
  ] as const)('%s', (_, user, tenant, expected) => {
    expect(visiting(user, tenant).inboundMfaTrust).toBe(expected)
  })

  test.each([
    ['of a trusted tenant is carried', {}, trusting(true), 'claim'],
    ['of another tenant is not', {}, trusting(false), 'no'],
    ['of someone who gets a code by mail is not', withoutTenant, trusting(true), 'no'],
    ['of a Microsoft account is not', { ...withoutTenant, homeIdentity: 'microsoft-account' }, trusting(true), 'no'],
  ] as const)('that the token says was passed, %s', (_, user, tenant, expected) => {
    const facts = visiting(user, tenant, { signals: { mfaClaim: 'home-tenant' } })
    expect(facts.mfaSatisfied ?? 'no').toBe(expected)
  })

  test('is registered at home where that counts, whatever is registered here', () => {
    expect(visiting({ registered: false, methods: [] }, trusting(true)).mfaRegistered).toBe('yes')
    expect(visiting({ registered: false, methods: [] }, trusting(false)).mfaRegistered).toBe('no')
  })
})

describe('under security defaults, someone of whom nobody says whether a method is registered', () => {
  const defaults = { securityDefaults: true }
  const unknown = { registered: undefined, methods: undefined }
  test.each([
    ['has one', {}, {}, 'yes'],
    ['has one as a guest with an account here', { userType: 'Guest', externalUserType: 'internalGuest' }, {}, 'yes'],
    ['is open as a guest', { ...guest }, trusting(false), '?'],
    [
      'is open as a program for synchronization',
      { kind: 'directory-sync', perUserMfaState: undefined, appPasswords: undefined },
      {},
      '?',
    ],
  ] as const)('%s', (_, user, tenant, expected) => {
    const plan = { workloads, user: { mailbox: 'none', ...unknown, ...user }, tenant: { ...defaults, ...tenant } }
    expect(factsOf(plan, documents).mfaRegistered).toBe(expected)
  })
})

describe('app passwords', () => {
  const full = Array.from({ length: 40 }, (_, at) => `p${at}`)
  test.each([
    ['enforced', undefined, '?'],
    ['enabled', undefined, '?'],
    ['disabled', undefined, 'none'],
    ['disabled', ['mail'], 'some'],
    ['enforced', [], 'none'],
    ['enforced', ['mail'], 'some'],
    ['enforced', full.slice(1), 'some'],
    ['enforced', full, 'full'],
  ] as const)('with per-user MFA %s: %j', (perUserMfaState, appPasswords, expected) => {
    expect(factsOf({ user: { perUserMfaState, appPasswords } }).appPasswordCount).toBe(expected)
  })
})

describe('where the password of a program can be checked', () => {
  const program = {
    flows: ['password-grant'],
    protocols: { 'read-mail': ['https'] },
    appId: 'a1111111-0000-4000-8000-000000000001',
  }
  const exchange = '00000002-0000-0ff1-ce00-000000000000'
  const policy = (allow: boolean, more: object) => ({
    displayName: `Policy ${JSON.stringify(more)}`,
    isOrganizationDefault: false,
    allowCloudPasswordValidation: allow,
    ...more,
  })
  const checked = (policies: readonly object[], client: object = program, domain: object = {}): unknown =>
    factsOf({
      domain: { ...federated, managedSignIn: 'password-hash-sync', ...domain },
      client: { ...client },
      tenant: { homeRealmDiscoveryPolicies: policies },
    }).passwordGrantChecked satisfies LegFacts[FactName]

  test.each([
    ['nowhere without a policy', [], 'nowhere'],
    ['in the cloud by the policy of the organization', [policy(true, { isOrganizationDefault: true })], 'in-the-cloud'],
    ['in the cloud by a policy of the program', [policy(true, { applications: [program.appId] })], 'in-the-cloud'],
    ['in the cloud by a policy of the service', [policy(true, { applications: [exchange] })], 'in-the-cloud'],
    [
      'nowhere by the policy of another program',
      [policy(true, { applications: ['b2222222-0000-4000-8000-000000000002'] })],
      'nowhere',
    ],
    [
      'nowhere where the policy of the program is against it',
      [policy(true, { isOrganizationDefault: true }), policy(false, { applications: [program.appId] })],
      'nowhere',
    ],
  ] as const)('%s', (_, policies, expected) => {
    expect(checked(policies)).toBe(expected)
  })

  test('is open for a program without an id, where the policy of some program differs', () => {
    const { appId: _, ...nameless } = program
    expect(checked([policy(true, { applications: ['b2222222-0000-4000-8000-000000000002'] })], nameless)).toBe('?')
    expect(checked([policy(false, { applications: ['b2222222-0000-4000-8000-000000000002'] })], nameless)).toBe(
      'nowhere',
    )
  })
})

describe('someone on whom exports disagree', () => {
  /** What is known of a user of whom some settings are in dispute. */
  function of(changes: Partial<User>, plan: Plan = {}, signals: ClientRequest['signals'] = {}): LegFacts {
    const tenant = tenantOf({ workloads, ...plan, user: { mailbox: 'none', ...plan.user } })
    const [user = ''] = [...tenant.users.keys()]
    const request = { user, network: 'here', at: tenant.asOf, signals, ...documents }
    const leg = openSession(tenant, request).at(-1)
    if (leg === undefined) throw new Error('no leg')
    return allFactsOfLeg(leg.path, { ...leg.context, user: { ...leg.context.user, ...changes } })
  }
  const disputed = (...inDispute: readonly string[]) => ({ inDispute })
  const synced = disputed('onPremisesSyncEnabled')

  test.each([
    ['is of the cloud or not', synced, 'password-hash-sync', '?'],
    ['is of the cloud in either case', synced, 'cloud-only', 'cloud-only'],
    ['is synchronized', { synced: true }, 'password-hash-sync', 'password-hash-sync'],
    ['is of the cloud', { synced: false }, 'password-hash-sync', 'cloud-only'],
  ] as const)('%s: %j with %s', (_, changes, managedSignIn, expected) => {
    expect(of(changes, { domain: { managedSignIn } }).managedSignIn).toBe(expected)
  })

  test.each([
    ['may have an account on-premises that is locked', { ...synced, account: { onPremises: 'locked' } }, '?'],
    ['has none that is locked', { synced: false, account: { onPremises: 'locked' } }, 'sound'],
    ['has one that is locked', { synced: true, account: { onPremises: 'locked' } }, 'locked'],
    ['has none, or one that is sound', { ...synced, account: { onPremises: 'sound' } }, 'sound'],
    ['has none, or one of which nothing is said', { ...synced, account: {} }, '?'],
    ['has one of which nothing is said', { synced: true, account: {} }, '?'],
  ] as const)('%s', (_, changes, expected) => {
    expect(of(changes).accountOnPremises).toBe(expected)
  })

  const rollout = {
    domain: { authenticationType: 'federated', identityProvider: 'adfs', stagedRollout: { groups: ['Pilot'] } },
    user: { onPremisesSyncEnabled: true, groups: ['Pilot'] },
  }
  test.each([
    ['may be in a staged rollout', { ...synced, stagedRollout: 'in' }, '?'],
    ['is in none in either case', { ...synced, stagedRollout: 'out' }, 'out'],
    ['is in one', { synced: true, stagedRollout: 'in' }, 'in'],
    ['is of the cloud, which none concerns', { synced: false, stagedRollout: 'in' }, 'out'],
    ['is perhaps in one', { synced: true, stagedRollout: '?' }, '?'],
  ] as const)('%s', (_, changes, expected) => {
    expect(of(changes as Partial<User>, rollout).stagedRollout).toBe(expected)
  })

  const methods = disputed('methods')
  test.each([
    ['has registered one or not', { ...methods, mfaRegistered: true }, '?'],
    ['has registered nothing', { ...methods, mfaRegistered: false }, 'no'],
    ['of whom nobody says it', methods, '?'],
  ] as const)('in methods, who %s', (_, changes, expected) => {
    expect(of(changes).mfaRegistered).toBe(expected)
  })

  test.each([
    ['here', { ...disputed('homeIdentity'), accountHome: 'here' }, trusting(true), '?'],
    ['here, where no home tenant counts', { ...disputed('homeIdentity'), accountHome: 'here' }, trusting(false), 'no'],
    ['here, in fact', { accountHome: 'here' }, trusting(true), 'no'],
    ['in a tenant', { ...disputed('homeIdentity'), accountHome: 'entra-tenant' }, trusting(true), '?'],
    ['in a tenant, in fact', { accountHome: 'entra-tenant' }, trusting(true), 'yes'],
    ['in a tenant that nobody names', { accountHome: 'entra-tenant' }, trustingAllBut(fabrikam), '?'],
    ['in a tenant that connects directly', { accountHome: 'direct-connect' }, trusting(true), 'yes'],
    ['with a code by mail', { accountHome: 'one-time-passcode' }, trusting(true), 'no'],
  ] as const)('at home %s: whether a second factor of there counts', (_, changes, tenant, expected) => {
    expect(of(changes as Partial<User>, { tenant }).inboundMfaTrust).toBe(expected)
  })
})

describe('cross-tenant access', () => {
  const closed = { crossTenantAccess: { default: { b2bCollaborationInbound: blocking() } } }
  function blocking() {
    return {
      usersAndGroups: { accessType: 'blocked', targets: [{ target: 'AllUsers', targetType: 'user' }] },
      applications: { accessType: 'blocked', targets: [{ target: 'AllApplications', targetType: 'application' }] },
    }
  }
  test('stops guests, and nobody who is at home here', () => {
    expect(visiting({}, closed).crossTenant).toBe('inbound-closed')
    expect(visiting({}, {}).crossTenant).toBe('open')
    expect(factsOf({ workloads, user: { mailbox: 'none' }, tenant: closed }, documents).crossTenant).toBe('open')
  })
})
