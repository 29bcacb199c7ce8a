import type { SourceRange } from '../../source/text/source-text.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { type GraphObject, textIn } from './collect.ts'
import { fieldsOf, type GraphKind } from './recognize.ts'
import { documentOfParts, type Part } from './rewritten.ts'
import { type Contradiction, isDescriptive, meaningOf, settle } from './settle-copies.ts'

/** Kinds whose readers leave a value undetermined that they do not understand. */
const open: ReadonlySet<GraphKind> = new Set(['policy', 'named location', 'authentication strength'])

/** The fields that count of objects most of whose fields describe people and organizations. */
const deciding: Readonly<Partial<Record<GraphKind, readonly string[]>>> = {
  user: [
    ...['accountenabled', 'usertype', 'onpremisessyncenabled', 'identities', 'passwordprofile', 'perusermfastate'],
    ...['onpremisessamaccountname', 'onpremisesdomainname'],
  ],
  group: ['members'],
  organization: ['assignedplans', 'onpremisessyncenabled', 'verifieddomains'],
  domain: ['authenticationtype', 'isdefault', 'isverified'],
  application: ['isfallbackpublicclient'],
  'registration detail': ['ismfaregistered', 'methodsregistered'],
  'directory role': [],
}

const counts = (kind: GraphKind, field: string): boolean =>
  deciding[kind]?.includes(field.toLowerCase()) ?? !isDescriptive(field)

/** When an object was last changed, if the export says so. */
function changedAt({ fields }: GraphObject): number | undefined {
  const field = ['modifieddatetime', 'lastmodifieddatetime'].find((name) => fields.has(name))
  if (field === undefined) return undefined
  const at = Date.parse(textIn(fields, field) ?? textIn(fields, 'createddatetime') ?? '')
  return Number.isNaN(at) ? undefined : at
}

type Copies = readonly [GraphObject, ...GraphObject[]]

/** The copies that may be the latest, and those that are older than one of them. A template never describes a tenant that has the object. */
export function latestOf(all: Copies): { readonly latest: Copies; readonly older: readonly GraphObject[] } {
  const own = all.filter(({ isTemplate }) => isTemplate !== true)
  const copies = own.length > 0 ? own : all
  const dates = copies.flatMap((copy) => changedAt(copy) ?? [])
  const last = Math.max(...dates)
  const isLatest = (copy: GraphObject): boolean => copies.includes(copy) && (changedAt(copy) ?? last) === last
  const [first = all[0], ...latest] = all.filter(isLatest)
  return { latest: [first, ...latest], older: all.filter((copy) => !isLatest(copy)) }
}

/** The greatest number of members that Graph adds to a group in a query with `$expand`. */
const expanded = 20

/** Whether a list of members is the beginning of another one that Graph cut. */
function isCutList(kind: GraphKind, field: string, [one, other]: readonly unknown[]): boolean {
  if (kind !== 'group' || field.toLowerCase() !== 'members' || !Array.isArray(one) || !Array.isArray(other))
    return false
  return one.length !== other.length && Math.min(one.length, other.length) === expanded
}

interface Settled {
  readonly value: Readonly<Record<string, unknown>>
  readonly contradictions: readonly Contradiction[]
}

function settled(copies: Copies): Settled {
  const contradictions: Contradiction[] = []
  const [{ kind, value: first }] = copies
  const value = settle(
    copies.map((copy) => copy.value),
    [],
    contradictions,
  )
  const counted = contradictions.filter(
    ({ path: [field = ''], values }) => counts(kind, field) && !isCutList(kind, field, values),
  )
  return { value: isMapping(value) ? value : first, contradictions: counted }
}

/** The places at which copies of an object contradict each other, as far as sign-ins depend on them. */
export const contradictionsOf = (copies: Copies): readonly Contradiction[] => settled(copies).contradictions

/** The place of a value in a copy, whose keys may differ in case, and the value. */
function found({ document, path, value }: GraphObject, wanted: readonly string[]) {
  let [at, own]: [readonly (string | number)[], unknown] = [path, value]
  for (const step of wanted) {
    const key = isMapping(own) ? Object.keys(own).find((name) => name.toLowerCase() === step.toLowerCase()) : undefined
    if (key === undefined || !isMapping(own)) return undefined
    ;[at, own] = [[...at, key], own[key]]
  }
  return { value: own, place: () => document.rangeOf(at) }
}

/** A contradiction, and where each of its values is stated. */
export type PlacedContradiction = Contradiction & { readonly places: readonly SourceRange[] }

