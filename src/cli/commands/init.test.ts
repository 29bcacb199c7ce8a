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
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'
import { writeAtomically } from '../write-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-init-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const init = (...words: readonly string[]) =>
  recordedRun(['init', ...words], nodeSourceReader(folder), {
    cwd: folder,
    writeFile: (path, data) => writeAtomically(folder, path, data),
  })

/** Every file of the folder with its text, links by what they lead to. */
const contents = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => [name, lstatSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), 'utf8') : '']),
  )

const place = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

test('an empty folder gets every file, each named', async () => {
  const { code, stdout, stderr } = await init()
  expect(code).toBe(0)
  const made = Object.entries(contents()).flatMap(([name, text]) => (text === '' ? [] : [name]))
  expect(stdout.trim().split('\n').sort()).toEqual(made.map((name) => `wrote    ${name}`).sort())
  expect(stderr).toBe('next: npm install && npm test\n')
})

test('a folder that is not there is made, its name fit for npm and for a shell', async () => {
  const { code, stdout, stderr } = await init('Our sign-ins')
  expect(code).toBe(0)
  expect(stdout).toContain('wrote    Our sign-ins/features/reading-mail.feature')
  expect(stderr).toBe('next: cd "Our sign-ins" && npm install && npm test\n')
  expect(JSON.parse(contents()['Our sign-ins/package.json'] ?? '').name).toBe('our-sign-ins')
})

test('a project is never called like the package that it installs', async () => {
  await init('authplan')
  expect(JSON.parse(contents()['authplan/package.json'] ?? '').name).not.toBe('authplan')
})

test('the package.json that is there is merged and says what it got; other files are skipped', async () => {
  const own = { 'README.md': '# Ours\n', 'features/reading-mail.feature': 'Feature: ours\n' }
  place({ ...own, 'package.json': '{\n    "name": "ours",\n    "type": "commonjs"\n}\n' })
  const { code, stdout } = await init()
  expect(code).toBe(0)
  expect(contents()).toMatchObject(own)
  expect(stdout).toContain(
    'merged   package.json: scripts.test, scripts.watch, devDependencies.@cucumber/cucumber, devDependencies.authplan\n',
  )
  expect(stdout).toContain('skipped  README.md: already exists\n')
  expect(stdout).toContain('skipped  features/reading-mail.feature: already exists\n')
  expect(contents()['package.json']).toMatch(/^\{\n {4}"name": "ours",\n {4}"type": "commonjs",\n/)
})

test('a second time nothing changes', async () => {
  await init()
  const before = contents()
  const { code, stdout } = await init()
  expect(code).toBe(0)
  expect(stdout).not.toMatch(/^(wrote|merged)/m)
  expect(contents()).toEqual(before)
})

test('links are left alone: one that leads nowhere is taken, a linked manifest is written where it is', async () => {
  place({ 'real/package.json': '{}\n' })
  symlinkSync(join('real', 'package.json'), join(folder, 'package.json'))
  symlinkSync('nowhere', join(folder, 'README.md'))
  const { code, stdout } = await init()
  expect(code).toBe(0)
  expect(stdout).toContain('skipped  README.md')
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  expect(lstatSync(join(folder, 'package.json')).isSymbolicLink()).toBe(true)
  expect(JSON.parse(contents()['real/package.json'] ?? '').scripts.watch).toBe('authplan test --watch')
})

const refused: readonly {
  readonly name: string
  readonly there: Readonly<Record<string, string>>
  readonly says: string
}[] = [
  { name: 'no JSON', there: { 'package.json': '{\n  "name": "x",\n}\n' }, says: 'package.json:2:14 error[SRC-18]' },
  { name: 'an empty manifest', there: { 'package.json': '' }, says: 'package.json:1:1 error[SRC-8]' },
  { name: 'scripts that are a list', there: { 'package.json': '{ "scripts": [] }' }, says: 'package.json:1:14' },
  { name: 'a file for a folder', there: { features: '' }, says: 'a file is in the way of a folder' },
  { name: 'another file for a folder', there: { '.github': '' }, says: '; nothing was written' },
]

test.each(refused)('$name is refused and leaves everything as it was', async ({ there, says }) => {
  place(there)
  const before = contents()
  const { code, stdout, stderr } = await init()
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(says)
  expect(stderr).toContain('help:')
  expect(contents()).toEqual(before)
})

test('a manifest that cannot be written takes everything back', async () => {
  place({ 'package.json': '{}\n' })
  const before = contents()
  const problem = Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS', syscall: 'open' })
  const { code, stderr } = await recordedRun(['init', 'deep/er'], nodeSourceReader(folder), { cwd: folder })
  expect({ code, stderr }).toMatchObject({ code: 0 })
  rmSync(join(folder, 'deep'), { recursive: true })
  const failing = await recordedRun(['init'], nodeSourceReader(folder), {
    cwd: folder,
    writeFile: () => Promise.reject(problem),
  })
  expect(failing).toMatchObject({ code: 2, stdout: '' })
  expect(failing.stderr).toContain('the file system is read-only; nothing was written')
  expect(contents()).toEqual(before)
})

test('a file is no folder for a project', async () => {
  place({ tenant: '' })
  expect(await init('tenant')).toMatchObject({ code: 2, stderr: expect.stringContaining('`tenant` is not a folder') })
})
