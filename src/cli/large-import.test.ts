import { expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { recordedRun } from './recorded-run.fixture.ts'

const count = 1_200
const upn = (index: number): string => `user.${index}@contoso.com`
const users = Array.from({ length: count }, (_, index) => ({
  id: `${index}`,
  userPrincipalName: upn(index),
  displayName: `User number ${index}`,
  userType: 'Member',
  accountEnabled: index % 3 !== 0,
}))
const policy = (index: number) => ({
  displayName: `Policy ${index}`,
  state: 'enabled',
  conditions: {
    clientAppTypes: ['all'],
    users: { includeGroups: ['g'] },
    applications: { includeApplications: ['All'] },
  },
  grantControls: { operator: 'OR', builtInControls: ['mfa'] },
})
const exported = (people: readonly object[], policies: number) => ({
  'exports/domains.json': JSON.stringify({
    value: [{ id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true }],
  }),
  'exports/users.json': JSON.stringify({ value: people }, undefined, 1),
  'exports/group.json': JSON.stringify({
    id: 'g',
    displayName: 'Every "second", one',
    securityEnabled: true,
    members: people.filter((_, index) => index % 2 === 0),
  }),
  'exports/policies.json': JSON.stringify({ value: Array.from({ length: policies }, (_, index) => policy(index)) }),
})

async function imported(people: readonly object[], policies: number, output = 'out/tenant.yaml') {
  const words = ['import', 'exports', '-o', output, '--as-of', '2026-01-01']
  const made = await recordedRun(words, memorySourceReader(exported(people, policies)))
  expect(made.code).toBe(0)
  return made
}

const simulated = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) =>
  recordedRun(['simulate', 'out/tenant.yaml', '-c', 'outlook-2016', '-f', 'csv', ...words], memorySourceReader(files))

test('very many users, their memberships and policies are in files beside the tenant file', async () => {
  const { files, stderr } = await imported(users, 60)
  expect(Object.keys(files).sort()).toEqual([
    'out/tenant.memberships.csv',
    'out/tenant.origins.json',
    'out/tenant.policies.yaml',
    'out/tenant.users.jsonl',
    'out/tenant.yaml',
  ])
  expect(files['out/tenant.yaml']?.length).toBeLessThan(1_000)
  expect(files['out/tenant.users.jsonl']?.trimEnd().split('\n')).toHaveLength(count)
  expect(stderr).toContain('out/tenant.yaml: a part of it is in out/tenant.users.jsonl')
  const checked = await recordedRun(['check', 'out/tenant.yaml'], memorySourceReader(files))
  expect(checked.code).toBe(0)
})

test('a file with parts beside it decides as one that has them all', async () => {
  const { files: parted } = await imported(users, 60)
  const { files: made, stderr } = await imported(users.slice(0, 1_000), 50)
  expect(Object.keys(made).sort()).toEqual(['out/tenant.origins.json', 'out/tenant.yaml'])
  expect(stderr).not.toContain('a part of it')
  for (const index of [0, 1, 2, 3]) {
    const [one, other] = [await simulated(parted, '-u', upn(index)), await simulated(made, '-u', upn(index))]
    expect(one.code).toBe(0)
    expect(one.stdout).toBe(other.stdout)
  }
})

test('to standard output the file has all of its parts', async () => {
  const made = await recordedRun(
    ['import', 'exports', '--as-of', '2026-01-01'],
    memorySourceReader(exported(users, 60)),
  )
  expect(made.stdout).toContain(upn(count - 1))
  expect(made.stdout).toContain('Policy 59')
})

test('a user beside the file that `check` would refuse is left out and reported', async () => {
  const files = { ...exported(users, 1), 'exports/roles.csv': `userPrincipalName,Roles\n${upn(700)},Emperor\n` }
  const words = ['import', 'exports', '-o', 'out/tenant.yaml', '--as-of', '2026-01-01']
  const made = await recordedRun(words, memorySourceReader(files))
  expect(made).toMatchObject({ code: 1, stderr: expect.stringMatching(/not valid[\s\S]*omitted/) })
  expect(made.files['out/tenant.users.jsonl']).not.toContain(upn(700))
  expect(await simulated(made.files)).toMatchObject({ code: 0 })
})

test('a problem with a user in the file beside points into the export', async () => {
  const { files } = await imported(users, 1)
  const spoiled = {
    ...files,
    'out/tenant.users.jsonl': (files['out/tenant.users.jsonl'] ?? '').replace(
      `"userPrincipalName":"${upn(7)}"`,
      `"userPrincipalName":"${upn(7)}","mailbox":"exchange-onlin"`,
    ),
  }
  const { code, stdout } = await recordedRun(['check', 'out/tenant.yaml'], memorySourceReader(spoiled))
  expect(code).toBe(2)
  expect(stdout).toMatch(/tenant\.users\.jsonl:\d+:\d+ error[\s\S]*note: imported from exports\/users\.json:\d+/)
})

test('of a group on whose members exports disagree each of them is undetermined, the others are as before', async () => {
  const group = (members: readonly object[]) =>
    JSON.stringify({ id: 'h', displayName: 'Held', securityEnabled: true, members })
  const held = {
    ...policy(0),
    ...{ id: 'p', conditions: { ...policy(0).conditions, users: { includeGroups: ['h'] } } },
    grantControls: { operator: 'OR', builtInControls: ['block'] },
  }
  const given = {
    ...exported(users, 0),
    'exports/policies.json': JSON.stringify({ value: [held] }),
    'exports/held-1.json': group([users[1] ?? {}]),
    'exports/held-2.json': group([users[2] ?? {}]),
    'exports/organization.json': JSON.stringify({ value: [{ '@odata.context': 'x', id: 't', verifiedDomains: [] }] }),
  }
  const words = ['import', 'exports', '-o', 'out/tenant.yaml', '--as-of', '2026-01-01']
  const made = await recordedRun(words, memorySourceReader(given))
  expect(made).toMatchObject({ code: 1, stderr: expect.not.stringContaining('omitted') })
  expect(made.files['out/tenant.memberships.csv']).not.toContain('Held')
  const missing = async (index: number) =>
    (await simulated(made.files, '-u', upn(index))).stdout.includes('groups · Held · members')
  expect([await missing(1), await missing(2), await missing(4)]).toEqual([true, true, false])
})
