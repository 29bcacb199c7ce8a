import { describe, expect, test } from 'vitest'
import { processorTime } from '../../processor-time.fixture.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { positionOf } from '../../source/text/source-text.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import { populationOf } from './population.ts'

const ada = '11111111-1111-1111-1111-111111111111'
const people = [
  { userPrincipalName: 'ada@contoso.com', displayName: 'Ada', id: ada, groups: ['Finance'] },
  { userPrincipalName: 'bob@contoso.com', displayName: 'Bob', groups: ['Sales'] },
  { userPrincipalName: 'robot@contoso.com', displayName: 'Robot', kind: 'service-principal' },
]
const columns = ['userPrincipalName', 'displayName', 'id', 'groups', 'kind']
const csv = [columns, ...people.map((one) => columns.map((key) => Object(one)[key] ?? ''))]
  .map((row) => row.join(','))
  .join('\n')
const lines = people.map((one) => JSON.stringify(one)).join('\n')

const besides = { 'people.csv': csv, 'people.jsonl': lines }

const policy = (conditions: object) => ({
  conditionalAccess: {
    policies: [
      {
        displayName: 'P',
        state: 'enabled',
        conditions: { applications: { includeApplications: ['All'] }, ...conditions },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
    ],
  },
})
/** Graph's keys are read in any case. */
const users = (field: string) => (name: string) => policy({ users: { includeUsers: ['All'], [field]: [name] } })
const programs = (field: string) => (name: string) =>
  policy({ users: { includeUsers: ['None'] }, clientApplications: { [field]: [name] } })

/** Every place at which a tenant file names people, or their groups. */
const places: Readonly<Record<string, (name: string) => object>> = {
  'users of a policy': users('includeUsers'),
  'users left out of a policy': users('ExcludeUsers'),
  'groups of a policy': users('IncludeGroups'),
  'groups left out of a policy': users('excludeGroups'),
  'programs of a policy': programs('includeServicePrincipals'),
  'programs left out of a policy': programs('excludeServicePrincipals'),
  'users of a client': (name) => ({ clients: [{ name: 'outlook-2016', users: [name] }] }),
  'members of a group': (name) => ({ groups: ['Finance', 'Sales'].map((one) => ({ name: one, members: [name] })) }),
  'the user of an event': (name) => ({ events: [{ at: '2026-03-01', type: 'account-disabled', user: name }] }),
  'who does what an event says': (name) => ({
    events: [{ at: '2026-03-01', type: 'app-passwords-setting-changed', appPasswords: 'blocked', by: name }],
  }),
}
const names = [
  'Ada',
  'ADA@contoso.com',
  ada,
  'Robot',
  'Finance',
  'Adda',
  ada.replaceAll('1', '9'),
  'constructor',
  'All',
]

function read(changes: object, section: unknown, files: Readonly<Record<string, string>> = besides) {
  const plan = {
    name: 'Beside',
    asOf: '2026-01-01',
    domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'cloud-only' }],
    clients: ['outlook-2016'],
    ...changes,
    users: section,
  }
  const reader = memorySourceReader(files)
  const loaded = loadTenantText(JSON.stringify(plan), 'plan.json', reader)
  const people = loaded.ok ? populationOf(loaded.value, reader) : loaded
  const found = [...(loaded.ok ? loaded.warnings : []), ...(people.ok ? people.warnings : people.diagnostics)]
  const tenant = people.ok ? people.value.tenant : undefined
  return {
    diagnostics: found.map(({ code, args, at }) => [
      code,
      { ...args, suggestion: Object(args).suggestion?.toLowerCase() },
      at.source.name,
      positionOf(at).column,
    ]),
    policies: tenant?.conditionalAccess.policies.map(({ origin: _, ...rest }) => rest),
    clients: tenant?.clients.get('outlook-2016')?.users,
  }
}

describe.each(Object.entries(places))('%s', (_, at) => {
  test.each(names)('mean the same with %s in the file and next to it', (name) => {
    const inside = read(at(name), people)
    for (const from of Object.keys(besides)) expect(read(at(name), { from }), from).toEqual(inside)
  })
})

test('a name that nobody has leaves open what its policy demands, and is reported where it stands', () => {
  const { policies, diagnostics } = read(users('excludeGroups')('Finanse'), { from: 'people.csv' })
  expect(policies?.[0]?.conditions.exclude).toMatchObject({
    groups: new Set(),
    unclear: ['policy:P:conditions.users.excludeGroups.0'],
  })
  expect(diagnostics).toMatchObject([['POL-20', { name: 'Finanse', suggestion: 'finance' }, 'plan.json', 340]])
})

