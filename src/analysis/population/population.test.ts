import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { positionOf } from '../../source/text/source-text.ts'
import { matrix } from '../matrix/matrix.ts'
import { choices, foundingPlan, randomUser, tenantOf } from '../random-plan.fixture.ts'
import { nameList } from './name-list.ts'
import { populationOf } from './population.ts'

const head = 'userPrincipalName,displayName,perUserMfaState,registered,appPasswords,groups,mailbox,archive,registrar'
const plan = (from: string) =>
  `${foundingPlan.slice(0, foundingPlan.indexOf('\nusers:'))}\nusers: {from: ${from}}\ngroups: [{name: Finance}]\n`

function read(from: string, text: string, options = {}) {
  const tenant = tenantOf(plan(from))
  return populationOf(tenant, memorySourceReader({ [from]: text, 'plan.yaml': plan(from) }), options)
}

const found = (from: string, text: string) => {
  const loaded = read(from, text)
  return loaded.ok
    ? []
    : loaded.diagnostics.map(({ code, at }) => `${code} ${positionOf(at).line}:${positionOf(at).column}`)
}

function cellOf(value: unknown): string {
  return Array.isArray(value) ? value.join(';') : value === undefined ? '' : String(value)
}

describe('a population next to the file', () => {
  test.each([1, 2, 3])('is divided as it would be inside (population %i)', (seed) => {
    const choose = choices(seed)
    const columns = head.split(',')
    const people = Array.from({ length: 300 }, (_, index) => {
      const { mailboxSwitches: _switches, accountEnabled: _enabled, roles: _roles, ...user } = randomUser(choose, index)
      return { ...user, appPasswords: user['appPasswords'] ?? [], groups: user['groups'] ?? [] }
    })
    const rows = people.map((user) => columns.map((name) => cellOf(Object(user)[name])).join(','))
    const inside = tenantOf(
      `${foundingPlan.slice(0, foundingPlan.indexOf('\nusers:'))}\nusers: ${JSON.stringify(people)}\ngroups: [{name: Finance}]\n`,
    )
    const expected = populationOf(inside)
    const csv = read('users.csv', `${[head, ...rows].join('\n')}\n`, { keepMembers: true })
    const lines = read('users.jsonl', people.map((user) => JSON.stringify(user)).join('\n'), { keepMembers: true })
    if (!expected.ok || !csv.ok || !lines.ok) throw new Error('a population cannot be read')
    expect(csv.value.classes).toEqual(expected.value.classes)
    expect(lines.value.classes).toEqual(expected.value.classes)
    expect(csv.value.users).toBe(300)
  })

  // https://learn.microsoft.com/graph/api/resources/user
  test('takes users as Graph returns them, and divides them by nothing that has no effect', () => {
    const returned = (name: string, more: object = {}) => ({
      id: `aaaaaaaa-0000-4000-8000-00000000000${name}`,
      userPrincipalName: `${name}@contoso.com`,
      displayName: null,
      userType: null,
      accountEnabled: null,
      onPremisesSyncEnabled: null,
      mail: `${name}@contoso.com`,
      'assignedLicenses@odata.context': name,
      assignedLicenses: [{ skuId: name }],
      ...more,
    })
    const guest = { userType: 'Guest', identities: [{ signInType: 'federated', issuer: 'mail' }] }
    const people = [
      returned('1'),
      returned('2'),
      returned('3', { passwordProfile: { forceChangePasswordNextSignIn: true } }),
      returned('4', guest),
    ]
    const lines = read('users.jsonl', people.map((one) => JSON.stringify(one)).join('\n'))
    const classes = lines.ok ? lines.value.classes : []
    expect(classes.map(({ size, traits }) => [size, traits['account'], traits['accountHome']])).toEqual([
      [2, 'inCloud: sound, onPremises: sound', 'here'],
      [1, 'inCloud: password-expired, onPremises: sound', 'here'],
      [1, 'inCloud: sound, onPremises: sound', 'one-time-passcode'],
    ])
  })

  test('has columns that are documented and without effect', () => {
    const rows = ['userPrincipalName,Mail,usageLocation', 'a@contoso.com,a@contoso.com,DE', 'b@contoso.com,b@x.org,']
    const loaded = read('users.csv', rows.join('\n'))
    expect(loaded.ok && loaded.value.classes.map(({ size }) => size)).toEqual([2])
    expect(found('users.csv', 'userPrincipalName,identities\na@contoso.com,x')).toEqual(['SHAPE-1 1:19'])
  })

  test('gives users with a separate name their own class', () => {
    const text = `${head}\n${['a', 'b', 'c'].map((name) => `${name}@contoso.com,${name},enforced,true,,,exchange-online,none,none`).join('\n')}`
    const loaded = read('users.csv', text, { people: ['B'] })
    expect(loaded.ok && loaded.value.classes.map(({ size, representative }) => [size, representative])).toEqual([
      [2, 'a@contoso.com'],
      [1, 'b@contoso.com'],
    ])
  })

  test('keeps no names unless asked, and tells how far it is', () => {
    const rows = Array.from({ length: 100 }, (_, index) => `u${index}@contoso.com,,enforced,true,,,,,`)
    const told: number[] = []
    const loaded = read('users.csv', [head, ...rows].join('\n'), { onProgress: (users: number) => told.push(users) })
    expect(loaded.ok && loaded.value.classes[0]).not.toHaveProperty('members')
    expect(told).toEqual([100])
  })

  test.each([
    ['an unknown heading', 'userPrincipalName,color\na@contoso.com,red', ['SHAPE-1 1:19']],
    ['no column of names', 'displayName\nA', ['SHAPE-2 1:1']],
    ['an unknown state', 'userPrincipalName,perUserMfaState\na@contoso.com,enforcd', ['SHAPE-3 2:15']],
    ['a flag that is none', 'userPrincipalName,registered\na@contoso.com,perhaps', ['SHAPE-4 2:15']],
    ['a user outside any domain', 'userPrincipalName\na@fabrikam.com', ['TEN-2 2:1']],
    ['a group that is not declared', 'userPrincipalName,groups\na@contoso.com,Choir', ['TEN-1 2:15']],
    ['a workload that is not declared', 'userPrincipalName,mailbox\na@contoso.com,exchange-server', ['TEN-1 2:15']],
    ['the same user twice', 'userPrincipalName\na@contoso.com\nb@contoso.com\nA@contoso.com', ['TEN-3 4:1']],
    ['a day that is none', 'userPrincipalName,lastMfa\na@contoso.com,2019-02-30', ['SHAPE-6 2:15']],
  ])('is told of %s', (_, text, expected) => expect(found('users.csv', text)).toEqual(expected))

  test('is told of mistakes in JSON Lines', () => {
    const text =
      '{"userPrincipalName":"a@contoso.com"}\n{"userPrincipalName":"a@contoso.com"}\n{"userPrincipalName":"b@contoso.com","registered":1}'
    expect(found('users.jsonl', text)).toEqual(['SHAPE-4 3:51', 'TEN-3 2:22'])
  })

  test('that is not there is reported where it is named', () => {
    const loaded = populationOf(tenantOf(plan('users.csv')), memorySourceReader({ 'plan.yaml': plan('users.csv') }))
    const [first] = loaded.ok ? [] : loaded.diagnostics
    expect(first?.code).toBe('SRC-1')
    expect(first && plan('users.csv').slice(first.at.start, first.at.end)).toBe('users.csv')
  })

  test('is played like any other', () => {
    const tenant = tenantOf(plan('users.csv'))
    const text = `${head}\na@contoso.com,A,enforced,true,Laptop,Finance,exchange-online,none,none\n`
    const loaded = matrix(tenant, { user: 'a@contoso.com' }, { reader: memorySourceReader({ 'users.csv': text }) })
    const cell = loaded.ok
      ? loaded.value.matrix.cells.find(({ request }) => request.client === 'outlook-2010')
      : undefined
    expect(cell?.verdict).toEqual({ kind: 'signs-in', credentials: ['app-password'] })
  })
})

describe('a list of names', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `user${index}@contoso.com`)

  test('finds nobody twice among a hundred thousand', () => {
    const names = nameList()
    for (const name of many) names.add(name)
    expect(names.repeated()).toBeUndefined()
  })

  test('knows who stands there twice, case ignored', () => {
    const names = nameList()
    for (const name of [...many, 'ÄRGER@contoso.com', 'USER5@contoso.com', 'ärger@contoso.com']) names.add(name)
    const repeated = names.repeated()
    expect(repeated && [...many, 'Ärger@contoso.com'].filter(repeated)).toEqual([
      'user5@contoso.com',
      'Ärger@contoso.com',
    ])
  })
})
