import { describe, expect, test, vi } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

// A sweep plays every sign-in, a search hundreds of plans.
vi.setConfig({ testTimeout: 60_000 })

const hybrid = 'scenarios/hybrid-autodiscover.yaml'
const disk = nodeSourceReader(process.cwd())
const read = (path: string): string => {
  const source = disk.read(path)
  if (!source.ok) throw new Error(`${path} cannot be read`)
  return source.value.text
}
const text = read(hybrid)
const someone = `name: Small
asOf: 2019-10-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
workloads: { exchange-online: { OAuth2ClientProfileEnabled: true } }
networks: [{ name: internet }]
clients: [browser]
users: [{ userPrincipalName: ada@contoso.com, displayName: Ada, mailbox: exchange-online, archive: none, groups: [], roles: [] }]
`

const withBaseline = (baseline: string) => memorySourceReader({ 'tenant.yaml': text, 'baseline.yaml': baseline })
const entry = (changes: string): string =>
  `- { kind: two-credentials-one-prompt, witness: {}, reason: until the move, ${changes} }\n`

describe('gaps', () => {
  test('findings are exit code 1, none are 0', async () => {
    expect((await recordedRun(['gaps', hybrid])).code).toBe(1)
    const run = await recordedRun(
      ['gaps', 'small.yaml', '--severity', 'warning'],
      memorySourceReader({ 'small.yaml': someone }),
    )
    expect([run.code, run.stdout]).toEqual([0, ''])
  })

  test('a tenant without a sign-in is no tenant without findings', async () => {
    const nobody = memorySourceReader({ 'small.yaml': 'name: Small\nasOf: 2019-10-01\n' })
    const run = await recordedRun(['gaps', 'small.yaml'], nobody)
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('declares no users')
  })

  test('the severity sets what counts', async () => {
    const { stdout } = await recordedRun(['gaps', hybrid, '--severity', 'error', '-f', 'json'])
    const { findings } = JSON.parse(stdout)
    expect(new Set(findings.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['two-credentials-one-prompt']))
    expect(findings[0]).toMatchObject({
      severity: 'error',
      witness: { user: 'moved.manager@fabrikam.com', client: 'outlook-2010', at: '2019-10-01' },
      origin: { file: hybrid },
    })
  })

  test('a finding of many users counts them, names a few, and lists all as CSV', async () => {
    const policy = {
      displayName: 'No browser for Sales',
      state: 'enabled',
      conditions: { applications: { includeApplications: ['All'] }, users: { includeGroups: ['Sales'] } },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
    }
    const users = Array.from({ length: 600 }, (_, index) =>
      [`user${index}@contoso.com`, 'exchange-online', 'none', index % 3 === 0 ? 'Sales' : ''].join(),
    )
    const files = {
      'large.yaml': `${someone.slice(0, someone.indexOf('users:'))}
groups: [{ name: Sales }]
users: { from: users.csv }
conditionalAccess: ${JSON.stringify({ policies: [policy] })}
`,
      'users.csv': ['userPrincipalName,mailbox,archive,groups', ...users, ''].join('\n'),
    }
    const reader = memorySourceReader(files)
    const asText = await recordedRun(['gaps', 'large.yaml', '--severity', 'warning'], reader)
    expect(asText.stdout).toContain('user0@contoso.com, user3@contoso.com and 198 others')
    const detailed = await recordedRun(['gaps', 'large.yaml', '--severity', 'warning', '--details'], reader)
    expect(detailed.stdout).toContain('user0@contoso.com, user3@contoso.com, user6@contoso.com and 197 others')
    const asCsv = await recordedRun(['gaps', 'large.yaml', '--severity', 'warning', '-f', 'csv'], reader)
    const rows = asCsv.stdout.split('\r\n').filter((row) => row.includes('nobody-can-sign-in'))
    expect(rows.map((row) => row.split(',')[6])).toEqual(
      Array.from({ length: 200 }, (_, index) => `user${index * 3}@contoso.com`),
    )
    const written = await recordedRun(['gaps', 'large.yaml', '--write-baseline', 'accepted.yaml'], reader)
    const accepting = memorySourceReader({ ...files, 'accepted.yaml': written.files['accepted.yaml'] ?? '' })
    const judged = await recordedRun(['gaps', 'large.yaml', '--baseline', 'accepted.yaml'], accepting)
    expect([judged.code, judged.stdout]).toEqual([0, ''])
  })

  test('legs and credentials are told in words', async () => {
    const { stdout } = await recordedRun(['gaps', hybrid, '--severity', 'error'])
    expect(stdout).toContain('one prompt for the on-premises autodiscover (account password)')
    expect(stdout).not.toContain('autodiscover:')
  })

  test('sarif has a region in the file for each result', async () => {
    const { stdout } = await recordedRun(['gaps', hybrid, '-f', 'sarif'])
    const [run] = JSON.parse(stdout).runs
    expect(run.results.length).toBeGreaterThan(4)
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
      const [{ physicalLocation }] = locations
      expect(physicalLocation.artifactLocation.uri).toBe(hybrid)
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region
      expect(startLine).toBeGreaterThan(1)
      expect(endLine > startLine || endColumn > startColumn).toBe(true)
    }
  })

  test('the horizon brings what breaks until then', async () => {
    const kinds = async (...options: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await recordedRun(['gaps', hybrid, '-f', 'json', ...options])
      return JSON.parse(stdout).findings.map(({ kind }: { kind: string }) => kind)
    }
    expect(await kinds()).not.toContain('breaks-on-known-date')
    expect(await kinds('--horizon', '2023-02-01')).toContain('breaks-on-known-date')
  })

  test('what was written as a baseline accepts everything', async () => {
    const { files, code } = await recordedRun(
      ['gaps', 'tenant.yaml', '--write-baseline', 'baseline.yaml'],
      withBaseline(''),
    )
    expect(code).toBe(0)
    const run = await recordedRun(
      ['gaps', 'tenant.yaml', '--baseline', 'baseline.yaml'],
      withBaseline(files['baseline.yaml'] ?? ''),
    )
    expect([run.code, run.stdout]).toEqual([0, ''])
  })

  test.each([
    ['in force', entry('expires: 2020-01-01'), 0],
    ['past its day', entry('expires: 2019-01-01'), 1],
    ['for nothing', entry('expires: 2020-01-01, about: thunderbird'), 2],
    ['with an unknown key', entry('expires: 2020-01-01, until: now'), 2],
    ['that is no YAML', '- {', 2],
  ])('a baseline entry %s', async (_name, baseline, expected) => {
    const argv = ['gaps', 'tenant.yaml', '--severity', 'error', '--baseline', 'baseline.yaml']
    const { code, stderr } = await recordedRun(argv, withBaseline(baseline))
    expect(code).toBe(expected)
    if (expected === 2) expect(stderr).toMatch(/baseline\.yaml:1:\d+/)
  })
})

