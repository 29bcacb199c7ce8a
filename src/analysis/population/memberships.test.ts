import { describe, expect, test } from 'vitest'
import { allOf, placesOf, type UserSets } from '../../classes/user-sets.ts'
import { processorTime } from '../../processor-time.fixture.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { countDiagnostics } from '../../source/diagnostics/shown-diagnostics.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { positionOf } from '../../source/text/source-text.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { choices, foundingPlan, tenantOf } from '../random-plan.fixture.ts'
import { populationOf } from './population.ts'
import { randomEstate } from './random-estate.fixture.ts'
import { userSetsOf } from './user-sets-of.ts'

const start = foundingPlan.slice(0, foundingPlan.indexOf('\nusers:'))
const plan = (
  rest: string,
  groups = '[{name: Finance, id: f-1}, {name: Staff}, {name: Boss, members: [a@contoso.com]}]',
) => `${start}\nusers: {${rest}}\n${groups === '' ? '' : `groups: ${groups}\n`}`
const beside = 'from: users.csv, memberships: memberships.csv'
const users = 'userPrincipalName,id\na@contoso.com,id-a\nb@contoso.com,id-b\nc@contoso.com,id-c\n'

function read(memberships: string, text = plan(beside), people = users) {
  const files = { 'plan.yaml': text, 'users.csv': people, 'memberships.csv': memberships }
  return populationOf(tenantOf(text), memorySourceReader(files))
}

const problems = (...given: Parameters<typeof read>): readonly string[] => {
  const loaded = read(...given)
  return (loaded.ok ? loaded.warnings : loaded.diagnostics).map(
    ({ code, at }) => `${code} ${at.source.name} ${positionOf(at).line}:${positionOf(at).column}`,
  )
}

describe('a file of memberships', () => {
  test.each([
    ['nothing wrong', 'group,member\nFinance,a@contoso.com\n', []],
    ['its columns the other way round, and spaces', 'Member;Group\n A@contoso.com ; finance\n', []],
    ['a byte-order mark and the line ends of Windows', '\ufeffgroup,member\r\nFinance,b@contoso.com\r\n', []],
    ['quotes', '"group","member"\n"Finance","a@contoso.com"\n', []],
    ['users and groups by id', 'group,member\nf-1,id-a\nStaff,f-1\n', []],
    ['no row', 'group,member\n', []],
    ['an unknown group', 'group,member\nFinanc,a@contoso.com\n', ['TEN-1 memberships.csv 2:1']],
    ['an unknown member', 'group,member\nFinance,z@contoso.com\n', ['MEM-4 memberships.csv 2:9']],
    ['an unknown member by display name', 'group,member\nFinance,Ada\n', ['MEM-4 memberships.csv 2:9']],
    ['a row twice', 'group,member\nFinance,a@contoso.com\nf-1,A@CONTOSO.COM\n', ['MEM-1 memberships.csv 3:5']],
    ['a group in itself', 'group,member\nFinance,f-1\n', ['MEM-2 memberships.csv 2:9']],
    ['a cycle', 'group,member\nFinance,Staff\nStaff,Finance\n', ['MEM-2 memberships.csv 2:9']],
    ['members of one group in two places', 'group,member\nBoss,b@contoso.com\n', ['MEM-3 memberships.csv 2:1']],
    ['no group', 'group,member\n,b@contoso.com\n', ['SHAPE-2 memberships.csv 2:1']],
    ['no member', 'group,member\nFinance, \n', ['SHAPE-2 memberships.csv 2:9']],
    ['a column too many', 'group,member,since\nStaff,a@contoso.com,2020\n', ['SHAPE-1 memberships.csv 1:14']],
    ['no column of groups', 'member\na@contoso.com\n', ['SHAPE-2 memberships.csv 1:1']],
    ['a field too many', 'group,member\nFinance,a@contoso.com,x\n', ['SRC-19 memberships.csv 2:23']],
    ['an open quote', 'group,member\n"Finance,a@contoso.com\n', ['SRC-20 memberships.csv 2:1']],
    ['nothing at all', '', ['SRC-8 memberships.csv 1:1']],
  ])('with %s', (_, text, expected) => {
    expect(
      problems(text).filter((one) => !one.startsWith('SRC-19 memberships.csv 2:23') || expected.includes(one)),
    ).toEqual(expected)
  })

  test('that is not there is reported where it is named, when the tenant is loaded', () => {
    const text = plan(beside)
    const loaded = loadTenant('plan.yaml', memorySourceReader({ 'plan.yaml': text, 'users.csv': users }))
    const first = (loaded.ok ? [] : loaded.diagnostics).find(({ code }) => code === 'SRC-1')
    expect(first).toBeDefined()
    expect(first?.at.source.text.slice(first.at.start, first.at.end)).toBe('memberships.csv')
  })

  test('leaves groups on which exports disagree in dispute', () => {
    const text = plan('from: users.jsonl, memberships: memberships.csv')
    const line = (groups: object) => `${JSON.stringify({ userPrincipalName: 'a@contoso.com', ...groups })}\n`
    const userOf = (users: string, memberships: string) => {
      const files = { 'plan.yaml': text, 'users.jsonl': users, 'memberships.csv': memberships }
      const loaded = populationOf(tenantOf(text), memorySourceReader(files))
      return loaded.ok ? [...loaded.value.tenant.users.values()][0] : undefined
    }
    const rows = 'group,member\nStaff,a@contoso.com\n'
    const disputed = userOf(line({ exportsDisagree: { groups: [[], ['Finance']] } }), rows)
    expect([disputed?.inDispute, disputed?.groups]).toEqual([['groups'], undefined])
    expect(userOf(line({ groups: ['Finance'] }), rows)?.inDispute).toBeUndefined()
  })

  test('declares the groups of a tenant that declares none', () => {
    const text = plan(beside, '')
    expect(problems('group,member\nFinance,Staff\nStaff,a@contoso.com\n', text)).toEqual([])
    expect(problems('group,member\nFinance,Staff\nStaff,Finance\nStaff,Nobody\n', text)).toEqual([
      'MEM-2 memberships.csv 2:9',
      'MEM-4 memberships.csv 4:7',
    ])
  })

  test('reports a group in itself once, however many groups lead round', () => {
    const names = Array.from({ length: 50 }, (_, index) => `G${index}`)
    const rows = names.map((name, index) => `${name},${names[(index + 1) % 50]}`)
    expect(problems(['group,member', ...rows].join('\n'), plan(beside, ''))).toHaveLength(1)
  })

  test('shows a hundred mistakes of a kind and counts the rest', () => {
    const rows = (make: (index: number) => string) =>
      ['group,member', ...Array.from({ length: 1000 }, (_, index) => make(index))].join('\n')
    for (const text of [
      rows((index) => `Nowhere${index},a@contoso.com`),
      rows((index) => `Finance,nobody${index}@contoso.com`),
      rows(() => 'Finance,'),
      rows(() => 'Finance'),
      `${rows(() => 'Finance,a@contoso.com')}\nFinance,a@contoso.com`,
    ]) {
      const loaded = read(text)
      if (loaded.ok) throw new Error('a file full of mistakes is accepted')
      expect(loaded.diagnostics.length).toBeLessThanOrEqual(101)
      expect(countDiagnostics(loaded.diagnostics).errors).toBe(1000)
    }
  })
})

