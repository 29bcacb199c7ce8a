import { RE2JS } from 're2js'
import { cacheByText } from '../../memory/cache-by-text.ts'

/** A regular expression that takes linear time, or what is wrong with it. Case is ignored. */
export type Pattern =
  | { readonly ok: true; readonly test: (text: string) => boolean }
  | { readonly ok: false; readonly message: string }

// Invariant: a pattern is its text; case is ignored always.
const compiled = cacheByText<Pattern>('compiled patterns', 'pattern', 10_000)

/** Compiles a regular expression once; where in a text it matches does not matter. */
export const compilePattern = (text: string): Pattern => compiled(text, () => compileUncached(text))

function compileUncached(text: string): Pattern {
  try {
    const pattern = RE2JS.compile(text, RE2JS.CASE_INSENSITIVE)
    return { ok: true, test: (value) => pattern.matcher(value).find() }
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem)
    // The engine shows the pattern with the flag in front and says each time that it was parsing.
    return { ok: false, message: message.replace(/^error parsing regexp: /, '').replace('`(?i)', '`') }
  }
}

/** Look-around, back references, atomic and conditional groups, which .NET has and no engine of linear time can have. */
const backtracking = /\(\?(?:[=!>]|<[=!]|\()|\\(?:[1-9]|k[<'{])|\\G|[*+?}]\+/

/** Whether a pattern uses what backtracking engines such as that of .NET have beyond linear time. */
export function needsBacktracking(text: string): boolean {
  return backtracking.test(text)
}
