import { compilePattern } from '../source/text/pattern.ts'

/** Whether a value has what a pattern of an access rule describes; undefined if the pattern cannot be read. */
export function claimMatches(pattern: string, value: string): boolean | undefined {
  const compiled = compilePattern(pattern)
  return compiled.ok ? compiled.test(value) : undefined
}
