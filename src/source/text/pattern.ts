import { RE2JS } from 're2js'
import { cacheByText } from '../../memory/cache-by-text.ts'
import { asksForKinds, oddPartOf } from './pattern-syntax.ts'

/** A regular expression of .NET that takes linear time here, or why it cannot be taken. Case is ignored. */
export type Pattern =
  | {
      readonly ok: true
      /** Undefined where .NET may answer otherwise: of characters beyond ASCII that it takes for letters, digits or blanks. */
      readonly test: (text: string) => boolean | undefined
    }
  /** .NET reads it; this engine does not, or reads it otherwise. */
  | { readonly ok: false; readonly kind: 'unread'; readonly message: string }
  | { readonly ok: false; readonly kind: 'broken'; readonly message: string }

// Invariant: a pattern is its text; case is ignored always.
const compiled = cacheByText<Pattern>('compiled patterns', 'pattern', 10_000)

/** Compiles a regular expression once; where in a text it matches does not matter. */
export const compilePattern = (text: string): Pattern => compiled(text, () => compileUncached(text))

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text)

function compileUncached(text: string): Pattern {
  const odd = oddPartOf(text)
  if (odd?.kind === 'unread') return { ok: false, kind: 'unread', message: odd.what }
  if (odd !== undefined) return { ok: false, kind: 'broken', message: `.NET does not support ${odd.what}` }
  try {
    const pattern = RE2JS.compile(text, RE2JS.CASE_INSENSITIVE)
    const asciiOnly = asksForKinds(text)
    return {
      ok: true,
      test: (value) => (asciiOnly && !isAscii(value) ? undefined : pattern.matcher(value).find()),
    }
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem)
    // The engine shows the pattern with the flag in front and says each time that it was parsing.
    const shown = message.replace(/^error parsing regexp: /, '').replace('`(?i)', '`')
    return { ok: false, kind: 'broken', message: shown }
  }
}
