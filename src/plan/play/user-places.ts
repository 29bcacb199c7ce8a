import { addTo, type Bitmap, emptyBitmap } from '../../classes/bitmap.ts'
import type { Kind, UserSets } from '../../classes/user-sets.ts'
import type { UserName } from '../../vocabulary/requests.ts'

/** Where a user is: the kind, and the place in a set of that kind. */
export interface UserPlace {
  readonly kind: Kind
  readonly member: number
}

/** Where each user is, by name in lower case. */
export type UserPlaces = ReadonlyMap<string, UserPlace>

/** The places of all users of some sets. */
export function userPlaces(sets: UserSets): UserPlaces {
  const found = new Map<string, UserPlace>()
  for (const kind of sets.kinds)
    for (let member = 0; member < kind.size; member += 1)
      found.set(sets.nameAt(kind.firstWord * 32 + member).toLowerCase(), { kind, member })
  return found
}

/** Some users by name as sets, by the index of the kind; kinds with none of them are absent. */
export function setsOfNames(places: UserPlaces, names: readonly UserName[]): ReadonlyMap<number, Bitmap> {
  const found = new Map<number, Bitmap>()
  for (const name of names) {
    const place = places.get(name.toLowerCase())
    if (place === undefined) continue
    const members = found.get(place.kind.index) ?? emptyBitmap(place.kind.words * 32)
    addTo(members, place.member)
    found.set(place.kind.index, members)
  }
  return found
}
