import { describe, expect, test } from 'vitest'
import { formatInstant, parseDuration, parseInstant } from './parse-values.ts'

describe('an instant', () => {
  const table = [
    ['2019-10-01', Date.UTC(2019, 9, 1)],
    ['2020-02-29', Date.UTC(2020, 1, 29)],
    ['2019-10-01T12:30Z', Date.UTC(2019, 9, 1, 12, 30)],
    ['2019-10-01T12:30:15Z', Date.UTC(2019, 9, 1, 12, 30, 15)],
    ['2019-10-01T12:30:15.25Z', Date.UTC(2019, 9, 1, 12, 30, 15, 250)],
    ['2019-10-01T12:30:15.1234567Z', Date.UTC(2019, 9, 1, 12, 30, 15, 123)],
    ['2019-10-01T00:00+02:00', Date.UTC(2019, 8, 30, 22)],
    ['2019-10-01T00:00-05:30', Date.UTC(2019, 9, 1, 5, 30)],
    ['0001-01-01', -62135596800000],
    ['2019-02-29', undefined],
    ['2019-02-30', undefined],
    ['2019-13-01', undefined],
    ['2019-00-10', undefined],
    ['0000-01-01', undefined],
    ['2019-1-1', undefined],
    ['2019-10-01T12:30', undefined],
    ['2019-10-01T24:00Z', undefined],
    ['2019-10-01T12:60Z', undefined],
    ['2019-10-01T12:30:60Z', undefined],
    ['2019-10-01T12:30+15:00', undefined],
    ['2019-10-01T12:30+02:60', undefined],
    ['2019-10-01 12:30Z', undefined],
    [' 2019-10-01', undefined],
    ['01.10.2019', undefined],
    ['', undefined],
  ] as const
  test.each(table)('%s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected)
  })
  test.each([
    ['2019-10-01', '2019-10-01'],
    ['2019-10-01T00:00+02:00', '2019-09-30T22:00:00Z'],
    ['2019-10-01T12:30:15.25Z', '2019-10-01T12:30:15.250Z'],
  ])('%s is written as %s', (text, expected) => {
    const at = parseInstant(text) ?? Number.NaN
    expect(formatInstant(at)).toBe(expected)
    expect(parseInstant(expected)).toBe(at)
  })
})

describe('a duration', () => {
  const hour = 3_600_000
  const table = [
    ['PT3H', 3 * hour],
    ['P30D', 720 * hour],
    ['P2W', 336 * hour],
    ['P1DT12H', 36 * hour],
    ['PT1H30M', 1.5 * hour],
    ['PT0S', 0],
    ['PT0.5S', 500],
    ['P1DT1H1M1S', 25 * hour + 61_000],
    ['P', undefined],
    ['PT', undefined],
    ['P1DT', undefined],
    ['P1Y', undefined],
    ['P1M', undefined],
    ['PT1.5H', undefined],
    ['P1W2D', undefined],
    ['3H', undefined],
    ['-PT3H', undefined],
    ['pt3h', undefined],
    ['PT1M1H', undefined],
  ] as const
  test.each(table)('%s', (text, expected) => {
    expect(parseDuration(text)).toBe(expected)
  })
})
