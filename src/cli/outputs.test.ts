import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeAtomically } from './write-file.ts'

const bundled = 'out/cli-outputs'
const founding = 'scenarios/federated-skype-on-premises.yaml'
const folder = mkdtempSync(join(tmpdir(), 'authplan-outputs-'))
const many = join(folder, 'many.yaml')
const env = { ...process.env, COLUMNS: '' }

beforeAll(async () => {
  const { bundleCli } = await import(pathToFileURL('.ci/bundle-cli.mjs').href)
  await bundleCli(process.cwd(), bundled)
  writeFileSync(many, peopleBy(1000))
}, 60_000)

afterAll(() => {
  rmSync(bundled, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

/** A tenant with so many users that its verdicts do not fit into any buffer. */
function peopleBy(count: number): string {
  const people = Array.from(
    { length: count },
    (_, index) => `  - { userPrincipalName: user${index}@contoso.com, mailbox: exchange-online }\n`,
  )
  return `name: Many
asOf: 2019-10-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
workloads: { exchange-online: { modernAuthentication: true } }
networks: [{ name: internet }]
clients: [outlook-2010, outlook-2013, outlook-2016, outlook-web, imap-client, pop-client]
users:
${people.join('')}`
}

const shell = (command: string) =>
  spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: { ...env, AUTHPLAN: `${process.execPath} ${bundled}/main.cjs` },
  })

/** Command lines of which each writes in another way. */
const results: readonly string[] = [
  '--help',
  '--version',
  `check ${founding} -f json`,
  `simulate ${founding} -f json`,
  `gaps ${founding}`,
  'rules',
  'schema',
]

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  test.each(results)('is 2 and a sentence for the standard output of %s', (words) => {
    const { status, stderr } = shell(`$AUTHPLAN ${words} > /dev/full`)
    expect(stderr).toContain('error: cannot write standard output: no space left on the device\n')
    expect(status).toBe(2)
  })

  test('is 2 for a file too', () => {
    const { status, stderr } = shell(`$AUTHPLAN simulate ${founding} -f json:/dev/full`)
    expect(stderr).toContain('error: cannot write `/dev/full`: no space left on the device\n')
    expect(status).toBe(2)
  })
})

