import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

test('a folder is searched for logs, and leaves nothing behind', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('authplan-replay-') && !folder.endsWith(name))
  const { code, stdout, stderr } = await run(scenario, '--signins', '.', '--fail-under', '1')
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('100 % of the comparable') })
  expect(stderr).toContain('2 files left alone')
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith('authplan-replay-') && !folder.endsWith(name))
  expect(after.filter((name) => !before.includes(name))).toEqual([])
})

const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'a file that is no log',
    [scenario, '--signins', 'notes.json'],
    /no sign-ins that authplan can read in `notes\.json`/,
  ],
  ['a file that is not there', [scenario, '--signins', 'lost.json'], /SRC-1/],
  ['no log', [scenario], /--signins/],
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
  expect(code).toBe(2)
  expect(stderr).toMatch(/`half\.json` is no valid JSON from byte \d+ on/)
})

test('logs are not read from memory', async () => {
  const { code, stderr } = await recordedRun(
    ['replay', 'tenant.yaml', '--signins', 'a.json'],
    memorySourceReader({ 'tenant.yaml': 'name: A\nasOf: 2026-01-01\n', 'a.json': '{}' }),
  )
  expect({ code, said: stderr.includes('error') }).toEqual({ code: 2, said: true })
})