function soundOf<T>(loaded: Loaded<T> | undefined): T {
  if (loaded?.ok) return loaded.value
  throw new Error(JSON.stringify(loaded?.diagnostics.map(({ code, args }) => [code, args])))
}

/** An estate with its users in files, and their groups in the same files or in one of their own. */
function filesOf(seed: number, count: number, declared: boolean) {
  const choose = choices(seed)
  const { users: all, groups, ...rest } = JSON.parse(randomEstate(seed, count, 8, declared))
  const columns = ['userPrincipalName', 'kind', 'perUserMfaState', 'registered', 'mailbox']
  const rowOf = (user: Readonly<Record<string, unknown>>, more: readonly string[]) =>
    [...columns.map((column) => String(user[column] ?? '')), ...more].join(',')
  const header = columns.join(',')
  const half = count >> 1
  const listed = all.map((user: { groups?: string[] }) => user.groups ?? [])
  const pairs: string[] = all.flatMap((user: { userPrincipalName: string }, index: number) =>
    listed[index].map((group: string) => `${group},${user.userPrincipalName}`),
  )
  const nested: string[] = declared
    ? groups.flatMap(({ id, members = [] }: { id: string; members?: string[] }) =>
        members.map((member) => `${id},${member}`),
      )
    : []
  const shuffled = [...pairs, ...nested]
    .map((row) => [choose(1000), row] as const)
    .sort(([one], [other]) => one - other)
  const flat = declared ? groups.map(({ name, id }: { name: string; id: string }) => ({ name, id })) : undefined
  const part = (from: number, to: number, withGroups: boolean) =>
    [
      withGroups ? `${header},groups` : header,
      ...all
        .slice(from, to)
        .map((user: object, at: number) => rowOf({ ...user }, withGroups ? [listed[from + at].join(';')] : [])),
    ].join('\n')
  return {
    column: {
      'plan.yaml': JSON.stringify({ ...rest, groups, users: { from: 'users.csv' } }),
      'users.csv': part(0, count, true),
    },
    apart: {
      'plan.yaml': JSON.stringify({
        ...rest,
        ...(flat === undefined ? {} : { groups: flat }),
        users: { from: ['one.csv', 'two.csv'], memberships: 'memberships.csv' },
      }),
      'one.csv': part(0, half, false),
      'two.csv': part(half, count, false),
      'memberships.csv': ['group,member', ...shuffled.map(([, row]) => row)].join('\n'),
    },
  }
}

