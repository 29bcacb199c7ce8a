import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadTenantValue } from '../tenant/load-tenant.ts'
import { disputableOfDomain } from '../tenant/settings/domains.ts'
import { mailboxSwitchNames } from '../tenant/settings/mailbox.ts'
import { disputableOfWorkload } from '../tenant/settings/workload-disputes.ts'
import { workloadSettings } from '../tenant/settings/workloads.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { WorkloadName } from '../vocabulary/actors.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

type Part = Readonly<Record<string, unknown>>

/** The values of settings whose values cannot be listed. */
const free: Readonly<Record<string, readonly [unknown, unknown]>> = {
  DefaultAuthenticationPolicy: [null, 'Block'],
  EwsAllowedAppIDs: [['d3590ed6-52b3-4102-aeff-aad2292ab01c'], ['00000002-0000-0ff1-ce00-000000000000']],
  EwsAllowList: [['one'], ['other']],
  ClientAuthorizationOAuthServerIdentity: ['evoSTS', 'adfs.contoso.com'],
}

/** A scenario of the library for each service, and the parts of it that a service needs so that a setting counts. */
const scenarios: readonly (readonly [WorkloadName, string, Part])[] = [
  ['exchange-online', 'exchange-online-switches', { authenticationPolicies: [{ name: 'Block' }] }],
  [
    'exchange-server',
    'hybrid-modern-authentication',
    { authenticationPolicies: [{ name: 'Block', BlockLegacyAuthMapi: true, BlockModernAuthMapi: true }] },
  ],
  ['skype-for-business-server', 'skype-mixed-3', {}],
  ['skype-for-business-online', 'skype-authentication-types', {}],
  ['sharepoint-online', 'cloud-managed', {}],
]

const valuesOf = (key: string, listed: readonly unknown[]): readonly (readonly [unknown, unknown])[] =>
  listed.length === 0 ? [free[key] ?? []].flatMap(([one, other]) => [[one, other] as const]) : pairs(listed)

const pairs = (listed: readonly unknown[]) =>
  listed
    .slice(-2)
    .map((other) => [listed.find((one) => one !== other), other] as const)
    .slice(listed.length > 2 ? 0 : 1)

/** Each setting of each service with two values on which exports can disagree. */
const disputes = scenarios.flatMap(([service, file, needed]) =>
  Object.entries(disputableOfWorkload(workloadSettings[service])).flatMap(([key, { values }]) =>
    valuesOf(key, values).map(([one, other]) => [key, one, other, service, file, needed] as const),
  ),
)

/** A tenant of the library with a change; undefined where a constraint of the vendor says that there is none like that. */
function tenantWith(file: string, change: (value: Part) => Part): Tenant | undefined {
  // The files of the library are checked by their own tests.
  const { events: _, ...value } = parse(readFileSync(`scenarios/${file}.yaml`, 'utf8')) as Part
  const loaded = loadTenantValue(JSON.parse(JSON.stringify(change(value))), file)
  if (loaded.ok) return loaded.value
  const others = loaded.diagnostics.filter(({ code }) => !/^(?:CON|TEN-35)/.test(code))
  if (others.length === 0) return undefined
  throw new Error(others.map(({ code, args }) => code + JSON.stringify(args)).join('\n'))
}

type Verdicts = ReadonlyMap<string, string>

/** The verdicts of all sign-ins in words, by what is asked and the leg. */
function verdicts(tenant: Tenant | undefined): Verdicts {
  if (tenant === undefined) return new Map()
  const [first] = tenant.users.keys()
  const asked = [...planRequests(tenant)].filter(({ user }) => user === first)
  return new Map(
    asked.flatMap((request) =>
      simulateSession(tenant, request).map((trace) => {
        const verdict = verdictOf(trace)
        const word = verdict.kind === 'signs-in' ? `${verdict.credential}, ${verdict.secondFactor}` : verdict.kind
        const { client, network, purpose } = request
        return [[client, network, purpose, trace.request.leg].join(' '), word] as const
      }),
    ),
  )
}

