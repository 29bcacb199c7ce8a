import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { generatedLog, jsonLines, type LogRecord } from '../../replay/generated-log.fixture.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const scenario = join(process.cwd(), 'scenarios/conditional-access.yaml')
let folder = ''
let log: readonly LogRecord[] = []
const place = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const run = (...words: readonly string[]) =>
  recordedRun(['replay', ...words], nodeSourceReader(folder), { cwd: folder })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-replay-command-'))
  const loaded = loadTenant(scenario, nodeSourceReader(process.cwd()))
  if (!loaded.ok) throw new Error('the scenario')
  log = generatedLog(loaded.value, 7, 60)
  place('log.jsonl', jsonLines(log))
  mkdirSync(join(folder, 'searched/2022'), { recursive: true })
  place('searched/2022/log.jsonl', jsonLines(log))
  place('searched/notes.json', '{"displayName": "not a log"}')
  place('notes.json', '{"displayName": "not a log"}')
  place('key', '0123456789abcdef0123456789abcdef')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Sign-ins outside of the trusted addresses that got in, which the trial policy would block. */
const outside = (one: LogRecord): boolean =>
  !String(one['ipAddress']).startsWith('203.0.113.') && JSON.stringify(one['status']).includes(':0,')

const trial = 'Block unknown countries (trial)'

describe('a report-only policy, as if it were enforced', () => {
  test('blocks exactly the people whose sign-ins it concerns, named when they are asked for', async () => {
    const expected = log.filter(outside)
    const names = [...new Set(expected.map((one) => one.userPrincipalName))].toSorted()
    const words = [scenario, '--signins', 'log.jsonl', '--enforce', trial, '-f', 'json']
    const quiet = await run(...words)
    expect(quiet.code).toBe(1)
    const [blocked] = JSON.parse(quiet.stdout).plan.effects
    expect(blocked).toMatchObject({ effect: 'newly blocked', signIns: expected.length, people: names.length })
    expect(blocked.causes).toMatchObject([{ name: `policy "${trial}"`, signIns: expected.length }])
    expect(blocked.weeks.map((week: { name: string }) => week.name)).toEqual(['2022-05-30'])
    for (const name of names) expect(quiet.stdout).not.toContain(name)
    const [named] = JSON.parse((await run(...words, '--people')).stdout).plan.people
    expect(named).toEqual({ effect: 'newly blocked', names })
    const hidden = await run(...words, '--people', '--pseudonymize', 'key')
    expect(JSON.parse(hidden.stdout).plan.people[0].names).toHaveLength(names.length)
    for (const name of names) expect(hidden.stdout).not.toContain(name)
  })
})

describe('the founding architecture, in which MFA is asked for per user', () => {
  const founding = join(process.cwd(), 'scenarios/federated-skype-on-premises.yaml')

  let signIns: readonly LogRecord[] = []
  beforeAll(() => {
    const text = readFileSync(founding, 'utf8')
    const without = 'appPasswords: [Laptop]\n    mailboxSwitches: { ImapEnabled: false }\n'
    place('founding.yaml', text)
    place('planned.yaml', text.replace('appPasswords: [Laptop]\n', without))
    const loaded = loadTenant(founding, nodeSourceReader(process.cwd()))
    if (!loaded.ok) throw new Error('the founding scenario')
    signIns = generatedLog(loaded.value, 11, 80)
    place('founding.jsonl', jsonLines(signIns))
  })

  test.each([
    ['the person whose IMAP is switched off', ['--plan', 'planned.yaml'], ['IMAP4'], /^finance/],
    [
      'everybody with an old client, by a date of the vendor',
      ['--as-of', '2023-06-01'],
      ['IMAP4', 'Exchange ActiveSync'],
      /./,
    ],
  ] as const)('explains its log, and blocks exactly %s', async (_, plan, clients, people) => {
    const blocked = signIns.filter(
      (one) => clients.some((client) => client === one['clientAppUsed']) && people.test(one.userPrincipalName),
    )
    const { stdout } = await run('founding.yaml', '--signins', 'founding.jsonl', ...plan, '--people', '-f', 'json')
    const answer = JSON.parse(stdout)
    expect(answer.explained).toBe(1)
    expect(answer.plan.effects).toMatchObject([{ effect: 'newly blocked', signIns: blocked.length }])
    expect(answer.plan.people[0].names).toEqual([...new Set(blocked.map((one) => one.userPrincipalName))].toSorted())
  })
})

