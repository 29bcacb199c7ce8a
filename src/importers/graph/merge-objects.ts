import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { sameData } from '../../source/edit/change.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { richness } from '../list-items.ts'
import { type GraphObject, nameOf, textIn } from './collect.ts'
import { fieldsOf, type GraphKind } from './recognize.ts'
import { documentOfParts, type Part } from './rewritten.ts'

/** Kinds of indivisible objects: combining parts of two policies would create a third one. */
const wholeKinds: ReadonlySet<GraphKind> = new Set([
  'policy',
  'named location',
  'authentication strength',
  'authentication context',
])

const identityFields: Readonly<Partial<Record<GraphKind, readonly string[]>>> = {
  user: ['userprincipalname', 'id'],
  'registration detail': ['userprincipalname', 'id'],
  'role assignment': ['id'],
  'federation configuration': ['id'],
  domain: ['id', 'name'],
  application: ['appid', 'id'],
  'cross-tenant access partner': ['tenantid'],
}

/** The identity of an object within its kind; undefined if it has none. */
function identityOf(object: GraphObject): string | undefined {
  const field = (identityFields[object.kind] ?? ['id']).find((name) => textIn(object.fields, name) !== undefined)
  const name = field === undefined ? undefined : textIn(object.fields, field)
  return name === undefined ? undefined : `${object.kind}\n${name.toLowerCase()}`
}

const isStated = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
/** Response metadata and timestamps, which may differ without meaning. */
const isNoise = (key: string): boolean => /[@#]/.test(key) || /datetime$/i.test(key)
const shown = (value: unknown): string => (isMapping(value) || Array.isArray(value) ? 'something else' : `${value}`)

/** Whether one statement is contained in the other: export depth and `$select` omit fields. */
function agrees(one: unknown, other: unknown): boolean {
  if (!isStated(one) || !isStated(other) || sameData(one, other)) return true
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase() === other.toLowerCase()
  return typeof one === 'object' && typeof other === 'object'
}

interface Merged {
  readonly object: GraphObject
  readonly diagnostics: readonly Diagnostic[]
}

function conflictsOf(kept: GraphObject, left: GraphObject): readonly Diagnostic[] {
  return Object.keys(left.value).flatMap((key): readonly Diagnostic[] => {
    const name = Object.keys(kept.value).find((own) => own.toLowerCase() === key.toLowerCase())
    if (isNoise(key) || name === undefined || agrees(kept.value[name], left.value[key])) return []
    const args = {
      what: `${key} of ${nameOf(kept)}`,
      kept: shown(kept.value[name]),
      left: shown(left.value[key]),
    }
    const related = [{ at: kept.document.rangeOf([...kept.path, name]), note: 'contradicts' as const }]
    return [{ code: 'IMP-3', args, at: left.document.rangeOf([...left.path, key]), related }]
  })
}

function filled(kept: GraphObject, left: GraphObject): GraphObject {
  const partOf = ({ document, path, value }: GraphObject, key: string): Part => ({
    value: value[key],
    document,
    path: [...path, key],
  })
  const parts = new Map(Object.keys(kept.value).map((key) => [key, partOf(kept, key)]))
  const names = new Map([...parts.keys()].map((key) => [key.toLowerCase(), key]))
  for (const key of Object.keys(left.value)) {
    const own = names.get(key.toLowerCase())
    if (own === undefined) parts.set(key, partOf(left, key))
    else if (!isStated(kept.value[own])) parts.set(own, partOf(left, key))
  }
  const document = documentOfParts(kept, parts)
  const value = isMapping(document.value) ? document.value : kept.value
  return { ...kept, document, path: [], value, fields: fieldsOf(value) }
}

/** When an object was last changed, if the export says so. */
function modifiedAt({ fields }: GraphObject): number | undefined {
  const at = Date.parse(textIn(fields, 'modifieddatetime') ?? '')
  return Number.isNaN(at) ? undefined : at
}

/** Whether the second copy takes precedence: of indivisible objects the one changed last, otherwise the richer one. */
function supersedes(other: GraphObject, one: GraphObject): boolean {
  const [changed, before] = [modifiedAt(other), modifiedAt(one)]
  const dated = wholeKinds.has(one.kind) && changed !== undefined && before !== undefined && changed !== before
  return dated ? changed > before : richness(other.value) > richness(one.value)
}

function mergeTwo(one: GraphObject, other: GraphObject): Merged {
  const [kept, left] = supersedes(other, one) ? [other, one] : [one, other]
  const whole = wholeKinds.has(kept.kind)
  return { object: whole ? kept : filled(kept, left), diagnostics: conflictsOf(kept, left) }
}

/**
 * Merges duplicates: each object appears once, the latest or most complete copy takes precedence, and disagreements are
 * reported.
 */
export function mergeObjects(objects: readonly GraphObject[]): {
  readonly objects: readonly GraphObject[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const merged = new Map<string | number, GraphObject>()
  const diagnostics: Diagnostic[] = []
  for (const [index, object] of objects.entries()) {
    const identity = identityOf(object) ?? index
    const known = merged.get(identity)
    const next = known === undefined ? { object, diagnostics: [] } : mergeTwo(known, object)
    merged.set(identity, next.object)
    diagnostics.push(...next.diagnostics)
  }
  return { objects: [...merged.values()], diagnostics }
}
