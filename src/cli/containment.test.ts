import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadTenant } from '../index.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { recordedRun } from './recorded-run.fixture.ts'

const secret = 'hunter2-of-the-build-machine'
let top = ''
let folder = ''

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true })
  writeFileSync(join(top, path), text)
}

const head =
  'name: A\nasOf: 2026-01-01\ndomains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]\n'
/** One user with one client, for the commands that play sign-ins. */
const someone = `workloads: { exchange-online: { OAuth2ClientProfileEnabled: true } }
networks: [{ name: internet }]
clients: [browser]
users: [{ userPrincipalName: ada@contoso.com, displayName: Ada, mailbox: exchange-online, archive: none, groups: [], roles: [] }]
`
const stolen = {
  json: `{"displayName": "${secret}"}`,
  yaml: `name: ${secret}\n`,
  csv: `userPrincipalName\n${secret}@contoso.com\n`,
}
const feature = (tenant: string, ...lines: readonly string[]): string =>
  [
    'Feature: f',
    '  Scenario: s',
    `    Given the tenant architecture${tenant}`,
    ...lines.map((line) => `    ${line}`),
    '    Then the sign-in succeeds',
    '',
  ].join('\n')

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'authplan-root-'))
  folder = join(top, 'inside')
  for (const [ending, text] of Object.entries(stolen)) {
    write(`outside/a.${ending}`, text)
    write(`outside/scenarios/a.${ending}`, text)
    mkdirSync(join(folder, 'deep'), { recursive: true })
    symlinkSync(join(top, `outside/a.${ending}`), join(folder, `link.${ending}`))
    symlinkSync(join(top, `outside/a.${ending}`), join(folder, `deep/link.${ending}`))
  }
  write('outside/a.feature', `Feature: ${secret}\n  Scenario: ${secret}\n    Given ${secret}\n`)
  write('outside/broken.feature', `${secret}\n`)
  write('inside/tenant.yaml', `${head}${someone}`)
  symlinkSync(join(top, 'outside'), join(folder, 'way'))
  symlinkSync(join(top, 'outside/broken.feature'), join(folder, 'link.feature'))
})
afterAll(() => rmSync(top, { recursive: true }))

/** Ways out of the folder, for a file of an ending. */
const ways = {
  'a parent folder': () => '../outside/a.',
  'an absolute path': () => join(top, 'outside/a.'),
  'a linked file': () => 'link.',
  'a linked file further down': () => 'deep/link.',
  'a linked folder': () => 'way/a.',
  'a parent after a folder': () => 'deep/../../outside/a.',
  'a path of Windows': () => '..\\outside\\a.',
  'a drive of Windows': () => 'C:\\outside\\a.',
} as const
const patterns = {
  'a pattern in a parent': '../outside/*.',
  'a pattern in a linked folder': 'way/*.',
  'a pattern of links': 'l?nk.',
  'a pattern over all folders of a linked one': 'way/**/*.',
  'a pattern of Windows': '..\\outside\\*.',
} as const

const list = (key: string) => (path: string) => `${head}conditionalAccess:\n  ${key}: [ '${path}' ]\n`
const lists = ['policies', 'namedLocations', 'authenticationStrengths', 'authenticationContexts'] as const
const people = (path: string) => `${head}users: { from: '${path}' }\n`
const block = (text: string) => ['', '"""', ...text.trimEnd().split('\n'), '"""'].join('\n    ')

