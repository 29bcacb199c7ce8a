import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeAtomically } from './write-file.ts'

const bundled = 'out/cli-smoke'
const founding = 'scenarios/federated-skype-on-premises.yaml'
const folder = mkdtempSync(join(tmpdir(), 'authplan-cli-'))

beforeAll(async () => {
  const { bundleCli } = await import(pathToFileURL('.ci/bundle-cli.mjs').href)
  await bundleCli(process.cwd(), bundled)
}, 60_000)

afterAll(() => {
  rmSync(bundled, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const spawned = (program: string, words: readonly string[]) =>
  spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', env: { ...process.env, COLUMNS: '' } })

const authplan = (...words: readonly string[]) => spawned(`${bundled}/main.cjs`, words)

/** Runs a feature with a file of steps by the product as built, since the bundle alone has no Cucumber. */
const withSteps = (file: string) =>
  spawned('dist/cli/main.cjs', ['test', 'features/modern-clients.feature', '--steps', file])

test('the bundled command tells its version and its help', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(authplan('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' })
  expect(authplan('--help').stdout).toContain('simulate')
})

test('the bundled command simulates, and writes whole files', () => {
  const file = join(folder, 'deep/verdicts.json')
  const { status, stdout } = authplan('simulate', founding, '-c', 'outlook-2010', '-f', 'csv', '-f', `json:${file}`)
  expect(status).toBe(0)
  expect(stdout).toContain('app-password')
  expect(JSON.parse(readFileSync(file, 'utf8')).formatVersion).toBe(1)
  expect(readdirSync(join(folder, 'deep'))).toEqual(['verdicts.json'])
})

// Code that is not taken makes every start twice as long and changes nothing else.
test('a start takes the compiled code that the build has left', () => {
  const script = `
    const { readFileSync } = require('node:fs')
    const bundle = readFileSync('dist/cli/program.cjs', 'latin1')
    const cachedData = readFileSync('dist/cli/program.cache')
    process.stdout.write(String(new (require('node:vm').Script)(bundle, { cachedData }).cachedDataRejected))`
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout).toBe('false')
})

test('a reader that closes the pipe ends nothing badly', () => {
  const command = `"${process.execPath}" ${bundled}/main.cjs catalog timeline -f json | head -c 1; exit \${PIPESTATUS[0]}`
  expect(spawnSync('bash', ['-c', command], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '{', stderr: '' })
})

test('a file that cannot be written leaves nothing behind and is said in words', async () => {
  const { status, stderr } = authplan('schema', '-o', folder)
  expect(status).toBe(2)
  expect(stderr).toBe(`error: cannot write \`${folder}\`: it is a folder\n`)
  await expect(writeAtomically(folder, '.', 'text')).rejects.toThrow()
  expect(existsSync(folder) && readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a steps file that never ends, or ends the process, is no green run', () => {
  const ended = ['await new Promise(() => {})', 'process.exit(0)'].map((text, index) => {
    const file = join(folder, `ends-${index}.mjs`)
    writeFileSync(file, text)
    return withSteps(file)
  })
  for (const { status, stdout, stderr } of ended) {
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^error: the command ended without a result/)
  }
}, 60_000)

test('what a steps file leaves behind and fails later is no green run either', () => {
  const left = (text: string) => {
    const file = join(folder, 'leaves.cjs')
    const cucumber = join(process.cwd(), 'node_modules/@cucumber/cucumber')
    writeFileSync(file, `require(${JSON.stringify(cucumber)}).AfterAll(() => { ${text} })`)
    return withSteps(file)
  }
  const rejected = left('Promise.reject(new Error("left alone"))')
  expect(rejected.stdout).toContain('uncaught error in the project: left alone')
  expect(rejected.status).toBe(2)
  const thrown = left('setTimeout(() => { throw new Error("too late") }, 2000)')
  expect(thrown.stderr).toContain('a loaded module threw an uncaught error after the result: too late')
  expect(thrown.status).toBe(2)
}, 60_000)
