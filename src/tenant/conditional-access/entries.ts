import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { type GraphField, isEmpty } from './graph-reader.ts'

/** The plain data at a place of a document. */
export function valueAt(document: LocatedDocument, path: DocumentPath): unknown {
  let value: unknown = document.value
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isMapping(value)) value = value[String(step)]
    else return undefined
  }
  return value
}

/** The one key under which Graph wraps a list; a mapping that says more than that wraps nothing. */
function wrapperKey(value: Readonly<Record<string, unknown>>): string | undefined {
  const keys = Object.keys(value).filter((key) => !key.includes('@') && !key.startsWith('#'))
  const key = keys.length === 1 && keys[0]?.toLowerCase() === 'value' ? keys[0] : undefined
  const wrapped = key === undefined ? undefined : value[key]
  return Array.isArray(wrapped) || isMapping(wrapped) ? key : undefined
}

/** The objects at a place: one, a list, or a `value` list. What is none of these is reported as no `kind`. */
export function entriesOf(
  document: LocatedDocument,
  path: DocumentPath,
  kind: string,
  diagnostics: Diagnostic[],
): readonly GraphField[] {
  const value = valueAt(document, path)
  if (Array.isArray(value)) return value.flatMap((_, index) => entriesOf(document, [...path, index], kind, diagnostics))
  if (isMapping(value)) {
    const key = wrapperKey(value)
    return key === undefined ? [{ value, path }] : entriesOf(document, [...path, key], kind, diagnostics)
  }
  if (!isEmpty(value)) diagnostics.push({ code: 'POL-8', args: { kind }, at: document.rangeOf(path) })
  return []
}
