import { expect, test } from 'vitest'
import { disagreements } from '../../catalog/disagreements.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Purpose } from '../../vocabulary/requests.ts'
import { disagreementsOf } from './disagreements.ts'

const plan = (client: object | string, more: object = {}, home = 'exchange-online'): string =>
  JSON.stringify({
    name: 'Contoso',
    asOf: '2020-03-15',
    createdDateTime: '2018-03-01',
    securityDefaults: false,
    multifactorAuthentication: { appPasswords: 'allowed', trustedIps: [] },
    domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
    networks: [{ name: 'internet' }],
    workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true } },
    clients: [client],
    users: [
      {
        userPrincipalName: 'ada@contoso.com',
        perUserMfaState: 'disabled',
        registered: true,
        appPasswords: [],
        roles: [],
        groups: [],
        mailbox: home,
        archive: 'none',
      },
    ],
    ...more,
  })

const onServers = {
  workloads: {
    'exchange-server': {
      servers: [{ version: '2019', cumulativeUpdate: 1, role: 'mailbox' }],
      authenticationPolicies: [{ name: 'No legacy', BlockLegacyAuthPop: true }],
      DefaultAuthenticationPolicy: 'No legacy',
    },
  },
}

const blocksActiveSync = {
  conditionalAccess: {
    policies: [
      {
        displayName: 'No ActiveSync',
        state: 'enabled',
        conditions: {
          users: { includeUsers: ['All'] },
          applications: { includeApplications: ['All'] },
          clientAppTypes: ['exchangeActiveSync'],
        },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
    ],
  },
}

/** A small plan in which each disagreement leaves a sign-in open. */
const plans: Readonly<Record<string, string>> = {
  'ios-mail-with-oauth': plan({ name: 'apple-mail-ios-11', build: '11.2.0', accountSetup: 'since-modern' }),
  'activesync-with-oauth': plan(
    { name: 'apple-mail-ios-11', build: '12.0.0', accountSetup: 'since-modern' },
    blocksActiveSync,
  ),
  'always-modern-in-a-tenant-without-it': plan(
    { name: 'outlook-2019', registry: { AlwaysUseMSOAuthForAutoDiscover: 1 } },
    { workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: false } } },
  ),
  'block-legacy-on-exchange-2019': plan({ name: 'pop-client' }, onServers, 'exchange-server'),
  'builds-without-adal': plan({ name: 'outlook-2016', build: '16.0.6001.1054' }),
  'mandatory-mfa-phase-1-complete': plan(
    'azure-portal',
    { asOf: '2025-06-01', workloads: { 'azure-management': {} } },
    'none',
  ),
  'codes-over-chapv2-and-eap': plan('vpn-client', {
    workloads: { vpn: { npsExtension: true, npsExtensionVersion: '1.2.2893.1', radiusAuthentication: 'EAP' } },
    users: [
      {
        userPrincipalName: 'ada@contoso.com',
        onPremisesSyncEnabled: true,
        perUserMfaState: 'disabled',
        methods: ['sms'],
      },
    ],
  }),
}

/** What is asked for where it is not mail. */
const purposes: Readonly<Record<string, Purpose>> = {
  'codes-over-chapv2-and-eap': 'connect-to-vpn',
  'mandatory-mfa-phase-1-complete': 'administer',
}

const open = disagreements.filter(({ treatment }) => treatment === 'open')

test.each(open.map(({ id }) => id))('an undetermined sign-in shows the pages of %s', (id) => {
  const loaded = loadTenantText(plans[id] ?? '{}', `${id}.json`)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  const purpose = purposes[id] ?? 'read-mail'
  const [request] = planRequests(loaded.value, { purpose })
  if (request === undefined) throw new Error('nobody signs in')
  const found = simulateSession(loaded.value, request).flatMap(disagreementsOf)
  expect(found.map((one) => one.id)).toContain(id)
})

test('a sign-in that is certain does not mention pages that disagree', () => {
  const loaded = loadTenantText(plan({ name: 'outlook-2019' }), 'plain.json')
  if (!loaded.ok) throw new Error('the plan does not load')
  const found = [...planRequests(loaded.value)].flatMap((request) =>
    simulateSession(loaded.value, request).flatMap(disagreementsOf),
  )
  expect(found).toEqual([])
})
