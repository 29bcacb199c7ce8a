import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { positionOf, startOf } from '../text/source-text.ts'
import { memorySourceReader } from './memory-source.ts'
import { diagnosticOfSystemError } from './open-file.ts'
import { expandGlob, nodeSourceReader, readLines, readSource } from './read-source.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-source-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
  return name
}

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}
const yaml = 'name: Contoso Österreich\r\nasOf: 2019-10-01\r\n'

describe('a text is read', () => {
  test.each([
    ['UTF-8', Buffer.from(yaml)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${yaml}`)],
    ['UTF-16LE with a mark', utf16(`\ufeff${yaml}`, false)],
    ['UTF-16BE with a mark', utf16(`\ufeff${yaml}`, true)],
    ['UTF-16LE without a mark', utf16(yaml, false)],
    ['UTF-16BE without a mark', utf16(yaml, true)],
  ])('%s', (encoding, bytes) => {
    const name = write(`${encoding.replaceAll(' ', '-')}.yaml`, bytes)
    expect(readSource(name, { cwd: folder })).toEqual({ ok: true, value: { name, text: yaml }, warnings: [] })
  })

  test('an empty file is an empty text', () => {
    const loaded = readSource(write('empty.yaml', ''), { cwd: folder })
    expect(loaded).toMatchObject({ ok: true, value: { text: '' } })
  })
})

describe('what cannot be read is a diagnostic', () => {
  function problem(name: string, limit?: number) {
    const loaded = readSource(name, { cwd: folder, ...(limit === undefined ? {} : { limit }) })
    const [diagnostic] = loaded.ok ? [] : loaded.diagnostics
    return diagnostic && [diagnostic.code, positionOf(diagnostic.at).line, positionOf(diagnostic.at).column]
  }

  test('a missing file', () => expect(problem('missing/tenant.yaml')).toEqual(['SRC-1', 1, 1]))
  test('a directory', () => {
    mkdirSync(join(folder, 'directory.yaml'))
    expect(problem('directory.yaml')).toEqual(['SRC-2', 1, 1])
  })
  test.runIf(existsSync('/dev/zero'))('a device, and a pipe that nobody writes to', () => {
    expect(problem('/dev/zero')).toEqual(['SRC-25', 1, 1])
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
    expect(problem('pipe.yaml')).toEqual(['SRC-25', 1, 1])
    const reader = nodeSourceReader(folder)
    expect(reader.readPieces('pipe.yaml')).toMatchObject({ ok: false, diagnostics: [{ code: 'SRC-25' }] })
  })
  test('a file too large', () => expect(problem(write('large.yaml', 'x'.repeat(101)), 100)).toEqual(['SRC-5', 1, 1]))
  test('a file just not too large', () => expect(problem(write('fits.yaml', 'x'.repeat(100)), 100)).toBeUndefined())
  test('a binary file', () =>
    expect(problem(write('a.png', new Uint8Array([1, 2, 3, 0, 5, 6])))).toEqual(['SRC-6', 1, 1]))
  test('an archive', () => {
    expect(problem(write('a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 65])))).toEqual(['SRC-6', 1, 1])
  })
  test('bytes of another encoding, at their place', () => {
    expect(problem(write('latin.yaml', Buffer.from('a: 1\nb: \u00d6l', 'latin1')))).toEqual(['SRC-7', 2, 4])
  })
  test('half a character at the end of UTF-16', () => {
    expect(problem(write('odd.yaml', Buffer.concat([utf16('\ufeffa: 1', false), Buffer.from('x')])))?.[0]).toBe('SRC-7')
  })
  test('UTF-32', () => {
    expect(problem(write('wide.yaml', new Uint8Array([0xff, 0xfe, 0, 0, 65, 0, 0, 0])))?.[0]).toBe('SRC-7')
  })

  test.each([
    ['EACCES', 'SRC-3'],
    ['EPERM', 'SRC-3'],
    ['ENOTDIR', 'SRC-1'],
    ['EIO', 'SRC-4'],
  ] as const)('the system says %s', (code, expected) => {
    const error = Object.assign(new Error(code), { code })
    expect(diagnosticOfSystemError(error, 'a', startOf({ name: 'a', text: '' }), folder).code).toBe(expected)
  })

  test('a near name is offered', () => {
    write('near/tenant.yaml', 'a: 1')
    const loaded = readSource('near/tennat.yaml', { cwd: folder })
    expect(loaded).toMatchObject({ ok: false, diagnostics: [{ args: { suggestion: 'near/tenant.yaml' } }] })
  })
})

test('a file is searched for next to the file that names it, and missed at that place', () => {
  write('plans/people/users.csv', 'upn\n')
  const source = { name: 'plans/tenant.yaml', text: 'users: {from: people/users.csv}' }
  const from = { source, start: 14, end: 30 }
  expect(readSource('people/users.csv', { cwd: folder, from })).toMatchObject({
    value: { name: 'plans/people/users.csv' },
  })
  expect(readSource('../other.csv', { cwd: folder, from })).toMatchObject({
    diagnostics: [{ code: 'SRC-1', args: { path: 'other.csv' }, at: from }],
  })
})

test('lines are read across pieces, regardless of the encoding', () => {
  const lines = Array.from({ length: 30_000 }, (_, index) => `Zeile ${index} ä😀`)
  const loaded = readLines(write('lines.csv', utf16(`\ufeff${lines.join('\r\n')}\r\n`, false)), { cwd: folder })
  expect(loaded.ok && [...loaded.value]).toEqual(lines)
  const missing = readLines('no-lines.csv', { cwd: folder })
  expect(missing).toMatchObject({ ok: false, diagnostics: [{ code: 'SRC-1' }] })
})

test.each([-2, -1, 0, 1])('a character at the end of a piece is read whole, and what follows too (%i)', (shift) => {
  const piece = 256 * 1024
  const text = `${'a'.repeat(piece + shift)}ä😀${'b'.repeat(piece)}\n${'c'.repeat(piece)}é`
  const loaded = nodeSourceReader(folder).readPieces(write('pieces.csv', Buffer.from(text)))
  expect(loaded.ok && [...loaded.value.pieces].join('') === text).toBe(true)
})

describe('a pattern', () => {
  const files = ['ca/b.json', 'ca/a.json', 'ca/a.yaml', 'ca/deep/c.json', 'ca/.hidden.json', 'top.json', 'ca2/a.json']
  const table = [
    ['ca/*.json', ['ca/a.json', 'ca/b.json']],
    ['./ca/?.json', ['ca/a.json', 'ca/b.json']],
    ['ca/**/*.json', ['ca/a.json', 'ca/b.json', 'ca/deep/c.json']],
    ['**/c.json', ['ca/deep/c.json']],
    ['*/a.json', ['ca/a.json', 'ca2/a.json']],
    ['ca/.*.json', ['ca/.hidden.json']],
    ['ca/**', ['ca/a.json', 'ca/a.yaml', 'ca/b.json', 'ca/deep/c.json']],
    ['../glob/top.js*', ['../glob/top.json']],
    ['ca/+(a).json', []],
    ['none/*.json', []],
  ] as const

  test.each(table)('%s', (pattern, expected) => {
    for (const file of files) write(`glob/${file}`, '{}')
    expect(expandGlob(pattern, join(folder, 'glob'))).toEqual(expected)
    const from = startOf({ name: 'glob/tenant.yaml', text: 'a' })
    const loaded = nodeSourceReader(folder).glob(pattern, from)
    if (expected.length > 0) expect(loaded).toEqual({ ok: true, value: expected, warnings: [] })
    else expect(loaded).toMatchObject({ ok: false, diagnostics: [{ code: 'SRC-22', at: from }] })
  })

  test.each([
    ['linked/*.json', ['linked/a.json']],
    ['*/a.json', ['linked/a.json', 'real/a.json']],
    ['l*', []],
    ['real/*', ['real/a.json', 'real/itself']],
    // A link can lead back to where it stands.
    ['**/*.json', ['real/a.json']],
  ] as const)('goes through a link to a folder where it says how deep: %s', (pattern, expected) => {
    write('links/real/a.json', '{}')
    const links = { 'links/linked': 'real', 'links/real/back': '..', 'links/real/itself': 'itself' }
    if (!existsSync(join(folder, 'links/linked')))
      for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name))
    expect(expandGlob(pattern, join(folder, 'links'))).toEqual(expected)
  })

  test.each(table.filter(([pattern]) => !pattern.startsWith('../')))('%s in memory', (pattern, expected) => {
    const reader = memorySourceReader(Object.fromEntries(files.map((file) => [`plans/${file}`, '{}'])))
    const loaded = reader.glob(pattern, startOf({ name: 'plans/tenant.yaml', text: 'a' }))
    expect(loaded.ok ? loaded.value : []).toEqual(expected)
  })
})

test('files in memory are read like files on a disk', () => {
  const reader = memorySourceReader({ './plans/tenant.yaml': '\ufeffa: 1', 'plans/users.csv': 'upn\n' })
  const from = startOf({ name: 'plans/tenant.yaml', text: 'a: 1' })
  expect(reader.read('plans/tenant.yaml')).toEqual({
    ok: true,
    value: { name: 'plans/tenant.yaml', text: 'a: 1' },
    warnings: [],
  })
  expect(reader.readPieces('users.csv', from)).toMatchObject({ value: { name: 'plans/users.csv', pieces: ['upn\n'] } })
  expect(reader.read('plans')).toMatchObject({ diagnostics: [{ code: 'SRC-2' }] })
  expect(reader.read('user.csv', from)).toMatchObject({
    diagnostics: [{ code: 'SRC-1', at: from, args: { suggestion: 'plans/users.csv' } }],
  })
})

describe('an export', () => {
  const at = (name: string): string => join(folder, name)
  test('that gzip packed is read as what it holds', () => {
    const path = at(write('packed.json.gz', gzipSync('{"a":1}')))
    const read = readSource(path, { unpack: true })
    expect(read.ok && read.value.text).toBe('{"a":1}')
    expect(readSource(path).ok).toBe(false)
  })
  test.each<[string, Uint8Array, number, string]>([
    ['that unpacks to more than the limit', gzipSync('x'.repeat(10_000)), 1_000, 'SRC-5'],
    ['that is packed and cut off', gzipSync('x'.repeat(10_000)).subarray(0, 20), 100_000, 'SRC-6'],
    ['in an archive', Buffer.from('PK\u0003\u0004rest'), 1_000, 'SRC-6'],
  ])('%s is refused', (name, bytes, limit, code) => {
    const read = readSource(at(write(`${name.length}.gz`, bytes)), { unpack: true, limit })
    expect(read.ok ? [] : read.diagnostics.map((one) => one.code)).toEqual([code])
  })
})

test('diagnostics quote exports of every kind that is read, and of other files only those read everywhere', () => {
  const reader = nodeSourceReader(folder)
  const quotes = (path: string, read = reader.readExport): boolean => {
    const loaded = read?.(path)
    return loaded?.ok === true && loaded.value.withheld !== true
  }
  for (const ending of ['ps1', 'psd1', 'xml', 'clixml', 'txt', 'tf', 'tfvars', 'tfstate', 'csv', 'json']) {
    const name = write(`quoted.${ending}`, '<a>')
    expect(quotes(name), ending).toBe(true)
    expect(quotes(write(`${name}.gz`, gzipSync('<a>'))), `${ending}.gz`).toBe(true)
    expect(quotes(name, reader.read), ending).toBe(ending === 'csv' || ending === 'json')
  }
  for (const name of ['passwd', 'id_rsa', 'x.key', 'x.pem']) expect(quotes(write(name, '<a>')), name).toBe(false)
})