describe('a reader that closes the pipe', () => {
  test.each<[string, number]>([
    [`simulate ${founding} -f json`, 0],
    [`simulate ${founding} -f csv --expect blocked`, 1],
    ['rules', 0],
  ])('ends %s as it would end without one', (words, code) => {
    const { stdout } = shell(`$AUTHPLAN ${words} 2>/dev/null | head -c 1 >/dev/null; echo \${PIPESTATUS[0]}`)
    expect(stdout).toBe(`${code}\n`)
  })

  test('does not have the rest made', () => {
    const { status, stderr } = shell(`set -o pipefail; timeout 20 $AUTHPLAN simulate ${many} -f json | head -c 1`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

test('a slow reader gets all of it', () => {
  const { stdout } = shell(`$AUTHPLAN simulate ${many} -f csv | (sleep 1; wc -l)`)
  const { stdout: whole } = shell(`$AUTHPLAN simulate ${many} -f csv:${folder}/all.csv; wc -l < ${folder}/all.csv`)
  expect(Number(stdout)).toBeGreaterThan(1000)
  expect(stdout.trim()).toBe(whole.trim())
})

describe('what is not a regular file is written in place', () => {
  test('a device stays one', () => {
    const device = join(folder, 'null')
    if (spawnSync('mknod', [device, 'c', '1', '3']).status !== 0) return
    expect(shell(`$AUTHPLAN schema -o ${device}`).status).toBe(0)
    expect(lstatSync(device).isCharacterDevice()).toBe(true)
  })

  test('a pipe gets the text', () => {
    const pipe = join(folder, 'pipe')
    const { stdout } = shell(`mkfifo ${pipe}; $AUTHPLAN schema -o ${pipe} & cat ${pipe}; wait`)
    expect(JSON.parse(stdout)).toHaveProperty('properties')
    expect(lstatSync(pipe).isFIFO()).toBe(true)
  })

  test('/dev/stdout is standard output, whatever that is', () => {
    const file = join(folder, 'redirected')
    shell(`$AUTHPLAN simulate ${founding} -f csv -f json:/dev/stdout > ${file}`)
    const text = readFileSync(file, 'utf8')
    expect(text.startsWith('user,client,')).toBe(true)
    expect(text).toContain('{"formatVersion":1')
  })
})

describe('links', () => {
  test.each<[string, string | undefined]>([
    ['to a file', 'old'],
    ['to nothing yet', undefined],
  ])('%s are followed and stay', async (name, before) => {
    const place = mkdtempSync(join(folder, 'links-'))
    mkdirSync(join(place, 'real'))
    if (before !== undefined) writeFileSync(join(place, 'real/file'), before)
    symlinkSync('real/file', join(place, 'one'))
    symlinkSync('one', join(place, 'two'))
    await writeAtomically(place, 'two', name)
    expect(readFileSync(join(place, 'real/file'), 'utf8')).toBe(name)
    expect(lstatSync(join(place, 'two')).isSymbolicLink() && lstatSync(join(place, 'one')).isSymbolicLink()).toBe(true)
    expect(readdirSync(join(place, 'real'))).toEqual(['file'])
  })

  test('in a circle are refused', async () => {
    symlinkSync('round', join(folder, 'round'))
    await expect(writeAtomically(folder, 'round', 'text')).rejects.toThrow('ELOOP')
  })
})

test('a file keeps its permissions', async () => {
  const file = join(folder, 'secret')
  writeFileSync(file, '', { mode: 0o600 })
  await writeAtomically(folder, 'secret', 'text')
  expect(lstatSync(file).mode & 0o777).toBe(0o600)
})

test('what breaks while it is made leaves the old file and nothing else', async () => {
  const place = mkdtempSync(join(folder, 'broken-'))
  writeFileSync(join(place, 'file'), 'old')
  function* broken() {
    yield 'x'.repeat(1 << 20)
    throw new Error('broken')
  }
  await expect(writeAtomically(place, 'file', broken())).rejects.toThrow('broken')
  expect(readdirSync(place)).toEqual(['file'])
  expect(readFileSync(join(place, 'file'), 'utf8')).toBe('old')
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves no part of a file and ends the process by it', async (signal) => {
  const place = mkdtempSync(join(folder, 'killed-'))
  const child = spawn(process.execPath, [`${bundled}/main.cjs`, 'simulate', many, '-f', `json:${place}/all.json`], {
    env,
  })
  const said: string[] = []
  child.stderr.on('data', (text) => said.push(String(text)))
  const ended = new Promise((done) => child.on('close', (_code, by) => done(by)))
  while (readdirSync(place).length === 0 && child.exitCode === null) await new Promise((next) => setTimeout(next, 2))
  expect(readdirSync(place).join()).toMatch(/\.part$/)
  child.kill(signal)
  expect(await ended).toBe(signal)
  expect(said.join('')).not.toContain('error')
  expect(readdirSync(place)).toEqual([])
})

test('SIGINT while a picture is drawn leaves no browser and no profile', async () => {
  const place = mkdtempSync(join(folder, 'drawing-'))
  const words = ['diagram', founding, '-u', 'Finance lead', '-c', 'outlook-2010', '-o', `${place}/picture.png`]
  const child = spawn(process.execPath, [`${bundled}/main.cjs`, ...words], { env: { ...env, TMPDIR: place } })
  const said: string[] = []
  child.stderr.on('data', (text) => said.push(String(text)))
  const ended = new Promise((done) => child.on('close', (_code, by) => done(by)))
  const profile = () => readdirSync(place).find((name) => name.startsWith('authplan-browser-'))
  const started = () => profile() !== undefined && readdirSync(join(place, profile() ?? '')).length > 0
  while (!started() && child.exitCode === null) await new Promise((next) => setTimeout(next, 5))
  child.kill('SIGINT')
  expect(await ended).toBe('SIGINT')
  expect(said.join('')).not.toContain('error')
  expect(profile()).toBeUndefined()
}, 60_000)

test('many users are simulated in little memory', () => {
  const noting = join(folder, 'peak.mjs')
  writeFileSync(noting, "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))")
  const targets = ['json', 'csv', 'table', 'markdown'].map((format) => `-f ${format}:${folder}/all.${format}`)
  const { stderr, stdout } = shell(
    `${process.execPath} --import ${noting} ${bundled}/main.cjs simulate ${many} ${targets.join(' ')}; wc -c < ${folder}/all.json`,
  )
  const [, peak] = /peak (\d+)/.exec(stderr) ?? []
  expect(Number(stdout)).toBeGreaterThan(10_000_000)
  expect(Number(peak) / 1024).toBeLessThan(200)
}, 60_000)

/** Files that write by themselves: what they write is no result of a command, or they are the one writer. */
const writers = new Set([
  'src/cli/write-all.ts',
  'src/cli/write-file.ts',
  'src/gherkin/run/prepare-features.ts',
  'src/report/drawing/draw.ts',
  // It writes the settings of a browser that it unpacks into a separate folder.
  'src/report/drawing/packaged-browser.ts',
  // A new project is files that must not be there yet, all or none.
  'src/cli/write-project.ts',
  // Its examples print.
  'src/index.ts',
])

test('every result goes through the one writer', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path) && !path.startsWith('src/page/'))
  const writing =
    /\b(?:writeFile(?:Sync)?|writeSync|createWriteStream|appendFile(?:Sync)?)\b[^\n]*from 'node:fs|process\.std(?:out|err)\.write|(?<!\.)console\.(?:log|error)\(/
  expect(sources.filter((path) => writing.test(readFileSync(path, 'utf8')) && !writers.has(path))).toEqual([])
})
