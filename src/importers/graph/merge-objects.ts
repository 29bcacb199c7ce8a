import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { CoverageEntry } from '../coverage.ts'
import { fateOf } from '../in-dispute.ts'
import { richness } from '../list-items.ts'
import { type GraphObject, nameOf, textIn } from './collect.ts'
import { contradictionsOf, latestOf, type PlacedContradiction, type Readings, settledObject } from './copies.ts'
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
function identityOf({ kind, fields }: GraphObject): string | undefined {
  if (single.has(kind)) return kind
  const field = (identityFields[kind] ?? ['id']).find((name) => textIn(fields, name) !== undefined)
  return field === undefined ? undefined : textIn(fields, field)?.toLowerCase()
}

type Copies = readonly [GraphObject, ...GraphObject[]]

/** Copies of each object, in the order of the first one; an object of which there is no copy stands alone. */
function copiesIn(objects: readonly GraphObject[]): readonly (GraphObject | Copies)[] {
  const found: (GraphObject | [GraphObject, ...GraphObject[]])[] = []
  const places = new Map<GraphKind, Map<string, number>>()
  for (const object of objects) {
    const identity = identityOf(object)
    const ofKind = places.get(object.kind) ?? new Map<string, number>()
    const place = identity === undefined ? undefined : ofKind.get(identity)
    const known = place === undefined ? undefined : found[place]
    if (place === undefined || known === undefined) {
      if (identity !== undefined) places.set(object.kind, ofKind.set(identity, found.length))
      found.push(object)
    } else if (Array.isArray(known)) known.push(object)
    else found[place] = [known, object]
  }
  return found
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
  /** Objects whose copies contradict each other. */
  readonly open: readonly OpenObject[]
  readonly diagnostics: readonly Diagnostic[]
}

/** An object whose copies contradict each other. */
export interface OpenObject {
  readonly object: GraphObject
  readonly contradictions: readonly PlacedContradiction[]
  readonly readings?: Readings
}

interface Report {
  readonly open: OpenObject[]
  readonly diagnostics: Diagnostic[]
}

/** What is said about the contradictions of an object, and whether its fields are left out. */
export function reportOfOpen({ object, contradictions }: OpenObject, leftOut: boolean) {
  const what = nameOf(object) || object.kind
  const diagnostics = contradictions.map(({ path, values, places: [first, second] }): Diagnostic => {
    const args = { what, field: path.join('.'), values: values.map(shown) }
    const related = first === undefined ? [] : [{ at: first, note: 'contradicts' as const }]
    const at = second ?? placeOf(object, path[0] ?? '')
    return { code: 'IMP-25', args: leftOut ? { ...args, leftOut } : args, at, related }
  })
  const note = `exports contradict each other; ${leftOut ? fateOf.leftOut : fateOf.carried}`
  const { name: source } = object.document.source
  const coverage = contradictions.map(({ path }): CoverageEntry => {
    const name = `${path.join(' · ')} of ${what}`
    return { source, kind: 'value', name, status: 'not-understood', note }
  })
  return { coverage, diagnostics }
}

function mergeCopies(all: Copies, { open, diagnostics }: Report): GraphObject {
  const { latest, older } = latestOf(all)
  const [kept] = latest
  for (const left of older)
    for (const { path } of contradictionsOf([kept, left])) diagnostics.push(superseded(kept, left, path[0] ?? ''))
  const settled = settledObject(latest)
  if (settled.contradictions.length > 0) open.push(settled)
  return settled.object
}

/**
 * Merges duplicates: each object appears once, with what all of its copies state. Of copies with dates the latest counts;
 * where the others contradict each other, the value stays undetermined, and both are reported.
 */
export function mergeObjects(objects: readonly GraphObject[]): MergedObjects {
  const report: Report = { open: [], diagnostics: [] }
  const merged = copiesIn(objects).map((one) =>
    // As many as there are copies.
    isOne(one) ? one : mergeCopies(one.toSorted(byRichness) as [GraphObject, ...GraphObject[]], report),
  )
  return { objects: merged, ...report }
}

const isOne = (found: GraphObject | Copies): found is GraphObject => !Array.isArray(found)

/** The most complete copy first. */
const byRichness = (one: GraphObject, other: GraphObject): number => richness(other.value) - richness(one.value)
