import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { AwaitedName } from './awaited-name.ts'
import { builtInStrengths } from './built-in-strengths.ts'
import { entriesOf } from './entries.ts'
import type { AuthenticationStrength, ConditionalAccess } from './model.ts'
import { bookOf, type DeclaredNames, type KnownNames } from './name-book.ts'
import { readNamedLocations } from './read-named-locations.ts'
import { readPolicies } from './read-policies.ts'
import { nameOfEntry, readAuthenticationContexts, readAuthenticationStrengths } from './read-strengths.ts'

/** A part of a document: inline in the tenant file, or a whole file that it names. */
export interface DocumentPart {
  readonly document: LocatedDocument
  readonly path: DocumentPath
}

/** Where a tenant keeps what it says about Conditional Access. */
export interface ConditionalAccessParts {
  readonly policies: readonly DocumentPart[]
  /** Undefined when the tenant is silent on named locations. */
  readonly namedLocations?: readonly DocumentPart[]
  readonly authenticationStrengths: readonly DocumentPart[]
  readonly authenticationContexts: readonly DocumentPart[]
}

function idOf(value: unknown): string | undefined {
  const found = isMapping(value) ? Object.entries(value).find(([key]) => key.toLowerCase() === 'id')?.[1] : undefined
  return typeof found === 'string' && found !== '' ? found : undefined
}

function reportDuplicates(parts: readonly DocumentPart[], diagnostics: Diagnostic[]): void {
  const seen = new Set<string>()
  for (const { document, path } of parts) {
    for (const entry of entriesOf(document, path, '', [])) {
      const id = idOf(entry.value)
      if (id === undefined) continue
      const args = { owner: nameOfEntry(entry), id }
      if (seen.has(id.toLowerCase())) diagnostics.push({ code: 'POL-9', args, at: document.rangeOf(entry.path) })
      seen.add(id.toLowerCase())
    }
  }
}

/** Declared strengths stand before built-in ones of the same id. */
function withBuiltIn(declared: readonly AuthenticationStrength[]): readonly AuthenticationStrength[] {
  const ids = new Set(declared.map(({ id }) => id))
  return [...declared, ...builtInStrengths.filter(({ id }) => !ids.has(id))]
}

/** Names that policies can use for what the tenant says about Conditional Access. */
function namesIn(value: Omit<ConditionalAccess, 'policies'>): Omit<KnownNames, keyof DeclaredNames> {
  const { namedLocations, authenticationStrengths: strengths, authenticationContexts: contexts } = value
  const locations = namedLocations?.flatMap(({ id, name }) => (id === undefined ? [name] : [name, id]))
  return {
    ...(locations === undefined ? {} : { namedLocations: bookOf(locations.map((name) => [name, name])) }),
    authenticationStrengths: bookOf(strengths.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const])),
    contextNames: contexts.flatMap(({ id, name }) => [id, name]),
    authenticationContexts: bookOf(contexts.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const])),
  }
}

/**
 * Reads everything a tenant says about Conditional Access, with all that is wrong with it. Without names that are declared,
 * every name stands for itself.
 */
export function readConditionalAccess(
  parts: ConditionalAccessParts,
  declared?: DeclaredNames,
): {
  readonly value: ConditionalAccess
  readonly diagnostics: readonly Diagnostic[]
  /** Names that may be those of people next to the tenant file. */
  readonly awaited: readonly AwaitedName[]
} {
  const diagnostics: Diagnostic[] = []
  const all = <T>(
    from: readonly DocumentPart[],
    read: (document: LocatedDocument, path: DocumentPath, into: Diagnostic[]) => readonly T[],
  ): readonly T[] => from.flatMap(({ document, path }) => read(document, path, diagnostics))
  const value: Omit<ConditionalAccess, 'policies'> = {
    ...(parts.namedLocations === undefined ? {} : { namedLocations: all(parts.namedLocations, readNamedLocations) }),
    authenticationStrengths: withBuiltIn(all(parts.authenticationStrengths, readAuthenticationStrengths)),
    authenticationContexts: all(parts.authenticationContexts, readAuthenticationContexts),
  }
  const known = declared && { ...declared, ...namesIn(value) }
  const awaited: AwaitedName[] = []
  const policies = readPolicies(parts.policies, diagnostics, known, awaited)
  reportDuplicates(parts.policies, diagnostics)
  return { value: { ...value, policies }, diagnostics, awaited }
}
