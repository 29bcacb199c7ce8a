import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { founding, recordedRun } from '../recorded-run.fixture.ts'

const small = `
name: Small
asOf: 2019-10-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
`

describe('check', () => {
  test.each<[string, string, readonly string[], number]>([
    ['a valid file', small, [], 0],
    ['a file with an error', `${small}\nnetwroks: []\n`, [], 2],
    ['an error in every format', `${small}\nnetwroks: []\n`, ['-f', 'json'], 2],
    ['a warning', `${small}\nworkloads: { exchange-online: {} }\nidentityProviders: [{ name: adfs }]\n`, [], 0],
    [
      'a warning under --strict',
      `${small}\nworkloads: { exchange-online: {} }\nidentityProviders: [{ name: adfs }]\n`,
      ['--strict'],
      1,
    ],
  ])('%s', async (_name, text, options, expected) => {
    const { code } = await recordedRun(
      ['check', 'tenant.yaml', ...options],
      memorySourceReader({ 'tenant.yaml': text }),
    )
    expect(code).toBe(expected)
  })

  test('json lists code, severity, place, message and help', async () => {
    const reader = memorySourceReader({ 'tenant.yaml': `${small}netwroks: []\n` })
    const { stdout } = await recordedRun(['check', 'tenant.yaml', '-f', 'json'], reader)
    const [diagnostic] = JSON.parse(stdout).diagnostics
    expect(diagnostic).toMatchObject({ code: 'SHAPE-1', severity: 'error', file: 'tenant.yaml', line: 5, column: 1 })
    expect(diagnostic.message).toContain('netwroks')
    expect(diagnostic.help).toContain('networks')
  })

  test('sarif and github tell the same problems as text', async () => {
    const reader = memorySourceReader({ 'tenant.yaml': `${small}netwroks: []\n` })
    const run = await recordedRun(
      ['check', 'tenant.yaml', '-f', 'github', '-f', 'sarif:out.sarif', '-f', 'compact:out.txt'],
      reader,
    )
    expect(run.stdout).toMatch(/^::error file=tenant\.yaml,line=5,col=1/)
    expect(JSON.parse(run.files['out.sarif'] ?? '').runs[0].results).toHaveLength(1)
    expect(run.files['out.txt']).toMatch(/^tenant\.yaml:5:1: error SHAPE-1: /)
  })

  test('a default that stands in is a finding under --strict', async () => {
    const { code, stdout } = await recordedRun(['check', founding, '--strict', '-f', 'compact'])
    expect(code).toBe(1)
    expect(stdout).toContain('warning')
    expect(stdout).toContain('ASSUMED-1')
  })

  test('a machine reads nothing but results from standard output', async () => {
    const { stdout, stderr } = await recordedRun(['check', founding, '-f', 'json'])
    expect(JSON.parse(stdout).files).toEqual([{ file: founding, valid: true, topology: 'Mixed 1' }])
    expect(stderr).toBe('')
  })
})
