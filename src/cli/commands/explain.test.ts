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

  test.each([
    ['csv', /^chief@northwind\.com,1,.*applies/m],
    ['markdown', /^\| warehouse&#64;northwind\.com \| 1 \| exempt/m],
    ['text', /^warehouse@northwind\.com +1 +exempt/m],
  ])('for everyone it is a sheet of people by policies, as %s', async (format, row) => {
    const words = ['what-if', file, '--request', JSON.stringify(request), '--everyone', '-f', format]
    const { code, stdout } = await recordedRun(words)
    expect(code).toBe(0)
    expect(stdout).toMatch(row)
  })

  test('the sheet as JSON counts everyone, in the order of the policies', async () => {
    const words = ['what-if', file, '--request', JSON.stringify(request), '--everyone', '-f', 'json']
    const { policies, rows } = JSON.parse((await recordedRun(words)).stdout)
    expect(policies).toHaveLength(4)
    for (const { answers } of rows) expect(answers).toHaveLength(4)
    expect(rows.reduce((sum: number, { people }: { people: number }) => sum + people, 0)).toBe(3)
  })

  test('a request that cannot be read is 2', async () => {
    expect(await recordedRun(['what-if', file, '--request', 'nowhere.json'])).toMatchObject({ code: 2, stdout: '' })
  })
})
