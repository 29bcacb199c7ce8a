import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ClickHouseShards,
  hasClickHouse,
  onlyReader,
  startShards,
  withPassword,
} from '../../replay/engine/clickhouse-servers.fixture.ts'
import { generatedLog, jsonLines, type LogRecord } from '../../replay/generated-log.fixture.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const scenario = join(process.cwd(), 'scenarios/conditional-access.yaml')
const trial = 'Block unknown countries (trial)'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-replay-clickhouse-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (words: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  recordedRun(['replay', ...words], nodeSourceReader(folder), { cwd: folder, variables })

test('a server is installed where it has to be', () => {
  expect(hasClickHouse() || process.env['AUTHPLAN_CLICKHOUSE'] !== 'required').toBe(true)
})

if (hasClickHouse())
  describe('a table of a real server', () => {
    let shards: ClickHouseShards | undefined
    let log: readonly LogRecord[] = []
    let words: readonly string[] = []
    const signInTable = ['--table', 'default.sign_ins']
    const columnsOfTable = ['createdDateTime', 'id', 'userId', 'userPrincipalName', 'appId', 'appDisplayName']
    beforeAll(async () => {
      shards = await startShards(1)
      const loaded = loadTenant(scenario, nodeSourceReader(process.cwd()))
      if (!loaded.ok) throw new Error('the scenario')
      log = generatedLog(loaded.value, 7, 60)
      writeFileSync(join(folder, 'log.jsonl'), jsonLines(log))
      const flat = log.map((one) => {
        const {
          status,
          deviceDetail: device,
          location,
          appliedConditionalAccessPolicies: policies,
        } = one as never as {
          readonly status: { readonly errorCode: number; readonly additionalDetails: string | null }
          readonly deviceDetail: Readonly<Record<string, string>>
          readonly location: { readonly countryOrRegion: string }
          readonly appliedConditionalAccessPolicies: readonly { readonly id: string; readonly result: string }[]
        }
        return {
          ...Object.fromEntries(Object.entries(one).filter(([, cell]) => typeof cell === 'string')),
          createdDateTime: one.createdDateTime.replace('T', ' ').replace('Z', ''),
          errorCode: status.errorCode,
          mfaDetail: JSON.stringify(one['authenticationDetails']),
          operatingSystem: device['operatingSystem'],
          deviceId: device['deviceId'],
          compliant: String(device['isCompliant']),
          trustType: device['trustType'],
          country: location.countryOrRegion,
          policies: policies.map(({ id, result }) => `${id}=${result}`).join('|'),
        }
      })
      const names = [...new Set(flat.flatMap((row) => Object.keys(row)))]
      const types = names.map((name) => {
        if (name === 'createdDateTime') return `${name} DateTime('UTC')`
        return `${name} ${name === 'errorCode' ? 'Int32' : 'String'}`
      })
      expect(names).toEqual(expect.arrayContaining(columnsOfTable))
      await shards.ask(0, `CREATE TABLE sign_ins (${types.join(', ')}) ENGINE = MergeTree ORDER BY createdDateTime`)
      const rows = flat.map((row) => JSON.stringify(row)).join('\n')
      await shards.ask(0, 'INSERT INTO sign_ins FORMAT JSONEachRow', rows)
      words = [scenario, '--engine', 'clickhouse', '--url', shards.urls[0]?.href ?? '']
    }, 60_000)
    afterAll(async () => shards?.close())

    test('answers as logs do, with the same people of a plan', async () => {
      const plan = ['--enforce', trial, '--people', '-f', 'json']
      const there = await run([...words, ...signInTable, ...plan], {
        CLICKHOUSE_USER: withPassword.user,
        CLICKHOUSE_PASSWORD: withPassword.password,
      })
      const here = await run([scenario, '--signins', 'log.jsonl', ...plan])
      expect({ code: there.code, stderr: there.stderr }).toEqual({ code: here.code, stderr: here.stderr })
      const [one, other] = [JSON.parse(there.stdout), JSON.parse(here.stdout)]
      expect(one.logs).toEqual({ ...other.logs, files: 0, table: 'default.sign_ins' })
      expect({ ...one, logs: 0 }).toEqual({ ...other, logs: 0 })
    })

    test('lists clients, and says where its sign-ins come from', async () => {
      const { code, stdout } = await run([...words, ...signInTable, '--clients'])
      expect(code).toBe(0)
      expect(stdout).toMatch(new RegExp(`^${log.length} sign-ins of \\d+ people in the table default\\.sign_ins`, 'm'))
    })

    test('runs a printed query whose answer is accepted as shapes', async () => {
      const { stdout } = await run([
        scenario,
        '--query',
        'clickhouse',
        '--table',
        'sign_ins',
        '--columns',
        'time=createdDateTime,userName=userPrincipalName',
      ])
      const statements = stdout.split(/;\n/).filter((one) => one.trim() !== '')
      const session = new URL(shards?.urls[0] ?? '')
      session.searchParams.set('session_id', 'printed')
      // A time is text in a printed query, and this table has a column of another type.
      const made = statements.map((one) =>
        one.replaceAll('`createdDateTime`', `concat(toString(createdDateTime, 'UTC'), 'Z')`),
      )
      let answer = ''
      for (const body of made) {
        const response = await fetch(session, { method: 'POST', body })
        answer = await response.text()
        expect({ ok: response.ok, answer: response.ok ? '' : answer }).toEqual({ ok: true, answer: '' })
      }
      writeFileSync(join(folder, 'shapes.csv'), answer)
      const replayed = await run([scenario, '--shapes', 'shapes.csv', '-f', 'json'])
      expect(JSON.parse(replayed.stdout).logs.signIns).toBe(log.length)
    })

    test.each([
      [
        'a password that is wrong',
        { CLICKHOUSE_USER: 'ada', CLICKHOUSE_PASSWORD: 'wrong' },
        ['--table', 'sign_ins'],
        /credentials come from/,
      ],
      ['a user who may only read', { CLICKHOUSE_USER: onlyReader.user }, ['--table', 'sign_ins'], /`readonly` 2/],
      ['a table that is not there', {}, ['--table', 'lost'], /no table `lost`/],
      ['a database that is not there', {}, ['--table', 'lost.sign_ins'], /no table `lost\.sign_ins`/],
      ['policies in JSON', {}, ['--table', 'sign_ins', '--columns', 'policies=mfaDetail'], /holds JSON[\s\S]*flatten/],
    ] as const)('%s ends with 2', async (_, variables, more, says) => {
      const { code, stdout, stderr } = await run([...words, ...more], variables)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(says)
    })
  })
