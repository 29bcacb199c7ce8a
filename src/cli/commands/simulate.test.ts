import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { bareTenant, founding, oneSignIn, recordedRun } from '../recorded-run.fixture.ts'

describe('simulate', () => {
  test.each([68, 72, 80, 100])('breaks no word of ordinary length in a terminal of %i columns', async (columns) => {
    const { stdout } = await recordedRun(['simulate', 'scenarios/cloud-managed.yaml'], undefined, { columns })
    const wide = await recordedRun(['simulate', 'scenarios/cloud-managed.yaml'], undefined, { columns: 131 })
    const words = (text: string) => new Set(text.split(/\s+/).filter((word) => word.length <= 12))
    // The column of networks is the first to go where it makes no difference, and headings keep their first word.
    const kept = [...words(wide.stdout)].filter((word) => !['From', 'anywhere', 'by', 'factor'].includes(word))
    expect(kept.filter((word) => !words(stdout).has(word))).toEqual([])
  })

  test('json is the versioned contract', async () => {
    const { code, stdout } = await recordedRun(['simulate', founding, ...oneSignIn, '-f', 'json'])
    const document = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(document).toMatchObject({ formatVersion: 1, asOf: '2019-10-01' })
    expect(document.sessions).toHaveLength(1)
    expect(document.sessions[0]).toMatchObject({
      user: 'finance.lead@contoso.com',
      client: 'outlook-2010',
      verdict: { kind: 'signs-in', credentials: ['app-password'] },
    })
    expect(document.sessions[0].legs[0].verdict).toMatchObject({
      verifier: 'entra-id',
      secondFactor: 'bypassed',
      rule: 'CRED-2',
    })
  })

  test.each<[string, readonly string[], number]>([
    ['the credential of every session', ['--expect', 'app-password'], 0],
    ['the verdict of every session', ['--expect', 'signs-in'], 0],
    ['another credential', ['--expect', 'interactive'], 1],
    ['another verdict', ['--expect', 'blocked'], 1],
  ])('--expect asserts %s', async (_name, options, expected) => {
    const { code, stderr } = await recordedRun(['simulate', founding, ...oneSignIn, ...options])
    expect(code).toBe(expected)
    expect(stderr.includes('not as expected')).toBe(expected === 1)
  })

  test.each([
    ['passkey', 0],
    ['a passkey', 0],
    ['fido2', 0],
    ['interactive', 0],
    ['password and Authenticator', 1],
    ['sms', 1],
  ])('--expect names methods: %s', async (word, expected) => {
    const words = ['-u', 'Roaster', '-c', 'outlook', '--purpose', 'read-mail', '--expect', word]
    const { code, stderr } = await recordedRun(['simulate', 'scenarios/passwordless-company.yaml', ...words])
    expect(code).toBe(expected)
    expect(stderr.includes('found signs-in with interactive (fido2)')).toBe(expected === 1)
  })

  test('an unknown method is a problem of usage with the names that exist', async () => {
    const { code, stderr } = await recordedRun(['simulate', founding, ...oneSignIn, '--expect', 'fido3'])
    expect(code).toBe(2)
    expect(stderr).toContain('did you mean `fido2`?')
  })

  test('--expect is not met by nobody', async () => {
    const words = ['--where', 'client=outlook-2010', '--where', 'credential=certificate', '--expect', 'signs-in']
    const { code, stderr } = await recordedRun(['simulate', founding, ...words])
    expect(code).toBe(1)
    expect(stderr).toContain('no sign-in matches')
  })

  test('--expect minds those who may be meant', async () => {
    const text = readFileSync(founding, 'utf8').replace('    roles: [Exchange Administrator]\n', '')
    const reader = memorySourceReader({ 'open.yaml': text })
    const words = ['simulate', 'open.yaml', '--where', 'by administrators', '-c', 'browser', '--expect']
    const { code, stderr } = await recordedRun([...words, 'blocked'], reader)
    expect(code).toBe(1)
    expect(stderr).toContain('exchange.admin@contoso.com')
    expect(stderr).toContain('depends on a missing fact')
    expect((await recordedRun([...words, 'signs-in'], reader)).code).toBe(1)
  })

  test('another date is another verdict', async () => {
    const { stdout } = await recordedRun(['simulate', founding, ...oneSignIn, '--as-of', '2026-11-22', '-f', 'json'])
    const { asOf, sessions } = JSON.parse(stdout)
    expect(asOf).toBe('2026-11-22')
    expect(sessions[0].verdict.kind).toBe('blocked')
  })

  test('--present plays the sign-in with a credential', async () => {
    const { stdout } = await recordedRun([
      'simulate',
      founding,
      ...oneSignIn,
      '--present',
      'account-password',
      '-f',
      'json',
    ])
    expect(JSON.parse(stdout).sessions[0].verdict.kind).toBe('refused')
  })

  test('a client that the file does not declare comes from the catalog', async () => {
    const { code, stdout } = await recordedRun([
      'simulate',
      founding,
      '-u',
      'finance lead',
      '-c',
      'Thunderbird',
      '-f',
      'csv',
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('thunderbird')
  })

  test.each(['table', 'json', 'csv', 'markdown'])('%s goes to a file as it goes to standard output', async (format) => {
    const shown = await recordedRun(['simulate', founding, ...oneSignIn, '-f', format])
    const written = await recordedRun(['simulate', founding, ...oneSignIn, '-f', `${format}:out.file`])
    expect(shown.stdout).not.toBe('')
    expect(written).toMatchObject({ stdout: '', files: { 'out.file': shown.stdout } })
  })

  test('the same command gives the same bytes', async () => {
    const once = await recordedRun(['simulate', founding, '-f', 'json'])
    expect(await recordedRun(['simulate', founding, '-f', 'json'])).toEqual(once)
  })
})

describe('simulate over many users', () => {
  const header = bareTenant.replace(
    'domains:',
    'networks: [{ name: internet }]\nworkloads: { exchange-online: { modernAuthentication: true } }\nautodiscover: { kind: cloud }\nclients: [outlook-2010]\nusers: { from: users.csv }\ndomains:',
  )
  const states = ['disabled', 'enforced', 'disabled', 'enforced', 'disabled']
  const lines = states.map(
    (state, index) =>
      `user${index}@contoso.com,User ${index},${state},${state === 'enforced'},${state === 'enforced' ? 'Laptop' : ''},exchange-online`,
  )
  const csv = ['userPrincipalName,displayName,perUserMfaState,registered,appPasswords,mailbox', ...lines].join('\n')
  const files = memorySourceReader({ 'tenant.yaml': header, 'users.csv': csv })

  test('people of a file beside are played by classes, with their sizes', async () => {
    const { stdout } = await recordedRun(['simulate', 'tenant.yaml', '-p', 'read-mail', '-f', 'json'], files)
    const { sessions, classes } = JSON.parse(stdout)
    expect(classes.map(({ size }: { size: number }) => size)).toEqual([3, 2])
    expect(sessions.map(({ verdict }: { verdict: { credentials: string } }) => verdict.credentials)).toEqual([
      ['account-password'],
      ['app-password'],
    ])
  })

  test('--expand lists the people of each class', async () => {
    const { stdout } = await recordedRun(['simulate', 'tenant.yaml', '--expand'], files)
    for (const index of states.keys()) expect(stdout).toContain(`user${index}@contoso.com`)
  })

  test('one user is found in the file beside', async () => {
    const { stdout } = await recordedRun(
      ['simulate', 'tenant.yaml', '-u', 'User 3', '-p', 'read-mail', '-f', 'json'],
      files,
    )
    expect(JSON.parse(stdout).sessions.map(({ user }: { user: string }) => user)).toEqual(['user3@contoso.com'])
  })

  test('--where and --group-by count', async () => {
    const words = ['simulate', 'tenant.yaml', '-p', 'read-mail', '--group-by', 'client,credential', '-f', 'json']
    const all = JSON.parse((await recordedRun(words, files)).stdout)
    expect(all.groups).toEqual([
      { client: 'outlook-2010', credential: 'account-password', signIns: 3, users: 3 },
      { client: 'outlook-2010', credential: 'app-password', signIns: 2, users: 2 },
    ])
    const some = JSON.parse((await recordedRun([...words, '--where', 'credential=app-password'], files)).stdout)
    expect(some.groups).toEqual(all.groups.slice(1))
  })

  test.each<[string, readonly string[], string]>([
    ['an unknown key', ['--where', 'credental=app-password'], '`credential`'],
    ['an unknown value', ['--where', 'credential=app-pasword'], '`app-password`'],
    ['an unknown group', ['--group-by', 'cliant'], '`client`'],
  ])('%s is 2, with a suggestion', async (_name, words, near) => {
    const { code, stderr } = await recordedRun(['simulate', 'tenant.yaml', ...words], files)
    expect(code).toBe(2)
    expect(stderr).toContain(near)
  })
})
