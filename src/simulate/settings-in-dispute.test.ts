import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadTenantValue } from '../tenant/load-tenant.ts'
import { disputableSettings, playedSettings } from '../tenant/settings/users.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

type Part = Readonly<Record<string, unknown>>

/** Each setting of a user with two values on which exports can disagree. */
const disputes: readonly (readonly [string, unknown, unknown])[] = [
  ['accountEnabled', true, false],
  ['kind', 'member', 'guest'],
  ['userType', 'Member', 'Guest'],
  ['homeIdentity', 'entra-tenant', 'one-time-passcode'],
  ['perUserMfaState', 'disabled', 'enforced'],
  ['perUserMfaState', 'enabled', 'enforced'],
  ['registered', true, false],
  ['methods', ['fido2'], ['sms']],
  ['onPremisesSyncEnabled', true, false],
  ['onPremisesAccountState', 'sound', 'locked'],
  ['onPremisesAccountState', 'disabled', 'sound'],
  ['cloudPasswordExpired', true, false],
  ['groups', [], ['Pilot']],
  ['roles', [], ['Global Administrator']],
]

test('every setting that can be in dispute is', () => {
  expect([...new Set(disputes.map(([setting]) => setting))].sort()).toEqual(
    Object.keys(disputableSettings)
      .filter((key) => !Object.hasOwn(playedSettings, key))
      .sort(),
  )
})

/** Policies that tell people apart in each way in which a setting does. */
const policy = (displayName: string, users: Part, control: string): Part => ({
  displayName,
  state: 'enabled',
  conditions: { users, applications: { includeApplications: ['All'] }, clientAppTypes: ['all'] },
  grantControls: { operator: 'OR', builtInControls: [control] },
})
const external = (guestOrExternalUserTypes: string): Part => ({
  includeGuestsOrExternalUsers: { guestOrExternalUserTypes, externalTenants: { membershipKind: 'all' } },
})
const policies = [
  policy('guests', { includeUsers: ['GuestsOrExternalUsers'] }, 'mfa'),
  policy('members', { includeUsers: ['All'], excludeUsers: ['GuestsOrExternalUsers'] }, 'compliantDevice'),
  policy('collaboration', external('b2bCollaborationGuest'), 'block'),
  policy('pilot', { includeGroups: ['Pilot'] }, 'block'),
  policy('administrators', { includeRoles: ['62e90394-69f5-4237-9190-012177145e10'] }, 'mfa'),
]

/** What a scenario of the library declares, with one user, some policies and more settings. */
function tenantWith(file: string, user: Part, more: Part): Tenant {
  // The files of the library are checked by their own tests.
  const {
    events: _,
    users,
    groups: __,
    clients = [],
    ...rest
  } = parse(readFileSync(`scenarios/${file}.yaml`, 'utf8')) as Part
  const [first] = users as readonly Part[]
  const own = Object.entries(first ?? {}).filter(([key]) => !Object.hasOwn(disputableSettings, key))
  const anyone = (clients as readonly (string | Part)[]).map((one) =>
    typeof one === 'string' ? one : { ...one, users: undefined },
  )
  const value = {
    ...rest,
    clients: anyone,
    groups: [{ name: 'Pilot' }],
    users: [{ ...Object.fromEntries(own), ...user }],
    ...more,
  }
  const loaded = loadTenantValue(JSON.parse(JSON.stringify(value)), file)
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args)).join('\n'))
  return loaded.value
}

/** The verdicts of all sign-ins in words. */
function verdicts(tenant: Tenant): readonly string[] {
  return [...planRequests(tenant)].flatMap((request) =>
    simulateSession(tenant, request).map((trace) => {
      const verdict = verdictOf(trace)
      if (verdict.kind === 'undetermined') return 'undetermined'
      return verdict.kind === 'signs-in' ? verdict.credential : 'refused'
    }),
  )
}

const scenarios: readonly (readonly [string, Part])[] = [
  ['cloud-managed', { conditionalAccess: { policies } }],
  ['security-defaults', {}],
  ['mfa-states', {}],
  ['vpn', {}],
]

/** What of two answers is certain: the same one, or nothing. */
const certain = (one: string | undefined, other: string | undefined): string =>
  one === undefined || one !== other ? 'undetermined' : one

test.each(disputes)('where %s is %j or %j, no answer differs from what both give', (setting, one, other) => {
  let open = 0
  const wrong = scenarios.flatMap(([file, more]) => {
    const [first, second] = [one, other].map((value) => verdicts(tenantWith(file, { [setting]: value }, more)))
    const disputed = verdicts(tenantWith(file, { exportsDisagree: { [setting]: [one, other] } }, more))
    return disputed.flatMap((verdict, at) => {
      const expected = certain(first?.[at], second?.[at])
      if (verdict === 'undetermined') open += first?.[at] === second?.[at] ? 0 : 1
      return verdict === 'undetermined' || verdict === expected ? [] : [`${file} ${at}: ${verdict}, not ${expected}`]
    })
  })
  expect(wrong).toEqual([])
  expect(open).toBeGreaterThan(0)
})

test('where exports disagree on security defaults, what they decide is open', () => {
  const answers = (more: Part) =>
    verdicts(tenantWith('security-defaults', {}, { securityDefaults: undefined, ...more }))
  const [on, off] = [answers({ securityDefaults: true }), answers({ securityDefaults: false })]
  const disputed = answers({ exportsDisagree: { securityDefaults: [true, false] } })
  const either = on.map((verdict, at) => certain(verdict, off[at]))
  expect(disputed.filter((verdict, at) => verdict !== 'undetermined' && verdict !== either[at])).toEqual([])
  expect(disputed.filter((verdict, at) => verdict === 'undetermined' && on[at] !== off[at])).not.toEqual([])
  expect(answers({ securityDefaults: true, exportsDisagree: { securityDefaults: [true, false] } })).toEqual(on)
})

test('what does not depend on a setting in dispute is not open', () => {
  const stated = { perUserMfaState: 'disabled', registered: true, methods: ['fido2'], groups: [], roles: [] }
  const open = (user: Part): number =>
    verdicts(tenantWith('cloud-managed', { ...stated, ...user }, {})).filter((one) => one === 'undetermined').length
  const usual = open({})
  expect(open({ exportsDisagree: { accountEnabled: [true, false] } })).toBeGreaterThan(usual)
  const without = [
    { exportsDisagree: { kind: ['member', 'guest'] } },
    { exportsDisagree: { onPremisesAccountState: ['sound', 'locked'] } },
    { exportsDisagree: { accountEnabled: [true, false] }, accountEnabled: true },
  ]
  expect(without.map(open)).toEqual(without.map(() => usual))
})
