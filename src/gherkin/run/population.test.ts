import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { feature, type Project, project } from './run-features.fixture.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

const header =
  'userPrincipalName,displayName,perUserMfaState,registered,appPasswords,groups,roles,mailbox,archive,registrar'
const row = (name: string, state: string, passwords: string): string =>
  `${name.toLowerCase().replace(' ', '.')}@contoso.com,${name},${state},true,${passwords},,,exchange-online,none,none`

function projectWith(lines: readonly string[], rows: readonly string[]): Project {
  const tenant = readFileSync('scenarios/federated-skype-on-premises.yaml', 'utf8')
  const beside = tenant.replace(/\nusers:\n[\s\S]*?\ngroups:/, '\nusers: { from: people.csv }\n\ngroups:')
  const one = project({
    'features/a.feature': feature(...lines),
    'scenarios/people.csv': [header, ...rows, ''].join('\n'),
  })
  one.write('scenarios/federated-skype-on-premises.yaml', beside)
  open.push(one)
  return one
}

const many = Array.from({ length: 200 }, (_, index) => row(`Clerk ${index}`, 'disabled', ''))

test('people of a user file are found by name', async () => {
  const lines = [
    'Then Clerk 117 must use the account password to read mail with Outlook 2010',
    'And Ada Lead must use the app password to read mail with Outlook 2010',
  ]
  const { stdout, exitCode } = await projectWith(lines, [...many, row('Ada Lead', 'enforced', 'Laptop')]).run()
  expect(stdout).toMatch(/all passed/)
  expect(exitCode).toBe(0)
})

test('a claim reaches everyone in a user file', async () => {
  const claim = ['Then no sign-in uses the app password']
  expect((await projectWith(claim, many).run()).exitCode).toBe(0)
  const { stdout, exitCode } = await projectWith(claim, [...many, row('Ada Lead', 'enforced', 'Laptop')]).run()
  expect(exitCode).toBe(1)
  expect(stdout).toContain('ada.lead@contoso.com / outlook-2010')
})

test('a broken row of a user file stops the run at its place', async () => {
  const { stdout, stderr, exitCode } = await projectWith(
    ['Then no sign-in uses the app password'],
    [...many, row('Ada Lead', 'enforcd', 'Laptop')],
  ).run()
  expect(stdout + stderr).toContain('people.csv:202:')
  expect(exitCode).not.toBe(0)
})

test('claims about every client count the people of a user file', async () => {
  const { stdout, exitCode } = await projectWith(
    ['Then every client of every user has a working credential'],
    [row('Ada Lead', 'enforced', 'Laptop').replace(',exchange-online,', ',none,')],
  ).run()
  expect(stdout).toContain('ada.lead@contoso.com')
  expect(exitCode).toBe(1)
})

test('an unknown person of a user file is refused', async () => {
  const { stdout } = await projectWith(
    ['Then Clerk 999 must use the account password to read mail with Outlook 2010'],
    many,
  ).run()
  expect(stdout).toMatch(/unknown user `clerk 999`/)
})

test('a scenario cannot change single users of a user file, so it never drops the others', async () => {
  const lines = [
    'Given the user Clerk 1 has these settings:',
    '  | perUserMfaState | enabled |',
    'Then no sign-in is undetermined',
  ]
  const { stdout } = await projectWith(lines, many).run()
  expect(stdout).toContain('the users are in a separate file')
})

const lead = (name: string, state: string): string => row(name, state, 'Laptop')
/** Two user files with the same people at the head of their classes, of which only the last one differs. */
const states = ['enforced', 'disabled'].map((state) => [
  lead('Ada', 'enforced'),
  lead('Bo', 'disabled'),
  lead('Cy', state),
])

function twoPlans(...lines: readonly string[]): Project {
  const [one = [], other = []] = states
  const made = projectWith(lines, one)
  const tenant = readFileSync(join(made.folder, 'scenarios/federated-skype-on-premises.yaml'), 'utf8')
  made.write('scenarios/other.yaml', tenant.replace('from: people.csv', 'from: others.csv'))
  made.write('scenarios/others.csv', [header, ...other, ''].join('\n'))
  return made
}

const elsewhere = 'Then compared with the tenant architecture "other"'

test('a comparison sees a change of one who stands behind others of a user file', async () => {
  for (const said of ['no verdict changes', 'no credential changes']) {
    const { stdout, exitCode } = await twoPlans(`${elsewhere}, ${said}`).run()
    expect(stdout).toContain('cy@contoso.com / outlook-2010')
    expect(exitCode).toBe(1)
  }
})

test('a table of changes names people of a user file one by one', async () => {
  const said = (who: string) => [
    `${elsewhere}, only these verdicts change:`,
    '  | user | client |',
    ...[
      'outlook-2010',
      'outlook-2013',
      'outlook-2013-modern',
      'outlook-2016',
      'apple-mail-ios-10',
      'apple-mail-ios-11',
      'browser',
      'windows-powershell-basic',
      'skype-for-business-2016',
      'skype-for-business-2016-joined',
    ].map((client) => `  | ${who} | ${client} |`),
  ]
  expect((await twoPlans(...said('Cy')).run()).stdout).toMatch(/all passed/)
  expect((await twoPlans(...said('Ada')).run()).stdout).toContain('changes that are in no row')
})

test('counts count everybody in a user file', async () => {
  const counted = (users: number) => [
    'Then sign-ins with "client=outlook-2010 and credential=app-password" counted by "client" are:',
    '  | client | users |',
    `  | outlook-2010 | ${users} |`,
  ]
  expect((await twoPlans(...counted(2)).run()).exitCode).toBe(0)
  expect((await twoPlans(...counted(1)).run()).exitCode).toBe(1)
})

test.each([
  [
    'a change that changes nothing',
    ['Given the user finance lead has these settings:', '  | perUserMfaState | enforced |'],
  ],
  [
    'a setting made and taken back',
    [
      'Given the user finance lead has these settings:',
      '  | perUserMfaState | enabled |',
      'And the user finance lead has these settings:',
      '  | perUserMfaState | enforced |',
    ],
  ],
])('%s cannot show that nothing changes', async (_name, lines) => {
  const made = project({
    'features/a.feature': feature(...lines, 'Then compared with the unchanged tenant architecture, no verdict changes'),
  })
  open.push(made)
  const { stdout, exitCode } = await made.run()
  expect(stdout).toContain('does not assert anything')
  expect(exitCode).toBe(1)
})

test('a copy of a tenant file cannot show that nothing changes', async () => {
  const made = project({
    'features/a.feature': feature('Then compared with the tenant architecture "copy", no verdict changes'),
  })
  open.push(made)
  made.write('scenarios/copy.yaml', `# a copy\n${readFileSync('scenarios/federated-skype-on-premises.yaml', 'utf8')}`)
  expect((await made.run()).stdout).toContain('does not assert anything')
})

test('a sweep says nothing of a client without sign-ins', async () => {
  const made = project({
    'features/a.feature': feature(
      'Then sweeping the tenant architecture does not find nobody-can-sign-in with Outlook 2007',
    ),
  })
  open.push(made)
  const { stdout, exitCode } = await made.run()
  expect(stdout).toContain('outlook-2007')
  expect(exitCode).toBe(1)
})
