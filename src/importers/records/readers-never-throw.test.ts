import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../source/text/decode-text.ts'
import { positionOf } from '../../source/text/source-text.ts'
import { exchangeOnlineOfLitware, exchangeServerOfLitware, skypeOfLitware } from '../company.fixture.ts'
import { encodings } from '../encodings.fixture.ts'
import { exchangeReader } from '../exchange/exchange-reader.ts'
import { forms, recordsIn } from '../formats.fixture.ts'
import { importExports } from '../import-exports.ts'
import { skypeReader } from '../skype-for-business/skype-reader.ts'
import type { ExportRecord, RecordValue } from './record.ts'

const company = [...exchangeOnlineOfLitware, ...exchangeServerOfLitware, ...skypeOfLitware]
const fieldNames = [...new Set(company.flatMap(({ objects }) => objects.flatMap((one) => Object.keys(one))))]
const stated = [...new Set(company.flatMap(({ objects }) => objects.flatMap((one) => Object.values(one))))].flatMap(
  (value): readonly RecordValue[] => (value === null ? [] : [value]),
)
const readers = [exchangeReader, skypeReader]

const plain: fc.Arbitrary<RecordValue> = fc.oneof(
  fc.constantFrom(...stated),
  fc.constantFrom(
    null,
    '',
    '$null',
    '{a, b...}',
    'System.Object[]',
    '@{a=b}',
    'True',
    '$false',
    '__proto__',
    'CN=,',
    '{',
  ),
  fc.string({ maxLength: 8 }),
  fc.integer(),
)
const value: fc.Arbitrary<RecordValue> = fc.oneof(
  { weight: 6, arbitrary: plain },
  fc.array(plain, { maxLength: 3 }),
  fc
    .array(fc.tuple(fc.constantFrom('name', 'value', 'constructor'), plain), { maxLength: 2 })
    .map((pairs) => new Map(pairs)),
)
const source = { name: 'x.json', text: '{}' }
const at = { source, start: 0, end: 2 }
const record: fc.Arbitrary<ExportRecord> = fc
  .record({
    context: fc.constantFrom(
      'x.json',
      ...company.map(({ cmdlet }) => cmdlet.toLowerCase()),
      'online/x',
      'on-premises/x',
    ),
    fields: fc
      .array(
        fc.tuple(
          fc.constantFrom(...fieldNames).map((name) => name.toLowerCase()),
          value,
        ),
        { maxLength: 12 },
      )
      .map((pairs) => new Map(pairs)),
  })
  .map(({ context, fields }) => ({ source, format: 'json', fields, context, at, rangeOf: () => at }))

describe('no record brings a reader down', () => {
  test.each(readers)('$product', (reader) => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (records) => {
        const { diagnostics, origins } = reader.read(records.filter((one) => reader.recognizes(one)))
        for (const { at: place } of [...diagnostics, ...origins]) positionOf(place)
      }),
      { numRuns: 500, seed: 11 },
    )
  })
})

test('no record depends on the order in which it is read', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 5 }), (records) => {
      for (const reader of readers) {
        const known = records.filter((one) => reader.recognizes(one))
        expect(reader.read(known.toReversed()).file).toEqual(reader.read(known).file)
      }
    }),
    { numRuns: 150, seed: 12 },
  )
})

test('whatever records say, what is read of them passes the checks of a tenant file', () => {
  const domains = {
    name: 'domains.json',
    text: JSON.stringify([
      { id: 'litware.com', authenticationType: 'Managed', isVerified: true, supportedServices: [] },
    ]),
  }
  const plainly = (said: RecordValue | undefined): unknown => (said instanceof Map ? Object.fromEntries(said) : said)
  let written = 0
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (records) => {
      const sources = records.map(({ context, fields }, index) => ({
        name: `${index}/${context}.json`,
        text: JSON.stringify([Object.fromEntries([...fields].map(([name, said]) => [name, plainly(said)]))]),
      }))
      const result = importExports([domains, ...sources], { asOf: '2024-06-01' })
      expect(result.ok ? [] : result.diagnostics).toEqual([])
      written += 1
    }),
    { numRuns: 150, seed: 13 },
  )
  expect(written).toBe(150)
})

test('the encoding of a file makes no difference', () => {
  for (const [ending, write] of Object.values(forms)) {
    const files = Object.values(encodings).map((encode) => {
      const records = exchangeServerOfLitware.flatMap((one, index) => {
        const decoded = decodeText(encode(write(one)))
        return decoded.kind === 'text' ? recordsIn(`${index}/${one.cmdlet}.${ending}`, decoded.text) : []
      })
      return JSON.stringify(exchangeReader.read(records).file)
    })
    expect(new Set(files).size).toBe(1)
    expect(files[0]?.length).toBeGreaterThan(500)
  }
})