/** What a file can refer to: the text that does, and the ending of what it asks for. */
const inTenants = {
  ...Object.fromEntries(lists.map((key) => [key, { ending: 'json', text: list(key) }])),
  people: { ending: 'csv', text: people },
  'policies in YAML': { ending: 'yaml', text: list('policies') },
} as const
const inFeatures = {
  'the tenant of a feature': { ending: 'yaml', text: (path: string) => feature(` "${path}"`) },
  'examples in CSV': {
    ending: 'csv',
    text: (path: string) =>
      `Feature: f\n  Scenario Outline: s\n    Given <userPrincipalName>\n    @examples:${path}\n    Examples:\n`,
  },
  'examples in YAML': {
    ending: 'yaml',
    text: (path: string) =>
      `Feature: f\n  Scenario Outline: s\n    Given <name>\n    @examples:${path}\n    Examples:\n`,
  },
  'policies of a tenant in a feature': {
    ending: 'json',
    text: (path: string) => feature(`:${block(list('policies')(path))}`),
  },
  'people of a tenant in a feature': { ending: 'csv', text: (path: string) => feature(`:${block(people(path))}`) },
  'policies of a change': {
    ending: 'json',
    text: (path: string) =>
      feature(
        ' "tenant"',
        `And the tenant architecture has these changes:${block(`conditionalAccess:\n  policies: [ '${path}' ]`)}`,
      ),
  },
  'people of a change': {
    ending: 'csv',
    text: (path: string) =>
      feature(' "tenant"', `And the tenant architecture has these changes:${block(`users: { from: '${path}' }`)}`),
  },
} as const

const run = (argv: readonly string[]) => recordedRun(argv, nodeSourceReader(folder), { cwd: folder })

async function expectRefused(argv: readonly string[], code = 'SRC-23'): Promise<void> {
  const { code: exit, stdout, stderr, files } = await run(argv)
  const said = stdout + stderr + JSON.stringify(files)
  expect({ exit, leaked: said.includes(secret) }).toEqual({ exit: 2, leaked: false })
  expect(said).toContain(code === 'SRC-23' ? 'is outside the root' : code)
}

describe.each(Object.entries(inTenants))('%s of a tenant stay inside the root', (kind, { ending, text }) => {
  const all = [
    ...Object.entries(ways),
    ...(kind === 'people' ? [] : Object.entries(patterns).map(([name, path]) => [name, () => path] as const)),
  ]
  test.each(all)('%s', async (_, way) => {
    write('inside/made.yaml', text(`${way()}${ending}`))
    await expectRefused(['check', 'made.yaml'])
    expect((await run(['check', 'made.yaml', '--allow-outside'])).stdout).not.toContain('SRC-23')
    const wider = (await run(['check', 'made.yaml', '--root', '..'])).stdout
    if (!way().startsWith('C:')) expect(wider).not.toContain('SRC-23')
  })
})

test.each(Object.entries(inFeatures))('%s stays inside the root', async (kind, { ending, text }) => {
  // On a system without drives a drive is a name like any other, and no file has it.
  const tried = Object.entries(ways).filter(([name]) => name !== 'a drive of Windows' || ending !== 'yaml')
  const made = `features-${kind.replaceAll(' ', '-')}`
  for (const [name, way] of tried)
    write(`inside/${made}/${name.replaceAll(' ', '-')}.feature`, text(near(`${way()}${ending}`)))
  const { code, stdout } = await run(['test', made, '-f', 'json'])
  expect({ code, leaked: stdout.includes(secret) }).toEqual({ code: 2, leaked: false })
  const said = stdout.split('\n').filter((line) => line.includes('"message"') && line.includes('is outside the root'))
  expect(said).toHaveLength(tried.length)
})

/** The same way as seen from a folder of the root. */
const near = (path: string): string =>
  /^(?:\/|C:)/.test(path) ? path : path.includes('\\') ? `..\\${path}` : `../${path}`

