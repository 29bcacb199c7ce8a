import type { Dialect } from './dialect.ts'
import { type Expression, type LabeledRange, longestWord, noUser, programLabel, type WordTable } from './expression.ts'
import type { RecordField } from './record-field.ts'

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' }
const escaped = (text: string, quote: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/[\n\r\t\0]/g, (character) => escapes[character] ?? '')

/** Quotes a text as a ClickHouse literal; a backslash escapes. */
export const clickhouseText = (text: string): string => `'${escaped(text, "'")}'`

/** Quotes a name as a ClickHouse identifier. */
export const clickhouseName = (name: string): string => `\`${escaped(name, '`')}\``

/** Prefixed so that no column of the table has the same name: an alias replaces a column everywhere in a query. */
export const ownName = (name: string): string => `authplan_${name}`

/** Removes blanks at both ends, as DuckDB's `trim` does; old servers have no function for it. */
const trimmed = (value: string): string => `replaceRegexpAll(${value}, '^ +| +$', '')`
const list = (texts: readonly string[]): string => `[${texts.map(clickhouseText).join(', ')}]`
const numbers = (all: readonly (number | undefined)[]): string => `[${all.map((one) => one ?? 0).join(', ')}]`

const field = (name: RecordField): string => ownName(name)
const given = (name: RecordField): string => `ifNull(${field(name)}, '')`
const text = (name: RecordField): string => trimmed(given(name))
const lower = (name: RecordField): string => `lowerUTF8(${text(name)})`
const kept = (name: RecordField): string => `concat('?', substringUTF8(${text(name)}, 1, ${longestWord}))`

const cases = (branches: readonly string[], otherwise: string): string =>
  branches.length === 0 ? otherwise : `multiIf(${[...branches, otherwise].join(', ')})`

function wordOf(name: RecordField, table: WordTable): string {
  const [theirs, ours] = [table.map(([word]) => word), table.map(([, word]) => word)]
  return `transform(${lower(name)}, ${list(['', ...theirs])}, ${list(['', ...ours])}, ${kept(name)})`
}

function prefixOf(name: RecordField, table: WordTable): string {
  const branches = table.map(
    ([theirs, ours]) => `startsWith(${lower(name)}, ${clickhouseText(theirs)}), ${clickhouseText(ours)}`,
  )
  return cases([`${text(name)} = '', ''`, ...branches], kept(name))
}

function insideOf(name: RecordField, table: WordTable): string {
  const branches = table.map(
    ([theirs, ours]) => `position(${lower(name)}, ${clickhouseText(theirs)}) > 0, ${clickhouseText(ours)}`,
  )
  return cases(branches, `''`)
}

/** The label of the first range of a family that contains the address, by its words. */
function labelIn(words: readonly string[], ranges: readonly LabeledRange[], other: string): string {
  if (ranges.length === 0) return clickhouseText(other)
  const bounds = words.map((word, index) => `${word} >= l${index} AND ${word} <= h${index}`)
  const parameters = words.flatMap((_, index) => [`l${index}`, `h${index}`])
  const arrays = words.flatMap((_, index) => [
    numbers(ranges.map(({ low }) => low[index])),
    numbers(ranges.map(({ high }) => high[index])),
  ])
  const first = `arrayFirstIndex((${parameters.join(', ')}) -> ${bounds.join(' AND ')}, ${arrays.join(', ')})`
  return `arrayElement(${list([other, ...ranges.map(({ label }) => label)])}, toUInt32(${first}) + 1)`
}

function rangeOf(ranges: readonly LabeledRange[], other: string): string {
  const v4 = labelIn(
    [ownName('v4')],
    ranges.filter(({ family }) => family === 4),
    other,
  )
  const v6 = labelIn(
    ['a', 'b', 'c', 'd'].map((part) => ownName(`v6${part}`)),
    ranges.filter(({ family }) => family === 6),
    other,
  )
  return `multiIf(${ownName('isV4')}, ${v4}, ${ownName('isV6')}, ${v6}, '')`
}

function listed(name: RecordField, known: readonly string[], other: string): string {
  if (known.length === 0) return `toString('')`
  const value = `upperUTF8(${trimmed(`arrayElement(splitByChar(',', ${text(name)}), -1)`)})`
  const branches = [
    `isNull(${field(name)}), ''`,
    `${value} = '', 'unknown'`,
    `${value} IN (${known.map(clickhouseText).join(', ')}), ${value}`,
  ]
  return cases(branches, clickhouseText(other))
}

function eraOf(instants: readonly number[]): string {
  return `toString(${['0', ...instants.map((instant) => `(${ownName('ms')} >= ${instant})`)].join(' + ')})`
}

function classOf(domains: readonly string[]): string {
  const found = `${ownName('classes')}.${ownName('class')}`
  const domain = `lowerUTF8(arrayElement(splitByChar('@', ${text('userName')}), -1))`
  const named =
    domains.length === 0
      ? `''`
      : `transform(${domain}, ${list(domains)}, ${list(domains.map((name) => `@${name}`))}, '')`
  const isProgram = `${text('programId')} != '' AND ${text('userName')} = '' AND ${text('userId')} IN ('', '${noUser}')`
  return `multiIf(${found} != '', ${found}, ${isProgram}, '${programLabel}', ${named})`
}

/** Pairs of id and result, separated by `|`: sorted, with the id in lower case. */
function policies(): string {
  const result = `extract(one, '=[^=]*$')`
  const id = `lowerUTF8(substring(one, 1, length(one) - length(${result})))`
  return `arrayStringConcat(arraySort(arrayMap(one -> concat(${id}, ${result}), splitByChar('|', ${text('policies')}))), '|')`
}

function expression(value: Expression): string {
  switch (value.kind) {
    case 'lower':
      return `substringUTF8(${lower(value.field)}, 1, ${longestWord})`
    case 'word':
      return wordOf(value.field, value.table)
    case 'prefix':
      return prefixOf(value.field, value.table)
    case 'inside':
      return insideOf(value.field, value.table)
    case 'given':
      return cases(
        [`isNull(${field(value.field)}), ''`, `${text(value.field)} = '', 'none'`],
        clickhouseText(value.given),
      )
    case 'listed':
      return listed(value.field, value.list, value.other)
    case 'range':
      return rangeOf(value.ranges, value.other)
    case 'era':
      return eraOf(value.instants)
    case 'week':
      return `toString(intDiv(intDiv(${ownName('ms')}, 86400000) + 3, 7))`
    case 'class':
      return classOf(value.domains)
    case 'policies':
      return policies()
  }
}

/** The dialect of ClickHouse, in the words that servers from 18.16 on know. */
export const clickhouse: Dialect = { expression, field }
