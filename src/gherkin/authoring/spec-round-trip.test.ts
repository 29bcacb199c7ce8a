import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { shareOf } from '../../share.fixture.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { outputText } from '../../source/text/output-text.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { type Project, project } from '../run/run-features.fixture.ts'
import { writeSpec } from './write-spec.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

interface Ran {
  readonly broken: readonly string[]
  readonly passed: ReadonlyMap<string, number>
}

/** Writes the spec of each tenant file and runs all of them at once. */
async function roundTrip(tenants: Readonly<Record<string, string>>): Promise<Ran> {
  const files = Object.fromEntries(Object.entries(tenants).map(([name, text]) => [`scenarios/${name}.yaml`, text]))
  const one = project(files)
  open.push(one)
  for (const name of Object.keys(tenants)) {
    const loaded = loadTenant(`scenarios/${name}.yaml`, nodeSourceReader(one.folder))
    if (!loaded.ok)
      throw new Error(
        `${name} does not load: ${JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args]))}`,
      )
    one.write(`features/${name}.feature`, outputText('gherkin', writeSpec(loaded.value, { tenantReference: name })))
  }
  const { features, problems } = JSON.parse((await one.run('json')).stdout)
  const passed = new Map<string, number>()
  const broken: string[] = problems.map(({ uri, message }: { uri: string; message: string }) => `${uri}: ${message}`)
  for (const { uri, scenarios } of features) {
    for (const { status, name, steps } of scenarios) {
      if (status === 'passed') passed.set(uri, (passed.get(uri) ?? 0) + 1)
      else broken.push(`${uri}: ${name}: ${steps.map(({ message = '' }) => message).join('')}`)
    }
  }
  return { broken, passed }
}

const library = readdirSync('scenarios').filter((file) => file.endsWith('.yaml'))

test('the spec of every tenant of the library holds as written', async () => {
  const tenants = shareOf(library, 3).map((file): [string, string] => [
    file.replace(/\.yaml$/, ''),
    readFileSync(`scenarios/${file}`, 'utf8'),
  ])
  const { broken, passed } = await roundTrip(Object.fromEntries(tenants))
  expect(broken).toEqual([])
  expect([...passed.keys()].sort()).toEqual(tenants.map(([name]) => `features/${name}.feature`).sort())
}, 60_000)

const oddNames = [
  'Ada "the Countess" Lovelace',
  "Ada O'Brien",
  'Ada `tick`',
  'pipe | in | the name',
  '<user>',
  '<purpose> and <network>',
  'x <y> z',
  '2nd shift',
  '007',
  'from',
  'uses',
  'must use the app password to read mail with',
  'every user',
  'the sign-in',
  'no sign-in from',
  'The',
  'a',
  'trailing blank ',
  ' leading blank',
  'two  blanks',
  'Ada 🦊',
  '👩‍💻',
  'עדה לאבלייס',
  '\u202eevil\u202c',
  'two\nlines',
  'Scenario: not one',
  '# no comment',
  '@no-tag',
  '"""',
  '\\',
  'back\\slash"',
  'ends with \\',
  '\\u0041da',
  '{user}',
  '(optional)/either',
  '$& $1',
  '- dash',
  'Outlook 2010',
  'outlook-2016',
  'tab\there',
  'ÄÖÜ ß',
  'no\u00a0break',
  'C:\\new',
  '-',
  'old-outlook',
  'old outlook',
  '##[error]x',
  '###vso[task.setvariable]x',
  '::error::x',
  '\u001b[31mred',
]

/** Users, clients and networks that bear a name. */
function tenantWith(names: readonly string[]): string {
  return stringify({
    name: names[0],
    asOf: '2019-10-01',
    domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
    networks: names.map((name, index) => ({ name, ranges: [`203.0.113.${index}/32`] })),
    conditionalAccess: {
      namedLocations: [
        {
          '@odata.type': '#microsoft.graph.ipNamedLocation',
          id: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
          displayName: names[0],
          isTrusted: true,
          ipRanges: [{ cidrAddress: '203.0.113.0/32' }],
        },
      ],
      policies: [
        {
          displayName: names[0],
          state: 'enabled',
          conditions: {
            clientAppTypes: ['all'],
            applications: { includeApplications: ['All'] },
            users: { includeUsers: ['All'] },
            locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
          },
          grantControls: { operator: 'OR', builtInControls: ['block'] },
        },
      ],
    },
    workloads: { 'exchange-online': {} },
    clients: names.map((name, index) =>
      index % 2 === 0
        ? { name: `c${index}`, displayName: name, client: 'outlook-2010' }
        : { name, client: 'pop-client' },
    ),
    users: names.map((name, index) => ({
      userPrincipalName: `user${index}@contoso.com`,
      displayName: name,
      perUserMfaState: 'disabled',
      registered: false,
      mailbox: 'exchange-online',
    })),
  })
}

describe('a spec holds as written whatever things are called:', () => {
  test('display names of people, clients and networks, two at a time', async () => {
    const pairs = oddNames.flatMap((_name, index) => (index % 2 === 0 ? [oddNames.slice(index, index + 2)] : []))
    const tenants = pairs.map((names, index): [string, string] => [`odd-${index}`, tenantWith(names)])
    const { broken, passed } = await roundTrip(Object.fromEntries(tenants))
    expect(broken).toEqual([])
    // Every client of the two is used by both users from both networks, which end differently.
    expect([...passed.values()].filter((count) => count < 8)).toEqual([])
    expect(passed.size).toBe(tenants.length)
  })

  test('ids that differ in marks alone', async () => {
    const names = ['old-outlook', 'old outlook', 'old_outlook', 'the old outlook', '"old outlook"']
    const users = names.map((name) => ({
      userPrincipalName: `${name}@contoso.com`,
      displayName: 'Ada',
      perUserMfaState: name === 'old outlook' ? 'enforced' : 'disabled',
      registered: true,
      appPasswords: name === 'old outlook' ? ['phone'] : [],
    }))
    const clients = names.map((name, index) => ({ name, client: index % 2 ? 'outlook-2010' : 'outlook-2016' }))
    const text = stringify({
      name: 'Alike',
      asOf: '2019-10-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
      networks: [{ name: 'internet', ranges: ['0.0.0.0/0'] }],
      workloads: { 'exchange-online': {} },
      multifactorAuthentication: { appPasswords: 'allowed' },
      clients,
      users,
    })
    expect((await roundTrip({ alike: text })).broken).toEqual([])
  })
})
