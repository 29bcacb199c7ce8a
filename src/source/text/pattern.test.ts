import { describe, expect, test } from 'vitest'
import { compilePattern } from './pattern.ts'

const kindOf = (pattern: string): string => {
  const found = compilePattern(pattern)
  return found.ok ? 'read' : found.kind
}

describe('patterns', () => {
  test.each([
    ['^192\\.168\\.', '192.168.1.1', true],
    ['^192\\.168\\.', '10.192.168.1', false],
    ['microsoft\\.exchange\\.(activesync|autodiscover)', 'Microsoft.Exchange.ActiveSync', true],
    ['(?i)ADA', 'ada@contoso.com', true],
    ['', 'anything', true],
    ['^(?<name>a)[^]x-]\\d\\b', 'ab1', true],
    ['^[[x]{2,3}$', '[x', true],
    ['\\x41\\p{Lu}\\P{N}', 'aBc', true],
    ['^[\\]\\-\\[]+$', ']-[', true],
  ])('%s in %s', (pattern, text, expected) => {
    const found = compilePattern(pattern)
    expect(found.ok && found.test(text)).toBe(expected)
  })

  test.each(['(', '[a', '*a', 'a{2,1}', '\\', '(?<n', '\\y'])('%s is none', (pattern) => {
    expect(kindOf(pattern)).toBe('broken')
  })

  test.each(['(?P<n>a)', '\\x{41}', '\\Qa.b\\E', '\\pL', '\\p{Greek}', '\\p{^L}', '(?U)a+', '\\C'])(
    '%s is known to other engines and not to .NET',
    (pattern) => {
      expect(kindOf(pattern)).toBe('broken')
    },
  )

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
    'a\\Z',
    '[a-z-[aeiou]]',
    '[^\\w-[_]]',
    '[[:alpha:]]',
    '[\\b]',
    '\\p{IsGreek}',
    '[\\P{IsBasicLatin}]',
    '\\u0041',
    '\\cA',
    '\\e',
    '\\012',
    '(?x) a',
    '(?i-x) a',
    '(?n)(a)',
    '(?#comment)a',
    "(?'n'a)",
    '(?<n-m>a)',
    'a{2000}',
    'a{1,20000}',
    '[[:]',
  ])('%s is of .NET and not read', (pattern) => {
    expect(kindOf(pattern)).toBe('unread')
  })

  test.each(['\\w', '\\W', '\\d', '\\D', '\\s', '\\S', 'a\\b', '\\Ba'])(
    'what %s finds beyond ASCII is not known',
    (pattern) => {
      const found = compilePattern(pattern)
      expect(found.ok && found.test('ärger ٣')).toBe(undefined)
      expect(found.ok && typeof found.test('a b1')).toBe('boolean')
    },
  )

  test('a pattern that would take for ever elsewhere takes no time', () => {
    const found = compilePattern('^(a+)+$')
    expect(found.ok && found.test(`${'a'.repeat(5000)}!`)).toBe(false)
  })
})
