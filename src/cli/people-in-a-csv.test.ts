import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { type CommandName, commandNames } from './commands.ts'
import { bareTenant, type RecordedRun, recordedRun } from './recorded-run.fixture.ts'

const plan = (from: string): string => `${bareTenant.replace('2019-10-01', '2020-01-01')}
networks: [{ name: internet }]
multifactorAuthentication: { appPasswords: allowed }
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-2010, outlook-2016]
users: { from: ${from} }
`
const header = 'userPrincipalName,displayName,perUserMfaState,registered,appPasswords,mailbox'
const row = (name: string, state: string) =>
  `${name.toLowerCase()}@contoso.com,${name},${state},true,Laptop,exchange-online`
const good = [header, row('Ada', 'enforced'), row('Bob', 'enforced'), row('Cleo', 'disabled'), ''].join('\n')

const migration = `plan: Without app passwords
start: plan.yaml
stages:
  - { name: Off, date: 2020-06-01, changes: { multifactorAuthentication: { appPasswords: blocked } } }
`

const request = JSON.stringify({
  signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: 'bob@contoso.com' },
  signInContext: {
    '@odata.type': '#microsoft.graph.applicationContext',
    includeApplications: ['00000002-0000-0ff1-ce00-000000000000'],
  },
})

/** The command line of each command that reads people, and what of its answer is about them. */
const asking: Partial<Record<CommandName, { readonly argv: readonly string[]; readonly answer: RegExp }>> = {
  check: { argv: ['plan.yaml'], answer: /no problems/ },
  simulate: { argv: ['plan.yaml'], answer: /Ada/ },
  explain: { argv: ['plan.yaml', '-u', 'Bob', '-c', 'outlook-2010'], answer: /Bob/ },
  'what-if': { argv: ['plan.yaml', '-r', 'request.json'], answer: /"decision": "allow"/ },
  diagram: { argv: ['plan.yaml', '-u', 'bob@contoso.com', '-c', 'outlook-2010'], answer: /Bob/ },
  report: { argv: ['plan.yaml', '-f', 'markdown'], answer: /ada\S* represents 2/ },
  spec: { argv: ['plan.yaml'], answer: /ada\S* represents 2/ },
  diff: { argv: ['plan.yaml', 'other.yaml'], answer: /app password|bob|ada|2 users/i },
  plan: { argv: ['migration.yaml'], answer: /3 users/ },
  day: { argv: ['plan.yaml', '-u', 'Bob'], answer: /Bob|read-mail|08:0/ },
  compare: { argv: ['plan.yaml', 'other.yaml'], answer: /equivalent/ },
  prove: { argv: ['plan.yaml', 'no sign-in by Bob is blocked'], answer: /proved/ },
  impact: { argv: ['plan.yaml'], answer: /no policy/ },
  timeline: { argv: ['plan.yaml', '--from', '2020-01-01', '--to', '2023-12-31'], answer: /3 users|2 users|users?/ },
  gaps: { argv: ['plan.yaml'], answer: /3 users/ },
  'why-not': {
    argv: ['plan.yaml', '-u', 'Bob', '-c', 'outlook-2010', '--want', 'app-password'],
    answer: /already|app-password/,
  },
}

/** Commands that read no tenant, or read one from the disk and are tried with their own tests. */
const elsewhere: readonly CommandName[] = [
  'replay',
  'import',
  'view',
  'test',
  'rules',
  'explain-code',
  'catalog',
  'steps',
  'init',
  'schema',
  'mcp',
  'lsp',
  'completion',
]

test('every command is asked about people in a CSV, or is listed as reading none', () => {
  expect([...Object.keys(asking), ...elsewhere].toSorted()).toEqual(commandNames.toSorted())
})

function run(command: CommandName, csv: string | undefined, from = 'people.csv'): Promise<RecordedRun> {
  const files = {
    'plan.yaml': plan(from),
    'other.yaml': plan(from).replace('allowed', 'blocked').replace('2020-01-01', '2023-06-01'),
    'request.json': request,
    'migration.yaml': migration,
    ...(csv === undefined ? {} : { [from]: csv }),
  }
  return recordedRun([command, ...(asking[command]?.argv ?? [])], memorySourceReader(files))
}

