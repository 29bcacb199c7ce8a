import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { planOf } from '../matrix/plan.ts'
import type { Moment } from '../population/results.ts'
import { foundingPlan } from '../random-plan.fixture.ts'
import { diff } from './diff.ts'
import { timeline } from './timeline.ts'

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)

function plan(text: string) {
  const loaded = planOf({ name: 'plan.yaml', text })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

function between(text: string, from: string, to: string) {
  const loaded = timeline(plan(text), { from: day(from), to: day(to) })
  if (!loaded.ok) throw new Error('the plan has no timeline')
  return loaded.value
}

const dates = (moments: readonly Moment[]): readonly string[] =>
  moments.map(({ at }) => new Date(at).toISOString().slice(0, 10))

const deviceInUse = `name: device
asOf: 2026-11-16T09:00:00Z
licences: [p1]
domains: [{ name: relecloud.com, authenticationType: managed, managedSignIn: password-hash-sync }]
devices:
  - name: laptop
    platform: windows
    trustType: AzureAD
    helloTrust: cloud-kerberos
    unlockedAt: 2026-11-16T08:00:00Z
    unlockedWith: [windowsHelloForBusiness]
clients: [{ name: edge, client: browser, device: laptop, deviceSingleSignOn: true }]
users: [{ userPrincipalName: a@relecloud.com, methods: [windowsHelloForBusiness] }]
`
const weekly = `conditionalAccess:
  policies:
    - displayName: Once a week
      state: enabled
      conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] } }
      sessionControls:
        signInFrequency: { isEnabled: true, value: 7, type: days, authenticationType: primaryAndSecondaryAuthentication }
`

describe('a timeline', () => {
  test('has the day on which the vendor turned basic authentication off for good', () => {
    const { moments } = between(foundingPlan, '2022-12-01', '2023-02-01')
    expect(dates(moments)).toEqual(['2023-01-01'])
    const [cause] = moments[0]?.causes ?? []
    expect(cause?.differences[0]).toMatchObject({ kind: 'vendor', statement: expect.stringContaining('asic') })
    expect(cause?.changes.length).toBeGreaterThan(0)
  })

  test('has declared events on their days, and says which of them change nothing', () => {
    const text = `${foundingPlan}
events:
  - { at: 2019-11-01, type: registration-completed, user: New starter }
  - { at: 2019-11-05, type: password-reset, user: Finance lead }
  - { at: 2019-11-09, type: app-passwords-deleted, user: Finance lead }
`
    const { moments, withoutEffect } = between(text, '2019-10-02', '2019-12-01')
    expect(dates(moments)).toEqual(['2019-11-01'])
    expect(moments[0]).toMatchObject({ users: 1, causes: [{ differences: [{ kind: 'event', about: 'New starter' }] }] })
    const events = withoutEffect.filter(({ kind }) => kind === 'event')
    expect(events).toMatchObject([{ type: 'password-reset' }, { type: 'app-passwords-deleted' }])
  })

  test('has the instants at which an account is off on-premises and at which the cloud has heard of it', () => {
    const text = `${foundingPlan}\nevents:\n  - { at: 2019-11-01T08:00:00Z, type: account-disabled, user: Finance lead }\n`
    const { moments } = between(text, '2019-10-02', '2019-12-01')
    expect(moments.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2019-11-01T08:00:00.000Z',
      '2019-11-01T11:00:00.000Z',
    ])
    expect(moments[1]?.causes[0]?.differences).toMatchObject([{ kind: 'elapsed' }])
  })

  test.each([
    ['is too old for a policy', weekly, '2026-11-23T08:00:00.000Z', 'is too old for Once a week'],
    [
      'leaves no token any more',
      '',
      '2026-11-30T08:00:00.000Z',
      'leaves no valid token if nobody has used it for 14 days',
    ],
  ])('has the instant at which a sign-in to a device %s', (_, policies, at, statement) => {
    const { moments } = between(`${deviceInUse}${policies}`, '2026-11-17', '2026-12-20')
    const elapsed = { kind: 'elapsed', statements: [`the sign-in to laptop ${statement}`] }
    expect(moments).toMatchObject([{ at: Date.parse(at), causes: [{ differences: [elapsed] }] }])
  })

  test('together makes the changes between its ends', () => {
    const { moments } = between(foundingPlan, '2019-10-01', '2024-01-01')
    const whole = diff(
      { ...plan(foundingPlan), at: day('2019-10-01') },
      { ...plan(foundingPlan), at: day('2024-01-01') },
    )
    const places = moments.flatMap(({ causes }) => causes.flatMap(({ changes }) => changes))
    const touched = new Set(places.map(({ users, client, purpose }) => [users.representative, client, purpose].join()))
    expect(whole.ok && whole.value.changes).toBeGreaterThan(0)
    for (const { changes } of whole.ok ? whole.value.causes : [])
      for (const { users, client, purpose } of changes)
        expect(touched).toContain([users.representative, client, purpose].join())
  })

  test('of a time in which nothing happens is empty', () => {
    expect(between(foundingPlan, '2019-10-01', '2019-10-02')).toMatchObject({ moments: [], withoutEffect: [] })
  })
})

test('no two dates of the library say the same of a change', () => {
  const text = readFileSync('scenarios/basic-authentication-retirement.yaml', 'utf8')
  const { moments, withoutEffect } = between(text, '2019-10-01', '2027-07-01')
  const all = [...moments.flatMap(({ causes }) => causes.flatMap(({ differences }) => differences)), ...withoutEffect]
  const days = new Map<string, Set<number>>()
  for (const one of all) {
    if (one.kind !== 'vendor') continue
    const key = `${one.moment} ${one.state} ${one.ids} ${one.statement}`
    days.set(key, (days.get(key) ?? new Set()).add(one.at))
  }
  expect([...days].filter(([, at]) => at.size > 1).map(([key]) => key)).toEqual([])
})

describe('each date says what happens on it, though it is time alone that brings it', () => {
  const leaver = readFileSync('scenarios/leaver.yaml', 'utf8')
  const remembered = `name: Remembered
asOf: 2021-01-01
createdDateTime: 2019-01-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
networks: [{ name: internet }]
securityDefaults: false
multifactorAuthentication: { appPasswords: allowed, trustedIps: [], rememberDays: 10 }
workloads: { exchange-online: { modernAuthentication: true } }
clients: [browser]
users:
  - { userPrincipalName: a@contoso.com, perUserMfaState: enforced, registered: true, appPasswords: [], roles: [], groups: [], mailbox: exchange-online, lastMfa: 2021-01-01 }
`

  test.each([
    ['a change on-premises that reaches the cloud', leaver, '2019-10-31', '2019-11-08'],
    ['a second factor that is remembered no longer', remembered, '2021-01-01', '2021-02-01'],
  ])('%s', (_name, text, from, to) => {
    const { moments } = between(text, from, to)
    const silent = moments.flatMap(({ causes }) =>
      causes.flatMap(({ differences }) =>
        differences.flatMap((one) => (one.kind === 'elapsed' ? [one.statements ?? []] : [])),
      ),
    )
    expect(silent.length).toBeGreaterThan(0)
    for (const statements of silent) expect(statements.length).toBeGreaterThan(0)
    for (const { causes } of moments) expect(causes.flatMap(({ differences }) => differences).length).toBeGreaterThan(0)
  })
})
