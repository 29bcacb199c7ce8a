import { readFileSync } from 'node:fs'
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
