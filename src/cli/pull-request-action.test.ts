import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commandNames } from './commands.ts'

const top = mkdtempSync(join(tmpdir(), 'authplan-action-'))
const repository = join(top, 'repository')
const origin = join(top, 'origin')

const tenant = (grant: string, more = ''): string => `name: contoso
asOf: 2026-06-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-microsoft-365]
conditionalAccess: { policies: [../policies/*.json] }
users: [{ userPrincipalName: anna@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], roles: [],
  groups: [], mailbox: exchange-online, archive: none }]
${grant}${more}`

const policy = (control: string): string =>
  JSON.stringify({
    displayName: 'MFA for everyone',
    state: 'enabled',
    conditions: {
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
    },
    grantControls: { operator: 'OR', builtInControls: control === '' ? [] : [control] },
  })

const feature = `Feature: mail
  Scenario: anna reads her mail
    Given the tenant architecture "tenants/contoso.yaml"
    When "anna@contoso.com" uses "outlook-microsoft-365" to read mail
    Then some credential opens the sign-in
`

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), text)
}

function git(...words: readonly string[]): string {
  const named = ['-c', 'user.name=a', '-c', 'user.email=a@contoso.com', '-c', 'commit.gpgsign=false', ...words]
  const { status, stdout, stderr } = spawnSync('git', named, { cwd: repository, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

function commit(subject: string): string {
  git('add', '-A')
  git('commit', '-q', '-m', subject)
  return git('rev-parse', 'HEAD')
}

interface Call {
  readonly method: string
  readonly path: string
  readonly body: string
}

/** A stand-in for the interface of GitHub: it keeps comments and notes every call. */
const calls: Call[] = []
let comments: { id: number; body: string; user: { type: string } }[] = []
let server: Server

function answer(call: Call): unknown {
  const text = (): string => JSON.parse(call.body).body
  if (call.method === 'GET') return comments
  if (call.method === 'POST' && call.path.endsWith('/comments'))
    comments.push({ id: comments.length + 1, body: text(), user: { type: 'Bot' } })
  if (call.method === 'PATCH')
    comments = comments.map((one) => (call.path.endsWith(`/${one.id}`) ? { ...one, body: text() } : one))
  return {}
}

let base: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const call = {
        method: request.method ?? '',
        path: (request.url ?? '').replace(/\?.*/, ''),
        body: Buffer.concat(parts).toString('utf8'),
      }
      calls.push(call)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer(call)))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  mkdirSync(repository)
  git('init', '-q', '-b', 'main')
  write('.gitignore', 'node_modules\n')
  write('tenants/contoso.yaml', tenant(''))
  write('policies/mfa.json', policy('mfa'))
  write('features/mail.feature', feature)
  base = commit('start')
  spawnSync('git', ['clone', '-q', '--bare', repository, origin])
  git('remote', 'add', 'origin', origin)
  mkdirSync(join(repository, 'node_modules'))
  symlinkSync(resolve('node_modules/@cucumber'), join(repository, 'node_modules/@cucumber'))
  // The built package, as `npm test` has it.
  symlinkSync(process.cwd(), join(repository, 'node_modules/authplan'))
}, 120_000)

