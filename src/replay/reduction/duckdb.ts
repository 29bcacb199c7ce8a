import { type Dialect, sqlName, sqlText } from './dialect.ts'
import { type Expression, type LabeledRange, longestWord, noUser, programLabel, type WordTable } from './expression.ts'
import type { RecordField } from './record-field.ts'

const field = (name: RecordField): string => sqlName(name)
const text = (name: RecordField): string => `coalesce(trim(${field(name)}), '')`
const lower = (name: RecordField): string => `lower(${text(name)})`
const kept = (name: RecordField): string => `'?' || left(${text(name)}, ${longestWord})`

function wordOf(name: RecordField, table: WordTable): string {
  const branches = table.map(([theirs, ours]) => `WHEN ${sqlText(theirs)} THEN ${sqlText(ours)}`)
  return `CASE ${lower(name)} WHEN '' THEN '' ${branches.join(' ')} ELSE ${kept(name)} END`
}

function prefixOf(name: RecordField, table: WordTable): string {
  const branches = table.map(
    ([theirs, ours]) => `WHEN starts_with(${lower(name)}, ${sqlText(theirs)}) THEN ${sqlText(ours)}`,
  )
  return `CASE WHEN ${text(name)} = '' THEN '' ${branches.join(' ')} ELSE ${kept(name)} END`
}

/** What all words of a table begin with. */
function beginningOf(table: WordTable): string {
  const [first = '', ...others] = table.map(([word]) => word)
  const ends = [...first].findIndex((letter, index) => others.some((word) => word.charAt(index) !== letter))
  return ends < 0 ? first : first.slice(0, ends)
}

/** What has a meaning in a pattern, as itself. */
const literally = (text: string): string => text.replace(/[^\w ]/g, '\\$&')

type Inside = Extract<Expression, { kind: 'inside' }>

const searched = (name: RecordField): string => sqlName(`searched ${name}`)

/**
 * The text of a field in lower case, as a column that `insideOf` searches; undefined for most, which have no beginning of
 * a word: changing the case of all letters takes longer than all else.
 */
export const searchedText = ({ field: name, table }: Inside): string =>
  `CASE WHEN regexp_matches(${field(name)}, ${sqlText(`(?i)${literally(beginningOf(table))}`)}) THEN lower(${field(name)}) END AS ${searched(name)}`

function insideOf(name: RecordField, table: WordTable): string {
  const branches = table.map(
    ([theirs, ours]) => `WHEN contains(${searched(name)}, ${sqlText(theirs)}) THEN ${sqlText(ours)}`,
  )
  return `CASE WHEN ${searched(name)} IS NULL THEN '' ${branches.join(' ')} ELSE '' END`
}

/** Compares words from the first on; within a range, all but one of them are fixed or unconstrained. */
function within({ family, low, high }: LabeledRange): string {
  const columns = family === 4 ? ['v4'] : ['v6a', 'v6b', 'v6c', 'v6d']
  const bounds = columns.flatMap((column, index) => {
    const [from = 0, to = 0] = [low[index], high[index]]
    if (from === 0 && to === 2 ** 32 - 1) return []
    return [from === to ? `${column} = ${from}` : `${column} BETWEEN ${from} AND ${to}`]
  })
  return bounds.length === 0 ? `${columns[0]} IS NOT NULL` : bounds.join(' AND ')
}

function rangeOf(ranges: readonly LabeledRange[], other: string): string {
  const branches = ranges.map((range) => `WHEN ${within(range)} THEN ${sqlText(range.label)}`)
  return `CASE WHEN v4 IS NULL AND v6a IS NULL THEN '' ${branches.join(' ')} ELSE ${sqlText(other)} END`
}

function listed(name: RecordField, list: readonly string[], other: string): string {
  if (list.length === 0) return `''`
  const value = `upper(trim(split_part(${text(name)}, ',', -1)))`
  const known = list.map(sqlText).join(', ')
  return `CASE WHEN ${field(name)} IS NULL THEN '' WHEN ${value} = '' THEN 'unknown' WHEN ${value} IN (${known}) THEN ${value} ELSE ${sqlText(other)} END`
}

/** A dimension that is a number, as one: a smaller key than its text. */
export function numberOf(value: Extract<Expression, { kind: 'week' | 'era' }>): string {
  return value.kind === 'era'
    ? `(${eraOf(value.instants)})::SMALLINT`
    : '((milliseconds // 86400000 + 3) // 7)::INTEGER'
}

/** From the last instant on: most sign-ins are recent, so that few comparisons decide. */
function eraOf(instants: readonly number[]): string {
  const passed = instants.map((instant, index) => `WHEN milliseconds >= ${instant} THEN ${index + 1}`)
  return instants.length === 0 ? '0' : `CASE ${passed.toReversed().join(' ')} ELSE 0 END`
}

function classOf(domains: readonly string[]): string {
  const domain = `lower(split_part(${text('userName')}, '@', -1))`
  const known = domains.map((name) => `WHEN ${sqlText(name)} THEN ${sqlText(`@${name}`)}`).join(' ')
  const named = known === '' ? `''` : `CASE ${domain} ${known} ELSE '' END`
  const isProgram = `${text('programId')} <> '' AND ${text('userName')} = '' AND ${text('userId')} IN ('', '${noUser}')`
  return `coalesce("byId".class, "byName".class, CASE WHEN ${isProgram} THEN '${programLabel}' ELSE ${named} END)`
}

function expression(value: Expression): string {
  switch (value.kind) {
    case 'lower':
      return `left(${lower(value.field)}, ${longestWord})`
    case 'word':
      return wordOf(value.field, value.table)
    case 'prefix':
      return prefixOf(value.field, value.table)
    case 'inside':
      return insideOf(value.field, value.table)
    case 'given':
      return `CASE WHEN ${field(value.field)} IS NULL THEN '' WHEN ${text(value.field)} = '' THEN 'none' ELSE ${sqlText(value.given)} END`
    case 'listed':
      return listed(value.field, value.list, value.other)
    case 'range':
      return rangeOf(value.ranges, value.other)
    case 'era':
    case 'week':
      return `(${numberOf(value)})::VARCHAR`
    case 'class':
      return classOf(value.domains)
    case 'policies':
      return text('policies')
  }
}

/** The dialect of DuckDB. */
export const duckdb: Dialect = { expression, field }
