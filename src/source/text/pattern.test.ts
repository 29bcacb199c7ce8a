import { describe, expect, test } from 'vitest'
import { compilePattern, needsBacktracking } from './pattern.ts'

describe('patterns', () => {
  test.each([
    ['^192\\.168\\.', '192.168.1.1', true],
    ['^192\\.168\\.', '10.192.168.1', false],
    ['microsoft\\.exchange\\.(activesync|autodiscover)', 'Microsoft.Exchange.ActiveSync', true],
    ['(?i)ADA', 'ada@contoso.com', true],
    ['', 'anything', true],
  ])('%s in %s', (pattern, text, expected) => {
    const found = compilePattern(pattern)
    expect(found.ok && found.test(text)).toBe(expected)
  })

  test.each(['(', '[a', '*a', 'a{2,1}', '\\', '(?P<n'])('%s is none', (pattern) => {
    expect(compilePattern(pattern).ok).toBe(false)
    expect(needsBacktracking(pattern)).toBe(false)
  })

  test.each([
    '(?=a)b',
    '(?!a)b',
    '(?<=a)b',
    '(?<!a)b',
    '(a)\\1',
    '(?>a+)b',
    '(?<n>a)\\k<n>',
    '(?(a)b|c)',
    '\\Ga',
    'a++',
  ])('%s takes an engine that goes back', (pattern) => {
    expect(compilePattern(pattern).ok).toBe(false)
    expect(needsBacktracking(pattern)).toBe(true)
  })

  test('a pattern that would take for ever elsewhere takes no time', () => {
    const found = compilePattern('^(a+)+$')
    expect(found.ok && found.test(`${'a'.repeat(5000)}!`)).toBe(false)
  })
})
