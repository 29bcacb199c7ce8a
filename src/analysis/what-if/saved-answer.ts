import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'

/** What a saved answer of Graph's `evaluate` says of one policy. */
export interface AnsweredPolicy {
  readonly id?: string
  readonly name: string
  readonly applies: boolean
  readonly reasons: readonly string[]
}

/** The reasons of an answer, one word or several separated by commas. */
const reasonsIn = (value: unknown): readonly string[] =>
  value === undefined || value === null
    ? []
    : (typeof value === 'string' ? value : JSON.stringify(value)).split(',').map((word) => word.trim())

/** An answer that is read, and its problems. */
interface Reading {
  readonly document: LocatedDocument
  readonly diagnostics: Diagnostic[]
}

function lacks({ document, diagnostics }: Reading, field: string, expected: string, path: DocumentPath): void {
  diagnostics.push({ code: 'IMP-39', args: { field, expected }, at: document.rangeOf(path) })
}

function policyIn(reading: Reading, value: unknown, path: DocumentPath): AnsweredPolicy {
  const { id, displayName, policyApplies, analysisReasons } = isMapping(value) ? value : {}
  if (typeof id !== 'string' && typeof displayName !== 'string')
    lacks(reading, 'displayName', 'the name of a policy', path)
  if (typeof policyApplies !== 'boolean') lacks(reading, 'policyApplies', '`true` or `false`', path)
  return {
    ...(typeof id === 'string' ? { id } : {}),
    name: typeof displayName === 'string' ? displayName : String(id),
    applies: policyApplies === true,
    reasons: reasonsIn(analysisReasons).filter((word) => word !== '' && word !== 'notSet'),
  }
}

/** Reads the saved answer to one request; one that has no policies, as an error of Graph, is refused with its place. */
export function readSavedAnswer(document: LocatedDocument): Loaded<readonly AnsweredPolicy[]> {
  const reading: Reading = { document, diagnostics: [] }
  const listed = isMapping(document.value) ? document.value['value'] : undefined
  if (!Array.isArray(listed)) {
    lacks(reading, 'value', 'policies', [])
    return { ok: false, diagnostics: reading.diagnostics }
  }
  const policies = listed.map((value: unknown, index) => policyIn(reading, value, ['value', index]))
  return reading.diagnostics.length > 0
    ? { ok: false, diagnostics: reading.diagnostics }
    : { ok: true, value: policies, warnings: [] }
}
