import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import { yamlScalar } from './completions.ts'

/** The word that the help of a diagnostic suggests instead of the wrong one. */
export function suggestedBy({ args }: Diagnostic): string | undefined {
  return 'suggestion' in args && typeof args.suggestion === 'string' ? args.suggestion : undefined
}

/** A word in the form of the one that it replaces in a YAML or JSON file: quoted if that was. */
export function replacementFor(name: string, wrong: string, word: string): string {
  return /^["']/.test(wrong) || /\.json$/i.test(name) ? JSON.stringify(word) : yamlScalar(word)
}