const broken: readonly (readonly [string, string | undefined, string])[] = [
  [
    'a broken row',
    good.replace('cleo@contoso.com,Cleo,disabled', 'cleo@contoso.com,Cleo,disabld'),
    'people.csv:4:23 error[SHAPE-3]',
  ],
  ['an unknown heading', good.replace('registered', 'registred'), 'people.csv:1:47 error[SHAPE-1]'],
  ['a person twice', good + row('ADA', 'enforced'), 'people.csv:5:1 error[TEN-3]'],
  ['no file', undefined, 'plan.yaml:10:16 error[SRC-1]'],
  ['an empty file', '', 'people.csv:1:1 error[SRC-8]'],
  ['headings alone', `${header}\n`, 'people.csv:1:1 error[SRC-8]'],
]

// The keys are those of the table above, which the type of the result cannot say.
describe.each(Object.keys(asking) as readonly CommandName[])('%s', (command) => {
  test('answers about people in a CSV, and about the same people as JSON Lines', async () => {
    const columns = header.split(',')
    const lines = good
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const value = Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell]))
        return JSON.stringify({ ...value, registered: true, appPasswords: [value['appPasswords']] })
      })
    for (const [from, text] of [
      ['people.csv', good],
      ['people.jsonl', lines.join('\n')],
    ] as const) {
      const { code, stdout, stderr, files } = await run(command, text, from)
      expect(`${stdout}${stderr}${Object.values(files).join('')}`).toMatch(asking[command]?.answer ?? /^$/)
      expect(code).toBeLessThan(2)
    }
  })

  test('answers about people in two files with their memberships in a third, and reports what is wrong there', async () => {
    const [, ada = '', bob = '', cleo = ''] = good.split('\n')
    const text = plan('[one.csv, two.csv], memberships: memberships.csv')
    const apart = (memberships: string) => ({
      'plan.yaml': text,
      'other.yaml': text.replace('allowed', 'blocked').replace('2020-01-01', '2023-06-01'),
      'request.json': request,
      'migration.yaml': migration,
      'one.csv': `${header}\n${ada}\n`,
      'two.csv': `${header}\n${bob}\n${cleo}\n`,
      'memberships.csv': `group,member\nStaff,Finance\nFinance,cleo@contoso.com\n${memberships}`,
    })
    const ask = (memberships: string) =>
      recordedRun([command, ...(asking[command]?.argv ?? [])], memorySourceReader(apart(memberships)))
    const sound = await ask('')
    expect(`${sound.stdout}${sound.stderr}${Object.values(sound.files).join('')}`).toMatch(
      asking[command]?.answer ?? /^$/,
    )
    expect(sound.code).toBeLessThan(2)
    const wrong = await ask('Staff,dora@contoso.com\n')
    expect(wrong.stdout + wrong.stderr).toContain('memberships.csv:4:7 error[MEM-4]')
    expect([wrong.code, wrong.files]).toEqual([2, {}])
  })

  test.each(broken)('reports %s at its place, and exits with 2', async (_, csv, place) => {
    const { code, stdout, stderr, files } = await run(command, csv)
    expect(stdout + stderr).toContain(place)
    expect(code).toBe(2)
    expect(files).toEqual({})
  })
})

test('JSON names every user whom a sign-in in it stands for', async () => {
  const { stdout } = await recordedRun(
    ['simulate', 'plan.yaml', '-c', 'outlook-2010', '-f', 'json'],
    memorySourceReader({ 'plan.yaml': plan('people.csv'), 'people.csv': good }),
  )
  const { classes } = JSON.parse(stdout)
  expect(classes.flatMap(({ members }: { members: string[] }) => members)).toEqual(
    ['ada', 'bob', 'cleo'].map((name) => `${name}@contoso.com`),
  )
})

test.each(['explain', 'diagram', 'simulate', 'why-not'] as const)(
  '%s finds a user of a CSV by either name, and suggests the nearest',
  async (command) => {
    const files = { 'plan.yaml': plan('people.csv'), 'people.csv': good }
    const rest = ['-c', 'outlook-2010', ...(command === 'why-not' ? ['--want', 'app-password'] : [])]
    const ask = (user: string) => recordedRun([command, 'plan.yaml', '-u', user, ...rest], memorySourceReader(files))
    for (const name of ['Bob', 'BOB@contoso.com']) expect((await ask(name)).code, name).toBeLessThan(2)
    const wrong = await ask('Bobb')
    expect(wrong.stderr).toMatch(/unknown user `Bobb`[\s\S]*did you mean `Bob`/)
    expect(wrong.code).toBe(2)
  },
)