const groupsOfEach = (sets: UserSets) =>
  new Map(
    sets.kinds.flatMap((kind) => {
      const user = sets.tenant.users.get(kind.representative)
      return [...placesOf(allOf(kind))].map((place) => [
        sets.nameAt(place),
        user && [...(sets.userAt(place, user).groups ?? [])].sort(),
      ])
    }),
  )

describe.each([1, 2, 3, 4])('memberships in a file of their own, users in two files (estate %i)', (seed) => {
  const { column, apart } = filesOf(seed, 120, true)
  const tenants = [column, apart].map((files) => {
    const reader = memorySourceReader(files)
    const loaded = loadTenant('plan.yaml', reader)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
    return { tenant: loaded.value, reader }
  })
  const [inColumn, inFile] = tenants
  if (inColumn === undefined || inFile === undefined) throw new Error('two tenants were made')

  test('make the classes that a column of groups makes', () => {
    const [first, second] = [inColumn, inFile].map(({ tenant, reader }) =>
      populationOf(tenant, reader, { keepMembers: true }),
    )
    const [one, other] = [soundOf(first), soundOf(second)]
    const shown = (classes: typeof one.classes) =>
      classes.map(({ members, traits: { groups, ...traits } }) => [members, traits, groups?.split(', ').sort()])
    expect(shown(other.classes)).toEqual(shown(one.classes))
  })

  test('make the sets that a column of groups makes', () => {
    const [first, second] = [inColumn, inFile].map(({ tenant, reader }) => userSetsOf(tenant, reader))
    const [one, other] = [soundOf(first), soundOf(second)]
    expect(groupsOfEach(other)).toEqual(groupsOfEach(one))
    expect(groupsOfEach(one).size).toBe(120)
  })
})

test('several files of users are one list: a user who stands in two of them is reported', () => {
  const text = `${start}\nusers: {from: [one.csv, two.csv]}\n`
  const one = 'userPrincipalName\na@contoso.com\n'
  const files = { 'plan.yaml': text, 'one.csv': one, 'two.csv': 'userPrincipalName\nb@contoso.com\nA@contoso.com\n' }
  const loaded = populationOf(tenantOf(text), memorySourceReader(files))
  expect(
    loaded.ok ? [] : loaded.diagnostics.map(({ code, at }) => `${code} ${at.source.name}:${positionOf(at).line}`),
  ).toEqual(['TEN-3 two.csv:3'])
  const empty = populationOf(tenantOf(text), memorySourceReader({ ...files, 'two.csv': 'userPrincipalName\n' }))
  expect(empty.ok ? [] : empty.diagnostics.map(({ code, at }) => `${code} ${at.source.name}`)).toEqual([
    'SRC-8 two.csv',
  ])
})

test('time grows with the rows, whatever is wrong with them', () => {
  const rows = (count: number, make: (index: number) => string) =>
    ['group,member', ...Array.from({ length: count }, (_, index) => make(index))].join('\n')
  const kinds: readonly ((count: number) => string)[] = [
    (count) => rows(count, (index) => `G${index},G${index + 1}`),
    (count) => rows(count, (index) => `G${index},G${(index + 1) % count}`),
    (count) => rows(count, () => 'Finance,a@contoso.com'),
    (count) => rows(count, (index) => `Finance,nobody${index}`),
  ]
  for (const make of kinds) {
    const time = (count: number): number =>
      Math.min(...[1, 2].map(() => processorTime(() => read(make(count), plan(beside, '')))))
    const [small, large] = [time(1000), time(8000)]
    expect(large / small).toBeLessThan(24)
  }
})

test('a very long name is a name like any other', () => {
  const name = `${'x'.repeat(300_000)}@contoso.com`
  const people = `userPrincipalName\n${name}\n`
  const files = { 'plan.yaml': plan(beside, ''), 'users.csv': people, 'memberships.csv': `group,member\nG,${name}\n` }
  const loaded = userSetsOf(tenantOf(files['plan.yaml']), memorySourceReader(files))
  expect(loaded.ok && loaded.value.nameAt(0)).toBe(name)
})
