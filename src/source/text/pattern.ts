import { RE2JS } from 're2js'
import { cacheByText } from '../../memory/cache-by-text.ts'
import { asksForKinds, unsupportedPart } from './pattern-syntax.ts'

/** A .NET regular expression that runs in linear time, or the reason why it is unsupported. Case is ignored. */
export type Pattern =
  | {
      readonly ok: true
      /**
       * Undefined if .NET may answer differently: for non-ASCII characters that it treats as letters, digits or blanks.
       */
      readonly test: (text: string) => boolean | undefined
    }
  /** .NET supports it; this engine does not, or interprets it differently. */
  | { readonly ok: false; readonly kind: 'unread'; readonly message: string }
  | { readonly ok: false; readonly kind: 'broken'; readonly message: string }

// Invariant: the text determines the pattern; case is always ignored.
const compiled = cacheByText<Pattern>('compiled patterns', 'pattern', 10_000)

/** Compiles a regular expression once; only tests whether it matches, not where. */
export const compilePattern = (text: string): Pattern => compiled(text, () => compileUncached(text))

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text)

function compileUncached(text: string): Pattern {
  const odd = unsupportedPart(text)
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
    // The engine's message repeats the pattern with its flag and that it was parsing.
    const shown = message.replace(/^error parsing regexp: /, '').replace('`(?i)', '`')
    return { ok: false, kind: 'broken', message: shown }
  }
}
