/** One token of the claim rule language. */
export interface RuleToken {
  readonly kind: 'word' | 'string' | 'sign' | 'end'
  /** A word in lower case, a string without its quotes, a sign as it is. */
  readonly text: string
  readonly start: number
}

const opening = /["“”„]/
const closing = /["“”]/
const sign = /(?:=>|==|!=|=~|!~|&&|>=|<=|[:;,.=()[\]@+<>])/y
const word = /[\p{L}_][\p{L}\p{N}_-]*|\d+/uy
const blank = /[\s\u00a0]+/y

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** The end of a string that begins before `at`, in quotes of either form; undefined if it is never closed. */
function endOfString(text: string, at: number): number | undefined {
  for (let index = at; index < text.length; index += 1) if (closing.test(text.charAt(index))) return index
  return undefined
}

/** Tokenizes a set of claim rules; an unknown character becomes a token that no rule accepts. */
export function ruleTokens(text: string): readonly RuleToken[] {
  const tokens: RuleToken[] = []
  let at = 0
  while (at < text.length) {
    const skipped = matchAt(blank, text, at)
    if (skipped !== undefined) {
      at += skipped.length
      continue
    }
    const start = at
    const end = opening.test(text.charAt(at)) ? endOfString(text, at + 1) : undefined
    if (end !== undefined) {
      tokens.push({ kind: 'string', text: text.slice(at + 1, end), start })
      at = end + 1
      continue
    }
    const found = matchAt(sign, text, at)
    const name = found === undefined ? matchAt(word, text, at) : undefined
    const length = (found ?? name ?? ' ').length
    const raw = text.slice(at, at + length)
    tokens.push({
      kind: name === undefined ? 'sign' : 'word',
      text: name === undefined ? raw : raw.toLowerCase(),
      start,
    })
    at += length
  }
  return [...tokens, { kind: 'end', text: '', start: text.length }]
}
