import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import {
  type ConditionalAccessParts,
  readConditionalAccess,
} from '../../tenant/conditional-access/read-conditional-access.ts'
import { readNamedLocations } from '../../tenant/conditional-access/read-named-locations.ts'
import { readAuthenticationStrengths } from '../../tenant/conditional-access/read-strengths.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { CoverageEntry } from '../coverage.ts'
import { type GraphObject, nameOf, ofKind, sortedObjects } from './collect.ts'
import type { GraphKind } from './recognize.ts'

/** The Conditional Access part of an export, as authored, with what was not understood of it. */
export interface ImportedPolicies {
  readonly policies: readonly unknown[]
  readonly namedLocations?: readonly unknown[]
  readonly authenticationStrengths: readonly unknown[]
  readonly authenticationContexts: readonly unknown[]
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

function partsOf(objects: readonly GraphObject[], kind: GraphKind) {
  return sortedObjects(ofKind(objects, kind)).map(({ document, path }) => ({ document, path }))
}

function entryOf(object: GraphObject, policy: Policy | undefined): CoverageEntry {
  const entry = { source: object.document.source.name, kind: 'policy', name: nameOf(object) }
  const open = policy?.notUnderstood ?? []
  if (object.isTemplate && policy !== undefined && open.length === 0)
    return { ...entry, status: 'assumed', note: 'a template, assumed to be disabled' }
  if (policy !== undefined && open.length === 0) return { ...entry, status: 'understood' }
  return { ...entry, status: 'not-understood', note: open.map(({ path }) => path).join(', ') }
}

/** Whether all of a location or a strength was understood; of those that are not, verdicts stay undetermined. */
function isUnderstood({ document, path }: GraphObject, kind: GraphKind): boolean {
  if (kind === 'named location') {
    const [location] = readNamedLocations(document, path, [])
    return location !== undefined && location.unclear.length + location.trustUnclear.length === 0
  }
  if (kind !== 'authentication strength') return true
  const [strength] = readAuthenticationStrengths(document, path, [])
  return strength !== undefined && strength.unclear.length === 0
}

function others(objects: readonly GraphObject[], kind: GraphKind): readonly CoverageEntry[] {
  return sortedObjects(ofKind(objects, kind)).map((object) => ({
    source: object.document.source.name,
    kind,
    name: nameOf(object),
    status: isUnderstood(object, kind) ? 'understood' : 'not-understood',
  }))
}

/** The value with its fields spelled as Graph spells them: the objects of its SDKs begin them with a capital letter. */
function spelledAsGraph(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelledAsGraph)
  if (!isMapping(value)) return value
  const fields = Object.entries(value).map(([key, part]): readonly [string, unknown] => [
    key.charAt(0).toLowerCase() + key.slice(1),
    spelledAsGraph(part),
  ])
  // A field that stands twice keeps both spellings, and the checks report them.
  return new Set(fields.map(([key]) => key)).size === fields.length ? Object.fromEntries(fields) : value
}

const writtenOf = (objects: readonly GraphObject[]): readonly unknown[] =>
  objects.map((object) => spelledAsGraph(object.value))

/** Policies, locations, strengths and contexts of an export: kept as they are, read once to see what is understood. */
export function importPolicies(objects: readonly GraphObject[]): ImportedPolicies {
  const policies = sortedObjects(ofKind(objects, 'policy'))
  const locations = sortedObjects(ofKind(objects, 'named location'))
  const parts: ConditionalAccessParts = {
    policies: partsOf(objects, 'policy'),
    ...(locations.length === 0 ? {} : { namedLocations: partsOf(objects, 'named location') }),
    authenticationStrengths: partsOf(objects, 'authentication strength'),
    authenticationContexts: partsOf(objects, 'authentication context'),
  }
  const { value, diagnostics } = readConditionalAccess(parts)
  return {
    policies: writtenOf(policies),
    ...(locations.length === 0 ? {} : { namedLocations: writtenOf(locations) }),
    authenticationStrengths: writtenOf(sortedObjects(ofKind(objects, 'authentication strength'))),
    authenticationContexts: writtenOf(sortedObjects(ofKind(objects, 'authentication context'))),
    coverage: [
      ...policies.map((object, index) => entryOf(object, value.policies[index])),
      ...others(objects, 'named location'),
      ...others(objects, 'authentication strength'),
      ...others(objects, 'authentication context'),
    ],
    diagnostics,
  }
}
