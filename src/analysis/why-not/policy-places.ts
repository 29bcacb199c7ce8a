import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { type Change, withChanges } from '../../source/edit/change.ts'
import { editYaml } from '../../source/edit/edit-yaml.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { entriesOf } from '../../tenant/conditional-access/entries.ts'
import { parseGraphSource } from '../../tenant/conditional-access/parse-graph-source.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'

/** One policy as authored, and its location. */
export interface PolicyPlace {
  readonly policy: Mapping
  readonly path: DocumentPath
  /** The file of the policy, if it is not the tenant file. */
  readonly file?: SourceText
}

function policiesIn(document: LocatedDocument, path: DocumentPath, file?: SourceText): readonly PolicyPlace[] {
  // Invalid policies were reported when the file was loaded.
  const reported: Diagnostic[] = []
  return entriesOf(document, path, 'policy', reported).flatMap((entry) =>
    isMapping(entry.value) ? [{ policy: entry.value, path: entry.path, ...(file && { file }) }] : [],
  )
}

/** The policies of a tenant file, inline and in the files that it names. */
export function policyPlaces(document: LocatedDocument, reader?: SourceReader): readonly PolicyPlace[] {
  const section = isMapping(document.value) ? document.value['conditionalAccess'] : undefined
  const listed = isMapping(section) && Array.isArray(section['policies']) ? section['policies'] : []
  return listed.flatMap((entry: unknown, index): readonly PolicyPlace[] => {
    const path = ['conditionalAccess', 'policies', index]
    if (typeof entry !== 'string') return policiesIn(document, path)
    const from = document.rangeOf(path)
    const matched = reader?.glob(entry, from)
    return (matched?.ok ? matched.value : []).flatMap((name) => {
      const read = reader?.read(name, from)
      const parsed = read?.ok ? parseGraphSource(read.value) : undefined
      return read?.ok && parsed?.ok ? policiesIn(parsed.value, [], read.value) : []
    })
  })
}

/** Changes to files other than the tenant file, by file name. */
export type FileChanges = ReadonlyMap<string, { readonly file: SourceText; readonly changes: readonly Change[] }>

/** The text of a changed file; JSON formatting is preserved if the changes can be spliced in, as for YAML. */
export const changedText = ({ text }: SourceText, changes: readonly Change[]): string => editYaml(text, changes)

/** The same files, some of them changed. */
export function withFileChanges(reader: SourceReader | undefined, changed: FileChanges): SourceReader | undefined {
  if (reader === undefined || changed.size === 0) return reader
  return {
    ...reader,
    read: (path, from) => {
      const read = reader.read(path, from)
      const found = read.ok ? changed.get(read.value.name) : undefined
      if (!read.ok || found === undefined) return read
      return { ...read, value: { ...read.value, text: changedText(found.file, found.changes) } }
    },
  }
}

/** Whether a changed file parses back to the tested values. */
export function saysSo(file: SourceText, changes: readonly Change[], text: string): boolean {
  const before = parseGraphSource(file)
  const after = parseGraphSource({ ...file, text })
  if (!before.ok || !after.ok) return false
  return JSON.stringify(withChanges(before.value.value, changes)) === JSON.stringify(after.value.value)
}