test('a folder is searched for logs, and leaves nothing behind', async () => {
  // A place of its own: other runs on this machine leave and remove theirs meanwhile.
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  vi.stubEnv('TMPDIR', temporary)
  try {
    const { code, stdout, stderr } = await run(scenario, '--signins', 'searched', '--fail-under', '1')
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('100 % of the comparable') })
    expect(stderr).toContain('1 file left alone')
    expect(readdirSync(temporary)).toEqual([])
  } finally {
    vi.unstubAllEnvs()
  }
})

test('a printed query, run elsewhere, gives the shapes that logs give here', async () => {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const words = ['--enforce', trial, '-f', 'json']
  const printed = await run(scenario, '--signins', 'log.jsonl', '--query', 'duckdb', ...words)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const statements = await connection.extractStatements(printed.stdout)
  for (let index = 0; index < statements.count - 1; index += 1) await (await statements.prepare(index)).run()
  const answer = await (await statements.prepare(statements.count - 1)).runAndReadAll()
  connection.closeSync()
  place('shapes.json', JSON.stringify(answer.getRowObjectsJson()))
  const there = JSON.parse((await run(scenario, '--shapes', 'shapes.json', ...words)).stdout)
  const here = JSON.parse((await run(scenario, '--signins', 'log.jsonl', ...words)).stdout)
  expect(there.total).toEqual(here.total)
  const [blocked] = there.plan.effects
  expect(blocked).toMatchObject({ effect: 'newly blocked', signIns: here.plan.effects[0].signIns })
  expect(blocked.people).toBeLessThanOrEqual(here.plan.effects[0].people)
  expect(blocked.most).toBeGreaterThanOrEqual(here.plan.effects[0].people)
  const other = await run(scenario, '--shapes', 'shapes.json')
  expect({ code: other.code, said: other.stderr.includes('no shapes that fit') }).toEqual({ code: 2, said: true })
})

test('a query for Log Analytics names the classes of people, and needs no log', async () => {
  const { code, stdout } = await run(scenario, '--query', 'kql')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^union \(SigninLogs/m)
  expect(stdout).toContain('"chief@northwind.com", "0"')
})

const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'a file that is no log',
    [scenario, '--signins', 'notes.json'],
    /no sign-ins that authplan can read in `notes\.json`/,
  ],
  ['a file that is not there', [scenario, '--signins', 'lost.json'], /SRC-1/],
  ['no log', [scenario], /`--signins` or from `--shapes`/],
  ['logs and shapes', [scenario, '--signins', 'log.jsonl', '--shapes', 's.csv'], /`--signins` or from `--shapes`/],
  ['an engine that is not there', [scenario, '--query', 'spl'], /unknown engine `spl`/],
  ['people of shapes', [scenario, '--shapes', 's.csv', '--as-of', '2026-01-01', '--people'], /shapes name nobody/],
  [
    'a part that is none',
    [scenario, '--signins', 'log.jsonl', '--fail-under', '99'],
    /`--fail-under 99` is no part of a whole/,
  ],
  ['a policy that is not there', [scenario, '--signins', 'log.jsonl', '--enforce', 'Block unknown'], /unknown policy/],
  ['a policy that is on', [scenario, '--signins', 'log.jsonl', '--enforce', 'MFA for executives'], /enforced already/],
  ['people without a plan', [scenario, '--signins', 'log.jsonl', '--people'], /no effect without a plan/],
  ['rows without a plan', [scenario, '--signins', 'log.jsonl', '-f', 'csv'], /lists what a plan changes/],
]
test.each(refused)('%s ends with 2 and what to do', async (_, words, says) => {
  const { code, stdout, stderr } = await run(...words)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(says)
})

test('a page that breaks off says where', async () => {
  place('half.json', JSON.stringify({ value: log.slice(0, 3) }).slice(0, -40))
  const { code, stderr } = await run(scenario, '--signins', 'half.json')
  rmSync(join(folder, 'half.json'))
  expect(code).toBe(2)
  expect(stderr).toMatch(/`half\.json` is no valid JSON from byte \d+ on/)
})

test('a page in UTF-16 is refused with what to do', async () => {
  writeFileSync(
    join(folder, 'wide.json'),
    Buffer.from(`\uFEFF${JSON.stringify({ value: log.slice(0, 3) })}`, 'utf16le'),
  )
  const { code, stderr } = await run(scenario, '--signins', 'wide.json')
  rmSync(join(folder, 'wide.json'))
  expect(code).toBe(2)
  expect(stderr).toContain('save it as UTF-8')
})

test('logs are not read from memory', async () => {
  const { code, stderr } = await recordedRun(
    ['replay', 'tenant.yaml', '--signins', 'a.json'],
    memorySourceReader({ 'tenant.yaml': 'name: A\nasOf: 2026-01-01\n', 'a.json': '{}' }),
  )
  expect({ code, said: stderr.includes('error') }).toEqual({ code: 2, said: true })
})
