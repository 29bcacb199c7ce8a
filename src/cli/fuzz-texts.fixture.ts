import fc from 'fast-check'
import { payloads } from './hostile.fixture.ts'

/** Words that programs stumble over: of objects, of formats, of regular expressions, of times, and long ones. */
export const hostileWords: readonly string[] = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'length', 'then', 'valueOf'],
  ...[
    '',
    ' ',
    'null',
    'undefined',
    'NaN',
    '-0',
    '1e999',
    '0x10',
    '9007199254740993',
    'true',
    '~',
    '<<',
    '!!js/function x',
  ],
  ...[
    '\u0000',
    '\ud800',
    '\udfff',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\u001b[31m',
    '\u0085',
    '*',
    '&a',
    '*a',
    '%',
    '(a+)+$',
    '[',
    '{{{',
    '{,',
  ],
  ...[
    '2019-02-30',
    '9999-12-31',
    '-000001-01-01',
    '+275760-09-13',
    '275761-01-01',
    '2019-10-01T24:00:00Z',
    '0000-00-00',
  ],
  ...[
    '0.0.0.0/0',
    '::/0',
    '::1/129',
    '1.2.3.4/33',
    '::ffff:1.2.3.4',
    '999.1.1.1',
    '1.2.3.4/-1',
    'a@b',
    '@',
    '.',
    '..',
    '/',
  ],
  ...['All', 'None', 'AllTrusted', 'GuestsOrExternalUsers', '00000000-0000-0000-0000-000000000000'],
  ...payloads,
]

const longWords = ['x', 'a ', '*', '(', '[', '{', '"', '\u0301', '\n', '&a ', '- '].map((unit) => unit.repeat(20_000))

const deep = (open: string, inner: string, close: string, depth: number): string =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`

/** Any hostile word, rarely a long one. */
export const anyWord = fc.oneof(
  { arbitrary: fc.constantFrom(...hostileWords), weight: 20 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 12 }), weight: 6 },
  { arbitrary: fc.constantFrom(...longWords), weight: 1 },
)

/** A value of another type than the one expected, as JSON. */
const anyJson = fc.oneof(
  { arbitrary: anyWord.map((word) => JSON.stringify(word)), weight: 8 },
  {
    arbitrary: fc.constantFrom(
      'null',
      'true',
      'false',
      '0',
      '-1',
      '1.5',
      '1e308',
      '1e999',
      '[]',
      '{}',
      '[[]]',
      '[null]',
      '[{}]',
      '{"":{}}',
    ),
    weight: 8,
  },
  { arbitrary: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)), weight: 3 },
  {
    arbitrary: fc.constantFrom(deep('[', '1', ']', 300), deep('{"a":', '1', '}', 300), deep('[', '', ']', 5_000)),
    weight: 1,
  },
)

interface Edit {
  readonly at: number
  readonly kind: 'replace' | 'drop' | 'twice' | 'rename' | 'borrow' | 'wrap'
  readonly json: string
  readonly from: number
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'replace', 'drop', 'twice', 'rename', 'borrow', 'wrap'),
  json: anyJson,
  from: fc.nat(),
})

/** The values of a document in the order in which they are written. */
function valuesOf(value: unknown, found: unknown[] = []): readonly unknown[] {
  found.push(value)
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) valuesOf(inner, found)
  return found
}

/** JSON of a document with edits: values of other types, borrowed ones, members that are gone, renamed or there twice. */
function edited(document: unknown, edits: readonly Edit[]): string {
  const all = valuesOf(document)
  const byPlace = new Map(edits.map((edit) => [edit.at % all.length, edit]))
  let place = -1
  const written = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
    const listed = Array.isArray(value)
    const members = Object.entries(value).flatMap(([key, inner]) => {
      const edit = byPlace.get(place + 1)
      const text = textOf(inner)
      const name = listed ? '' : `${edit?.kind === 'rename' ? JSON.stringify(edit.json) : JSON.stringify(key)}:`
      if (edit?.kind === 'drop') return []
      return edit?.kind === 'twice' ? [name + text, name + text] : [name + text]
    })
    return listed ? `[${members.join()}]` : `{${members.join()}}`
  }
  const textOf = (value: unknown): string => {
    place += 1
    const edit = byPlace.get(place)
    const whole = written(value)
    if (edit?.kind === 'replace') return edit.json
    if (edit?.kind === 'borrow') return JSON.stringify(all[edit.from % all.length])
    return edit?.kind === 'wrap' ? `[${whole}]` : whole
  }
  return textOf(document)
}

/** One of the documents with a few edits of its structure. */
export const editedJson = (documents: readonly unknown[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...documents), fc.array(anyEdit, { minLength: 1, maxLength: 4 }))
    .map(([document, edits]) => edited(document, edits))

interface Cut {
  readonly at: number
  readonly length: number
  readonly word: string
  readonly kind: 'insert' | 'over' | 'cut' | 'again' | 'end' | 'crlf'
}

const anyCut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 60 }),
  word: anyWord,
  kind: fc.constantFrom('insert', 'over', 'cut', 'again', 'end', 'crlf'),
})

function cutText(text: string, { at, length, word, kind }: Cut): string {
  const start = at % (text.length + 1)
  const [before, after] = [text.slice(0, start), text.slice(start)]
  if (kind === 'insert') return before + word + after
  if (kind === 'over') return before + word + after.slice(length)
  if (kind === 'cut') return before + after.slice(length)
  if (kind === 'again') return before + after.slice(0, length) + after
  return kind === 'end' ? before : text.replaceAll('\n', '\r\n')
}

/** One of the texts with a few stretches cut out, doubled or written over by hostile words. */
export const editedText = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(anyCut, { minLength: 1, maxLength: 4 }))
    .map(([text, cuts]) => cuts.reduce(cutText, text))