describe('what the user names', () => {
  const commands = {
    'a tenant': (file: string) => ['check', `${file}.yaml`],
    'another tenant': (file: string) => ['diff', 'tenant.yaml', `${file}.yaml`],
    'a baseline': (file: string) => ['gaps', 'tenant.yaml', '--baseline', `${file}.yaml`],
    'a file of claims': (file: string) => ['prove', 'tenant.yaml', '--claims', `${file}.yaml`],
    'a request': (file: string) => ['what-if', 'tenant.yaml', '--request', `${file}.json`],
    exports: (file: string) => ['import', `${file}.json`],
    'a feature': () => ['test', 'link.feature'],
  } as const
  test.each(Object.entries(commands))('%s that is a link out of the root is refused', async (_, argv) => {
    await expectRefused(argv('link'))
  })

  test('a link to a run is refused', async () => {
    const { code, stderr } = await run(['report', 'tenant.yaml', '-f', 'html', '--tests', 'link.json'])
    expect({ code, leaked: stderr.includes(secret) }).toEqual({ code: 2, leaked: false })
  })

  test('a tenant outside of the root has its own folder as root', async () => {
    write('elsewhere/policies/a.json', '[]')
    write('elsewhere/tenant.yaml', list('policies')('policies/*.json'))
    write('elsewhere/out.yaml', list('policies')('../outside/a.json'))
    expect((await run(['check', '../elsewhere/tenant.yaml'])).code).toBe(0)
    await expectRefused(['check', '../elsewhere/out.yaml'])
    expect((await run(['check', '../elsewhere/out.yaml', '--root', '..'])).stdout).not.toContain('SRC-23')
  })

  test('a narrower root is kept to', async () => {
    write('inside/deep/made.yaml', list('policies')('../policy.json'))
    write('inside/policy.json', '[]')
    expect((await run(['check', 'deep/made.yaml'])).code).toBe(0)
    await expectRefused(['check', 'deep/made.yaml', '--root', 'deep'])
  })
})

test('no command reads what it refuses', async () => {
  write('inside/made.yaml', people('../outside/a.csv'))
  const one = ['-u', secret, '-c', 'outlook-2016']
  for (const argv of [
    ['simulate'],
    ['explain', ...one],
    ['what-if', '--request', 'tenant.yaml'],
    ['diagram', ...one],
    ['report', '-f', 'html'],
    ['view'],
    ['spec'],
    ['diff', 'tenant.yaml'],
    ['compare', 'tenant.yaml'],
    ['prove', 'every sign-in succeeds'],
    ['impact'],
    ['replay', '--signins', 'tenant.yaml'],
    ['timeline'],
    ['gaps'],
    ['why-not', ...one, '--want', 'blocked'],
  ]) {
    const [command = '', ...rest] = argv
    await expectRefused([command, 'made.yaml', ...rest])
  }
})

test('a missing file outside is not looked for, and its neighbors are not named', async () => {
  write('inside/made.yaml', list('policies')('../outside/b.json'))
  const { stdout } = await run(['check', 'made.yaml'])
  expect(stdout).toContain('SRC-23')
  expect(stdout).not.toContain('did you mean')
})

test.each([
  ['a file of another kind', 'notes', `${secret}\n`, 'SRC-24'],
  ['settings of git', '.git/config', `[core]\n  key = ${secret}\n`, 'SRC-24'],
  ['the environment', '.env', `${secret}=1\n`, 'SRC-24'],
  ['a text in YAML', 'text.yaml', `${secret}:x:0:0\nroot:x\n`, 'SHAPE'],
  ['bytes', 'bytes.yaml', `a: ${secret}\u0001\u0002\nb: [\n`, 'SRC-9'],
])('%s is not quoted', async (_, path, text, code) => {
  write(`inside/${path}`, text)
  write('inside/made.yaml', list('policies')(path))
  for (const argv of [
    ['check', 'made.yaml'],
    ['check', path],
  ]) {
    const { stdout, code: exit } = await run([...argv, '-f', 'text'])
    expect({ exit, leaked: stdout.includes(secret) }).toEqual({ exit: 2, leaked: false })
  }
  expect((await run(['check', 'made.yaml'])).stdout).toContain(code.startsWith('SHAPE') ? '' : code)
})

test('the library keeps to the root unless it is let out', () => {
  write('inside/made.yaml', list('policies')('../outside/a.json'))
  const from = join(folder, 'made.yaml')
  const codes = (loaded: ReturnType<typeof loadTenant>) =>
    (loaded.ok ? loaded.warnings : loaded.diagnostics).map(({ code }) => code)
  expect(codes(loadTenant(from))).toContain('SRC-23')
  expect(codes(loadTenant(from, { root: top }))).not.toContain('SRC-23')
  expect(codes(loadTenant(from, { allowOutside: true }))).not.toContain('SRC-23')
})
