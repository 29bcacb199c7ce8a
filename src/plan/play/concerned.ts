import { everyoneIn } from '../../analysis/compare/affected-sets.ts'
import { addAll, type Bitmap, common, isEmpty } from '../../classes/bitmap.ts'
import type { Noticed } from './noticed-sets.ts'

const placeOf = ({ joint, change: { client, purpose, network } }: Noticed): string =>
  `${joint.after ?? ''}\u0000${client}\u0000${purpose}\u0000${network}`

/** Of some changes those whose people have a change in the same sign-in among others; of a set, those of its users. */
export function concerned(changes: readonly Noticed[], others: readonly Noticed[]): readonly Noticed[] {
  const places = new Map<string, Bitmap | undefined>()
  for (const one of others) {
    const members = everyoneIn(one.change.users)?.members
    const known = places.get(placeOf(one))
    if (known !== undefined && members !== undefined) addAll(known, members)
    else places.set(placeOf(one), members?.slice())
  }
  return changes.flatMap((one) => {
    const place = placeOf(one)
    const everyone = everyoneIn(one.change.users)
    if (!places.has(place)) return []
    const there = places.get(place)
    if (everyone === undefined || there === undefined) return [one]
    const members = common(everyone.members, there)
    return isEmpty(members) ? [] : (one.only?.(members) ?? [one])
  })
}
