import { describe, expect, test } from 'vitest'
import { catalogTables, tableNames } from '../../catalog/index.ts'
import { featureFormats } from '../../gherkin/run-features.ts'
import { allRules } from '../../rules/index.ts'
import { memorySourceReader } from '../../source/memory-source.ts'
import { tableLooks } from '../catalog-tables.ts'
import { founding, recordedRun } from '../recorded-run.fixture.ts'
import { testFormats } from './test.ts'

const clerk = [
  '--user',
  'Finance lead',
  '--client',
  'outlook-2010',
  '--purpose',
  'open-address-book',
  '--network',
  'internet',
]

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

describe('simulate', () => {
  test('json is the versioned contract', async () => {
    const { code, stdout } = await recordedRun(['simulate', founding, ...clerk, '-f', 'json'])
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
    const { code, stderr } = await recordedRun(['simulate', founding, ...clerk, ...options])
    expect(code).toBe(expected)
    expect(stderr.includes('not as expected')).toBe(expected === 1)
  })

  test('another date is another verdict', async () => {
    const { stdout } = await recordedRun(['simulate', founding, ...clerk, '--as-of', '2026-11-22', '-f', 'json'])
    const { asOf, sessions } = JSON.parse(stdout)
    expect(asOf).toBe('2026-11-22')
    expect(sessions[0].verdict.kind).toBe('blocked')
  })

  test('--present plays the sign-in with a credential', async () => {
    const { stdout } = await recordedRun([
      'simulate',
      founding,
      ...clerk,
      '--present',
      'account-password',
      '-f',
      'json',
    ])
    expect(JSON.parse(stdout).sessions[0].verdict.kind).toBe('refused')
  })

  test('a client that the file does not declare comes from the catalogue', async () => {
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
    const shown = await recordedRun(['simulate', founding, ...clerk, '-f', format])
    const written = await recordedRun(['simulate', founding, ...clerk, '-f', `${format}:out.file`])
    expect(shown.stdout).not.toBe('')
    expect(written).toMatchObject({ stdout: '', files: { 'out.file': shown.stdout } })
  })

  test('the same command gives the same bytes', async () => {
    const once = await recordedRun(['simulate', founding, '-f', 'json'])
    expect(await recordedRun(['simulate', founding, '-f', 'json'])).toEqual(once)
  })
})