function placed(copies: Copies, contradiction: Contradiction): PlacedContradiction {
  const all = copies.flatMap((copy) => found(copy, contradiction.path) ?? [])
  const places = contradiction.values.flatMap((value) => all.find((one) => one.value === value)?.place() ?? [])
  return { ...contradiction, places }
}

/** Kinds whose readers say in the tenant file which settings are in dispute. */
const disputed: ReadonlySet<GraphKind> = new Set([
  'user',
  'registration detail',
  'security defaults policy',
  'domain',
  'federation configuration',
  'rollout policy',
])

/** Whether a value on which copies of a kind disagree is left out of the object. */
const isLeftOut = (kind: GraphKind): boolean => !open.has(kind) && !disputed.has(kind)

/** The parts of the merged object; fields that contradict each other are left out where no reader understands that. */
function partsOf(copies: Copies, { value, contradictions }: Settled): ReadonlyMap<string, Part> {
  const [first] = copies
  const fields = new Set(contradictions.map(({ path: [field = ''] }) => field))
  const left = open.has(first.kind) || disputed.has(first.kind) ? new Set() : fields
  const settledAs = (key: string): boolean => open.has(first.kind) || (disputed.has(first.kind) && fields.has(key))
  return new Map(
    Object.keys(value).flatMap((key): readonly (readonly [string, Part])[] => {
      if (left.has(key)) return []
      const [holder, own] = copies.flatMap((copy) => {
        const name = Object.keys(copy.value).find((one) => one.toLowerCase() === key.toLowerCase())
        return name === undefined ? [] : [[copy, name] as const]
      })[0] ?? [first, key]
      const isSettled = settledAs(key) || meaningOf(holder.value[own]) === meaningOf(value[key])
      const part = isSettled ? value[key] : holder.value[own]
      return [[key, { value: part, document: holder.document, path: [...holder.path, own] }]]
    }),
  )
}

/** The object in which the copies are one. */
function objectOf(copies: Copies, parts: ReadonlyMap<string, Part>): GraphObject {
  const [first] = copies
  const same = [...parts].every(([key, { value }]) => value === first.value[key])
  if (same && parts.size === Object.keys(first.value).length) return first
  const document = documentOfParts(first, parts)
  const value = isMapping(document.value) ? document.value : first.value
  return { ...first, document, path: [], value, fields: fieldsOf(value) }
}

/** A value with another one at a place. */
function withChoice(value: unknown, [step, ...rest]: readonly string[], chosen: unknown): unknown {
  if (step === undefined) return chosen
  const own = isMapping(value) ? value : {}
  return { ...own, [step]: withChoice(own[step], rest, chosen) }
}

/** The object as it would be if one of the copies were right where they contradict each other. */
export interface Readings {
  /** With the first of the values at each place. */
  readonly first: GraphObject
  /** With each other value, one at a time. */
  readonly others: readonly GraphObject[]
}

function readingsOf(copies: Copies, { value, contradictions }: Settled): Readings {
  const fields = new Set(contradictions.map(({ path: [field = ''] }) => field))
  const [whole] = copies
  const all = partsOf(copies, { value, contradictions: [] })
  const reading = (settledValue: unknown): GraphObject => {
    const own = isMapping(settledValue) ? settledValue : {}
    const chosen = [...fields].map((key): readonly [string, Part] => [
      key,
      { ...(all.get(key) ?? whole), value: own[key] },
    ])
    return objectOf(copies, new Map([...all, ...chosen]))
  }
  const first = contradictions.reduce<unknown>((one, { path, values }) => withChoice(one, path, values[0]), value)
  const others = contradictions.flatMap(({ path, values }) =>
    values.slice(1).map((other) => withChoice(first, path, other)),
  )
  return { first: reading(first), others: others.map(reading) }
}

/** One object with what all copies state. */
export function settledObject(copies: Copies): {
  readonly object: GraphObject
  readonly contradictions: readonly PlacedContradiction[]
  /** Where fields were left out, what the object may be with them. */
  readonly readings?: Readings
} {
  const [first] = copies
  if (copies.length === 1) return { object: first, contradictions: [] }
  const result = settled(copies)
  const contradictions = result.contradictions.map((one) => placed(copies, one))
  const object = objectOf(copies, partsOf(copies, result))
  if (contradictions.length === 0 || !isLeftOut(first.kind)) return { object, contradictions }
  return { object, contradictions, readings: readingsOf(copies, result) }
}