const question = ['why-not', hybrid, '-u', 'Moved manager', '-c', 'outlook-2010', '-n', 'internet'] as const

describe('why-not', () => {
  test('sets are told with their patches, and what they do to others', async () => {
    const { code, stdout } = await recordedRun([...question, '--want', 'signs-in'])
    expect(code).toBe(0)
    expect(stdout).toContain('+++ b/scenarios/hybrid-autodiscover.yaml')
    expect(stdout).toMatch(/other verdicts? of \d+ users? change|no other sign-in changes/)
    expect(stdout).toMatch(/proven minimal within the \d+ settings tried \(\d+ edits\)/)
  })

  test('json has the changes and the patch of each set', async () => {
    const { stdout } = await recordedRun([...question, '--want', 'signs-in', '-f', 'json', '--limit', '2'])
    const { sets, size, more } = JSON.parse(stdout)
    expect([size, sets.length]).toEqual([1, 2])
    expect(more).toBeGreaterThan(0)
    expect(sets[0].changes).toHaveLength(1)
  })

  test('a set is written, and then it is so', async () => {
    const { files } = await recordedRun([...question, '--want', 'signs-in', '--write', '1'])
    const made = files[hybrid] ?? ''
    expect(made).toContain('# A hybrid deployment: some mailboxes are on-premises')
    const again = await recordedRun(
      ['why-not', 'tenant.yaml', ...question.slice(2), '--want', 'signs-in'],
      memorySourceReader({ 'tenant.yaml': made }),
    )
    expect([again.code, again.stdout]).toEqual([0, 'the sign-in already ends that way\n'])
  })

  test('what no two changes give is exit code 1', async () => {
    const { code } = await recordedRun([...question, '-p', 'read-mail', '--want', 'source-address'])
    expect(code).toBe(1)
  })

  test.each([
    ['without a wish', [...question]],
    ['with an unknown wish', [...question, '--want', 'app-pasword']],
    ['with an unknown user', ['why-not', hybrid, '-u', 'Nobody', '-c', 'outlook-2010', '--want', 'blocked']],
    ['with no such set', [...question, '--want', 'signs-in', '--write', '99']],
    ['with a set that is no number', [...question, '--want', 'signs-in', '--write', 'one']],
  ])('%s it cannot run', async (_name, argv) => {
    expect((await recordedRun(argv)).code).toBe(2)
  })
})
