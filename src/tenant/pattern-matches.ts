import { compilePattern } from '../source/text/pattern.ts'

/** Whether a text has what a regular expression of the tenant file describes; undefined if the expression cannot be read. */
export function patternMatches(pattern: string, text: string): boolean | undefined {
  const compiled = compilePattern(pattern)
  return compiled.ok ? compiled.test(text) : undefined
}
