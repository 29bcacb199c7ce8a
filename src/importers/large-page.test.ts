import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { positionOf } from '../source/text/source-text.ts'
import { importExports } from './import-exports.ts'
import { largePage } from './large-page.ts'
import { directoryOfLitware, notOfTheArchitecture } from './litware/directory.fixture.ts'
import { folderOfLitware, type Variant } from './litware/folders.fixture.ts'

const page = (text: string) => {
  const found = largePage({ name: 'x.json', pieces: [text] })
  return found && { answer: found.answer, items: [...found.items()] }
}

describe('a list of objects in a text', () => {
  test.each<[string, string]>([
    ['alone', ' [ {"a":1},\n {"b":"]},{\\""} ]\n'],
    ['in an answer', '{"@odata.context":"c", "value": [ {"a":1}, {"b":"]},{\\""} ], "more":{"x":[1,{}]}}'],
    ['in an answer of an SDK', '\ufeff{"Value":[{"a":1},{"b":"]},{\\""}]}'],
  ])('%s is found', (_, text) => {
    expect(page(text)?.items.map((item) => JSON.parse(item.text))).toEqual([{ a: 1 }, { b: ']},{"' }])
  })

  test('keeps the fields around it', () => {
    expect(page('{"a":"x", "value":[{}], "b":[1,{"c":2}]}')?.answer).toEqual({ a: 'x', b: [1, { c: 2 }] })
  })

  test.each([
    '',
    '{',
    '[',
    '[1]',
    '[{}',
    '[{} {}]',
    '[{}] x',
    '{"value":[1]}',
    '{"value":{}}',
    '{"a":1}',
    '{"value":[{}]',
    '{value:[]}',
    '{"value":[{}],}',
  ])('is not in %j', (text) => {
    expect(page(text)).toBeUndefined()
  })

  test('any text is looked at without an exception, and its objects are where the text has them', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 })
    fc.assert(
      fc.property(fc.array(object), fc.nat(4), fc.string(), (objects, indent, noise) => {
        page(noise)
        const text = JSON.stringify({ before: noise, value: objects }, undefined, indent)
        const found = page(text)
        expect(found?.items.map((item) => JSON.parse(item.text))).toEqual(objects)
        for (const item of found?.items ?? []) {
          const { line, column } = positionOf({ source: item, start: 0, end: 1 })
          expect(text.split('\n')[line - 1]?.charAt(column - 1)).toBe('{')
        }
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})

test('a text of one line is divided in a time that grows with its length', () => {
  const text = `[${Array.from({ length: 200_000 }, () => '{"a":"0123456789"}').join(',')}]`
  const before = process.cpuUsage()
  expect(page(text)?.items).toHaveLength(200_000)
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000)
})

const folderWith = (graph: Variant['graph']) => {
  const variant: Variant = { printed: () => 'JSON', graph, terraform: 'state', people: 'PowerShell' }
  return Object.entries(folderOfLitware(variant)).map(([name, text]) => ({ name, text }))
}

const forms = ['pages', 'JSON Lines'] as const

test.each(forms)('%s read object by object give the tenant of those read whole, from the same places', (form) => {
  const folder = folderWith(form)
  const [whole, byObject] = [undefined, 0].map((largeFrom) =>
    importExports(folder, { asOf: '2026-01-01', ...(largeFrom === undefined ? {} : { largeFrom }) }),
  )
  if (!whole?.ok || !byObject?.ok) throw new Error('not imported')
  expect(byObject.value.text).toBe(whole.value.text)
  expect(byObject.value.coverage).toEqual(whole.value.coverage)
  const places = (made: typeof whole) =>
    [...made.value.origins]
      .filter(({ path }) => path.length === 2 || path[0] === 'domains')
      .map(({ path, at }) => JSON.stringify([path, at.source.name, positionOf(at)]))
      .sort()
  expect(places(byObject)).toEqual(places(whole))
})

test('of a large page that nobody knows, and of one with a mistake, the place is reported', () => {
  const unknown = importExports([{ name: 'x.json', text: '[{"a":1},\n{"b":2}]' }], { largeFrom: 0 })
  expect(unknown.ok ? [] : unknown.diagnostics.map(({ code }) => code)).toEqual(['IMP-1', 'IMP-2'])
  const broken = importExports([{ name: 'x.json', text: '[{"id":"c.com"},\n {"a":1 "b":2}]' }], { largeFrom: 0 })
  const places = broken.ok
    ? []
    : broken.diagnostics.map(({ code, at }) => [code, positionOf(at).line, positionOf(at).column])
  expect(places).toContainEqual(['SRC-18', 2, 9])
})

test('of what is no part of an architecture nothing is kept, in a large file as well', () => {
  const text = JSON.stringify({ value: notOfTheArchitecture.flatMap(({ objects }) => objects) })
  const made = importExports(
    [
      { name: 'x.json', text },
      { name: 'd.json', text: JSON.stringify(directoryOfLitware[1]?.objects) },
    ],
    { largeFrom: 0 },
  )
  expect(
    made.ok && made.value.coverage.filter(({ status }) => status === 'not-imported').map(({ kind }) => kind),
  ).toEqual(['1 sign-in record', '1 risky user'])
})
