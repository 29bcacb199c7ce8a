import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Document, parse, visit } from 'yaml'
import { type Change, valueAt, withChanges } from './change.ts'
import { editYaml } from './edit-yaml.ts'

const block =
  '# top\na: 1 # one\nb:\n  c: x\n  d: [p, q] # list\nlist:\n  - n: 1\n    m: 2 # two\n  - n: 2\nwords:\n  - one # first\n  - two\nlast: {k: v}\n'
const changes: readonly (readonly [string, Change])[] = [
  ['sets a value', { path: ['a'], value: 2 }],
  ['sets a value of a list', { path: ['b', 'd'], value: [] }],
  ['adds a key', { path: ['b', 'e'], value: true }],
  ['adds a key at the top', { path: ['z'], value: { y: [1, 'two words'] } }],
  ['adds keys below one another', { path: ['x', 'y', 'z'], value: 'no' }],
  ['adds an item to a flow list', { path: ['b', 'd', 2], value: 'r@s.t' }],
  ['adds an item to a block list', { path: ['words', 2], value: { name: 'three' } }],
  ['adds an item by its name', { path: ['words', { item: 'three' }], value: 'three' }],
  ['adds a key to an item', { path: ['list', 0, 'o'], value: 3 }],
  ['adds a key to a flow mapping', { path: ['last', 'l'], value: 'w' }],
  ['makes a word an entry', { path: ['words', { item: 'ONE' }, 'registry', 'EnableADAL'], value: 1 }],
  ['takes out a key', { path: ['b', 'c'], value: undefined }],
  ['takes out the first key of an item', { path: ['list', 0, 'n'], value: undefined }],
  ['takes out the only key', { path: ['last', 'k'], value: undefined }],
  ['takes out an item of a flow list', { path: ['b', 'd', 0], value: undefined }],
  ['takes out an item of a block list', { path: ['list', 1], value: undefined }],
  ['takes out an item by its name', { path: ['words', { item: 'two' }], value: undefined }],
  ['takes out a whole block', { path: ['b'], value: undefined }],
  ['takes out the last key', { path: ['last'], value: undefined }],
]

const data = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a change of a text', () => {
  test.each(changes)('%s, and means the same as the change of the document', (_name, change) => {
    const made = editYaml(block, [change])
    expect(parse(made)).toEqual(data(withChanges(parse(block), [change])))
    expect(made).not.toBe(block)
    const kept = block.split('\n').filter((line) => made.split('\n').includes(line)).length
    expect(kept).toBeGreaterThanOrEqual(block.split('\n').length - 5)
  })

  test.each(changes)('%s in JSON too', (_name, change) => {
    const made = editYaml(JSON.stringify(parse(block), null, 2), [change])
    expect(JSON.parse(made)).toEqual(data(withChanges(parse(block), [change])))
  })

  test.each(changes)('%s with the line ends of Windows', (_name, change) => {
    const made = editYaml(block.replaceAll('\n', '\r\n'), [change])
    expect(made.replaceAll('\r\n', '\n')).toBe(editYaml(block, [change]))
  })
})

test.each([
  ['takes out what is not there', { path: ['b', 'z'], value: undefined }],
  ['goes through an item that is not there', { path: ['list', { item: 'nobody' }, 'n'], value: 3 }],
  ['sets what is set already', { path: ['list', 0, 'n'], value: 1 }],
] satisfies readonly (readonly [string, Change])[])('a change that %s changes no byte', (_name, change) => {
  expect(editYaml(block, [change])).toBe(block)
  expect(withChanges(parse(block), [change])).toEqual(parse(block))
})

test.each([
  ['one of two aliases', 'a: &x { k: 1 } # first\nb: *x\nc: *x # third\n', { path: ['b', 'k'], value: 2 }],
  ['what an alias stands for', 'a: &x { k: 1 } # first\nb: *x # second\n', { path: ['a', 'k'], value: 2 }],
  ['an item of a list in a list', '# top\na:\n  - - x # inner\n    - y\n', { path: ['a', 0, 0], value: undefined }],
  ['a text over several lines', 'a: |+ # keep\n  one\n\n\nb: 1\n', { path: ['c'], value: 2 }],
  ['an empty document', '# nothing yet\n', { path: ['a', 'b'], value: 2 }],
] satisfies readonly (readonly [string, string, Change])[])('%s is changed alone', (_name, text, change) => {
  const made = editYaml(text, [change])
  expect(parse(made)).toEqual(data(withChanges(parse(text), [change])))
  for (const [comment] of text.matchAll(/# (first|second|third|top|keep|nothing yet)/g))
    if (!/inner/.test(comment)) expect(made).toContain(comment)
})

const words = ['one', 'two words', 'x@y.z', 'true', '12', '', 'a: b', '# no', 'über', '- dash', 'line\nbreak', '{']
const leaf = fc.oneof(fc.constantFrom(...words), fc.integer({ min: -9, max: 99 }), fc.boolean(), fc.constant(null))
const key = fc.constantFrom('name', 'kind', 'on', 'a-b', 'c.d', '1', 'with space', 'client')
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 3, arbitrary: leaf },
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value
const document = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 })

/** Paths to every part of a document, and to what could be added to it. */
function pathsIn(value: unknown, path: Change['path'] = []): readonly Change['path'][] {
  const below = Array.isArray(value)
    ? [...value.entries(), [value.length, undefined] as const]
    : typeof value === 'object' && value !== null
      ? [...Object.entries(value), ['added', undefined] as const]
      : []
  const own = path.length === 0 ? [] : [path]
  return [...own, ...below.flatMap(([step, part]) => pathsIn(part, [...path, step]))]
}

/** The text of some data as people would write it: partly in braces, with a comment at every key. */
function written(value: unknown, flow: readonly boolean[]): string {
  const made = new Document(value, { aliasDuplicateObjects: false })
  let collections = 0
  let comments = 0
  visit(made, {
    Collection: (_, node) => {
      collections += 1
      if (flow[collections % flow.length] && collections > 1) node.flow = true
    },
  })
  visit(made, {
    Pair: (_, { key: one }, ancestors) => {
      const inFlow = ancestors.some((node) => 'flow' in Object(node) && node !== null && Object(node).flow === true)
      if (inFlow) return
      // A key of a document made of data is a scalar.
      Object(one).commentBefore = ` comment ${comments}`
      comments += 1
    },
  })
  return made.toString({ lineWidth: 0 })
}

test('applying a change to a text and reading it gives what applying it to the document gives; comments survive', () => {
  const flows = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(document, flows, fc.nat(), fc.option(tree, { nil: undefined }), (value, flow, at, by) => {
      const text = written(value, flow)
      const paths = pathsIn(value)
      const change: Change = { path: paths[at % paths.length] ?? [], value: by }
      const made = editYaml(text, [change])
      const wanted = data(withChanges(value, [change]))
      expect(parse(made, { uniqueKeys: false })).toEqual(wanted)
      // What is written over takes the comments inside along, and no others.
      const lost = [...text.matchAll(/# comment \d+/g)].filter(([comment]) => !made.includes(comment))
      expect(lost.length).toBeLessThanOrEqual(pathsIn(valueAt(value, change.path), ['part']).length - 1)
    }),
    { numRuns: 1500 },
  )
})
