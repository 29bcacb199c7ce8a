import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const policy = (conditions: object = {}) => ({
  displayName: 'Block legacy authentication',
  state: 'enabled',
  conditions: {
    users: { includeUsers: ['All'] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['exchangeActiveSync', 'other'],
    ...conditions,
  },
  grantControls: { operator: 'OR', builtInControls: ['block'] },
})
const users = { value: [{ id: 'u1', userPrincipalName: 'anna@contoso.com', displayName: 'Anna', userType: 'Member' }] }
const domains = { value: [{ id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true }] }

const files = {
  'exports/policies/block.json': JSON.stringify(policy()),
  'exports/users.json': JSON.stringify(users),
  'exports/domains.json': JSON.stringify(domains),
  'exports/README.md': '# notes',
  'new.json': JSON.stringify(policy({ agentContext: { mode: 'all' } })),
  'broken.json': '{ "value": [',
  'other.json': JSON.stringify({ hello: 1 }),
}
const reader = memorySourceReader(files)
const run = (...words: readonly string[]) => recordedRun(['import', ...words], reader)

describe('import', () => {
  test('reads a folder at any depth and tells on standard error what happened to it', async () => {
    const { code, stdout, stderr } = await run('exports', '--as-of', '2024-05-01')
    expect(code).toBe(0)
    expect(stdout).toContain('displayName: Block legacy authentication')
    expect(stderr).toContain('understood: 1 policy, 1 user')
  })

  test('holds no more than it is allowed to, and says how to allow more', async () => {
    const people = Array.from({ length: 6000 }, (_, index) => `Person.${index}@contoso.com,Person ${index}`)
    const many = memorySourceReader({ ...files, 'exports/people.csv': ['UPN,Display name', ...people, ''].join('\n') })
    const stopped = await recordedRun(['import', 'exports', '--memory-limit', '1'], many)
    expect([stopped.code, stopped.stdout]).toEqual([2, ''])
    expect(stopped.stderr).toMatch(/^exports\/people\.csv:\d+:\d+ error\[IMP-41\]/m)
    expect(stopped.stderr).toContain('allow more with `--memory-limit`')
    expect((await recordedRun(['import', 'exports', '--memory-limit', '100'], many)).code).toBe(0)
  })

  test.each(['--memory-limit', '--time-limit'])('%s takes a number', async (option) => {
    const { code, stderr } = await run('exports', option, 'much')
    expect([code, stderr]).toEqual([2, expect.stringContaining(`\`${option}\` takes a number from 1, not \`much\``)])
  })

  test('writes a file that checks and simulates', async () => {
    const { files: written, stdout } = await run('exports', '-o', 'tenant.yaml', '--as-of', '2022-05-01')
    expect(stdout).toBe('')
    const made = memorySourceReader(written)
    const checked = await recordedRun(['check', 'tenant.yaml', '-f', 'json'], made)
    expect(checked.code).toBe(0)
    const words = ['simulate', 'tenant.yaml', '-u', 'Anna', '-c', 'outlook-2010', '-p', 'read-mail', '-f', 'json']
    const [session] = JSON.parse((await recordedRun(words, made)).stdout).sessions
    expect(JSON.stringify(session.legs)).toContain('Block legacy authentication')
  })

  test.each<[string, readonly string[], number]>([
    ['complete', ['exports/domains.json', 'exports/policies/block.json'], 0],
    ['named by a pattern', ['exports/**/*.json'], 0],
    ['a condition that nobody knows', ['new.json'], 1],
    ['a file that is no export, beside one that is', ['exports', 'other.json'], 1],
    ['a file that cannot be read, beside one that can', ['exports', 'broken.json'], 2],
    ['nothing to import', ['other.json'], 2],
    ['no such file', ['exprots'], 2],
    ['no file', [], 2],
  ])('%s', async (_name, paths, expected) => {
    expect((await run(...paths)).code).toBe(expected)
  })

  test('a field that is not understood is told with its place', async () => {
    const { stdout, stderr } = await run('new.json')
    expect(stderr).toMatch(/new\.json:\d+:\d+ warning\[POL-\d+\]: .*agentContext/)
    expect(stdout).toContain('agentContext')
  })

  test('--commands shows what collects the exports', async () => {
    const { code, stdout } = await run('--commands')
    expect(code).toBe(0)
    expect(stdout).toContain('Get-MgIdentityConditionalAccessPolicy')
  })

  test('a kind that is unknown gets a suggestion', async () => {
    const { code, stderr } = await run('grahp', 'exports')
    expect(code).toBe(2)
    expect(stderr).toContain('did you mean `graph`?')
  })

  test('nothing of a folder is left out in silence, and no secret is shown', async () => {
    const beside = {
      'all/domains.json': JSON.stringify(domains),
      'all/people.csv': 'Colour,Shape\nblue,round\n',
      'all/main.tf': 'resource "x" "y" {',
      'all/readme.md': '# notes',
      'all/picture.png': 'x',
    }
    const made = await recordedRun(['import', 'all'], memorySourceReader(beside))
    // A configuration of Terraform with a mistake is an error.
    expect(made.code).toBe(2)
    for (const name of Object.keys(beside)) expect(made.stderr).toContain(name)
    const key = '-----BEGIN RSA PRIVATE KEY-----\nsecretsecret\n'
    const refused = await recordedRun(['import', 'all'], memorySourceReader({ ...beside, 'all/k.pem': key }))
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('all/k.pem:1:1 error[IMP-5]')
    expect(refused.stderr + refused.stdout).not.toContain('secretsecret')
  })

  test('--coverage writes what happened to each object as JSON', async () => {
    const { files: written } = await run('exports', 'new.json', '--coverage', 'coverage.json')
    const { formatVersion, totals, entries, diagnostics } = JSON.parse(written['coverage.json'] ?? '')
    expect(formatVersion).toBe(1)
    expect(totals).toMatchObject({ understood: { policy: 1, user: 1 }, 'not-understood': { policy: 1 } })
    expect(entries).toContainEqual(expect.objectContaining({ source: 'new.json', status: 'not-understood' }))
    expect(diagnostics).toContainEqual(expect.objectContaining({ file: 'new.json', line: 1 }))
  })

  test('--into keeps comments and hand-written parts, and prints changes of the file and of verdicts', async () => {
    const { files: first } = await run('exports', '-o', 'tenant.yaml', '--as-of', '2022-05-01')
    const byHand = (first['tenant.yaml'] ?? '').replace(
      'displayName: Anna',
      'displayName: Anna # ours\n    mailbox: none',
    )
    const later = { value: [{ ...users.value[0], accountEnabled: false }] }
    const next = memorySourceReader({
      ...files,
      ...first,
      'tenant.yaml': byHand,
      'exports/users.json': JSON.stringify(later),
    })
    const made = await recordedRun(['import', 'exports', '--into', 'tenant.yaml'], next)
    expect(made.code).toBe(0)
    expect(made.stdout).toContain('+ users[anna@contoso.com].accountEnabled: false')
    expect(made.stdout).toContain('sign-ins of 1 user change')
    expect(made.files['tenant.yaml']).toContain('displayName: Anna # ours\n    mailbox: none\n')
    expect(made.files['tenant.yaml']).toContain('accountEnabled: false')
    expect(Object.keys(made.files)).toEqual(['tenant.yaml', 'tenant.origins.json'])
  })

  test.each<[string, string, number]>([
    ['a key', 'k'.repeat(40), 0],
    ['a key that can be guessed', 'short', 2],
  ])('--pseudonymize with %s', async (_name, key, code) => {
    const made = await recordedRun(
      ['import', 'exports', '--pseudonymize', 'p.key', '-o', 'shared.yaml'],
      memorySourceReader({ ...files, 'p.key': key }),
    )
    expect(made.code).toBe(code)
    expect(made.files['shared.yaml'] ?? '').not.toMatch(/anna|contoso/i)
    expect(Object.keys(made.files)).not.toContain('shared.origins.json')
  })

  test('a diagnostic and a verdict about an imported fact point into the export', async () => {
    const { files: written } = await run('exports', 'new.json', '-o', 'tenant.yaml', '--as-of', '2022-05-01')
    expect(Object.keys(written)).toEqual(['tenant.yaml', 'tenant.origins.json'])
    const made = memorySourceReader(written)
    const checked = await recordedRun(['check', 'tenant.yaml'], made)
    expect(checked.stdout).toMatch(/agentContext[\s\S]*note: imported from new\.json:1:\d+/)
    const words = ['explain', 'tenant.yaml', '-u', 'Anna', '-c', 'outlook-2010', '-p', 'read-mail']
    const explained = (await recordedRun(words, made)).stdout.replace(/\s+/g, ' ')
    expect(explained).toMatch(/\(tenant\.yaml:\d+, imported from exports\/domains\.json:1\)/)
    const alone = memorySourceReader({ 'tenant.yaml': written['tenant.yaml'] ?? '' })
    expect((await recordedRun(['check', 'tenant.yaml'], alone)).stdout).not.toContain('imported from')
  })

  test.each<[string, readonly string[]]>([
    ['before the paths', ['graph', 'exports']],
    ['spelled otherwise', ['Graph', 'exports']],
  ])('a kind %s means --only, and is deprecated', async (_name, words) => {
    const { code, stdout, stderr } = await run(...words)
    expect(code).toBe(0)
    expect(stderr).toContain('deprecated; write `authplan import exports --only graph`')
    expect(stdout).toBe((await run('exports', '--only', 'graph')).stdout)
  })

  test('a folder that is called like a kind is a folder', async () => {
    const { code, stderr } = await recordedRun(
      ['import', 'graph'],
      memorySourceReader({ 'graph/users.json': JSON.stringify(users), 'graph/domains.json': JSON.stringify(domains) }),
    )
    expect(code).toBe(0)
    expect(stderr).not.toContain('deprecated')
  })

  test.each<[string, string, number]>([
    ['names what a column says', 'Aktiv?: accountEnabled', 0],
    ['names a column that there is not', 'Aktiv?: acountEnabled', 2],
    ['holds no columns', '- Aktiv?', 2],
    ['cannot be read', '{', 2],
  ])('a file for --columns that %s', async (_name, columns, code) => {
    const people = 'userPrincipalName,Aktiv?\nanna@contoso.com,Nein\n'
    const beside = { ...files, 'exports/people.csv': people, 'columns.yaml': columns }
    const words = ['import', 'exports', '--columns', 'columns.yaml']
    const made = await recordedRun(words, memorySourceReader(beside))
    expect(made.code).toBe(code)
    if (code === 0) expect(made.stdout).toContain('accountEnabled: false')
  })

  test('an unknown kind is refused', async () => {
    const { code, stderr } = await run('exports', '--only', 'grahp')
    expect(code).toBe(2)
    expect(stderr).toContain('did you mean `graph`?')
  })

  test('the order in which files are named changes nothing', async () => {
    const names = ['exports/users.json', 'exports/domains.json', 'exports/policies/block.json']
    expect((await run(...names)).stdout).toBe((await run(...names.toReversed())).stdout)
  })
})

test('of exports with nothing to import it is said what they are', async () => {
  const text = JSON.stringify({
    value: [{ id: 'r1', riskLevel: 'high', riskState: 'atRisk', userPrincipalName: 'a@b.c' }],
  })
  const { code, stderr } = await recordedRun(['import', 'r.json'], memorySourceReader({ 'r.json': text }))
  expect(code).toBe(2)
  expect(stderr).toMatch(/IMP-2[\s\S]*recognized but not imported:\n {2}1 risky user \(r\.json\)/)
})

test('of very many mistakes in an export the first hundred are shown, and the rest counted', async () => {
  const text = `{"value":[${'"'.repeat(5001)}`
  const { code, stderr } = await recordedRun(['import', 'x.json'], memorySourceReader({ 'x.json': text }))
  expect(code).toBe(2)
  expect(stderr.match(/^x\.json:/gm)?.length).toBeLessThanOrEqual(101)
  expect(stderr).toMatch(/SRC-26/)
})
