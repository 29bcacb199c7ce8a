import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { planOf } from '../matrix/plan.ts'
import type { CellReading, Difference, DiffResult } from '../population/results.ts'
import { foundingPlan, randomPlan } from '../random-plan.fixture.ts'
import { differingAspects, readingKey } from './cell-reading.ts'
import { diff } from './diff.ts'

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)

function plan(text: string, at?: number, name = 'plan.yaml', reader?: SourceReader) {
  const loaded = planOf({ name, text }, reader, at)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

function compare(before: string, after: string, at?: number, atAfter = at): DiffResult {
  const loaded = diff(plan(before, at, 'a.yaml'), plan(after, atAfter, 'b.yaml'))
  if (!loaded.ok) throw new Error('the plans cannot be compared')
  return loaded.value
}

const edited = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`nothing to change: ${before}`)
    return text.replace(before, after)
  }, foundingPlan)

const named = (difference: Difference): string =>
  difference.kind === 'file' ? difference.path : difference.kind === 'vendor' ? difference.ids.join() : difference.kind

const causesOf = ({ causes }: DiffResult) => causes.map(({ differences }) => differences.map(named).join(' + '))

const cellsOf = ({ causes }: DiffResult) =>
  causes
    .flatMap(({ changes }) => changes)
    .map(({ users, client, purpose, network, before, after }) =>
      JSON.stringify([users.representative, client, purpose, network, before ?? null, after ?? null]),
    )
    .sort()

describe('a plan compared with itself', () => {
  test.each([0, 1, 2])('has no change (plan %i)', (seed) => {
    const text = seed === 0 ? foundingPlan : randomPlan(seed, 12)
    expect(compare(text, text)).toMatchObject({ changes: 0, users: 0, causes: [], withoutEffect: [] })
  })
})

describe('a comparison', () => {
  test.each([
    [1, 2],
    [3, 4],
  ])('turned round has the same changes turned round (plans %i and %i)', (one, other) => {
    const forward = compare(randomPlan(one, 5), randomPlan(other, 5))
    const back = compare(randomPlan(other, 5), randomPlan(one, 5))
    expect(forward.changes).toBeGreaterThan(0)
    const turned = cellsOf(back).map((cell) => {
      const [user, client, purpose, network, before, after]: unknown[] = JSON.parse(cell)
      return JSON.stringify([user, client, purpose, network, after, before])
    })
    expect(turned.sort()).toEqual(cellsOf(forward))
  })

  test('names the difference that makes each change', () => {
    const result = compare(
      foundingPlan,
      edited(
        ['appPasswords: allowed', 'appPasswords: blocked'],
        ['registered: true\n    appPasswords: [Laptop]', 'registered: true\n    appPasswords: []'],
      ),
    )
    expect(causesOf(result)).toEqual([
      'multifactorAuthentication.appPasswords + users[finance.lead@contoso.com].appPasswords[Laptop]',
    ])
    expect(result.users).toBe(1)
  })

  test('applies differences one at a time, so that two of them are distinguished', () => {
    const result = compare(
      foundingPlan,
      edited(
        ['perUserMfaState: disabled', 'perUserMfaState: enabled'],
        ['modernAuthentication: true # turned', 'modernAuthentication: false # turned'],
      ),
    )
    expect(causesOf(result).sort()).toEqual(
      expect.arrayContaining([
        'users[warehouse.clerk@contoso.com].perUserMfaState',
        'workloads.exchange-online.modernAuthentication',
      ]),
    )
    expect(result.withoutEffect).toEqual([])
  })

  test('says what makes nothing', () => {
    const result = compare(foundingPlan, edited(['displayName: New starter', 'displayName: Newest starter']))
    expect(result.changes).toBe(0)
    expect(result.withoutEffect.map(named)).toEqual(['users[new.starter@contoso.com].displayName'])
  })

  test.each([
    ['a network', '- name: internet', '- name: anywhere'],
    ['a network in another case', '- name: corporate', '- name: Corporate'],
    ['a client of a catalog entry', 'name: outlook-2013-modern', 'name: outlook-2013-with-adal'],
    ['a person known by display name', 'warehouse.clerk@contoso.com', 'clerk@contoso.com'],
    ['an identity provider', /adfs/g, 'federation'],
  ])('sees no change in the renaming of %s', (_, before, after) => {
    const result = compare(foundingPlan, foundingPlan.replace(before, after))
    expect(result.changes).toBe(0)
  })

  test('sees no change in another order', () => {
    const [first, second] = [
      '  - name: corporate\n    ranges: [203.0.113.0/24]\n    insideCorporateNetwork: true\n',
      '  - name: internet\n',
    ]
    const result = compare(foundingPlan, edited([first + second, second + first]))
    expect(result).toMatchObject({ changes: 0, withoutEffect: [] })
  })

  test('takes one decision made for several people as one difference', () => {
    const all = foundingPlan.replaceAll('perUserMfaState: enforced', 'perUserMfaState: disabled')
    const result = compare(foundingPlan, all)
    expect(causesOf(result)).toEqual(['users[finance.lead@contoso.com, exchange.admin@contoso.com].perUserMfaState'])
    expect(result.users).toBe(2)
  })

  test('counts people who come and go', () => {
    const before = foundingPlan.slice(0, foundingPlan.indexOf('\n  # Even an administrator'))
    const without = `${before}\ngroups: [{name: Finance}]\n`
    const gone = compare(foundingPlan, without)
    expect(gone.causes.every(({ changes }) => changes.every(({ after }) => after === undefined))).toBe(true)
    expect(causesOf(gone)).toEqual(['users[exchange.admin@contoso.com]'])
    expect(compare(without, foundingPlan).changes).toBe(gone.changes)
  })
})

