import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import type { PoliciesRead } from '../read-policies-of.ts'
import type { Names, WellFormedFile } from '../well-formed-file.ts'

/** One test of what a file means. It looks at sound parts only and reports what it finds. */
export type Check = (file: WellFormedFile, policies: PoliciesRead) => readonly Diagnostic[]

/** A name that is used somewhere. */
export interface Use {
  readonly kind: string
  readonly name: string | undefined | null
  readonly path: DocumentPath
}

/** Reports a name that is not among the known ones; nothing while some of those cannot be read. */
export function undeclared(file: WellFormedFile, known: Names, { kind, name, path }: Use): readonly Diagnostic[] {
  if (typeof name !== 'string' || !known.complete || known.has(name)) return []
  return [{ code: 'TEN-1', args: { kind, name, ...known.suggest(name) }, at: file.document.rangeOf(path) }]
}

/** Reports a name that a table of the catalog does not know. */
export function unknownTo(
  file: WellFormedFile,
  known: Names,
  table: string,
  { kind, name, path }: Use,
): readonly Diagnostic[] {
  if (typeof name !== 'string' || known.has(name)) return []
  return [{ code: 'TEN-12', args: { kind, name, table, ...known.suggest(name) }, at: file.document.rangeOf(path) }]
}
