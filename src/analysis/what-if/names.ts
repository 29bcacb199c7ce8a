import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { applicationIdsOf, applicationNames } from '../../tenant/conditional-access/application-suites.ts'
import { isDirectoryId } from '../../tenant/conditional-access/documented-words.ts'
import { findApplication } from '../../tenant/find.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { WhatIfRequest } from './request.ts'

/** A request with names resolved to ids, or the problems with its names. */
export type NamedRequest =
  | { readonly ok: true; readonly context: WhatIfRequest['context'] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

function unknown(
  document: LocatedDocument,
  kind: string,
  name: string,
  known: readonly string[],
  path: DocumentPath,
): Diagnostic {
  const suggestion = suggest(name, known)
  const args = { kind, name, ...(suggestion === undefined ? {} : { suggestion }) }
  return { code: 'POL-17', args, at: document.rangeOf(path) }
}

/** The app ids that a word of a request refers to: an id, a declared application, or one of the catalog. */
function idsOf(tenant: Tenant, word: string): readonly string[] | undefined {
  if (isDirectoryId(word)) return [word.toLowerCase()]
  const declared = findApplication(tenant, word)
  return declared.found ? [declared.value.appId] : applicationIdsOf(word)
}

/** Contexts are numbered c1 to c99, declared or not. */
const contextPattern = /^c[1-9]\d?$/i

/** Resolves the names in a request; an application or context that is neither an id nor known is an error. */
export function resolveContext(tenant: Tenant, document: LocatedDocument, request: WhatIfRequest): NamedRequest {
  const { context, contextPaths } = request
  if ('authenticationContextValue' in context) {
    const value = context.authenticationContextValue
    const { authenticationContexts: declared } = tenant.conditionalAccess
    const found = declared.find(({ id, name }) => [id, name.toLowerCase()].includes(value.toLowerCase()))
    if (found !== undefined) return { ok: true, context: { authenticationContextValue: found.id } }
    if (contextPattern.test(value)) return { ok: true, context }
    const known = declared.flatMap(({ id, name }) => [id, name])
    const at = contextPaths[0] ?? []
    return { ok: false, diagnostics: [unknown(document, 'authentication context', value, known, at)] }
  }
  if (!('includeApplications' in context)) return { ok: true, context }
  const known = [...[...tenant.applications.values()].flatMap(({ name, appId }) => [name, appId]), ...applicationNames]
  const read = context.includeApplications.map((word, index) => ({ word, ids: idsOf(tenant, word), index }))
  const diagnostics = read.flatMap(({ word, ids, index }) =>
    ids === undefined ? [unknown(document, 'application', word, known, contextPaths[index] ?? [])] : [],
  )
  if (diagnostics.length > 0) return { ok: false, diagnostics }
  return { ok: true, context: { includeApplications: [...new Set(read.flatMap(({ ids }) => ids ?? []))] } }
}
