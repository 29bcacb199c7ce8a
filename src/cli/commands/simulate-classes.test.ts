import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const head = readFileSync('scenarios/mfa-states.yaml', 'utf8').split('users:')[0]

const states = ['disabled', 'enabled', 'enforced']
const stateOf = (at: number) => states[at % 3]

/** A tenant file with its users in it, two of each state and more. */
const declared = (users: number) =>
  `${head}users:\n${Array.from(
    { length: users },
    (_, at) =>
      `  - { userPrincipalName: u${at}@alpine.com, displayName: User ${at}, perUserMfaState: ${stateOf(at)}, registered: true, appPasswords: [mail], groups: [], roles: [], mailbox: exchange-online, archive: none }\n`,
  ).join('')}`

const beside = (users: number) => ({
  't.yaml': `${head}users: { from: staff.csv }\n`,
  'staff.csv': `userPrincipalName,perUserMfaState,registered,mailbox\n${Array.from(
    { length: users },
    (_, at) => `u${at}@alpine.com,${stateOf(at)},true,exchange-online\n`,
  ).join('')}`,
})

const run = (files: Record<string, string>, ...words: string[]) =>
  recordedRun(['simulate', 't.yaml', ...words], memorySourceReader(files))

const usersOf = (csv: string) => [
  ...new Set(
    csv
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.split(',')[0]),
  ),
]

const names = (count: number) => Array.from({ length: count }, (_, at) => `u${at}@alpine.com`)

describe('users who sign in alike', () => {
  test.each(['table', 'markdown', 'csv', 'json'])('a filter lists each of a few users: %s', async (format) => {
    const { stdout } = await run({ 't.yaml': declared(6) }, '--where', 'client=outlook-2016', '-f', format)
    const listed = names(6).filter((name) => stdout.replaceAll('&#64;', '@').includes(name))
    expect(listed).toEqual(names(6))
  })

  test('a document of more users is the one of each user alone', async () => {
    const { stdout } = await run({ 't.yaml': declared(101) }, '-f', 'json')
    const all = JSON.parse(stdout)
    expect(all).not.toHaveProperty('classes')
    for (const name of ['u4@alpine.com', 'u100@alpine.com']) {
      const alone = JSON.parse((await run({ 't.yaml': declared(101) }, '-u', name, '-f', 'json')).stdout)
      expect(all.sessions.filter(({ user }: { user: string }) => user === name)).toEqual(alone.sessions)
    }
  })

  test.each(['table', 'markdown'])('a %s of more users shows each class once', async (format) => {
    const few = await run({ 't.yaml': declared(100) }, '-f', format)
    expect(few.stdout).not.toContain('users like')
    const { stdout } = await run({ 't.yaml': declared(101) }, '-f', format)
    expect(stdout).toContain('users like')
    expect(stdout).toContain('34')
    expect(stdout).not.toContain('User 4')
    const own = await run({ 't.yaml': declared(101) }, '-f', format, '-u', 'u4@alpine.com')
    expect(own.stdout).toContain('User 4')
  })

  test('rows of users in a file beside name every user', async () => {
    const { stdout } = await run(beside(7), '-f', 'csv')
    expect(usersOf(stdout).sort()).toEqual(names(7))
    const { stdout: alone } = await run(beside(7), '-f', 'csv', '-u', 'u4@alpine.com')
    const rowsOf = (csv: string) => csv.split('\r\n').filter((row) => row.startsWith('u4@'))
    expect(rowsOf(stdout)).toEqual(rowsOf(alone))
  })

  test('--expect names everyone of a class who does not meet it', async () => {
    const { code, stderr } = await run(
      { 't.yaml': declared(6) },
      '--where',
      'client=outlook-2010',
      '--expect',
      'blocked',
    )
    expect(code).toBe(1)
    expect(names(6).filter((name) => stderr.includes(name))).toEqual(names(6))
  })
})
