import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver'
import { kindOf } from '../editor/kinds.ts'
import { replacementFor } from '../editor/replacement.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { offsetAt } from './places.ts'

/** The replacements that a diagnostic suggests. */
function offeredBy({ data }: Diagnostic): readonly string[] {
  const words = isMapping(data) ? data['replaceBy'] : undefined
  return Array.isArray(words) ? words.filter((one): one is string => typeof one === 'string') : []
}

/** Quick fixes for the diagnostics at a position, from the suggestions in their help. */
export function fixesOf(
  name: string,
  uri: string,
  text: string,
  diagnostics: readonly Diagnostic[],
): readonly CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const offered = offeredBy(diagnostic)
    return offered.map((word): CodeAction => {
      const edit: TextEdit = { range: diagnostic.range, newText: replacement(name, text, diagnostic, word) }
      return {
        title: `Replace by \`${word}\``,
        kind: 'quickfix',
        diagnostics: [diagnostic],
        isPreferred: offered.length === 1,
        edit: { changes: { [uri]: [edit] } },
      }
    })
  })
}

/** The replacement in the form of the original: quoted if it was, and as a step words it. */
function replacement(name: string, text: string, { range }: Diagnostic, word: string): string {
  const wrong = text.slice(offsetAt(text, range.start), offsetAt(text, range.end))
  if (kindOf(name, text) === 'feature')
    return wrong.startsWith('"') && !word.startsWith('"') ? JSON.stringify(word) : word
  return replacementFor(name, wrong, word)
}
