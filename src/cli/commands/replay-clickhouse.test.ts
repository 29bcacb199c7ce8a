import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const scenario = join(process.cwd(), 'scenarios/conditional-access.yaml')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-replay-clickhouse-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (words: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  recordedRun(['replay', ...words], nodeSourceReader(folder), { cwd: folder, variables })

/** What a stand-in of a server answers to a request, by its text. */
type Answer = (body: string) => { readonly status?: number; readonly text: string; readonly location?: string }

interface StandIn {
  readonly url: string
  readonly asked: readonly { readonly path: string; readonly user: unknown; readonly password: unknown }[]
  readonly close: () => Promise<unknown>
}

async function standIn(answer: Answer): Promise<StandIn> {
  const asked: { path: string; user: unknown; password: unknown }[] = []
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { headers, url = '' } = request
      asked.push({ path: url, user: headers['x-clickhouse-user'], password: headers['x-clickhouse-key'] })
      const { status = 200, text, location } = answer(Buffer.concat(parts).toString())
      response.writeHead(status, location === undefined ? {} : { location })
      response.end(text)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, asked, close: () => new Promise((end) => server.close(end)) }
}

const table = (...rows: readonly (readonly string[])[]): string => JSON.stringify({ data: rows })
const problem = (code: number, words: string): { readonly status: number; readonly text: string } => ({
  status: 500,
  text: `Code: ${code}, e.displayText() = DB::Exception: ${words}, e.what() = DB::Exception\n`,
})
/** A server that is new enough, with a table of these columns. */
const server =
  (
    columns: readonly (readonly [name: string, type: string])[],
    rest: Answer = () => problem(241, 'Memory limit'),
  ): Answer =>
  (body) => {
    if (body.startsWith('SELECT version()')) return { text: table(['24.3.1.1']) }
    return body.startsWith('DESCRIBE') ? { text: table(...columns) } : rest(body)
  }

const columns = [
  ['time', 'DateTime'],
  ['userName', 'String'],
] as const

const answers: readonly (readonly [string, Answer, readonly string[], RegExp])[] = [
  [
    'an old server',
    () => ({ text: table(['1.1.54390']) }),
    [],
    /ClickHouse 1\.1\.54390, older than 18\.16[\s\S]*update/,
  ],
  ['another kind of server', () => ({ text: '<html>hello</html>' }), [], /no ClickHouse answers at/],
  ['a page that is not found', () => ({ status: 404, text: 'no' }), [], /no ClickHouse answers at .*404/],
  ['a version that is none', () => ({ text: table(['latest']) }), [], /no ClickHouse answers at/],
  ['a redirect', () => ({ status: 307, text: '', location: 'http://127.0.0.1:9/' }), [], /it redirects elsewhere/],
  ['wrong credentials', () => problem(193, 'Wrong password for user x'), [], /CLICKHOUSE_USER and CLICKHOUSE_PASSWORD/],
  [
    'a table that is not there',
    (body) => (body.startsWith('DESCRIBE') ? problem(60, "Table a.b doesn't exist.") : server([])(body)),
    [],
    /no table `logs\.sign_ins`[\s\S]*database\.table/,
  ],
  ['a column that is not there', server(columns), ['--columns', 'client=timee'], /no column `timee`[\s\S]*mean `time`/],
  [
    'a column of lists',
    server([...columns, ['policies', 'Array(String)']]),
    [],
    /`policies` is of type Array\(String\)/,
  ],
  ['a table without times', server([['userName', 'String']]), [], /known as `time`[\s\S]*--columns time=COLUMN/],
  ['a table without people', server([['time', 'String']]), [], /known as `userName`/],
  [
    'a user who may only read',
    server(columns, () => problem(164, 'Cannot create table in readonly mode')),
    [],
    /`readonly` 2/,
  ],
  ['too little memory', server(columns), [], /the engine refuses the reduction: Memory limit/],
]

describe('a server that does not do as asked ends with 2 and what to do', () => {
  test.each(answers)('%s', async (_, answer, more, says) => {
    const { url, asked, close } = await standIn(answer)
    try {
      const words = [scenario, '--engine', 'clickhouse', '--url', url, '--table', 'logs.sign_ins', ...more]
      const { code, stdout, stderr } = await run(words, { CLICKHOUSE_USER: 'ada', CLICKHOUSE_PASSWORD: 's3cret' })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(says)
      expect(stderr).not.toContain('s3cret')
      expect(stderr).not.toMatch(/^\s+at /m)
      for (const one of asked) expect(one).toMatchObject({ user: 'ada', password: 's3cret' })
      for (const { path } of asked) expect(path).not.toContain('s3cret')
    } finally {
      await close()
    }
  })

  test('a server that is not there', async () => {
    const { url, close } = await standIn(() => ({ text: '' }))
    await close()
    const { code, stderr } = await run([scenario, '--engine', 'clickhouse', '--url', url, '--table', 't'])
    expect({ code, said: /cannot be reached/.test(stderr) }).toEqual({ code: 2, said: true })
  })
})

const engine = ['--engine', 'clickhouse'] as const
const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['an engine without a table', [...engine, '--url', 'https://a.example'], /needs `--url` and `--table`/],
  ['another engine', ['--engine', 'spark', '--url', 'https://a.example', '--table', 't'], /unknown engine `spark`/],
  ['no encryption', [...engine, '--url', 'http://a.example', '--table', 't'], /use `https`/],
  ['a name that only looks local', [...engine, '--url', 'http://127.0.0.1.example', '--table', 't'], /use `https`/],
  ['a password in the address', [...engine, '--url', 'https://a:b@c.example', '--table', 't'], /CLICKHOUSE_PASSWORD/],
  ['no address', [...engine, '--url', 'localhost:8123', '--table', 't'], /no address of a server/],
  ['a name of three parts', [...engine, '--url', 'https://a.example', '--table', 'a.b.c'], /no name of a table/],
  [
    'a field that is none',
    [...engine, '--url', 'https://a.example', '--table', 't', '--columns', 'user=x'],
    /unknown field `user`/,
  ],
  ['half a pair', [...engine, '--url', 'https://a.example', '--table', 't', '--columns', 'time'], /names no column/],
  ['a table without an engine', ['--signins', 'log.jsonl', '--table', 't'], /`--table` has no effect without/],
  [
    'an address of a printed query',
    ['--query', 'clickhouse', '--url', 'https://a.example'],
    /`--url` has no effect without/,
  ],
  [
    'an engine of a printed query',
    ['--query', 'clickhouse', ...engine, '--url', 'https://a.example', '--table', 't'],
    /no effect with `--query`/,
  ],
  [
    'logs and an engine',
    ['--signins', 'log.jsonl', ...engine, '--url', 'https://a.example', '--table', 't'],
    /or from `--engine`/,
  ],
]
test.each(refused)('%s ends with 2 and what to do', async (_, words, says) => {
  const { code, stdout, stderr } = await run([scenario, ...words])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(says)
})

test('a printed query names the table, its columns and the classes of people, and needs no server', async () => {
  const words = ['--query', 'clickhouse', '--table', 'logs.sign_ins', '--columns', 'time=at,userName=upn']
  const { code, stdout } = await run([scenario, ...words])
  expect(code).toBe(0)
  expect(stdout).toContain("('chief@northwind.com', '0')")
  expect(stdout).toContain('FROM `logs`.`sign_ins`')
  expect(stdout).toContain('`upn` AS authplan_userName')
  expect((await run([scenario, '--query', 'clickhouse'])).stdout).toContain('`address` AS authplan_address')
})
