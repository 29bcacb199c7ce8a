import { describe, expect, test } from 'vitest'
import { positionOf } from '../text/source-text.ts'
import { parseSource, readDocument } from './located-document.ts'

function load(text: string, name = 'tenant.yaml') {
  const { document, diagnostics } = readDocument({ name, text })
  const problems = diagnostics.map(({ code, at }) => [code, positionOf(at).line, positionOf(at).column])
  return { value: document?.value, document, diagnostics, problems }
}

describe('YAML becomes plain data', () => {
  test.each([
    ['a date stays text', 'asOf: 2019-10-01', { asOf: '2019-10-01' }],
    ['an instant stays text', 'asOf: 2019-10-01T00:00:00Z', { asOf: '2019-10-01T00:00:00Z' }],
    ['yes and on are text', 'on: yes', { on: 'yes' }],
    [
      'so they are under an old version directive',
      '%YAML 1.1\n---\non: yes\nd: 2019-10-01',
      { on: 'yes', d: '2019-10-01' },
    ],
    ['true and null are themselves', 'a: true\nb: null\nc: ~\nd:', { a: true, b: null, c: null, d: null }],
    ['a large number is a number', 'n: 12345678901234567890', { n: 12345678901234567000 }],
    ['what is no number stays text', 'a: .inf\nb: .nan', { a: '.inf', b: '.nan' }],
    ['a key is the text as written', '1.0: a\ntrue: b\nnull: c', { '1.0': 'a', true: 'b', null: 'c' }],
    ['an alias is its value', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['a later anchor of one name counts', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
    ['an empty list and mapping', 'a: []\nb: {}', { a: [], b: {} }],
    ['a list without indent', 'a:\n- 1\n-\n', { a: [1, null] }],
    ['block text', 'a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['a text with a colon inside brackets', "{a: 'x', b: [c, d]}", { a: 'x', b: ['c', 'd'] }],
  ])('%s', (_, text, expected) => {
    const { value, problems } = load(text)
    expect(problems).toEqual([])
    expect(value).toEqual(expected)
  })

  test.each(['tenant.yaml', 'tenant.json'])('a key named __proto__ is a key like any other in %s', (name) => {
    const value = load('{"__proto__": {"admin": true}, "a": 1}', name).value
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'a'])
    expect(Object(value).admin).toBeUndefined()
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(load('{"__proto__": {"admin": true}}', name).document?.has(['__proto__', 'admin'])).toBe(true)
  })
})

describe('mistakes in YAML are located', () => {
  test.each([
    [
      'duplicate keys, each of them',
      'a: 1\nb: 2\na: 3\nb: 4\n',
      [
        ['SRC-10', 3, 1],
        ['SRC-10', 4, 1],
      ],
    ],
    ['keys that only quotes distinguish', '1: a\n"1": b\n', [['SRC-10', 2, 1]]],
    ['an unknown alias', 'a: *b', [['SRC-12', 1, 4]]],
    ['an alias inside its own anchor', 'a: &a [*a]', [['SRC-12', 1, 8]]],
    ['a merge key', 'a: &a {b: 1}\nc:\n  <<: *a\n', [['SRC-16', 3, 3]]],
    ['a list as a key', '? [a]\n: 1\n', [['SRC-17', 1, 3]]],
    [
      'a tag',
      'a: !secret x\nb: !!binary aGk=\n',
      [
        ['SRC-14', 1, 4],
        ['SRC-14', 2, 4],
      ],
    ],
    ['a second document', 'a: 1\n---\nb: 2\n', [['SRC-13', 2, 1]]],
    ['nothing', '', [['SRC-8', 1, 1]]],
    ['comments alone', '# nothing\n', [['SRC-8', 1, 1]]],
    ['an open quote, at the quote', 'a: "x\nb: 2\n', [['SRC-9', 1, 4]]],
    ['an open bracket, at the bracket', 'a: [1, 2\nb: 2\n', [['SRC-9', 1, 4]]],
    ['a tab as indent', 'a:\n\tb: 1\n', [['SRC-9', 2, 1]]],
    ['a line indented too far', 'a:\n  b: 1\n   c: 2\n', [['SRC-9', 3, 4]]],
    ['a line indented too little', 'a:\n  - 1\n - 2\n', [['SRC-9', 3, 2]]],
    ['a line that is nothing', 'a: 1\nb\nc: 2\n', [['SRC-9', 2, 1]]],
    [
      'several mistakes in one run',
      'a: b: c\nd: @e\nf: "\\q"\n',
      [
        ['SRC-9', 1, 4],
        ['SRC-9', 2, 4],
        ['SRC-9', 3, 5],
      ],
    ],
    [
      'with carriage returns',
      'a: 1\r\na: 2\r\nb: *c\r\n',
      [
        ['SRC-10', 2, 1],
        ['SRC-12', 3, 4],
      ],
    ],
    ['after a wide character', '😀: 1\nü: *a', [['SRC-12', 2, 4]]],
  ])('%s', (_, text, expected) => {
    expect(load(text).problems).toEqual(expected)
  })

  test('a duplicate key names its first place', () => {
    const [diagnostic] = load('a: 1\nb: 2\na: 3\n').diagnostics
    expect(diagnostic?.related?.map(({ at, note }) => [note, positionOf(at).line])).toEqual([['first-given', 1]])
  })

  test('the document is there although a key is duplicate, and the first value counts', () => {
    expect(load('a: 1\na: 2\n').value).toEqual({ a: 1 })
    expect(parseSource({ name: 'a', text: 'a: 1\na: 2\n' }).ok).toBe(false)
  })

  test('aliases of aliases stand for no more than the limit', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`,
    )
    expect(load(levels.join('\n')).problems.map(([code]) => code)).toEqual(['SRC-11'])
  })
})

describe('nesting is limited', () => {
  const stairs = (levels: number, sign: string) =>
    Array.from({ length: levels }, (_, level) => ' '.repeat(level) + sign).join('\n')
  test.each([
    ['brackets', '['.repeat(100_000), 'a.yaml'],
    ['closed brackets', `${'['.repeat(201)}${']'.repeat(201)}`, 'a.yaml'],
    ['brackets in JSON', '['.repeat(100_000), 'a.json'],
    ['mappings in brackets', '{a: '.repeat(50_000), 'a.yaml'],
    ['list marks', '- '.repeat(50_000), 'a.yaml'],
    ['question marks', '? '.repeat(50_000), 'a.yaml'],
    ['indents', stairs(3000, 'a:'), 'a.yaml'],
    ['indents and back', `${stairs(3000, 'a:')}\nb: 1\n`, 'a.yaml'],
    ['indented list marks', stairs(3000, '-'), 'a.yaml'],
    ['brackets on lines of their own', 'a: [\n'.repeat(5000), 'a.yaml'],
  ])('%s', (_, text, name) => {
    expect(load(text, name).problems.map(([code]) => code)).toEqual(['SRC-15'])
  })

  test.each([
    ['double quotes', `a: "${'['.repeat(500)}"`],
    ['single quotes', `a: '${'{'.repeat(500)}'`],
    ['a text', `a: x${'['.repeat(500)}`],
    ['a block', `a: |\n  ${'['.repeat(500)}`],
    ['a comment', `a: 1 # ${'['.repeat(500)}`],
  ])('brackets in %s nest nothing', (_, text) => {
    expect(load(text).problems).toEqual([])
  })

  test('two hundred levels are fine', () => {
    const text = `${'['.repeat(200)}${']'.repeat(200)}`
    expect(load(text).problems).toEqual([])
    expect(load(text, 'a.json').problems).toEqual([])
  })
})

describe('JSON is read as JSON', () => {
  test.each([
    ['{"a": [1, -2.5e3, true, false, null, "x\\n\\u00e9"], "b": {}}'],
    ['\n [ ] \n'],
    ['"text"'],
    ['{"a\\"b": {"": 1}}'],
    ['[1e400]'],
  ])('%s', (text) => {
    const { value, problems } = load(text, 'a.json')
    expect(problems).toEqual([])
    const same: unknown = JSON.parse(text)
    expect(value).toEqual(text === '[1e400]' ? ['1e400'] : same)
  })

  test.each([
    [
      'a comma too many',
      '{"a": [1,],}',
      [
        ['SRC-18', 1, 9],
        ['SRC-18', 1, 11],
      ],
    ],
    ['a comma too few', '[1 2]\n', [['SRC-18', 1, 4]]],
    ['a comma first', '[,1]', [['SRC-18', 1, 2]]],
    ['no colon', '{"a" 1}', [['SRC-18', 1, 2]]],
    ['no value', '{"a":, "b": 1}', [['SRC-18', 1, 6]]],
    [
      'no quotes',
      '{a: b}',
      [
        ['SRC-18', 1, 2],
        ['SRC-18', 1, 5],
      ],
    ],
    ['single quotes', "{'a': 1}", [['SRC-18', 1, 2]]],
    [
      'comments',
      '{// x\n"a": /* y */ 1}',
      [
        ['SRC-18', 1, 2],
        ['SRC-18', 2, 6],
      ],
    ],
    ['an open text', '{"a": "x\n}', [['SRC-18', 1, 7]]],
    [
      'a bad escape',
      '["\\q", "\\u12"]',
      [
        ['SRC-18', 1, 2],
        ['SRC-18', 1, 8],
      ],
    ],
    ['an open bracket', '{"a": {"b": 1}', [['SRC-18', 1, 1]]],
    ['an open bracket after a colon', '{"a":', [['SRC-18', 1, 1]]],
    ['a wrong bracket', '{"a": [1}', [['SRC-18', 1, 9]]],
    ['more after the end', '{}\n{}\n', [['SRC-18', 2, 1]]],
    ['a number with a leading zero', '[01]', [['SRC-18', 1, 2]]],
    ['a duplicate key', '{"a": 1,\n "\\u0061": 2}', [['SRC-10', 2, 2]]],
    ['nothing', ' \n', [['SRC-8', 1, 1]]],
  ])('%s', (_, text, expected) => {
    expect(load(text, 'a.json').problems).toEqual(expected)
  })

  test('a YAML file that begins like JSON may be both', () => {
    expect(load('{"a": 1}').value).toEqual({ a: 1 })
    expect(load('{a: 1, "b": [x,]} # both').value).toEqual({ a: 1, b: ['x'] })
  })
})
