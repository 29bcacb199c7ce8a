import type { DocumentPath } from '../../source/document/located-document.ts'
import { positionOf, type SourceRange, startOf } from '../../source/text/source-text.ts'
import type { UserFile } from '../../tenant/principal-file.ts'
import { compareText } from '../canonical.ts'
import type { ValueOrigin } from '../fragment.ts'
import { many } from '../many.ts'

/** The values that records state of one person, by the keys below the person, which line breaks separate. */
type Values = Record<string, unknown>

/** Another value of a place of the tenant file, and where it is stated. */
export interface OtherValue {
  readonly value: unknown
  readonly at: SourceRange
}

/** What records state about people, by user principal name in lower case. */
export interface StatedPeople {
  readonly values: Map<string, Values>
  /** Where each value is stated, by person and keys, until there are very many people. */
  readonly places: Map<string, SourceRange>
  /** Where the first record of each person begins: for each one the number of the file, the line and the column. */
  readonly rows: number[]
  readonly files: string[]
  /** Values on which records contradict each other, by person and keys. */
  readonly others: Map<string, Map<string, OtherValue[]>>
  /** People whose values are still parts of the texts that they were read from. */
  readonly fresh: Set<string>
  /** An estimate of the memory that people take whose texts were let go. */
  bytes: number
  /** The person of the last value. */
  last?: OnePerson | undefined
}

interface OnePerson {
  readonly name: string
  readonly key: string
  readonly values: Values
}

/** What a person takes beside twice the texts, in bytes of memory, measured. */
const ofPerson = 250

/** No people yet. */
export const noPeople = (): StatedPeople => ({
  values: new Map(),
  places: new Map(),
  rows: [],
  files: [],
  others: new Map(),
  fresh: new Set(),
  bytes: 0,
})

/** Whether there are so many people that of each only the place of a record is kept. */
export const areMany = ({ values }: StatedPeople): boolean => values.size > many

// The same value, written and read.
/** A copy that keeps no text in memory of which it is a part. */
export const detached = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

const placeKey = (person: string, keys: string): string => `${person}\n${keys}`

function add(people: StatedPeople, name: string, at: SourceRange): Values {
  const key = detached(name.toLowerCase())
  const values: Values = { userPrincipalName: name }
  if (people.files.at(-1) !== at.source.name) people.files.push(at.source.name)
  const { line, column } = positionOf(at)
  people.values.set(key, values)
  people.rows.push(people.files.length - 1, line, column)
  return values
}

/** The text by which two values are the same. */
export const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Whether two values are the same, in any case. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || shown(one).toLowerCase() === shown(other).toLowerCase()

/** Of two spellings of a value the one that does not depend on the order of records. */
export const oneSpelling = <Value>(one: Value, other: Value): Value =>
  compareText(shown(other), shown(one)) < 0 ? other : one

/** The person of that name; a record states many values of one person in turn. */
function personNamed(people: StatedPeople, name: string, at: SourceRange): OnePerson {
  if (people.last?.name === name) return people.last
  const key = name.toLowerCase()
  const values = people.values.get(key) ?? add(people, name, at)
  people.last = { name, key, values }
  if (areMany(people)) people.fresh.add(key)
  return people.last
}

const keysOf = ([, , key, ...below]: DocumentPath): string =>
  below.length === 0 ? `${key}` : `${key}\n${below.join('\n')}`

/** States a value of a person. */
export function statePerson(people: StatedPeople, path: DocumentPath, value: unknown, at: SourceRange): void {
  const { key: person, values } = personNamed(people, `${path[1]}`, at)
  const keys = keysOf(path)
  const known = values[keys]
  if (known !== undefined && !isSame(known, value)) {
    const own = people.others.get(person) ?? new Map<string, OtherValue[]>()
    people.others.set(person, own)
    own.set(keys, [...(own.get(keys) ?? []), { value, at }])
    return
  }
  values[keys] = known === undefined ? value : oneSpelling(known, value)
  if (areMany(people)) return
  if (!people.places.has(placeKey(person, keys))) people.places.set(placeKey(person, keys), at)
}

