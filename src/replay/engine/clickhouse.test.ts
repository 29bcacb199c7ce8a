import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { generatedLog, jsonLines, type LogRecord, seeded } from '../generated-log.fixture.ts'
import { openLogs } from '../logs/open-logs.ts'
import { type ClassifiedPeople, classifyPeople, labelsOf } from '../people-of.ts'
import { dimensionsFor } from '../reduction/dimensions.ts'
import { recordFields } from '../reduction/record-field.ts'
import { reduceLogs } from '../replay.ts'
import { settingsOf } from '../settings-of.ts'
import { clickHouse } from './clickhouse.ts'
import { type ClickHouseShards, hasClickHouse, startShards } from './clickhouse-servers.fixture.ts'
import { reduceWithClickHouse } from './clickhouse-source.ts'
import { describeTable, tableOf } from './clickhouse-table.ts'
import { openEngine } from './duckdb.ts'
import { policiesIn, recordsOf } from './duckdb-records.ts'
import type { ShapeSource } from './shape-source.ts'

const installed = hasClickHouse()
const reader = nodeSourceReader(process.cwd())

test('a server is installed where it has to be', () => {
  expect(installed || process.env['AUTHPLAN_CLICKHOUSE'] !== 'required').toBe(true)
})

let folder = ''
let shards: ClickHouseShards | undefined
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-clickhouse-test-'))
  if (installed) shards = await startShards()
}, 60_000)
afterAll(async () => {
  await shards?.close()
  rmSync(folder, { recursive: true })
})

/** The text of each field of a record by its name; a field that the record lacks is absent. */
type Flat = Readonly<Record<string, string>>

const withEngine = async <T>(use: (engine: NonNullable<Awaited<ReturnType<typeof openEngine>>>) => Promise<T>) => {
  const engine = await openEngine(undefined, { memory: '500MB', temporary: '1GB', threads: 1 })
  if (engine === undefined) throw new Error('no engine')
  try {
    return await use(engine)
  } finally {
    engine.close()
  }
}

/** The records of a log as flat rows, which is how they are loaded into a table. */
function flattened(path: string): Promise<readonly Flat[]> {
  const [file] = openLogs([path], reader).files
  if (file === undefined) throw new Error('no log')
  return withEngine(async ({ connection }) => {
    const rows = await connection.runAndReadAll(
      `SELECT * REPLACE (${policiesIn} AS policies) FROM (${recordsOf([file])})`,
    )
    return rows.getRowObjectsJS().map((row) => {
      const cells = recordFields.flatMap((name) => {
        const cell = row[name]
        return cell === null || cell === undefined ? [] : [[name, String(cell)] as const]
      })
      return Object.fromEntries(cells)
    })
  })
}

/** A table that is distributed over the shards; time and policies have names that are mapped or recognized. */
async function loadTable({ ask }: ClickHouseShards, name: string, rows: readonly Flat[]): Promise<void> {
  const renamed: Readonly<Record<string, string>> = { time: 'createdDateTime', policies: 'applied `policies`' }
  const columns = recordFields.map((field) => renamed[field] ?? field)
  const quoted = (column: string): string => `\`${column.replaceAll('`', '\\`')}\``
  for (const shard of [0, 1]) {
    const types = columns.map((column) => `${quoted(column)} Nullable(String)`).join(', ')
    await ask(shard, `CREATE TABLE ${name}_shard (${types}, row UInt32) ENGINE = MergeTree ORDER BY row`)
    const mine = rows.flatMap((row, index) => {
      const cells = Object.entries(row).map(([field, cell]) => [renamed[field] ?? field, cell])
      return index % 2 === shard ? [`${JSON.stringify({ ...Object.fromEntries(cells), row: index })}\n`] : []
    })
    await ask(shard, `INSERT INTO ${name}_shard FORMAT JSONEachRow`, mine.join(''))
    await ask(shard, `CREATE TABLE ${name} AS ${name}_shard ENGINE = Distributed(logs, default, ${name}_shard, row)`)
  }
}

const tenantOf = (name: string): Tenant => {
  const loaded = loadTenant(`scenarios/${name}.yaml`, reader)
  if (!loaded.ok) throw new Error(name)
  return loaded.value
}

function peopleOf(tenant: Tenant): ClassifiedPeople {
  const people = classifyPeople(tenant, reader)
  if (!people.ok) throw new Error('no people')
  return people.value
}

