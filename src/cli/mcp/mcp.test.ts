import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import type { Environment } from '../environment.ts'
import { recordedRun } from '../recorded-run.fixture.ts'
import { runCli } from '../run.ts'
import { loadProtocol, makeServer } from './serve.ts'
import { tools } from './tools.ts'

const top = mkdtempSync(join(tmpdir(), 'authplan-mcp-'))
const folder = join(top, 'inside')
const secret = 'secret@contoso.com'

function place(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true })
  writeFileSync(join(top, path), text)
}

const founding = readFileSync('scenarios/federated-skype-on-premises.yaml', 'utf8')
const policies = readFileSync('scenarios/conditional-access.yaml', 'utf8')
const written: string[] = []
const client = new Client({ name: 'test', version: '1' })

beforeAll(async () => {
  place('inside/tenant.yaml', founding)
  place('inside/tenants/policies.yaml', policies)
  place('inside/tenants/looser.yaml', policies.replace('state: enabled\n', 'state: disabled\n'))
  place('inside/broken.yaml', 'name: x\ndomains: 7\n')
  place('inside/notes.yaml', 'a: 1\n')
  place('inside/reports/tenant.md', '# Report\n')
  place('outside/other.yaml', founding.replace('finance.lead', 'secret'))
  place('outside/secret.yaml', `${secret}: [\n`)
  symlinkSync(join(top, 'outside/other.yaml'), join(folder, 'link.yaml'))
  const environment: Environment = {
    stdout: (output) => void written.push(String(output)),
    stderr: (text) => void written.push(text),
    cwd: folder,
    reader: nodeSourceReader(folder),
    writeFile: async (path) => void written.push(path),
    color: { stdout: true, stderr: true },
    columns: 80,
    variables: {},
    untilInterrupted: () => new AbortController().signal,
  }
  const protocol = loadProtocol()
  if (protocol === undefined) throw new Error('the protocol is not installed')
  const [mine, theirs] = InMemoryTransport.createLinkedPair()
  await makeServer(protocol, environment, runCli).connect(theirs)
  await client.connect(mine)
})

afterAll(async () => {
  await client.close()
  rmSync(top, { recursive: true, force: true })
  expect(written, 'nothing but the protocol is written').toEqual([])
})

/** The answer of a tool, as it is read by an assistant. */
async function call(name: string, given: Record<string, unknown>): Promise<{ text: string; isError: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: given })
  const [first] = content as { text: string }[]
  return { text: first?.text ?? '', isError: isError === true }
}

const who = { user: 'finance.lead@contoso.com', client: 'outlook-2010' }
const legacy = 'legacy clients get in nowhere'

describe('a server for assistants', { timeout: 60_000 }, () => {
  test('lists every tool as one that only reads, and refuses arguments that it does not have', async () => {
    const listed = await client.listTools()
    expect(listed.tools.map(({ name }) => name)).toEqual([...tools.map(({ name }) => name), 'search'])
    for (const { annotations, inputSchema } of listed.tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    }
  })

  test('answers which credential works from the simulator, with the rule', async () => {
    const { text, isError } = await call('simulate', { file: 'tenant.yaml', ...who, purpose: 'read-mail' })
    expect(isError).toBe(false)
    const { stdout } = await recordedRun(
      ['simulate', 'tenant.yaml', '-u', who.user, '-c', who.client, '-p', 'read-mail', '-f', 'json'],
      nodeSourceReader(folder),
    )
    expect(JSON.parse(text)).toEqual(JSON.parse(stdout))
  })

  test.each([
    ['explain', { file: 'tenant.yaml', ...who, purpose: 'read-mail', network: 'internet' }, /learn\.microsoft\.com/],
    ['check', { files: ['tenant.yaml', 'broken.yaml'] }, /SHAPE/],
    ['what-if', { file: 'tenants/policies.yaml', request: { signInConditions: { clientAppType: 'browser' } } }, /./],
    ['prove', { file: 'tenants/policies.yaml', claims: [legacy] }, /"refuted"/],
    ['compare', { file: 'tenants/policies.yaml', other: 'tenants/looser.yaml' }, /"looser|wider/],
    ['diff', { file: 'tenants/policies.yaml', other: 'tenants/looser.yaml' }, /"changes"/],
    ['why-not', { file: 'tenant.yaml', ...who, purpose: 'read-mail', want: 'interactive' }, /"levers"|"sets"/],
    ['gaps', { file: 'tenant.yaml' }, /"findings"/],
    ['search', { query: 'smtp basic authentication' }, /https:\/\//],
  ] as const)('%s answers', async (name, given, said) => expect((await call(name, given)).text).toMatch(said))

  test.each([
    ['a file outside', 'check', { files: ['../outside/other.yaml'] }],
    ['a file outside by its whole path', 'check', { files: [join(top, 'outside/other.yaml')] }],
    ['a link to the outside', 'simulate', { file: 'link.yaml' }],
    ['a broken file outside', 'simulate', { file: '../outside/secret.yaml' }],
    ['a request that is a file outside', 'what-if', { file: 'tenant.yaml', request: '../outside/secret.yaml' }],
    ['an option in place of a file', 'check', { files: ['--allow-outside', '../outside/other.yaml'] }],
    ['an option that writes', 'gaps', { file: 'tenant.yaml', asOf: '2026-01-01 --write-baseline x' }],
    ['an argument that it does not have', 'gaps', { file: 'tenant.yaml', writeBaseline: 'x' }],
    ['a missing argument', 'prove', { file: 'tenant.yaml' }],
    ['no claims', 'prove', { file: 'tenant.yaml', claims: [] }],
    ['a number', 'simulate', { file: 7 }],
    ['a tool that does not exist', 'import', { file: 'tenant.yaml' }],
    ['an unknown user', 'explain', { file: 'tenant.yaml', user: 'nobody', client: 'outlook-2010' }],
    ['no words', 'search', { query: ' ' }],
  ] as const)('%s is refused in words', async (_, name, given) => {
    const { text, isError } = await call(name, given)
    expect({ isError, text }).toEqual({ isError: true, text: expect.stringMatching(/\S/) })
    expect(text).not.toMatch(/secret@|defect|\n {4}at /)
    expect(readdirSync(folder)).not.toContain('x')
  })

  test('offers tenant files and reports as resources, and nothing else', async () => {
    const { resources } = await client.listResources()
    expect(resources.map(({ name }) => name)).toEqual([
      'broken.yaml',
      'tenant.yaml',
      'tenants/looser.yaml',
      'tenants/policies.yaml',
      'reports/tenant.md',
    ])
    const read = await client.readResource({ uri: resources[1]?.uri ?? '' })
    expect(read.contents).toMatchObject([{ mimeType: 'application/yaml', text: founding }])
    for (const uri of ['authplan:///notes.yaml', 'authplan:///../outside/other.yaml', 'file:///etc/passwd'])
      await expect(client.readResource({ uri })).rejects.toThrow(/there is no resource/)
  })
})

test('the built program serves a real client over its streams', { timeout: 60_000 }, async () => {
  const other = new Client({ name: 'test', version: '1' })
  const args = [resolve('dist/cli/main.cjs'), 'mcp']
  await other.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder, stderr: 'pipe' }))
  expect((await other.listTools()).tools.length).toBe(tools.length + 1)
  const { isError } = await other.callTool({ name: 'check', arguments: { files: ['tenant.yaml'] } })
  expect(isError).toBe(false)
  await other.close()
})
