import type { Kind, UserSets } from '../../classes/user-sets.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { sameData } from '../../source/edit/change.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import { type RecordedSets, recordedSetsOf } from '../population/user-sets-of.ts'

/** The users of a tenant as sets, with the name and kind of each in the order of the files. */
export interface PeopleSets extends RecordedSets {
  readonly names: readonly UserName[]
  readonly kindOf: readonly number[]
}

/** Reads the users of a tenant once, for use in several comparisons. */
export function readPeopleSets(tenant: Tenant, reader?: SourceReader): Loaded<PeopleSets> {
  const names: UserName[] = []
  const kindOf: number[] = []
  const onUser = (name: UserName, index: number): void => {
    names.push(name)
    kindOf.push(index)
  }
  const read = recordedSetsOf(tenant, reader, { onUser })
  return read.ok ? { ...read, value: { ...read.value, names, kindOf } } : read
}

/** A tenant file as data with the tenant that it declares. */
export interface Declaring {
  readonly document: unknown
  readonly tenant: Tenant
}

/** A tenant file with its users. */
export interface DeclaredPeople extends Declaring {
  readonly people: PeopleSets
}

/** What has no effect on the users of a tenant. */
const withoutEffect: ReadonlySet<string> = new Set(['name', 'asOf'])

/** A tenant file without its policies, and without what else leaves its users as they are. */
function ofUsers(document: unknown): unknown {
  if (!isMapping(document)) return document
  const rest = Object.entries(document).filter(([key]) => !withoutEffect.has(key))
  const { conditionalAccess } = document
  const others = isMapping(conditionalAccess) ? { ...conditionalAccess, policies: [] } : {}
  return { ...Object.fromEntries(rest), conditionalAccess: others }
}

/** The users of a tenant: those of another one, where its file differs in nothing that is read of them; otherwise they are read. */
export function peopleLike(
  other: DeclaredPeople,
  { document, tenant }: Declaring,
  reader?: SourceReader,
): Loaded<PeopleSets> {
  const { people } = other
  const same = sameData(ofUsers(other.document), ofUsers(document)) ? people.inTenant(tenant) : undefined
  if (same === undefined) return readPeopleSets(tenant, reader)
  return same.ok ? { ...same, value: { ...people, ...same.value } } : same
}

/** Whether two tenants have the same users, equally divided into kinds. */
function sameKinds(one: PeopleSets, other: PeopleSets): boolean {
  if (one.names.length !== other.names.length) return false
  return one.names.every((name, at) => name === other.names[at] && one.kindOf[at] === other.kindOf[at])
}

/** A user in each of several tenants: the position in the order of its files, or -1. */
interface Member {
  readonly positions: readonly number[]
}

interface JointKind {
  readonly members: Member[]
  readonly firstWord: number
  readonly words: number
}

/** The name in the first tenant of a user who has another one in the others. */
type Renamed = ReadonlyMap<UserName, UserName>

/** Users of several tenants by name, in the order in which they first occur. */
function membersOf(all: readonly PeopleSets[], renamed: Renamed): readonly Member[] {
  const byName = new Map<string, number[]>()
  for (const [at, { names }] of all.entries())
    for (const [position, name] of names.entries()) {
      const folded = (at === 0 ? name : (renamed.get(name) ?? name)).toLowerCase()
      const positions = byName.get(folded) ?? all.map(() => -1)
      positions[at] = position
      byName.set(folded, positions)
    }
  return [...byName.values()].map((positions) => ({ positions }))
}

/** Users who are of the same kind in every one of several tenants. */
function jointKinds(all: readonly PeopleSets[], renamed: Renamed): readonly JointKind[] {
  const byKey = new Map<string, Member[]>()
  for (const member of membersOf(all, renamed)) {
    const key = member.positions.map((position, at) => (position < 0 ? '' : all[at]?.kindOf[position])).join()
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [member])
    else known.push(member)
  }
  let firstWord = 0
  return [...byKey.values()].map((members) => {
    const kind = { members, firstWord, words: (members.length + 31) >>> 5 }
    firstWord += kind.words
    return kind
  })
}

/** The users of one tenant in the places that they have in all of them. */
function inPlaces({ sets, kindOf }: PeopleSets, at: number, joint: readonly JointKind[]): UserSets {
  const placeOf = placesByPosition(sets)
  const words = joint.reduce((sum, kind) => sum + kind.words, 0)
  const own = new Uint32Array(words * 32)
  const users = new Map<UserName, User>()
  const kinds = joint.flatMap(({ members, firstWord, words: length }, index): readonly Kind[] => {
    const first = members[0]?.positions[at] ?? -1
    if (first < 0) return []
    for (const [member, { positions }] of members.entries())
      own[firstWord * 32 + member] = placeOf[positions[at] ?? 0] ?? 0
    const of = sets.kinds[kindOf[first] ?? 0]
    const kindUser = of && sets.tenant.users.get(of.representative)
    if (of === undefined || kindUser === undefined) throw new Error('a user without a kind')
    const place = placeOf[first] ?? 0
    const user = sets.declared.users.get(sets.nameAt(place)) ?? sets.userAt(place, kindUser)
    users.set(user.userPrincipalName, user)
    const { traits } = of
    return [{ index, representative: user.userPrincipalName, size: members.length, traits, firstWord, words: length }]
  })
  const from = (place: number): number => own[place] ?? 0
  return {
    ...sets,
    tenant: { ...sets.tenant, users },
    kinds,
    words,
    eachGroup: (place, take) => sets.eachGroup(from(place), take),
    nameAt: (place) => sets.nameAt(from(place)),
    displayNameAt: (place) => sets.displayNameAt(from(place)),
    userAt: (place, kind) => sets.userAt(from(place), kind),
    orderOf: (place) => sets.orderOf(from(place)),
  }
}

/** The place of the user at each position of the files. */
function placesByPosition(sets: UserSets): Uint32Array {
  const places = new Uint32Array(sets.users)
  for (const { firstWord, size } of sets.kinds)
    for (let place = firstWord * 32; place < firstWord * 32 + size; place += 1) places[sets.orderOf(place)] = place
  return places
}

/** The users of several tenants with the same places and kinds in each, so that sets of them can be compared. */
export function inSamePlaces(all: readonly PeopleSets[], renamed: Renamed = new Map()): readonly UserSets[] {
  const [first, ...others] = all
  if (first === undefined || others.every((other) => sameKinds(first, other))) return all.map(({ sets }) => sets)
  const joint = jointKinds(all, renamed)
  return all.map((one, at) => inPlaces(one, at, joint))
}

/** The population record of the user at a place; undefined for people of the tenant file. */
export function recordAt({ records, kindOf }: PeopleSets, sets: UserSets, place: number): unknown {
  const record = records.get(kindOf[sets.orderOf(place)] ?? -1)
  if (record === undefined) return undefined
  const groups: string[] = []
  sets.eachGroup(place, (group) => groups.push(sets.groups.nameOf(group)))
  const own = 'groups' in Object(record) ? { groups } : {}
  return { ...Object(record), ...own, userPrincipalName: sets.nameAt(place) }
}
