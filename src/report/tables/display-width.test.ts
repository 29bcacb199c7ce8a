import { describe, expect, test } from 'vitest'
import { displayWidth, padded, wrapped } from './display-width.ts'

describe('the width of a text on a terminal', () => {
  test.each([
    ['plain', 5],
    ['日本語', 6],
    ['한국어', 6],
    ['ｆｕｌｌ', 8],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇩🇪', 2],
    ['e\u0301', 1],
    ['✕ ▲ ■', 5],
    ['', 0],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('decides how many blanks fill a column', () => {
    expect(padded('日本', 6)).toBe('日本  ')
  })
})

describe('a wrapped text', () => {
  test.each([
    ['short words fit', 10, ['short', 'words fit']],
    ['averyverylongword', 6, ['averyv', 'erylon', 'gword']],
    ['finance.lead@contoso.com', 14, ['finance.lead@', 'contoso.com']],
    ['日本語', 4, ['日本', '語']],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
    ['■\u00a0account password', 10, ['■\u00a0account', 'password']],
    ['', 5, ['']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines)
  })
})
