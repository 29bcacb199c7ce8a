import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { founding, oneSignIn, recordedRun } from '../recorded-run.fixture.ts'

describe('explain', () => {
  test('needs a user and a client', async () => {
    const { code, stderr } = await recordedRun(['explain', founding, '--user', 'Finance lead'])
    expect(code).toBe(2)
    expect(stderr).toContain('--client')
  })

  test('names the deciding rule and the other credentials', async () => {
    const { code, stdout } = await recordedRun(['explain', founding, ...oneSignIn])
    expect(code).toBe(0)
    expect(stdout).toContain('CRED-2')
    expect(stdout).toContain('Why not ...')
  })

  test('calls the user by name also where nobody gets so far as to ask for a password', async () => {
    const { stdout } = await recordedRun(['explain', founding, ...oneSignIn, '--as-of', '2026-11-22'])
    expect(stdout).toContain('Finance lead cannot open the address book with Outlook 2010')
  })

  test('json is the contract with traces', async () => {
    const { stdout } = await recordedRun(['explain', founding, ...oneSignIn, '-f', 'json'])
    const { steps } = JSON.parse(stdout).sessions[0].legs[0].trace
    expect(steps.at(-1).kind).toBe('outcome')
  })

  test('tells a policy in words', async () => {
    const file = 'scenarios/conditional-access.yaml'
    const { stdout } = await recordedRun(['explain', file, '--policy', 'block legacy authentication', '-f', 'json'])
    expect(Object.keys(JSON.parse(stdout))).toEqual(
      expect.arrayContaining(['users', 'resources', 'conditions', 'grant', 'session', 'notUnderstood']),
    )
  })
})

describe('what-if', () => {
  const file = 'scenarios/conditional-access.yaml'
  const request = {
    signInIdentity: { userId: 'clerk@northwind.com' },
    signInContext: { includeApplications: ['00000002-0000-0ff1-ce00-000000000000'] },
    signInConditions: { clientAppType: 'other', devicePlatform: 'windows' },
  }

  test('answers with policies and the combined decision', async () => {
    const { nodeSourceReader } = await import('../../source/files/read-source.ts')
    const disk = nodeSourceReader('.')
    const memory = memorySourceReader({ 'request.json': JSON.stringify(request) })
    const reader = { ...disk, read: (path: string) => (path === 'request.json' ? memory.read(path) : disk.read(path)) }
    const { code, stdout } = await recordedRun(['what-if', file, '--request', 'request.json'], reader)
    const { value, combined } = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(combined.decision).toBe('block')
    expect(value[0]).toMatchObject({ displayName: 'Block legacy authentication', policyApplies: true })
  })

  test('a request that cannot be read is 2', async () => {
    expect(await recordedRun(['what-if', file, '--request', 'nowhere.json'])).toMatchObject({ code: 2, stdout: '' })
  })
})
