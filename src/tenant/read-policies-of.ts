import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { LocatedDocument } from '../source/document/located-document.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { AwaitedName } from './conditional-access/awaited-name.ts'
import type { ConditionalAccess } from './conditional-access/model.ts'
import type { DeclaredNames } from './conditional-access/name-book.ts'
import { parseGraphSource } from './conditional-access/parse-graph-source.ts'
import { type DocumentPart, readConditionalAccess } from './conditional-access/read-conditional-access.ts'
import { below, type Place } from './place.ts'
import type { ConditionalAccessFile, TenantFile } from './tenant-file.ts'

/** Conditional Access as read, the parts it was read from, and what is wrong with it. */
export interface PoliciesRead {
  readonly value: ConditionalAccess
  readonly parts: readonly DocumentPart[]
  readonly diagnostics: readonly Diagnostic[]
  /** Names that may be those of people next to the tenant file. */
  readonly awaited: readonly AwaitedName[]
}

/** The documents of the files that a pattern in the tenant file names. */
function filesOf(pattern: string, place: Place, reader: SourceReader | undefined, diagnostics: Diagnostic[]) {
  const from = place.document.rangeOf(place.path)
  if (reader === undefined) {
    diagnostics.push({ code: 'SRC-22', args: { pattern }, at: from })
    return []
  }
  const matched = reader.glob(pattern, from)
  if (!matched.ok) {
    diagnostics.push(...matched.diagnostics)
    return []
  }
  return matched.value.flatMap((path): readonly DocumentPart[] => {
    const loaded = reader.read(path, from)
    if (!loaded.ok) {
      diagnostics.push(...loaded.diagnostics)
      return []
    }
    const parsed = parseGraphSource(loaded.value)
    diagnostics.push(...(parsed.ok ? parsed.warnings : parsed.diagnostics))
    return parsed.ok ? [{ document: parsed.value, path: [] }] : []
  })
}

/** Reads the policies, locations, strengths and contexts of a tenant file, inline or in separate files. */
export function readPoliciesOf(
  document: LocatedDocument,
  file: TenantFile,
  reader: SourceReader | undefined,
  declared: DeclaredNames,
): PoliciesRead {
  const diagnostics: Diagnostic[] = []
  const place: Place = { document, path: ['conditionalAccess'] }
  const parts = (key: keyof ConditionalAccessFile): readonly DocumentPart[] => {
    const entries = file.conditionalAccess?.[key]
    if (!Array.isArray(entries)) return []
    return entries.flatMap((entry: unknown, index) => {
      const at = below(place, key, index)
      return typeof entry === 'string' ? filesOf(entry, at, reader, diagnostics) : [at]
    })
  }
  const policies = parts('policies')
  const {
    value,
    diagnostics: found,
    awaited,
  } = readConditionalAccess(
    {
      policies,
      ...(file.conditionalAccess?.namedLocations === undefined ? {} : { namedLocations: parts('namedLocations') }),
      authenticationStrengths: parts('authenticationStrengths'),
      authenticationContexts: parts('authenticationContexts'),
    },
    declared,
  )
  return { value, parts: policies, diagnostics: [...diagnostics, ...found], awaited }
}