async function answersOf(source: ShapeSource): Promise<unknown> {
  const next = seeded(5)
  const groups = Array.from({ length: 7 }, () => source.shapes.map(({ index }) => index).filter(() => next() < 0.3))
  return {
    shapes: source.shapes,
    copies: source.copies,
    broken: source.broken.reduce((sum, { count }) => sum + count, 0),
    people: await source.countPeople([[], ...groups]),
    names: await Promise.all(groups.slice(0, 1).map((group) => source.namePeople(group))),
  }
}

/** Words that no table has, odd addresses, blanks, times that are none, and characters that a query could trip over. */
function hostile(one: LogRecord, index: number): Record<string, unknown> {
  const odd = ['::', '::1', '2001:DB8::9', '999.1.2.3', '1.2.3', 'ffff:7fffffffffffffff::', ' 192.0.2.1', '', 'x:y']
  const words = ["it's", 'back\\slash', 'tab\there', 'line\nbreak', '`tick`', '"double"', 'Ünïcödé ÄÖ', 'a = b', '{x}']
  const times = ['2026-02-30T00:00:00Z', 'soon', '2026-03-01T10:00:00.1239Z', '2026-03-01 10:00:00+02:00', '']
  const word = words[index % words.length] ?? ''
  return {
    ...one,
    ipAddress: odd[index % odd.length],
    ...(index % 4 === 0 ? { clientAppUsed: word, appDisplayName: word, id: word } : {}),
    ...(index % 5 === 0 ? { userPrincipalName: ` ${word}@Contoso.COM`, userId: '' } : {}),
    ...(index % 6 === 0 ? { deviceDetail: { operatingSystem: word.repeat(20) } } : {}),
    ...(index % 7 === 0 ? { createdDateTime: times[index % times.length] } : {}),
    ...(index % 8 === 0 ? { appliedConditionalAccessPolicies: [{ id: 'B', result: 'x' }, { displayName: word }] } : {}),
    ...(index % 9 === 0 ? { location: { countryOrRegion: ' de ' }, riskLevelAggregated: 'HIDDEN' } : {}),
  }
}

/** A sign-in of a program by itself, of which logs have no user. */
const ofProgram = (one: LogRecord, index: number): LogRecord => ({
  ...one,
  userId: '',
  userPrincipalName: '',
  userDisplayName: '',
  userType: '',
  servicePrincipalId: `dd000000-0000-4000-8000-00000000000${index % 3}`,
})

/** A log as generated, with programs, with odd cells, or with copies of every third record, and of some without an id. */
function recordsWith(cells: 'plain' | 'programs' | 'odd' | 'twice', log: readonly LogRecord[]): readonly LogRecord[] {
  if (cells === 'programs') return log.map((one, index) => (index % 4 === 0 ? ofProgram(one, index) : one))
  if (cells === 'odd') return log.map((one, index) => ({ ...one, ...hostile(one, index) }))
  if (cells === 'plain') return log
  const known = log.map((one, index) => (index % 10 === 0 ? { ...one, id: '' } : one))
  return [...known, ...known.filter((_, index) => index % 3 === 0)]
}

if (installed)
  describe('a table on two shards', () => {
    test.each([
      ['conditional-access', 'plain'],
      ['federated-skype-on-premises', 'plain'],
      ['conditional-access', 'programs'],
      ['conditional-access', 'odd'],
      ['conditional-access', 'twice'],
    ] as const)('gives the shapes and people that DuckDB gives for %s (%s cells)', async (name, cells) => {
      if (shards === undefined) throw new Error('no servers')
      const tenant = tenantOf(name)
      const log = generatedLog(tenant, 7, 200)
      const path = join(folder, `${name}.jsonl`)
      writeFileSync(path, jsonLines(recordsWith(cells, log)))
      const people = peopleOf(tenant)
      const here = await withEngine(async (engine) =>
        answersOf(await reduceLogs(engine, openLogs([path], reader).files, [people], reader)),
      )
      const table = `signIns_${name.replaceAll('-', '_')}_${cells}`
      await loadTable(shards, table, await flattened(path))
      const [url] = shards.urls
      if (url === undefined) throw new Error('no server')
      const server = clickHouse({ url, session: table })
      const found = tableOf(table, await describeTable(server, table), { policies: ['applied `policies`'] })
      if ('kind' in found) throw new Error(found.kind)
      const dimensions = dimensionsFor(settingsOf([tenant]))
      const there = await answersOf(await reduceWithClickHouse(server, found, dimensions, labelsOf([people])))
      expect(there).toEqual(here)
      if (cells === 'programs') expect(JSON.stringify(here)).toContain('program')
      if (cells === 'twice') expect(here).toHaveProperty('copies', 60)
      expect(JSON.stringify(there)).toBe(JSON.stringify(here))
    })
  })
