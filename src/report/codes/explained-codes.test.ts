import { describe, expect, test } from 'vitest'
import { gapKinds } from '../../analysis/gaps/result.ts'
import { errorCodes } from '../../catalog/errors.ts'
import { allRules } from '../../rules/index.ts'
import { diagnosticCodes } from '../../source/diagnostics/diagnostic-catalog.ts'
import { renderCode, renderCodeList } from './code-text.ts'
import { errorRemedies } from './error-remedies.ts'
import { explainedCodes } from './explained-codes.ts'

const all = explainedCodes()
const entryOf = (code: string) => all.find((one) => one.code === code)

test('every code is explained, and once', () => {
  const codes = all.map(({ code }) => code)
  expect(codes).toEqual([...diagnosticCodes, ...gapKinds, ...errorCodes.map(({ id }) => id)])
  expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(codes.length)
})

describe.each(all.map((entry) => [entry.code, entry] as const))('%s', (_, { meaning, remedy, title }) => {
  test('says what it means and what to do, in words', () => {
    for (const text of [meaning, remedy, title]) {
      expect(text).not.toBe('')
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
  })
})

test('values of a diagnostic stand as the names of its arguments', () => {
  expect(entryOf('TEN-1')).toMatchObject({ meaning: 'no <kind> `<name>` is declared', severity: 'error' })
  expect(entryOf('CON-1')?.meaning).toBe('modern authentication is on for `<on>` and off for `<off>`')
})

test('no remedy is left without an error', () => {
  const outcomes = new Set(errorCodes.map(({ outcome }) => outcome))
  expect(Object.keys(errorRemedies).filter((outcome) => !outcomes.has(outcome))).toEqual([])
})

test('an error names every rule that gives it', () => {
  const ids = allRules.filter(({ error }) => error === 'AADSTS53003').map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(0)
  expect(entryOf('AADSTS53003')?.rules.map(({ id }) => id)).toEqual(ids)
})

test.each([64, 100])('no line is wider than %i columns, but for addresses and words that are', (width) => {
  const texts = [renderCodeList(all, { width }), ...all.map((entry) => renderCode(entry, { width }))]
  const wide = texts.flatMap((text) => text.split('\n')).filter((line) => line.length > width)
  expect(wide.filter((line) => !/^\s+\S+$/.test(line))).toEqual([])
})
