import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import type { Check } from './check.ts'

/** Marks that embed, override or isolate a direction (Unicode Standard Annex 9, "Directional Formatting Characters"). */
const turns = /[\u202a-\u202e\u2066-\u2069]/

const possiblyWritten = /[\u202a-\u202e\u2066-\u2069]|\\[uU](?:0000)?20(?:2[a-eA-E]|6[6-9])/

function* turnedIn(
  document: LocatedDocument,
  value: unknown,
  path: DocumentPath,
  seen: Set<object>,
): Generator<Diagnostic> {
  if (typeof value === 'string') {
    if (turns.test(value)) yield { code: 'TEN-33', args: { text: value }, at: document.rangeOf(path) }
    return
  }
  // What several aliases name is one object, and is reported once.
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  for (const [key, part] of Object.entries(value))
    yield* turnedIn(document, part, [...path, Array.isArray(value) ? Number(key) : key], seen)
}

/** No name is displayed in another order than it is stored, which lets one name pass for another. */
export const namesKeepTheOrderOfTheirCharacters: Check = ({ document }) =>
  possiblyWritten.test(document.source.text) ? [...turnedIn(document, document.value, [], new Set())] : []