describe('a comparison sees all that a verdict has', () => {
  const leg = {
    leg: 'mailbox',
    relyingParty: 'exchange-online',
    protocol: 'http-oauth',
    optional: false,
    audit: [],
  } as const
  const ending = (changes: object) => ({
    verdict: { kind: 'blocked', leg: 'mailbox', rule: 'GATE-1' },
    prompts: 1,
    legs: [
      { ...leg, verdict: { kind: 'blocked', policies: ['A'], rule: 'GATE-1', stage: 'issue', error: 'X', ...changes } },
    ],
  })
  const withLeg = (changes: object) => ({
    ...ending({}),
    legs: ending({}).legs.map((one) => ({ ...one, ...changes })),
  })
  test.each([
    ['the policies', ending({ policies: ['A', 'B'] }), 'policies'],
    ['the controls that are required', withLeg({ required: [['mfa']] }), 'grant-controls'],
    [
      'the controls of the session',
      withLeg({ session: { signInFrequency: { value: 8, type: 'hours' } } }),
      'session-controls',
    ],
    ['the error', ending({ error: 'Y' }), 'error'],
    ['an error that is gone', ending({ error: undefined }), 'error'],
    ['the stage', ending({ stage: 'service' }), 'stage'],
    ['the rule', ending({ rule: 'GATE-2' }), 'rule'],
    ['the prompts', { ...ending({}), prompts: 2 }, 'prompts'],
  ])('%s', (_, other, aspect) => {
    // Values of the right form; only their differences count here.
    const [before, after] = [ending({}) as unknown as CellReading, other as unknown as CellReading]
    expect(readingKey(before)).not.toBe(readingKey(after))
    expect(differingAspects(before, after)).toEqual([aspect])
  })

  test.each([1, 2, 3])('and names an aspect of each change (plans from %i)', (seed) => {
    for (const { changes } of compare(randomPlan(seed, 6), randomPlan(seed + 10, 6)).causes)
      for (const { before, after, aspects } of changes)
        if (before !== undefined && after !== undefined) expect(aspects).not.toEqual([])
  })
})

describe('one plan on two dates', () => {
  test('changes by what the vendor does in between', () => {
    const result = compare(foundingPlan, foundingPlan, day('2019-10-01'), day('2023-06-01'))
    const [first] = result.causes
    expect(result.changes).toBeGreaterThan(0)
    expect(result.causes.every(({ differences }) => differences.every(({ kind }) => kind === 'vendor'))).toBe(true)
    expect(first?.differences[0]).toMatchObject({ kind: 'vendor', citation: expect.anything() })
  })

  test('is the same told backwards', () => {
    const forward = compare(foundingPlan, foundingPlan, day('2019-10-01'), day('2023-06-01'))
    const back = compare(foundingPlan, foundingPlan, day('2023-06-01'), day('2019-10-01'))
    expect([back.changes, back.users]).toEqual([forward.changes, forward.users])
    expect(causesOf(back)).toEqual(causesOf(forward))
  })

  test('changes by a declared event', () => {
    const text = `${foundingPlan}\nevents:\n  - { at: 2019-11-01, type: app-passwords-deleted, user: Finance lead }\n  - { at: 2019-11-01, type: app-passwords-setting-changed, appPasswords: blocked }\n`
    const result = compare(text, text, day('2019-10-31'), day('2019-11-02'))
    expect(causesOf(result)).toEqual(['event + event'])
    expect(result.users).toBe(1)
  })

  test('changes by the mere passing of time where an account is on its way to the cloud', () => {
    const text = `${foundingPlan}\nevents:\n  - { at: 2019-11-01T08:00:00Z, type: account-disabled, user: Finance lead }\n`
    const result = compare(text, text, Date.parse('2019-11-01T09:00:00Z'), Date.parse('2019-11-01T12:00:00Z'))
    expect(causesOf(result)).toEqual(['elapsed'])
  })
})

describe('plans with a population next to them', () => {
  const beside = `${foundingPlan.slice(0, foundingPlan.indexOf('\nusers:'))}\nusers: {from: users.csv}\n`
  const head = 'userPrincipalName,perUserMfaState,registered,appPasswords,mailbox,archive,registrar\n'
  const rows = (state: (index: number) => string) =>
    Array.from(
      { length: 20 },
      (_, index) => `u${index}@contoso.com,${state(index)},true,Laptop,exchange-online,none,none`,
    ).join('\n')
  const at = (folder: string, text: string, csv: string) =>
    plan(text, undefined, `${folder}/plan.yaml`, memorySourceReader({ [`${folder}/users.csv`]: csv }))

  test('are compared person by person, and the records that differ are the cause', () => {
    const one = head + rows(() => 'enforced')
    const other = head + rows((index) => (index < 7 ? 'disabled' : 'enforced'))
    const reader = memorySourceReader({ 'a/users.csv': one, 'b/users.csv': other })
    const loaded = diff(at('a', beside, one), at('b', beside, other), { reader })
    if (!loaded.ok) throw new Error('the plans cannot be compared')
    expect(loaded.value.users).toBe(7)
    expect(causesOf(loaded.value)).toEqual(['users[u0@contoso.com].perUserMfaState'])
  })

  test('that cannot be read are an error and not a difference', () => {
    const one = head + rows(() => 'enforced')
    const reader = memorySourceReader({ 'a/users.csv': one, 'b/users.csv': 'userPrincipalName,color\na,b' })
    const loaded = diff(at('a', beside, one), at('b', beside, ''), { reader })
    expect(loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)).toEqual(['SHAPE-1'])
  })
})
