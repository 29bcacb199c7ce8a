import { expect, test } from 'vitest'
import { decodeText } from '../source/text/decode-text.ts'
import { encodings } from './encodings.fixture.ts'
import { forms } from './formats.fixture.ts'
import { importProducts } from './fragment.ts'
import { importExports } from './import-exports.ts'
import { folderOfLitware } from './litware/folders.fixture.ts'
import { readers } from './readers.ts'
import { recognizeFiles } from './recognize-files.ts'
import { recordFormats } from './records/formats.ts'

const names = Object.keys(forms)
const folder = Object.entries(
  folderOfLitware({
    printed: (index) => names[index % names.length] ?? 'JSON',
    graph: 'pages',
    terraform: 'state',
    people: 'PowerShell',
  }),
).map(([name, text]) => ({ name, text }))

test('the folder of the made-up company has something for every reader of every product, in every format', () => {
  const { records, objects } = recognizeFiles(folder, readers)
  const read = [
    ...[...records.keys()].map(({ product }) => product),
    ...objects.map(({ product = 'graph' }) => product),
  ]
  expect(new Set(read)).toEqual(new Set(importProducts))
  // Logs in a list are recognized so that nobody takes them for people; the folder has them as objects of Graph.
  const inOthers = readers.filter((reader) => !records.has(reader)).map(({ kind }) => kind)
  expect(inOthers).toEqual(['record of a log'])
  const unread = recordFormats.filter(({ recognizes }) => !folder.some(recognizes))
  expect(unread.map(({ name }) => name)).toEqual([])
})

test.each(Object.entries(encodings))('each file of every kind has the same text in %s', (_name, encode) => {
  for (const { name, text } of folder) expect([name, decodeText(encode(text))]).toEqual([name, { kind: 'text', text }])
})

/** A value with its fields in the opposite order, and their names in another case. */
function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]): readonly [string, unknown] => {
    const isName = /^[a-z]/i.test(key)
    return [isName ? `${key.charAt(0).toUpperCase()}${key.slice(1)}` : key, rewritten(part)]
  })
  return Object.fromEntries(entries.reverse())
}

/** A file as data in which the case of keys means nothing. */
const plain = (made: ReturnType<typeof importExports>): unknown =>
  made.ok ? rewritten(made.value.file) : made.diagnostics.map(({ code }) => code)

test('neither the order of files and fields nor the case of names in any of them changes the tenant', () => {
  const isJson = ({ name, text }: (typeof folder)[number]): boolean =>
    /\.json$/.test(name) && !/terraform/.test(name) && /^\s*[[{]/.test(text)
  const others = folder.map((file) =>
    isJson(file) ? { ...file, text: JSON.stringify(rewritten(JSON.parse(file.text))) } : file,
  )
  expect(folder.filter(isJson).length).toBeGreaterThan(5)
  const expected = plain(importExports(folder, { asOf: '2026-01-01' }))
  expect(expected).toHaveProperty('Users')
  expect(plain(importExports(others.toReversed(), { asOf: '2026-01-01' }))).toEqual(expected)
})
