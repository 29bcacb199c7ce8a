import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { CoverageEntry } from '../coverage.ts'
import { fateOf } from '../in-dispute.ts'
import { richness } from '../list-items.ts'
import { type GraphObject, nameOf, textIn } from './collect.ts'
import { contradictionsOf, isLeftOut, latestOf, settledObject } from './copies.ts'
import type { GraphKind } from './recognize.ts'

const identityFields: Readonly<Partial<Record<GraphKind, readonly string[]>>> = {
  user: ['userprincipalname', 'id'],
  'registration detail': ['userprincipalname', 'id'],
  'role assignment': ['id'],
  'federation configuration': ['id'],
  domain: ['id', 'name'],
  application: ['appid', 'id'],
  'cross-tenant access partner': ['tenantid'],
}

/** Kinds of which a tenant has one object, which exports write with or without an id. */
const single: ReadonlySet<GraphKind> = new Set([
  'security defaults policy',
  'authorization policy',
  'authentication methods policy',
  'cross-tenant access default',
])

/** The identity of an object within its kind; undefined if it has none. */
function identityOf(object: GraphObject): string | undefined {
  if (single.has(object.kind)) return object.kind
  const field = (identityFields[object.kind] ?? ['id']).find((name) => textIn(object.fields, name) !== undefined)
  const name = field === undefined ? undefined : textIn(object.fields, field)
  return name === undefined ? undefined : `${object.kind}\n${name.toLowerCase()}`
}

/** Copies of each object, in the order of the first one. */
function copiesIn(objects: readonly GraphObject[]): readonly (readonly [GraphObject, ...GraphObject[]])[] {
  const copies = new Map<string | number, [GraphObject, ...GraphObject[]]>()
  for (const [index, object] of objects.entries()) {
    const identity = identityOf(object) ?? index
    const known = copies.get(identity)
    if (known === undefined) copies.set(identity, [object])
    else known.push(object)
  }
  return [...copies.values()]
}

const shown = (value: unknown): string => (isMapping(value) || Array.isArray(value) ? 'something else' : `${value}`)

function placeOf({ document, path, value }: GraphObject, name: string) {
  const key = Object.keys(value).find((own) => own.toLowerCase() === name.toLowerCase()) ?? name
  return document.rangeOf([...path, key])
}

/** A field on which the copy that is ignored disagrees with the later one. */
function superseded(kept: GraphObject, left: GraphObject, field: string): Diagnostic {
  const [lower, what] = [field.toLowerCase(), `${field} of ${nameOf(kept)}`]
  const args = { what, kept: shown(kept.fields.get(lower)), left: shown(left.fields.get(lower)) }
  const related = [{ at: placeOf(kept, field), note: 'contradicts' as const }]
  return { code: 'IMP-3', args, at: placeOf(left, field), related }
}

/** What a merge of all copies found. */
export interface MergedObjects {
  readonly objects: readonly GraphObject[]
  /** Values that stay undetermined because copies contradict each other. */
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Report {
  readonly coverage: CoverageEntry[]
  readonly diagnostics: Diagnostic[]
}

function mergeCopies(all: readonly [GraphObject, ...GraphObject[]], { coverage, diagnostics }: Report): GraphObject {
  if (all.length === 1) return all[0]
  const { latest, older } = latestOf(all)
  const [kept] = latest
  for (const left of older)
    for (const { path } of contradictionsOf([kept, left])) diagnostics.push(superseded(kept, left, path[0] ?? ''))
  const { object, contradictions } = settledObject(latest)
  for (const { path, values, places } of contradictions) {
    const [first, second] = places
    const leftOut = isLeftOut(kept.kind) ? { leftOut: true } : {}
    const args = { what: nameOf(kept), field: path.join('.'), values: values.map(shown), ...leftOut }
    const related = first === undefined ? [] : [{ at: first, note: 'contradicts' as const }]
    diagnostics.push({ code: 'IMP-25', args, at: second ?? placeOf(kept, path[0] ?? ''), related })
    coverage.push({
      source: kept.document.source.name,
      kind: 'value',
      name: `${path.join(' · ')} of ${nameOf(kept)}`,
      status: 'not-understood',
      note: `exports contradict each other; ${isLeftOut(kept.kind) ? fateOf.leftOut : fateOf.carried}`,
    })
  }
  return object
}

/**
 * Merges duplicates: each object appears once, with what all of its copies state. Of copies with dates the latest counts;
 * where the others contradict each other, the value stays undetermined, and both are reported.
 */
export function mergeObjects(objects: readonly GraphObject[]): MergedObjects {
  const report: Report = { coverage: [], diagnostics: [] }
  const merged = copiesIn(objects).map((copies) =>
    mergeCopies(
      copies.length === 1 ? copies : (copies.toSorted(byRichness) as [GraphObject, ...GraphObject[]]),
      report,
    ),
  )
  return { objects: merged, ...report }
}

/** The most complete copy first. */
const byRichness = (one: GraphObject, other: GraphObject): number => richness(other.value) - richness(one.value)
