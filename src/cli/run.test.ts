import { describe, expect, test } from 'vitest'
import { commandNames } from './commands.ts'
import { founding, recordedRun } from './recorded-run.fixture.ts'

describe('a mistyped word is answered with the nearest one and exit code 2', () => {
  test.each<[string, readonly string[], string]>([
    ['a command', ['simulat'], '`simulate`'],
    ['an option of the program', ['--versoin'], '`--version`'],
    ['an option of a command', ['simulate', founding, '--cleint', 'outlook-2010'], '`--client`'],
    ['the opposite of an option', ['check', founding, '--no-strict'], 'see `authplan check --help`'],
    ['a user', ['simulate', founding, '--user', 'Finance led'], '`Finance lead`'],
    ['a client', ['simulate', founding, '--client', 'outlok-2010'], '`outlook-2010`'],
    ['a purpose', ['simulate', founding, '--purpose', 'read-mails'], '`read-mail`'],
    ['a network', ['simulate', founding, '--network', 'intranet'], '`internet`'],
    ['a credential', ['simulate', founding, '--present', 'app-pasword'], '`app-password`'],
    ['an expectation', ['simulate', founding, '--expect', 'blockd'], '`blocked`'],
    ['a signal', ['simulate', founding, '--signal', 'devicePlatfrom=iOS'], '`devicePlatform`'],
    ['a format', ['simulate', founding, '--format', 'jsno'], '`json`'],
    ['a rule', ['rules', 'CRED-'], '`CRED-'],
    ['a table', ['catalog', 'client'], '`clients`'],
    ['a shell', ['completion', 'zhs'], '`zsh`'],
    ['an audience', ['diagram', founding, '--audience', 'audit'], '`auditor`'],
    ['a file', ['check', 'scenarios/federated-skype-on-premise.yaml'], 'federated-skype-on-premises.yaml'],
  ])('%s', async (_name, argv, help) => {
    const { code, stdout, stderr } = await recordedRun(argv)
    expect(code).toBe(2)
    expect(stdout + stderr).toContain('help:')
    if (!argv.includes('check')) expect(stdout).toBe('')
    expect(stdout + stderr).toContain(help)
  })
})

describe('what cannot be done is refused with exit code 2', () => {
  test.each<[string, readonly string[], string]>([
    ['no command', [], 'Usage: authplan COMMAND'],
    ['a missing argument', ['check'], 'FILE'],
    ['two formats for standard output', ['simulate', founding, '-f', 'json', '-f', 'table'], 'json:FILE'],
    ['a format without its file', ['simulate', founding, '-f', 'json:'], 'json:FILE'],
    ['a date that is none', ['simulate', founding, '--as-of', '2026-02-30'], '2026-11-22'],
    ['a picture on standard output', ['diagram', founding, '-f', 'png'], '-o FILE.png'],
    ['a file of no known format', ['diagram', founding, '-o', 'picture.bmp'], '.svg'],
    [
      'a purpose that the client does not have',
      ['simulate', founding, '-c', 'outlook-2010', '-p', 'send-instant-messages'],
      'read-mail',
    ],
  ])('%s', async (_name, argv, help) => {
    const { code, stdout, stderr } = await recordedRun(argv)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(help)
  })
})

describe('every command', () => {
  test.each(commandNames)('%s has a help with examples and exit codes', async (name) => {
    const { code, stdout, stderr } = await recordedRun([name, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`authplan ${name}`)
    expect(stdout).toContain('Examples:')
    expect(stdout).toContain('Exit codes:')
  })

  test.each(commandNames)('%s gives the same help after `help`', async (name) => {
    expect(await recordedRun(['help', name])).toEqual(await recordedRun([name, '--help']))
  })

  test('the program lists all of them', async () => {
    const { stdout } = await recordedRun(['--help'])
    for (const name of commandNames) expect(stdout).toContain(`\n  ${name} `)
  })
})

describe('a defect of ours', () => {
  const broken = () => {
    throw new TypeError('x is not a function')
  }
  const reader = { read: broken, readPieces: broken, glob: broken }

  test('is called one, ends with 2 and shows no stack', async () => {
    const { code, stderr } = await recordedRun(['check', 'tenant.yaml'], reader)
    expect(code).toBe(2)
    expect(stderr).toContain('defect in authplan')
    expect(stderr).toContain('help:')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('shows its stack on demand', async () => {
    const { stderr } = await recordedRun(['check', 'tenant.yaml'], reader, { variables: { AUTHPLAN_DEBUG: '1' } })
    expect(stderr).toMatch(/\n\s+at /)
  })
})
