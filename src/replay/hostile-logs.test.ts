import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { openEngine } from './engine/duckdb.ts'
import { describeParquet } from './engine/duckdb-parquet.ts'
import type { ShapeSource } from './engine/shape-source.ts'
import { diagnosticLines, generatedLog, graphPage, jsonLines, type LogRecord } from './generated-log.fixture.ts'
import { logsToRead } from './logs-to-read.ts'
import { classifyPeople } from './people-of.ts'
import { calibrateShapes, judgeShapes, outsideAddressFor, reduceLogs, stageToday } from './replay.ts'
import { replayLogs } from './replay-logs.ts'

const reader = nodeSourceReader(process.cwd())
const loaded = loadTenant('scenarios/conditional-access.yaml', reader)
if (!loaded.ok) throw new Error('the scenario is valid')
const tenant = loaded.value
const people = classifyPeople(tenant, reader)
if (!people.ok) throw new Error('no people')
const today = people.value

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const anyId = '0f0e0d0c'
const id = (index: number): string => `${anyId}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
const [good] = generatedLog(tenant, 7, 1)
if (good === undefined) throw new Error('no record')

/** What can stand in a field in place of what belongs there; undefined removes the field. */
const values: readonly unknown[] = [
  undefined,
  null,
  '',
  '  ',
  'no such word',
  -1,
  1e300,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  ['a', 1, null],
  {},
  { errorCode: { nested: [] }, id: 7, operatingSystem: 5, countryOrRegion: ['DE'], result: {} },
  [null, 5, 'text', { id: null, displayName: 7, result: ['x'] }, {}],
  'x'.repeat(20_000),
  '=HYPERLINK("http://example.com")\u001b[31m<script>\r\n,;\u0000\u001f',
]
/** Instants of the calendar, far away ones among them. */
const instants = [
  '0001-01-01T00:00:00Z',
  '1600-02-29T12:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '2022-06-01',
  '2999-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
]
/** What is none. */
const noInstants = [
  '2022-02-30T00:00:00Z',
  '2022-06-01T25:00:00Z',
  '+275760-09-13T00:00:00Z',
  'yesterday',
  'infinity',
  '1654041600000',
  1654041600000,
]

const faulty = (): readonly LogRecord[] => {
  const changed = Object.keys(good).flatMap((field) => values.map((value) => ({ [field]: value })))
  const dated = [...instants, ...noInstants].map((createdDateTime) => ({ createdDateTime }))
  return [{}, ...changed, ...dated].map((change, index) => ({ ...good, id: id(index), ...change }) as LogRecord)
}

const cell = (value: unknown): string => {
  const text =
    value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : `${value}`
  return `"${text.replaceAll('\u0000', '').replaceAll('"', '""')}"`
}
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const analyticsName: Readonly<Record<string, string>> = {
  appliedConditionalAccessPolicies: 'ConditionalAccessPolicies',
  location: 'LocationDetails',
  ipAddress: 'IPAddress',
  resourceId: 'ResourceIdentity',
}
const analytics = (record: LogRecord): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [analyticsName[name] ?? capital(name), value]))
function tableOf(records: readonly Readonly<Record<string, unknown>>[]): string {
  const names = Object.keys(records[0] ?? {})
  return [names.join(','), ...records.map((one) => names.map((name) => cell(one[name])).join(','))].join('\r\n')
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const forms: Readonly<Record<string, (records: readonly LogRecord[]) => string | Uint8Array>> = {
  'lines.jsonl': jsonLines,
  'page.json': graphPage,
  'list.json': (records) => JSON.stringify(records),
  'lines packed.json.gz': (records) => gzipSync(jsonLines(records)),
  'UTF-16.jsonl': (records) => utf16(jsonLines(records)),
  'PT1H.json': diagnosticLines,
  'analytics.json': (records) => JSON.stringify(records.map(analytics)),
  'analytics.jsonl': (records) => jsonLines(records.map(analytics) as unknown as LogRecord[]),
  'analytics.csv': (records) => tableOf(records.map(analytics)),
}

/** Every form with its records, which are the same but for their ids, or for their time where the id is none. */
function written(): readonly string[] {
  mkdirSync(join(folder, 'mixed'))
  return Object.entries(forms).map(([name, write], form) => {
    const own = faulty().map((one) =>
      `${one.id}`.startsWith(anyId)
        ? { ...one, id: one.id.replace(anyId, `0f0e0d${10 + form}`) }
        : { ...one, createdDateTime: `2022-06-01T00:00:${10 + form}Z` },
    )
    const [first, ...others] = own
    const path = join(folder, 'mixed', name)
    writeFileSync(path, write(first === undefined ? [] : [first, ...others, first]))
    return path
  })
}

async function replayed(): Promise<ShapeSource> {
  const engine = await openEngine(undefined, { memory: '500MB', temporary: '1GB', threads: 2 })
  if (engine === undefined) throw new Error('no engine')
  try {
    const read = await logsToRead([join(folder, 'mixed')], reader, (files) => describeParquet(engine, files))
    if (!read.ok) throw new Error(JSON.stringify(read))
    const source = await reduceLogs(engine, read.files, [today, today], reader)
    const staged = stageToday(today, source, outsideAddressFor([tenant]))
    calibrateShapes(staged)
    await judgeShapes(staged, { people: today }, source, outsideAddressFor([tenant]))
    return source
  } finally {
    engine.close()
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

test('whatever stands in a field, every record is counted: as a sign-in, as one that cannot be read, or as a copy', async () => {
  const paths = written()
  const { shapes, broken, copies } = await replayed()
  const withoutTime = values.length + noInstants.length
  expect(broken.map(({ file, count }) => [file, count])).toEqual(paths.toSorted().map((path) => [path, withoutTime]))
  expect(copies).toBe(paths.length)
  expect(sum(shapes.map(({ signIns }) => signIns))).toBe(paths.length * (faulty().length - withoutTime))
})

const whole = generatedLog(tenant, 8, 6)
const damaged: Readonly<Record<string, string | Uint8Array>> = {
  'cut page.json': graphPage(whole).slice(0, -40),
  'cut packed lines.json.gz': gzipSync(jsonLines(whole)).subarray(0, -30),
  'packed lines with other bytes.json.gz': gzipSync(jsonLines(whole)).fill(7, 200, 230),
  'lines in Latin-1.jsonl': Buffer.from(jsonLines(whole.map((one) => ({ ...one, appDisplayName: 'Käse' }))), 'latin1'),
  'table in Latin-1.csv': Buffer.from(
    tableOf(whole.map((one) => analytics({ ...one, appDisplayName: 'Käse' }))),
    'latin1',
  ),
  'table with an open quote.csv': `${tableOf(whole.map(analytics))}\r\n"open`,
  'cut.parquet': 'PAR1 and no more',
  'lines in UTF-16 with emoji.jsonl': utf16(jsonLines(whole.map((one) => ({ ...one, appDisplayName: '\u{1f600}' })))),
  'lines in UTF-16, higher byte first.jsonl': Buffer.from(utf16(jsonLines(whole))).swap16(),
}

test.each(Object.entries(damaged))('%s: what cannot be read is said', async (name, data) => {
  writeFileSync(join(folder, name), data)
  const answer = await replayLogs(tenant, [join(folder, name)], reader)
  if (answer.ok)
    expect(answer.value.signIns + sum(answer.value.broken.map(({ count }) => count))).toBeGreaterThanOrEqual(
      whole.length,
    )
  else expect(answer.message).toContain(name)
})