/** What is answered although the values do not give the same answer. */
function wrong(disputed: Verdicts, one: Verdicts, other: Verdicts): readonly string[] {
  return [...disputed].flatMap(([leg, word]) =>
    word === 'undetermined' || [one, other].every((all) => all.size === 0 || word === all.get(leg))
      ? []
      : [`${leg}: ${word}, not ${one.get(leg)} or ${other.get(leg)}`],
  )
}

test.each(disputes)('where %s is %j or %j of %s, no answer differs', (key, one, other, service, file, needed) => {
  const answers = (own: Part, without: readonly string[] = []): Verdicts =>
    verdicts(
      tenantWith(file, (value) => {
        const { [service]: before = {}, ...rest } = (value['workloads'] ?? {}) as Record<string, Part>
        const { authenticationPolicies: policies = [] } = before
        const more = needed['authenticationPolicies'] ?? []
        // Both are lists of policies.
        const all = [...(policies as readonly Part[]), ...(more as readonly Part[])]
        const kept = Object.entries({ ...before, ...(all.length === 0 ? {} : { authenticationPolicies: all }) }).filter(
          ([name]) => !without.includes(name),
        )
        return { ...value, workloads: { ...rest, [service]: { ...Object.fromEntries(kept), ...own } } }
      }),
    )
  const [first, second] = [answers({ [key]: one }), answers({ [key]: other })]
  const disputed = answers({ exportsDisagree: { [key]: [one, other] } }, [key])
  expect(disputed.size).toBeGreaterThan(0)
  expect(wrong(disputed, first, second)).toEqual([])
})

const online = (own: Part, switches: Part, without: readonly string[] = []): Verdicts =>
  verdicts(
    tenantWith('exchange-online-switches', (value) => {
      const { 'exchange-online': before = {}, ...rest } = (value['workloads'] ?? {}) as Record<string, Part>
      const kept = Object.entries(before).filter(([name]) => !without.includes(name))
      const [user] = value['users'] as readonly Part[]
      return {
        ...value,
        users: [{ ...user, mailboxSwitches: switches }],
        groups: undefined,
        workloads: { ...rest, 'exchange-online': { ...Object.fromEntries(kept), ...own } },
      }
    }),
  )

test('where exports disagree on switches of a mailbox, no answer differs from what both values give', () => {
  let open = 0
  for (const name of mailboxSwitchNames) {
    const disputed = online({}, { exportsDisagree: { [name]: [true, false] } })
    expect(wrong(disputed, online({}, { [name]: true }), online({}, { [name]: false })), name).toEqual([])
    if ([...disputed.values()].includes('undetermined')) open += 1
  }
  expect(open).toBeGreaterThan(5)
})

test('of many settings in dispute no answer differs from what their values give together', () => {
  const names = ['SmtpClientAuthenticationDisabled', 'RejectDirectSend', 'EwsEnabled', 'OAuth2ClientProfileEnabled']
  const all = [...names, 'EwsAllowOutlook', 'EwsAllowMacOutlook', 'modernAuthentication']
  const each = (value: unknown): Part => Object.fromEntries(all.map((name) => [name, value]))
  const switches = (value: unknown): Part => Object.fromEntries(mailboxSwitchNames.map((name) => [name, value]))
  const values = [true, false]
  const disputed = online({ exportsDisagree: each(values) }, {}, all)
  const sending = [...online({ exportsDisagree: { SmtpClientAuthenticationDisabled: values } }, {}, all)]
  expect(sending.filter(([leg, word]) => leg.includes('send-mail') && word === 'undetermined')).not.toEqual([])
  const few = online({ exportsDisagree: each(values) }, { exportsDisagree: { PopEnabled: values } }, all)
  const without = online({ exportsDisagree: each(values) }, { exportsDisagree: switches(values) }, all)
  const [on, off] = [online(each(true), {}), online(each(false), {})]
  expect(wrong(disputed, on, off)).toEqual([])
  expect(wrong(few, on, off)).toEqual([])
  expect([...disputed.values()].filter((word) => word !== 'undetermined')).not.toEqual([])
  expect(new Set(without.values())).toEqual(new Set(['undetermined']))
})

