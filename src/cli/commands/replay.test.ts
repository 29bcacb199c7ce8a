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
  place('broken.parquet', 'PAR1 and nothing else')
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

test('a page carries the tenant file and the replay, with names only where they are asked for', async () => {
  const words = [scenario, '--signins', 'log.jsonl', '--enforce', trial, '-f', 'html']
  const carried = (html: string) => JSON.parse(/id="authplan-data">(.*)<\/script>/.exec(html)?.[1] ?? '{}').replay
  const quiet = carried((await run(...words)).stdout)
  const json = JSON.parse((await run(...words.with(-1, 'json'))).stdout)
  expect(quiet.plan.effects[0]).toMatchObject({ bad: true, people: [] })
  expect(quiet.weeks).toEqual([{ name: '2022-05-30', ...quiet.weeks[0], agrees: json.total.agrees.signIns }])
  const named = carried((await run(...words, '--people')).stdout)
  expect(named.plan.effects[0].people).toHaveLength(json.plan.effects[0].people)
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

describe('the clients in use', () => {
  const founding = 'scenarios/federated-skype-on-premises.yaml'
  let signIns: readonly LogRecord[] = []
  const outlook = '27922004-5251-4030-b22d-91ecd9a37ea4'
  beforeAll(() => {
    const loaded = loadTenant(founding, nodeSourceReader(process.cwd()))
    if (!loaded.ok) throw new Error('the founding scenario')
    signIns = generatedLog(loaded.value, 5, 60).map((one) =>
      one['clientAppUsed'] === 'Mobile Apps and Desktop clients'
        ? { ...one, appId: outlook, appDisplayName: 'Outlook Mobile', deviceDetail: { operatingSystem: 'Ios 17.4' } }
        : one,
    )
    place('clients.jsonl', jsonLines(signIns))
    place('clients.yaml', readFileSync(founding, 'utf8'))
  })
  const words = ['clients.yaml', '--signins', 'clients.jsonl', '--clients']

  test('are counted with how they authenticate and when the vendor ends them', async () => {
    const { code, stdout } = await run(...words, '-f', 'json')
    const { clients, people } = JSON.parse(stdout)
    const of = (name: string) => signIns.filter((one) => one['clientAppUsed'] === name)
    expect({ code, people }).toEqual({ code: 0, people: undefined })
    const imap = clients.filter(({ spoke }: { spoke: string }) => spoke === 'imap4')
    const sum = (key: string) => imap.reduce((all: number, one: Record<string, number>) => all + (one[key] ?? 0), 0)
    expect(sum('signIns')).toBe(of('IMAP4').length)
    for (const one of imap)
      expect(one).toMatchObject({ authentication: 'basic', ends: { at: '2023-01-01T00:00:00.000Z', rule: 'GATE-4' } })
    expect(clients.findIndex(({ authentication }: { authentication: string }) => authentication === 'modern')).toBe(
      clients.filter(({ authentication }: { authentication: string }) => authentication === 'basic').length,
    )
    const [mobile, ...others] = clients.filter(
      ({ applicationId }: { applicationId: string }) => applicationId === outlook,
    )
    expect([mobile.catalog, mobile.ends, others]).toEqual([['outlook-mobile-ios'], undefined, []])
    expect(mobile.signIns).toBe(of('Mobile Apps and Desktop clients').length)
    expect(mobile.people).toBe(new Set(of('Mobile Apps and Desktop clients').map((one) => one.userPrincipalName)).size)
  })

  test('are shown with what ends them, and as Markdown and rows', async () => {
    const { stdout } = await run(...words)
    expect(stdout).toMatch(/on basic authentication, a password grant or a device code/)
    expect(stdout).toMatch(/outlook-mobile-ios +modern +iOS +modern/)
    expect(stdout).toMatch(/blocked from 2023-01-01 \(GATE-4\)/)
    expect(stdout).toMatch(/^GATE-4: Exchange Online has permanently turned off/m)
    expect((await run(...words, '-f', 'markdown')).stdout).toContain('# Clients in use')
    const rows = (await run(...words, '-f', 'csv')).stdout.trimEnd().split('\n')
    expect(rows).toHaveLength(1 + JSON.parse((await run(...words, '-f', 'json')).stdout).clients.length)
  })

  test('begin a tenant file that `check` accepts, with people only where they are asked for', async () => {
    const start = async (...more: readonly string[]) => {
      const { files } = await run(...words, '-o', 'start.yaml', ...more)
      const text = files['start.yaml'] ?? ''
      place('start.yaml', text)
      return text
    }
    const check = () => recordedRun(['check', 'start.yaml'], nodeSourceReader(folder), { cwd: folder })
    const quiet = await start()
    for (const { userPrincipalName } of signIns) expect(quiet).not.toContain(userPrincipalName)
    expect(await check()).toMatchObject({ code: 0, stderr: expect.not.stringContaining('error') })
    const named = await start('--people')
    for (const { userPrincipalName } of signIns) expect(named).toContain(userPrincipalName)
    // What the log does not tell is how their domains authenticate.
    const { stdout } = await check()
    expect(new Set(stdout.match(/error\[[A-Z]+-\d+\]/g))).toEqual(new Set(['error[TEN-2]']))
    const hidden = await start('--people', '--pseudonymize', 'key')
    for (const { userPrincipalName } of signIns) expect(hidden).not.toContain(userPrincipalName)
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
  expect(stdout).toMatch(/^let records = union \(SigninLogs/m)
  expect(stdout).toContain('"chief@northwind.com", "0"')
})

const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'a file that is no log',
    [scenario, '--signins', 'notes.json'],
    /no sign-ins that authplan can read in `notes\.json`/,
  ],
  [
    'a broken Parquet file',
    [scenario, '--signins', 'broken.parquet'],
    /the engine cannot read the logs: .*broken\.parquet/,
  ],
  ['a file that is not there', [scenario, '--signins', 'lost.json'], /SRC-1/],
  ['no log', [scenario], /from `--shapes` or from `--engine`/],
  ['logs and shapes', [scenario, '--signins', 'log.jsonl', '--shapes', 's.csv'], /from `--shapes` or from `--engine`/],
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
  ['clients and a plan', [scenario, '--signins', 'log.jsonl', '--clients', '--as-of', '2027-01-01'], /judges no plan/],
  ['a part of clients', [scenario, '--signins', 'log.jsonl', '--clients', '--fail-under', '1'], /no effect with/],
  ['a tenant file of an answer', [scenario, '--signins', 'log.jsonl', '-o', 'x.yaml'], /no effect without `--clients`/],
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