const twice: readonly (readonly [string, object, object, readonly string[]])[] = [
  ['one id', { id: 'X1' }, { id: 'x1' }, ['TEN-3 user id']],
  ['one user principal name', { userPrincipalName: 'a@contoso.com' }, {}, ['TEN-3 user']],
  ['one display name', { displayName: 'Same' }, { displayName: 'SAME' }, ['TEN-11 undefined']],
  ['a display name that is the name of another', {}, { displayName: 'a@contoso.com' }, ['TEN-11 undefined']],
  ['a display name that is the id of another', { id: 'Y' }, { displayName: 'Y' }, ['TEN-11 undefined']],
  ['an id that is the display name of another', { displayName: 'Y' }, { id: 'Y' }, ['TEN-11 undefined']],
  ['nothing in common', { id: 'X1', displayName: 'A' }, { id: 'X2', displayName: 'B' }, []],
  ['no ids', { displayName: 'A' }, { displayName: 'B' }, []],
]

test.each(twice)('two users with %s are reported inside the file and next to it', (_, first, second, expected) => {
  const two = [
    { userPrincipalName: 'a@contoso.com', ...first },
    { userPrincipalName: Object(first).userPrincipalName ?? 'b@contoso.com', ...second },
  ]
  const keys = ['userPrincipalName', 'displayName', 'id']
  const files = {
    'people.csv': [keys, ...two.map((one) => keys.map((key) => Object(one)[key] ?? ''))].join('\n'),
    'people.jsonl': two.map((one) => JSON.stringify(one)).join('\n'),
  }
  // A display name counts next to the file where something in the file uses it.
  const used = { clients: [{ name: 'outlook-2016', users: ['Same', 'a@contoso.com', 'Y'] }] }
  const codes = (section: unknown) =>
    read(used, section, files).diagnostics.flatMap(([code, args]) =>
      code === 'TEN-1' ? [] : [`${String(code)} ${String(Object(args).kind)}`],
    )
  expect(codes(two)).toEqual(expected)
  for (const from of Object.keys(files)) expect(codes({ from }), from).toEqual(expected)
})

test('blanks around a name do not make another person of it', () => {
  const files = { 'people.csv': 'userPrincipalName,id\na@contoso.com,1\n a@contoso.com ,2\n' }
  const { diagnostics } = read({}, { from: 'people.csv' }, files)
  expect(diagnostics.map(([code]) => code)).toEqual(['TEN-3'])
})

test.each(['Ada', 'ada', 'ADA@contoso.com', ada])('a client that names %s is used by that person', (name) => {
  for (const section of [people, ...Object.keys(besides).map((from) => ({ from }))])
    expect(read({ clients: [{ name: 'outlook-2016', users: [name] }] }, section).clients).toEqual(['ada@contoso.com'])
})

test('people of whom a pattern says nothing are no class with those whom it does not match', () => {
  const rules = [
    { effect: 'permit' },
    { effect: 'deny', conditions: [{ claim: 'upn', operator: 'matches', value: '^\\w+ ' }] },
  ]
  const plan = {
    name: 'Names',
    asOf: '2026-01-01',
    domains: [{ name: 'contoso.com', authenticationType: 'federated', identityProvider: 'idp' }],
    identityProviders: [{ name: 'idp', accessRules: rules }],
    directorySync: {},
    users: { from: 'p.csv' },
  }
  const rows = 'userPrincipalName\na@contoso.com\nä@contoso.com\nb@contoso.com\nö@contoso.com\n'
  const reader = memorySourceReader({ 'p.csv': rows })
  const loaded = loadTenantText(JSON.stringify(plan), 'plan.json', reader)
  const people = loaded.ok ? populationOf(loaded.value, reader) : loaded
  expect(people.ok && people.value.classes.map(({ size }) => size)).toEqual([2, 2])
})

describe.each(['csv', 'jsonl'])('twenty thousand broken rows of %s', (form) => {
  const rowsOf = (count: number, name: (index: number) => string, id: (index: number) => string): string => {
    const rows = Array.from({ length: count }, (_, index) => [name(index), id(index)] as const)
    if (form === 'csv') return ['userPrincipalName,id', ...rows.map((row) => row.join(','))].join('\n')
    return rows.map(([userPrincipalName, one]) => JSON.stringify({ userPrincipalName, id: one })).join('\n')
  }
  const index = (at: number): string => `id${at}`
  const broken = {
    'with one name': [() => 'a@contoso.com', index],
    'without a name': [() => '', index],
    'with one id': [(at: number) => `a${at}@contoso.com`, () => 'id'],
  } as const
  test.each(Object.entries(broken))('%s are counted, the first of them located, in time by their number', (_, made) => {
    const [name, id] = made
    const load = (text: string) => {
      const { diagnostics } = read({}, { from: `p.${form}` }, { [`p.${form}`]: text })
      return diagnostics
    }
    const [few, more] = [5_000, 20_000].map((count) => rowsOf(count, name, id))
    if (few === undefined || more === undefined) throw new Error('two sizes')
    const found = load(more)
    expect(found.length).toBe(101)
    const [code, args] = found.at(-1) ?? []
    expect(code).toBe('SRC-26')
    expect(Object(args).errors).toBeGreaterThan(19_800)
    const short = processorTime(() => load(few))
    expect(processorTime(() => load(more))).toBeLessThan(Math.max(8 * short, 1_000))
  })
})
