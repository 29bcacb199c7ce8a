import { type DocumentPath, type LocatedDocument, parseSource } from '../source/document/located-document.ts'
import { positionOf, type SourceRange, type SourceText } from '../source/text/source-text.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { Origin } from '../vocabulary/origin.ts'
import type { Origins, ValueOrigin } from './fragment.ts'
import { nameOfListItem } from './list-items.ts'

/** The name of the file next to a tenant file that lists the origins of its imported values. */
export function originsFileOf(tenantFile: string): string {
  return `${tenantFile.replace(/\.(?:ya?ml|json)$/i, '')}.origins.json`
}

const mostUsers = 1000

type Steps = readonly (string | number)[]

const keyOf = (path: Steps): string => path.map((step) => `${step}`.toLowerCase().replaceAll('/', '~1')).join('/')

/** Every path of a file; list items are addressed by name. */
function placesIn(value: unknown, path: Steps, found: Set<string>): void {
  found.add(keyOf(path))
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) placesIn(item, [...path, nameOfListItem(item) ?? index], found)
  else if (isMapping(value)) for (const [key, part] of Object.entries(value)) placesIn(part, [...path, key], found)
}

/** The text of a place in an export. */
function textOfPlace({ at }: ValueOrigin): string {
  const { line, column } = positionOf(at)
  return `${at.source.name}:${line}:${column}`
}

type Entry = readonly [key: string, place: string]

const inOrder = (one: string, other: string): number => (one < other ? -1 : 1)

/** The places of values by path; of several for one value the first counts. */
function entriesOf(tenant: unknown, origins: Origins): readonly Entry[] {
  const places = new Set<string>()
  placesIn(tenant, [], places)
  const values = new Map<string, string>()
  for (const origin of origins) {
    const key = keyOf(origin.path)
    if (places.has(key) && !values.has(key)) values.set(key, textOfPlace(origin))
  }
  return [...values].sort(([one], [other]) => inOrder(one, other))
}

/** Places in files by name, as numbers, because there may be a million of them. */
function placesByName() {
  const [files, numbers, first] = [[] as string[], [] as number[], new Map<string, number>()]
  return {
    add: (name: string, at: SourceRange): void => {
      if (first.has(name)) return
      first.set(name, numbers.length)
      if (files.at(-1) !== at.source.name) files.push(at.source.name)
      const { line, column } = positionOf(at)
      numbers.push(files.length - 1, line, column)
    },
    take: (name: string): string | undefined => {
      const at = first.get(name)
      if (at === undefined) return undefined
      first.delete(name)
      return `${files[numbers[at] ?? 0]}:${numbers[at + 1]}:${numbers[at + 2]}`
    },
  }
}

/** The places of very many users: of each record, not of each value. */
function* entriesOfUsers(users: readonly unknown[], origins: Origins): Generator<Entry> {
  const places = placesByName()
  for (const { path, at } of origins) if (path[0] === 'users') places.add(`${path[1]}`.toLowerCase(), at)
  const names = users.map((user) => nameOfListItem(user) ?? '')
  for (const name of names.sort((one, other) => inOrder(keyOf([one]), keyOf([other])))) {
    const place = places.take(name)
    if (place !== undefined) yield [keyOf(['users', name]), place]
  }
}

const isOfUser = ({ path: [list] }: ValueOrigin): boolean => list === 'users'

function* withoutUsers(origins: Origins): Generator<ValueOrigin> {
  for (const origin of origins) if (!isOfUser(origin)) yield origin
}

function* allEntries(tenant: unknown, origins: Origins): Generator<Entry> {
  const users = isMapping(tenant) && Array.isArray(tenant['users']) ? tenant['users'] : []
  if (users.length <= mostUsers) return yield* entriesOf(tenant, origins)
  const others = entriesOf({ ...Object(tenant), users: [] }, withoutUsers(origins))
  const before = others.filter(([key]) => key < 'users/')
  yield* before
  yield* entriesOfUsers(users, origins)
  yield* others.slice(before.length)
}

/** The file of origins of a tenant file: for each imported value the place in the exports, as `file:line:column`. */
export function* originsText(tenant: unknown, origins: Origins): Generator<string> {
  yield '{\n "formatVersion": 1,\n "values": {'
  let between = '\n'
  for (const [key, place] of allEntries(tenant, origins)) {
    yield `${between}  ${JSON.stringify(key)}: ${JSON.stringify(place)}`
    between = ',\n'
  }
  yield between === '\n' ? '}\n}\n' : '\n }\n}\n'
}

/** The child of a value whose key or text contains an offset. */
function childAt(document: LocatedDocument, value: unknown, path: DocumentPath, offset: number) {
  const keys = Array.isArray(value) ? value.map((_, index) => index) : isMapping(value) ? Object.keys(value) : []
  const step = keys.find((key) => {
    const [own, name] = [document.rangeOf([...path, key]), document.rangeOfKey([...path, key])]
    return Math.min(own.start, name.start) <= offset && offset < Math.max(own.end, name.end)
  })
  return step === undefined ? undefined : { step, value: Object(value)[step] as unknown }
}

function placeAt(document: LocatedDocument, offset: number): Steps {
  const place: (string | number)[] = []
  const path: (string | number)[] = []
  for (let value = document.value; ; ) {
    const child = childAt(document, value, path, offset)
    if (child === undefined) return place
    const name = typeof child.step === 'number' ? nameOfListItem(child.value) : undefined
    place.push(name ?? child.step)
    path.push(child.step)
    value = child.value
  }
}

const written = /^(.*):(\d+):(\d+)$/s

function originOf(text: unknown): Origin | undefined {
  const [, file, line, column] = written.exec(`${text}`) ?? []
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) }
}

/** Where the users of a tenant file were imported from, by user principal name. */
export function importedUser(sidecar: SourceText): (name: string) => Origin | undefined {
  const parsed = parseSource(sidecar)
  const values = parsed.ok && isMapping(parsed.value.value) ? parsed.value.value['values'] : undefined
  return (name) => (isMapping(values) ? originOf(values[keyOf(['users', name])]) : undefined)
}

/** The paths in a file of origins, in lower case; list items are addressed by name. */
export function placesOfOrigins(sidecar: SourceText): ReadonlySet<string> {
  const parsed = parseSource(sidecar)
  const values = parsed.ok && isMapping(parsed.value.value) ? parsed.value.value['values'] : undefined
  return new Set(isMapping(values) ? Object.keys(values) : [])
}

/** The origin of the value at an offset of a tenant file: its own, otherwise that of the nearest enclosing part. */
export function importedFrom(tenant: SourceText, sidecar: SourceText): (offset: number) => Origin | undefined {
  const [file, origins] = [parseSource(tenant), parseSource(sidecar)]
  if (!file.ok || !origins.ok || !isMapping(origins.value.value)) return () => undefined
  const { values } = origins.value.value
  const known = new Map(isMapping(values) ? Object.entries(values) : [])
  return (offset) => {
    const place = placeAt(file.value, offset)
    for (let length = place.length; length > 1; length -= 1) {
      const found = known.get(keyOf(place.slice(0, length)))
      if (found !== undefined) return originOf(found)
    }
    return undefined
  }
}
