import { Lexer } from 'yaml'

const space = 32
const tab = 9
const newline = 10
const isMark = (code: number): boolean => code === 45 || code === 58 || code === 63
const isBlank = (code: number): boolean => code === space || code === tab || code === newline || Number.isNaN(code)

// Zero-width marks of the lexer: begin of document, end of broken brackets, begin of a plain text.
const marks = new Set(['\u0002', '\u0018', '\u001f'])

/** The text with every bracket masked that is not structural: in quotes, words or comments. */
function withNestingBracketsAlone(text: string): string {
  const parts: string[] = []
  for (const token of new Lexer().lex(text))
    if (!marks.has(token)) parts.push(token.length === 1 ? token : token.replace(/[[\]{}]/g, '_'))
  return parts.join('')
}

/**
 * Where a text exceeds the nesting limit, by brackets or indentation; undefined if it does not. Brackets count as the
 * parser's lexer sees them; every deeper line within a text counts as an indent. Invariant: called before parsing,
 * because the parser is recursive and a stack overflow can end the process.
 */
export function nestingExceededAt(text: string, limit: number): number | undefined {
  // A text within the limit even with all brackets counted does not need the lexer.
  return exceededAt(text, limit) === undefined ? undefined : exceededAt(withNestingBracketsAlone(text), limit)
}

function exceededAt(text: string, limit: number): number | undefined {
  const indents: number[] = []
  let brackets = 0
  let lineStart = 0
  let leading = true
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === newline) {
      lineStart = at + 1
      leading = true
    } else if (code === 91 || code === 123) {
      brackets += 1
      leading = false
    } else if (code === 93 || code === 125) {
      brackets = Math.max(0, brackets - 1)
      leading = false
    } else if (leading && code !== space && code !== tab) {
      // Each list mark at the head of a line is an indent of its own, as is the text after them.
      while ((indents.at(-1) ?? -1) >= at - lineStart) indents.pop()
      indents.push(at - lineStart)
      leading = isMark(code) && isBlank(text.charCodeAt(at + 1))
    }
    if (brackets + indents.length > limit) return at
  }
  return undefined
}
