import { expect, test } from 'vitest'
import { addressCells } from './address-ranges.ts'
import { clickhouse, clickhouseName, clickhouseText } from './clickhouse.ts'
import {
  anyCopiesQuery,
  clickhouseScript,
  columnsAsField,
  namesQuery,
  peopleQuery,
  type SignInTable,
  shapesQuery,
} from './clickhouse-query.ts'
import { dimensionsFor, type ReductionSettings } from './dimensions.ts'
import { duckdb } from './duckdb.ts'
import type { Expression } from './expression.ts'

const table: SignInTable = { name: 'logs.sign`ins', fields: { time: '`at`', userName: '`upn`' } }
const settings: ReductionSettings = {
  ranges: addressCells(['203.0.113.0/24', '2001:db8::/33', '::/0']).ranges,
  countries: ['DE', 'US'],
  instants: [Date.UTC(2024, 0)],
  domains: ["o'neill.example"],
}

test('literals and names cannot be left', () => {
  expect(clickhouseText("it's \\ a\nline\0")).toBe("'it\\'s \\\\ a\\nline\\0'")
  expect(clickhouseName('a`b\\')).toBe('`a\\`b\\\\`')
  const script = clickhouseScript(settings, [["x', '0'); DROP TABLE y; --", "0'"]], table, "a'b")
  expect(script).toContain("('x\\', \\'0\\'); DROP TABLE y; --', '0\\'')")
  expect(script).toContain("'a\\'b' AS made")
  expect(script).toContain('FROM `logs`.`sign\\`ins` ANY LEFT JOIN')
  expect(script).toContain("['o\\'neill.example']")
})

test('every dimension is one of the one definition, and nothing stands between the table and the grouping', () => {
  const dimensions = dimensionsFor(settings)
  const queries = [peopleQuery, namesQuery].map((make) => make(table, dimensions))
  for (const query of [...queries, ...[true, false].map((once) => shapesQuery(table, dimensions, { once }))]) {
    for (const { name, value } of dimensions) expect(query).toContain(`${clickhouse.expression(value)} AS d_${name}`)
    expect(query.match(/\(\s*(?:WITH|SELECT)/g)).toHaveLength(2)
  }
})

test('each word of a table that DuckDB looks up is looked up here', () => {
  const words: Expression = { kind: 'word', field: 'client', table: [["pop's", 'pop3']] }
  expect(clickhouse.expression(words)).toContain("['', 'pop\\'s'], ['', 'pop3']")
  expect(duckdb.expression(words)).toContain("WHEN 'pop''s' THEN 'pop3'")
})

test('a field that the table does not have is unknown, and several columns of one are combined', () => {
  const query = shapesQuery(table, dimensionsFor(settings), { once: false })
  expect(query).toContain('`at` AS authplan_time')
  expect(query).toContain('CAST(NULL AS Nullable(String)) AS authplan_address')
  expect(columnsAsField('client', ['`a`', '`b`'])).toBe("coalesce(nullIf(`a`, ''), nullIf(`b`, ''))")
  expect(columnsAsField('mfaDetail', ['`a`', '`b`'])).toBe("arrayStringConcat([ifNull(`a`, ''), ifNull(`b`, '')], ' ')")
})

test('copies count once where there are any, and always in a script that runs elsewhere', () => {
  const dimensions = dimensionsFor(settings)
  expect(shapesQuery(table, dimensions, { once: false })).toContain('count() AS authplan_n_signIns')
  const once = 'uniqExactIf(authplan_copy, authplan_hasId) + countIf(NOT authplan_hasId) AS authplan_n_signIns'
  expect(shapesQuery(table, dimensions, { once: true })).toContain(once)
  expect(clickhouseScript(settings, [], table, 'abc')).toContain(once)
  expect(anyCopiesQuery(table, 7)).toContain('authplan_copy % 7 = 0')
})
