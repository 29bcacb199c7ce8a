import { describe, expect, test } from 'vitest'
import { ownerOf } from '../../rules/owner.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Verdict } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { type Combination, combinationNames } from '../../vocabulary/methods.ts'
import { policy, tenantOf } from '../sign-in.fixture.ts'
import { simulateSession } from '../simulate-session.ts'

const own = [...new Set(combinationNames.flatMap((one) => one.split(',')))].filter(
  (method) => method !== 'password' && !method.startsWith('federated'),
)
const platforms = ['windows', 'macOS', 'linux', 'iOS', 'android']
const devices = platforms.flatMap((platform) => [
  { name: `known ${platform}`, platform, registered: true },
  { name: `unknown ${platform}`, platform, registered: false },
])
const forms = ['outlook-microsoft-365', 'browser', 'outlook-mobile-ios', 'outlook-mobile-android', 'graph-powershell']
const clients = forms.flatMap((client) =>
  devices
    .filter(({ platform }) => !client.includes('mobile') || client.endsWith(platform.toLowerCase()))
    .map(({ name }) => ({ name: `${client} on ${name}`, displayName: `${client} on ${name}`, client, device: name })),
)
const person = (name: string, domain: string, methods: readonly string[]) => ({
  userPrincipalName: `${name}@${domain}`,
  displayName: `${name} ${domain}`,
  perUserMfaState: 'disabled',
  registered: methods.length > 0,
  methods,
  groups: [],
  roles: [],
  mailbox: 'exchange-online',
})
const domains = [
  { name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' },
  { name: 'fabrikam.com', authenticationType: 'federated', identityProvider: 'adfs' },
]
const people = [
  person('all', 'contoso.com', own),
  // A federated user with a method that ranks above the password may not be sent to the identity provider at all.
  person('codes', 'fabrikam.com', ['softwareOath', 'microsoftAuthenticatorPush', 'voice']),
  ...domains.map(({ name }) => person('text', name, ['sms'])),
]

const everywhere = (more: object): Tenant =>
  tenantOf({
    asOf: '2026-11-01',
    provider: { performsMfa: false },
    tenant: { domains, devices, clients, users: people, ...more },
  })
const tenants = [
  everywhere({}),
  everywhere({ conditionalAccess: { namedLocations: [], policies: [policy({ builtInControls: ['mfa'] })] } }),
  everywhere({ multifactorAuthentication: { appPasswords: 'allowed', trustedIps: [], availableMethods: ['fido2'] } }),
]

/** How the sign-in ends, with these methods if they are stated. */
function endOf(tenant: Tenant, user: string, client: string, methods?: readonly string[]): Verdict | undefined {
  const purpose = client.startsWith('graph') ? 'administer' : 'read-mail'
  const signals = methods === undefined ? {} : { methods }
  const traces = simulateSession(tenant, { user, client, purpose, network: 'here', at: tenant.asOf, signals })
  const last = traces.at(-1)
  return last && verdictOf(last)
}

interface Case {
  readonly user: string
  readonly client: string
  readonly combination: Combination
  readonly plain: Verdict
  readonly stated: Verdict
}

/** Every combination stated by a user with each client that signs in without. */
const casesOf = (tenant: Tenant, user: string): readonly Case[] =>
  clients.flatMap(({ name }): readonly Case[] => {
    const plain = endOf(tenant, user, name)
    if (plain?.kind !== 'signs-in' || plain.credential !== 'interactive') return []
    return combinationNames.flatMap((combination) => {
      const stated = endOf(tenant, user, name, combination.split(','))
      return stated === undefined ? [] : [{ user, client: name, combination, plain, stated }]
    })
  })

/** A password that is typed at the identity provider has another name in Graph. */
const named = ({ user, combination }: Case): string =>
  user.endsWith('fabrikam.com') && combination === 'password' ? 'federatedSingleFactor' : combination

const admits = (one: Case): boolean =>
  one.plain.kind === 'signs-in' && one.plain.admissible?.some((combination) => combination === named(one)) === true

describe('methods that a sign-in states', () => {
  const asked = tenants.flatMap((tenant, at) => [...tenant.users.keys()].map((user) => [user, at, tenant] as const))

  test.each(asked)(
    'open what is admissible for the same person, and nothing else: %s, tenant %i',
    (user, _, tenant) => {
      const cases = casesOf(tenant, user)
      expect(cases.length).toBeGreaterThan(100)
      const silentlyIn = cases.filter(
        (one) => one.stated.kind === 'signs-in' && one.stated.presents === named(one) && !admits(one),
      )
      expect(silentlyIn.slice(0, 5)).toEqual([])
      const keptOut = cases.filter((one) => admits(one) && one.stated.kind !== 'signs-in')
      expect(keptOut.slice(0, 5)).toEqual([])
    },
  )

  test('fail with the rule that refuses the combination, and its owner', () => {
    const refused = asked
      .flatMap(([user, , tenant]) => casesOf(tenant, user))
      .flatMap(({ stated }) => (stated.kind === 'cannot-sign-in' ? [stated.rule] : []))
    expect(new Set(refused.map(ownerOf))).toEqual(new Set(['person', 'device', 'policy']))
    expect(refused.filter((rule) => !rule.startsWith('MTH-'))).toEqual([])
  })
})