/** Each setting of a domain with two values on which exports can disagree, and a scenario with such a domain. */
const ofDomains: readonly (readonly [string, unknown, unknown, string])[] = [
  ['managedSignIn', 'password-hash-sync', 'pass-through', 'cloud-managed'],
  ['federatedIdpMfaBehavior', 'acceptIfMfaDoneByFederatedIdp', 'rejectMfaByFederatedIdp', 'federation-choices'],
  ['federatedIdpMfaBehavior', 'acceptIfMfaDoneByFederatedIdp', 'enforceMfaByFederatedIdp', 'leaving-ad-fs'],
  ['supportsMfa', true, false, 'federation-choices'],
  ['stagedRollout', { groups: [] }, { groups: ['Pilot'] }, 'federation-choices'],
]

test('every setting of a domain that can be in dispute is', () => {
  expect([...new Set(ofDomains.map(([key]) => key))].sort()).toEqual(Object.keys(disputableOfDomain).sort())
})

test.each(ofDomains)('where %s of a domain is %j or %j, no answer differs', (key, one, other, file) => {
  const answers = (own: Part): Verdicts =>
    verdicts(
      tenantWith(file, (value) => {
        const [domain = {}] = value['domains'] as readonly Part[]
        const kept = Object.entries(domain).filter(([name]) => !Object.hasOwn(disputableOfDomain, name))
        const [user] = value['users'] as readonly Part[]
        return {
          ...value,
          groups: [{ name: 'Pilot' }],
          users: [{ ...user, groups: ['Pilot'], perUserMfaState: 'enforced', registered: false }],
          domains: [
            {
              ...Object.fromEntries(kept),
              ...(file === 'federation-choices' ? { identityProvider: 'adfs with mfa' } : {}),
              ...own,
            },
          ],
        }
      }),
    )
  const [first, second] = [answers({ [key]: one }), answers({ [key]: other })]
  const disputed = answers({ exportsDisagree: { [key]: [one, other] } })
  expect(disputed.size).toBeGreaterThan(0)
  expect(wrong(disputed, first, second)).toEqual([])
})

const switchesOfPolicies: readonly (readonly [WorkloadName, string, string])[] = [
  ['exchange-online', 'basic-authentication-retirement', 'AllowBasicAuthImap'],
  ['exchange-online', 'basic-authentication-retirement', 'AllowBasicAuthSmtp'],
  ['exchange-server', 'hybrid-modern-authentication', 'BlockLegacyAuthMapi'],
  ['exchange-server', 'hybrid-modern-authentication', 'BlockModernAuthMapi'],
]

test.each(switchesOfPolicies)('of a policy of %s in %s, no answer differs by %s', (service, file, key) => {
  const answers = (own: Part): Verdicts =>
    verdicts(
      tenantWith(file, (value) => {
        const { [service]: before = {}, ...rest } = (value['workloads'] ?? {}) as Record<string, Part>
        const ours = { authenticationPolicies: [{ name: 'Ours', ...own }], DefaultAuthenticationPolicy: 'Ours' }
        const [user] = value['users'] as readonly Part[]
        const users = [{ ...user, authenticationPolicy: undefined }]
        return { ...value, groups: undefined, users, workloads: { ...rest, [service]: { ...before, ...ours } } }
      }),
    )
  const disputed = answers({ exportsDisagree: { [key]: [true, false] } })
  const [first, second] = [answers({ [key]: true }), answers({ [key]: false })]
  expect(disputed.size).toBeGreaterThan(0)
  expect(wrong(disputed, first, second)).toEqual([])
  expect([...first].filter(([leg, word]) => word !== second.get(leg))).not.toEqual([])
})
