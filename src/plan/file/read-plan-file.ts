import { type Diagnostic, hasErrors, inOrder, type Loaded } from '../../source/diagnostics/diagnostic.ts'
import { type DocumentPath, type LocatedDocument, readDocument } from '../../source/document/located-document.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { checkForm } from '../../tenant/check-shape.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { validate } from '../generated/validate-plan-file.js'
import { schemaOfPlanFile } from './plan-file.schema.ts'
import type { PlanFile } from './plan-file.ts'

/** A plan file whose form is sound. */
export interface PlanDocument {
  readonly file: PlanFile
  readonly document: LocatedDocument
}

const listAt = (value: unknown, key: string): readonly unknown[] => {
  const found = isMapping(value) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}

interface DateAt {
  readonly what: string
  readonly value: unknown
  readonly path: DocumentPath
}

const dateIn = (thing: unknown, key: string, what: string, path: DocumentPath): DateAt => ({
  what,
  value: isMapping(thing) ? thing[key] : undefined,
  path: [...path, key],
})

/** Dates that have the form of one and are none. */
function dateProblems(
  document: LocatedDocument,
): readonly { readonly diagnostic: Diagnostic; readonly path: DocumentPath }[] {
  const { value } = document
  const dates: readonly DateAt[] = [
    dateIn(value, 'from', 'start date', []),
    dateIn(value, 'until', 'end date', []),
    ...listAt(value, 'stages').map((stage, index) => dateIn(stage, 'date', 'date', ['stages', index])),
    ...listAt(value, 'exceptions').map((one, index) => dateIn(one, 'expires', 'expiry', ['exceptions', index])),
  ]
  return dates.flatMap(({ what, value: written, path }) => {
    if (typeof written !== 'string' || parseInstant(written) !== undefined) return []
    const diagnostic: Diagnostic = { code: 'SHAPE-6', args: { what, value: written }, at: document.rangeOf(path) }
    return [{ diagnostic, path }]
  })
}

const form = { schema: schemaOfPlanFile, validate, values: dateProblems }

/** Whether a text is a plan and no tenant file: only a plan has stages. */
export function isPlanText(source: SourceText): boolean {
  if (!/^["']?stages["']?\s*:|"stages"\s*:/m.test(source.text)) return false
  const { document } = readDocument(source)
  // A text that is being typed may not be YAML at this moment.
  if (document === undefined) return /^plan:/m.test(source.text)
  return isMapping(document.value) && Object.hasOwn(document.value, 'stages')
}

/** Reads a plan file: its form alone, of which every mistake is reported. */
export function readPlanText(source: SourceText): Loaded<PlanDocument> {
  const { document, diagnostics } = readDocument(source)
  if (document === undefined) return { ok: false, diagnostics }
  const shape = checkForm(document, form)
  const all = inOrder([...diagnostics, ...shape.diagnostics])
  if (hasErrors(all)) return { ok: false, diagnostics: all }
  // The schema that the document fits is that of the type.
  return { ok: true, value: { file: document.value as PlanFile, document }, warnings: all }
}