afterAll(() => {
  server.close()
  rmSync(top, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly said: string
  readonly summary: string
  readonly outputs: string
}

/** Runs the script of the action as GitHub would, for a pull request against the base. */
async function runAction(inputs: Readonly<Record<string, string>>, event: object | string): Promise<Ran> {
  const files = { event: join(top, 'event.json'), summary: join(top, 'summary.md'), outputs: join(top, 'outputs') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  if (typeof event === 'object') writeFileSync(files.event, JSON.stringify(event))
  const { port } = server.address() as AddressInfo
  const env = {
    PATH: process.env['PATH'],
    RUNNER_TEMP: top,
    GITHUB_WORKSPACE: repository,
    GITHUB_REPOSITORY: 'contoso/identity',
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    GITHUB_EVENT_NAME: typeof event === 'object' ? 'pull_request' : event,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_OUTPUT: files.outputs,
    INPUT_TOKEN: 'secret-token',
    ...inputs,
  }
  const child = spawn(process.execPath, [resolve('.github/action/main.mjs')], { env, cwd: repository })
  let said = ''
  child.stdout.on('data', (part) => (said += part))
  child.stderr.on('data', (part) => (said += part))
  const code = await new Promise<number | null>((end) => child.on('close', end))
  return { code, said, summary: readFileSync(files.summary, 'utf8'), outputs: readFileSync(files.outputs, 'utf8') }
}

const pullRequest = (from = 'contoso/identity') => ({
  pull_request: {
    number: 7,
    base: { sha: base, repo: { full_name: 'contoso/identity' } },
    head: { sha: 'f'.repeat(40), repo: { full_name: from } },
  },
})

const usual = { INPUT_TENANTS: 'tenants/contoso.yaml', INPUT_FEATURES: 'features' }

describe('the action on a pull request', { timeout: 120_000 }, () => {
  test('stops one that opens something, with a witness, in one comment that is kept up to date', async () => {
    write('policies/mfa.json', policy(''))
    commit('no MFA')
    const first = await runAction({ ...usual, INPUT_UPLOAD_SARIF: 'true' }, pullRequest())
    expect(first).toMatchObject({ code: 1, outputs: expect.stringContaining('result=failed') })
    expect(first.summary).toContain('❌ Policies of tenants/contoso.yaml: access becomes wider')
    expect(first.summary).toContain('✅ Specs: every scenario passes')
    expect(first.summary).not.toContain(top)
    expect(comments.map(({ body }) => body.trim())).toEqual([first.summary.trim()])
    expect(calls.map(({ method, path }) => `${method} ${path.split('/').slice(4).join('/')}`)).toEqual([
      'GET issues/7/comments',
      'POST issues/7/comments',
      'POST code-scanning/sarifs',
    ])
    comments.unshift({ id: 99, body: comments[0]?.body ?? '', user: { type: 'User' } })
    write('policies/mfa.json', policy('mfa'))
    commit('MFA again')
    const second = await runAction(usual, pullRequest())
    expect(second.code).toBe(0)
    expect(comments.map(({ user, body }) => [user.type, body.includes('authplan: passed')])).toEqual([
      ['User', false],
      ['Bot', true],
    ])
    expect(readdirSync(repository).filter((name) => name.startsWith('.authplan'))).toEqual([])
    expect(git('worktree', 'list').split('\n')).toHaveLength(1)
    expect(`${first.said}${second.said}${second.summary}`).not.toContain('secret-token')
  })

  test('of a fork only fills the summary; a renamed file is compared, a new one is not', async () => {
    const before = calls.length
    git('mv', 'tenants/contoso.yaml', 'tenants/renamed.yaml')
    write('tenants/second.yaml', tenant('', '# second\n'))
    write('tenants/second.yaml', `# Another tenant.\n${'# filling\n'.repeat(60)}${tenant('')}`)
    commit('rename')
    const inputs = { INPUT_TENANTS: 'tenants/renamed.yaml\ntenants/second.yaml' }
    const { code, summary } = await runAction(inputs, pullRequest('stranger/identity'))
    expect(code).toBe(0)
    expect(summary).toContain('Verdicts of tenants/renamed.yaml (renamed from tenants/contoso.yaml)')
    expect(summary).toContain('tenants/second.yaml: new, there is nothing to compare it with')
    expect(calls).toHaveLength(before)
    git('mv', 'tenants/renamed.yaml', 'tenants/contoso.yaml')
    git('rm', '-q', 'tenants/second.yaml')
    commit('back')
  })

  test('says where a file is wrong and ends with 2', async () => {
    write('tenants/contoso.yaml', tenant('', 'nonsense: true\n'))
    commit('wrong')
    const { code, said, summary } = await runAction({ ...usual, INPUT_FEATURES: '' }, pullRequest('stranger/identity'))
    expect(code).toBe(2)
    expect(said).toMatch(/^::error file=tenants\/contoso\.yaml,line=\d+/m)
    expect(summary).toContain('Tenant files: invalid input')
    write('tenants/contoso.yaml', tenant(''))
    commit('right')
  })

  test('compares nothing on a push', async () => {
    const { code, summary } = await runAction({ INPUT_TENANTS: 'tenants/contoso.yaml' }, 'push')
    expect(code).toBe(0)
    expect(summary).not.toContain('Verdicts of')
  })
})

describe('what the action refuses in words, with exit code 2', () => {
  test.each([
    ['no tenant', { INPUT_TENANTS: ' \n' }, pullRequest, /names no file/],
    ['a path outside', { INPUT_TENANTS: '../other.yaml' }, pullRequest, /not a path below the root/],
    ['an absolute path', { INPUT_TENANTS: '/etc/passwd' }, pullRequest, /not a path below the root/],
    ['an unknown reason', { ...usual, INPUT_FAIL_ON: 'test' }, pullRequest, /must be `nothing`, or some of tests/],
    ['an unknown switch', { ...usual, INPUT_STRICT: 'yes' }, pullRequest, /input strict is `yes`/],
    ['a version that is a command', { ...usual, INPUT_VERSION: '1; id' }, pullRequest, /is no version/],
    ['an event with secrets', usual, () => 'pull_request_target', /does not run on pull_request_target/],
    ['an event without a commit', usual, () => ({ pull_request: { number: 1 } }), /names no commit/],
  ] as const)('%s', async (_, inputs, event, said) => {
    const ran = await runAction(inputs, event())
    expect([ran.code, ran.said]).toEqual([2, expect.stringMatching(said)])
  })
})

test('every input of action.yml is read by the script, and no text is put into a command', () => {
  const { inputs, runs } = parse(readFileSync('action.yml', 'utf8'))
  const [step] = runs.steps
  expect(step.run).not.toContain('${{')
  const passed = Object.keys(step.env).map((name) => name.replace('INPUT_', '').toLowerCase().replaceAll('_', '-'))
  expect(passed).toEqual(Object.keys(inputs))
  const script = readFileSync('.github/action/inputs.mjs', 'utf8')
  expect(Object.keys(step.env).filter((name) => !script.includes(`env.${name}`))).toEqual([])
})

describe('what is to be copied for other services', () => {
  const files = ['docs/ci', '.github/workflows'].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  )
  test.each([...files, '.pre-commit-hooks.yaml'])('%s is YAML whose commands exist', (file) => {
    const text = readFileSync(file, 'utf8')
    expect(typeof parse(text)).toBe('object')
    const named = [...text.matchAll(/(?:npx|entry:) authplan ([a-z-]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !commandNames.some((known) => known === name))).toEqual([])
    // A tag can be moved to other code; a commit cannot. The action itself is named by its release.
    const loose = [...text.matchAll(/uses: (\S+)/g)].filter(([, used = '']) => !/@[0-9a-f]{40}$/.test(used))
    expect(loose.map(([, used = '']) => used.replace(/@.*/, ''))).toEqual(
      file === 'docs/ci/github.yml' ? ['authplan/authplan'] : [],
    )
  })
})