const inOrder = (values: Values): readonly (readonly [string, unknown])[] =>
  Object.entries(values).sort(([one], [other]) => compareText(one.toLowerCase(), other.toLowerCase()))

/** Lets go of the texts that people were read from, once there are some such people among very many. */
export function letGo(people: StatedPeople, some = 1): void {
  if (!areMany(people) || people.fresh.size < some) return
  people.places.clear()
  for (const person of people.fresh) {
    const text = JSON.stringify(people.values.get(person) ?? {})
    // A person as it was written.
    people.values.set(person, JSON.parse(text) as Values)
    people.bytes += ofPerson + 2 * text.length
  }
  people.fresh.clear()
  people.last = undefined
}

function userOf(values: Values): UserFile {
  const { userPrincipalName, ...others } = values
  const user: { [key: string]: unknown } = { userPrincipalName }
  for (const [keys, value] of inOrder(others)) {
    const steps = keys.split('\n')
    const last = steps.pop() ?? ''
    let part = user
    for (const step of steps) {
      const inner = (part[step] ?? {}) as { [key: string]: unknown }
      part[step] = inner
      part = inner
    }
    part[last] = value
  }
  // Each key is one of a user, and the checks of the file judge the values.
  return user as unknown as UserFile
}

function rowOf({ rows, files }: StatedPeople, index: number): SourceRange {
  const [file = 0, firstLine = 1, firstColumn = 1] = rows.slice(index * 3, index * 3 + 3)
  return startOf({ name: files[file] ?? '', text: '', firstLine, firstColumn })
}

/** What is stated of one person about whom records contradict each other. */
export interface DisputedValue extends OtherValue {
  readonly path: DocumentPath
  readonly others: OtherValue[]
}

/** The users, and the values of those about whom records contradict each other; nothing of them is kept. */
export function usersOf(people: StatedPeople): {
  readonly users: readonly UserFile[]
  readonly origins: Iterable<ValueOrigin>
  readonly disputed: readonly DisputedValue[]
} {
  letGo(people)
  const names = [...people.values.keys()]
  const order = Uint32Array.from(names, (_, index) => index).sort((one, other) =>
    compareText(names[one] ?? '', names[other] ?? ''),
  )
  const [users, places, disputed] = [[] as UserFile[], [] as number[], [] as DisputedValue[]]
  for (const index of order) {
    const name = names[index] ?? ''
    const values = people.values.get(name)
    const others = people.others.get(name)
    people.values.delete(name)
    if (values === undefined) continue
    if (others === undefined) {
      users.push(userOf(values))
      places.push(index)
    } else
      for (const [keys, value] of inOrder(values)) {
        const at = people.places.get(placeKey(name, keys)) ?? rowOf(people, index)
        const path = ['users', `${values['userPrincipalName']}`, ...keys.split('\n')]
        disputed.push({ path, value, at, others: others.get(keys) ?? [] })
      }
  }
  return { users, origins: { [Symbol.iterator]: () => originsOf(people, users, places) }, disputed }
}

function* originsOf(people: StatedPeople, users: readonly UserFile[], places: readonly number[]) {
  const isPlaced = people.places.size > 0
  const placed = new Map<string, [string, SourceRange][]>()
  for (const [key, at] of people.places) {
    const [name = '', ...steps] = key.split('\n')
    placed.set(name, [...(placed.get(name) ?? []), [steps.join('\n'), at]])
  }
  for (const [index, { userPrincipalName: name }] of users.entries()) {
    if (!isPlaced) yield { path: ['users', name], at: rowOf(people, places[index] ?? 0) }
    for (const [keys, at] of placed.get(name.toLowerCase()) ?? [])
      yield { path: ['users', name, ...keys.split('\n')], at }
  }
}
