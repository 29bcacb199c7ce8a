import { describe, expect, test, vi } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { hostileTenant, payloads } from './hostile.fixture.ts'
import { tagsOf } from './markup.fixture.ts'
import { checksOfOutput as checks, expectPlain, expectQuiet } from './output-checks.fixture.ts'
import { type RecordedRun, recordedRun } from './recorded-run.fixture.ts'

// The first run loads the program.
vi.setConfig({ testTimeout: 120_000 })

const csv = `userPrincipalName,displayName,mailbox\n${payloads.map((text, index) => `user${index}@contoso.com,"${text.replaceAll('"', '""')}",exchange-online\n`).join('')}`
const files = {
  'small.json': JSON.stringify({
    ...hostileTenant,
    groups: [],
    users: hostileTenant.users.slice(0, 2),
    conditionalAccess: { policies: [] },
  }),
  'tenant.json': JSON.stringify(hostileTenant),
  'other.json': JSON.stringify({ ...hostileTenant, conditionalAccess: { policies: [] } }),
  'people.json': JSON.stringify({
    ...hostileTenant,
    groups: [],
    conditionalAccess: { policies: [] },
    users: { from: 'people.csv' },
  }),
  'people.csv': csv,
  'broken.json': JSON.stringify({
    ...hostileTenant,
    users: payloads.map((text) => ({ userPrincipalName: text, [text]: text, mailbox: text })),
  }),
  'request.json': JSON.stringify({
    signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: 'user7@contoso.com' },
    signInContext: {
      '@odata.type': '#microsoft.graph.applicationContext',
      includeApplications: ['00000002-0000-0ff1-ce00-000000000000'],
    },
    signInConditions: {},
  }),
  'baseline.json': JSON.stringify(
    payloads.map((text) => ({ kind: text, about: text, witness: { user: text }, reason: text, expires: text })),
  ),
  'policies.json': JSON.stringify({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies',
    value: hostileTenant.conditionalAccess.policies.map((policy, index) => ({
      id: `00000000-0000-0000-0000-0000000000${String(index).padStart(2, '0')}`,
      ...policy,
    })),
  }),
} as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const own = /\u001b\[(?:0|1|2|1;31|1;33|31|32|33|34|36)m/g

const who = ['-u', 'user9@contoso.com', '-c', 'outlook-2010']
const runs: readonly (readonly [format: string, argv: readonly string[]])[] = [
  ...['text', 'compact', 'json', 'sarif', 'github'].flatMap((format) => [
    [format, ['check', 'tenant.json', '-f', format]] as const,
    [format, ['check', 'broken.json', '-f', format]] as const,
    [format, ['check', 'people.json', '-f', format]] as const,
  ]),
  ...['table', 'json', 'csv', 'markdown'].flatMap((format) => [
    [format, ['simulate', 'small.json', '-f', format]] as const,
    [format, ['simulate', 'people.json', '-f', format, '--expand']] as const,
    [format, ['simulate', 'tenant.json', '-f', format, '--group-by', 'user,network']] as const,
    [format, ['simulate', 'tenant.json', '-f', format, '--expect', 'blocked']] as const,
  ]),
  ...['text', 'json', 'markdown'].flatMap((format) => [
    [format, ['explain', 'tenant.json', '-f', format, ...who]] as const,
    [format, ['diff', 'tenant.json', 'other.json', '-f', format]] as const,
    [format, ['compare', 'tenant.json', 'other.json', '-f', format]] as const,
    [format, ['prove', 'tenant.json', '-f', format, 'every sign-in succeeds']] as const,
    [format, ['impact', 'tenant.json', '-f', format]] as const,
    [format, ['timeline', 'tenant.json', '-f', format, '--to', '2027-01-01']] as const,
    [format, ['explain', 'tenant.json', '-f', format, '--policy', hostileTenant.users[0]?.displayName ?? '']] as const,
  ]),
  ...['text', 'json', 'markdown', 'sarif', 'csv'].map(
    (format) => [format, ['gaps', 'tenant.json', '-f', format]] as const,
  ),
  ['text', ['gaps', 'tenant.json', '--baseline', 'baseline.json']],
  ['text', ['gaps', 'tenant.json', '--details']],
  ['text', ['diff', 'tenant.json', 'other.json', '--details']],
  ['text', ['timeline', 'tenant.json', '--details', '--all', '--to', '2027-01-01']],
  ['mermaid', ['timeline', 'tenant.json', '-f', 'mermaid', '--to', '2027-01-01']],
  ['text', ['what-if', 'tenant.json', '--request', 'request.json', '-f', 'text']],
  ['json', ['what-if', 'tenant.json', '--request', 'request.json', '-f', 'json']],
  ['mmd', ['diagram', 'tenant.json', ...who]],
  ['md', ['diagram', 'tenant.json', ...who, '-f', 'md']],
  ['gherkin', ['spec', 'tenant.json']],
  ['yaml', ['import', 'policies.json', '--name', hostileTenant.name]],
]

const run = (argv: readonly string[], color = false): Promise<RecordedRun> =>
  recordedRun(argv, memorySourceReader(files), { color: { stdout: color, stderr: color } })

describe('a tenant full of hostile texts is neutral', () => {
  test.each(runs.map(([format, argv]) => [argv.slice(0, 6).join(' ').slice(0, 70), format, argv] as const))(
    'in %s',
    async (what, format, argv) => {
      const { code, stdout, stderr } = await run(argv)
      expect(`${code} ${stderr}`).not.toContain('defect in authplan')
      checks[format]?.(stdout, what)
      expectPlain(stderr, what)
      expect((await run(argv)).stdout).toBe(stdout)
    },
  )

  test.each(
    runs
      .filter(([format]) => ['text', 'table'].includes(format))
      .map(([, argv]) => [argv.slice(0, 6).join(' ').slice(0, 70), argv] as const),
  )('in the colors of %s', async (what, argv) => {
    const { stdout, stderr } = await run(argv, true)
    expect(stdout + stderr).not.toContain('\u001b[31mred')
    expectPlain((stdout + stderr).replace(own, ''), what)
  })
})

test('reports in files are neutral', async () => {
  for (const audience of ['architect', 'user']) {
    const { files: written, stderr } = await run(['report', 'tenant.json', '-o', 'out', '--audience', audience])
    expectPlain(stderr, audience)
    for (const [name, text] of Object.entries(written))
      checks[name.endsWith('.html') ? 'html' : 'markdown']?.(text, name)
  }
})

test('the page carries its files as they are', async () => {
  const { files: written } = await run(['report', 'tenant.json', '-f', 'html:page.html'])
  const [, data = ''] =
    /<script type="application\/json" id="authplan-data">(.*?)<\/script>/s.exec(written['page.html'] ?? '') ?? []
  expect(JSON.parse(data).files['tenant.json']).toBe(files['tenant.json'])
  expectQuiet(data, 'data')
})

test('what is mistyped is repeated without its marks', async () => {
  for (const text of [payloads.join(' '), '::error::MARK', 'two\nMARK'])
    for (const argv of [
      [text],
      ['check', 'tenant.json', '-f', text],
      ['check', text],
      ['check', `--${text}`],
      ['simulate', 'tenant.json', '-u', text],
      ['simulate', 'tenant.json', '-c', text],
      ['simulate', 'tenant.json', '-n', text],
      ['simulate', 'tenant.json', '--as-of', text],
      ['simulate', 'tenant.json', '--signal', text],
      ['simulate', 'tenant.json', '--where', text],
      ['explain', 'tenant.json', '--policy', `${text}x`],
    ]) {
      const { stdout, stderr } = await run(argv)
      expectPlain(stdout + stderr, argv.join(' '))
    }
})

test('tags are found', () => {
  expect(tagsOf('<p class="a">x<br>&lt;b&gt;</p>')).toEqual(['p', 'br', '/p'])
})
