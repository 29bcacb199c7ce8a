import { Lexer } from 'yaml'

interface Opening {
  readonly start: number
  readonly end: number
}

// Zero-width marks of the lexer: begin of document, end of broken brackets, begin of a plain text.
const marks = new Set(['\u0002', '\u0018', '\u001f'])

/**
 * The offset of the innermost quote or bracket that is still open at an offset, quotes first; undefined if there is
 * none.
 */
export function openingBefore(text: string, offset: number): Opening | undefined {
  const open: number[] = []
  let at = 0
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) continue
    if (at > offset) break
    const end = at + token.length
    if (/^["']/.test(token) && offset <= end && offset > at) return { start: at, end: lineEnd(text, at, end) }
    if (at >= offset) break
    if (token === '[' || token === '{') open.push(at)
    else if (token === ']' || token === '}') open.pop()
    at = end
  }
  const start = open.at(-1)
  return start === undefined ? undefined : { start, end: start + 1 }
}

function lineEnd(text: string, start: number, end: number): number {
  const newline = text.indexOf('\n', start)
  return newline === -1 || newline > end ? end : newline
}