describe('simulate over many people', () => {
  const header = small.replace(
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

  test('one person is found in the file beside', async () => {
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

describe('explain', () => {
  test('needs a user and a client', async () => {
    const { code, stderr } = await recordedRun(['explain', founding, '--user', 'Finance lead'])
    expect(code).toBe(2)
    expect(stderr).toContain('--client')
  })

  test('names the deciding rule and the other credentials', async () => {
    const { code, stdout } = await recordedRun(['explain', founding, ...clerk])
    expect(code).toBe(0)
    expect(stdout).toContain('CRED-2')
    expect(stdout).toContain('Why not ...')
  })

  test('json is the contract with traces', async () => {
    const { stdout } = await recordedRun(['explain', founding, ...clerk, '-f', 'json'])
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
    const { nodeSourceReader } = await import('../../source/read-source.ts')
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

describe('diagram', () => {
  test('writes Mermaid text, and Markdown around it', async () => {
    const mmd = await recordedRun(['diagram', founding, ...clerk])
    const md = await recordedRun(['diagram', founding, ...clerk, '-o', 'out.md', '-o', 'out.mmd'])
    expect(mmd.stdout).toContain('sequenceDiagram')
    expect(md.stdout).toBe('')
    expect(md.files['out.mmd']).toBe(mmd.stdout)
    expect(md.files['out.md']).toBe(`\`\`\`mermaid\n${mmd.stdout}\`\`\`\n`)
  })

  test('says which session it drew when several are meant', async () => {
    const { stderr } = await recordedRun(['diagram', founding, '-c', 'outlook-2010'])
    expect(stderr).toContain('the first of')
  })
})

describe('report', () => {
  test('writes Markdown and HTML a file, and the rules beside them', async () => {
    const { code, stdout, files } = await recordedRun(['report', founding, '-o', 'out'])
    expect(code).toBe(0)
    expect(stdout).toBe('')
    const base = 'out/federated-skype-on-premises'
    expect(Object.keys(files)).toEqual([`${base}.md`, `${base}.html`, 'out/rules.md'])
    expect(files[`${base}.md`]).toContain('```mermaid')
    expect(files[`${base}.html`]).toContain("default-src 'none'")
  })

  test('the page carries the tenant file and the test results', async () => {
    const run = JSON.stringify({
      features: [
        { uri: 'a.feature', name: 'A', scenarios: [{ name: 'S', line: 3, status: 'undefined', message: 'no' }] },
      ],
    })
    const memory = memorySourceReader({ 'tenant.yaml': small, 'run.json': run })
    const { files } = await recordedRun(['report', 'tenant.yaml', '-f', 'html:out.html', '--tests', 'run.json'], memory)
    const data = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(files['out.html'] ?? '')?.[1] ?? ''
    expect(JSON.parse(data)).toMatchObject({
      file: 'tenant.yaml',
      files: { 'tenant.yaml': small },
      tests: [{ uri: 'a.feature', scenarios: [{ name: 'S', line: 3, status: 'failed', message: 'no' }] }],
    })
  })

  test.each(['{}', 'no json'])('%s is no test result', async (text) => {
    const memory = memorySourceReader({ 'tenant.yaml': small, 'run.json': text })
    expect(await recordedRun(['report', 'tenant.yaml', '--tests', 'run.json'], memory)).toMatchObject({
      code: 2,
      files: {},
    })
  })

  test('the helpdesk gets one page a client', async () => {
    const { files } = await recordedRun(['report', founding, '--audience', 'user', '-o', 'out'])
    expect(files['out/federated-skype-on-premises/outlook-2010.md']).toContain('what do I type?')
  })

  test('refuses two reports of one name', async () => {
    expect(await recordedRun(['report', founding, founding])).toMatchObject({ code: 2, files: {} })
  })
})

describe('the reference commands', () => {
  test.each(tableNames)('catalog %s has every row with id and citation', async (table) => {
    const { stdout } = await recordedRun(['catalog', table, '-f', 'json'])
    const { table: named, rows } = JSON.parse(stdout)
    expect(named).toBe(table)
    expect(rows).toHaveLength(catalogTables[table].length)
    for (const { id, citation } of rows)
      expect({ id: typeof id, url: typeof citation.url }).toEqual({ id: 'string', url: 'string' })
  })

  test.each(tableNames)('catalog %s shows columns that it has', (table) => {
    const fields = new Set(catalogTables[table].flatMap((row) => Object.keys(row)))
    expect(tableLooks[table].columns.filter((column) => !fields.has(column))).toEqual([])
  })

  test('rules lists every rule', async () => {
    const text = await recordedRun(['rules'])
    for (const { id } of allRules) expect(text.stdout).toContain(id)
    const json = await recordedRun(['rules', 'cred-2', '-f', 'json'])
    expect(JSON.parse(json.stdout).rules).toMatchObject([{ id: 'CRED-2', basis: 'documented' }])
  })

  test('steps prints each step with an example', async () => {
    const { stdout } = await recordedRun(['steps', '-f', 'json'])
    for (const step of JSON.parse(stdout).steps) expect(step.example).toContain(' ')
  })

  test('schema is the JSON Schema of tenant files', async () => {
    const { stdout } = await recordedRun(['schema'])
    expect(JSON.parse(stdout).properties).toHaveProperty('domains')
  })

  test.each(['bash', 'zsh', 'fish'])('completion for %s knows commands and options', async (shell) => {
    const { code, stdout } = await recordedRun(['completion', shell])
    expect(code).toBe(0)
    for (const word of ['simulate', 'as-of', 'audience']) expect(stdout).toContain(word)
  })
})

describe('test', () => {
  test('offers every rendering of the runner', () => {
    expect(testFormats).toEqual(featureFormats)
  })

  test('a feature that is not there cannot be run', async () => {
    expect((await recordedRun(['test', 'features/nowhere.feature'])).code).toBe(2)
  })

  test('a threshold is a percentage', async () => {
    expect((await recordedRun(['test', '--coverage-threshold', 'much'])).code).toBe(2)
  })
})
