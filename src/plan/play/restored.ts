import { everyoneIn } from '../../analysis/compare/affected-sets.ts'
import { placeOf } from '../../analysis/compare/played-sets.ts'
import type { UserClass } from '../../analysis/population/results.ts'
import { difference, isEmpty } from '../../classes/bitmap.ts'
import { accessOf } from './classify.ts'
import type { Noticed } from './noticed-sets.ts'
import type { Player, Point } from './states.ts'

type Index = UserClass['index'] | undefined

/** Whether a sign-in that works again worked for all of its people at the start: then nothing closed is opened. */
export function withRestored(
  player: Player,
  changes: readonly Noticed[],
  before: Point,
  after: Point,
): readonly Noticed[] {
  const start = player.points.get(`0 ${player.plan.from}`)
  if (start === undefined) return changes
  const worked = player.sets === undefined ? workedInClasses(start, before, after) : workedInSets(player.sets, start)
  return changes.map((one) => {
    const opened = one.kind === 'opened' || one.kind === 'gained'
    return opened && worked(one) ? { ...one, kind: 'restored' as const } : one
  })
}

type Worked = (one: Noticed) => boolean

function workedInClasses(start: Point, before: Point, after: Point): Worked {
  return ({ change: { client, purpose, network }, joint }) => {
    const classes = new Set<Index>()
    for (const [name, { index }] of after.state.side.classOf)
      if (index === joint.after && before.state.side.classOf.get(name)?.index === joint.before)
        classes.add(start.state.side.classOf.get(name)?.index)
    const works = (one: Index): boolean =>
      start.matrix.cells.some(
        ({ class: index, request, verdict }) =>
          index === one &&
          request.client === client &&
          request.purpose === purpose &&
          request.network === network &&
          accessOf(verdict) === 'works',
      )
    return classes.size > 0 && [...classes].every(works)
  }
}

function workedInSets(sets: NonNullable<Player['sets']>, start: Point): Worked {
  const { played } = sets.of(start)
  return ({ change }) => {
    const everyone = everyoneIn(change.users)
    const request = everyone && played.requestsOf(everyone.kind.index).get(placeOf(change))
    if (everyone === undefined || request === undefined) return false
    let left = everyone.members
    for (const { members, reading } of played.partsOf(everyone.kind.index, request))
      if (accessOf(reading.verdict) === 'works') left = difference(left, members)
    return isEmpty(left)
  }
}
