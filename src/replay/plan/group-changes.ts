import type { CountedPeople, ShapeSource } from '../engine/shape-source.ts'
import { mondayOf } from '../play/monday-of.ts'
import { type PlanChange, type PlanEffect, type PlanJudgment, planEffects } from './judge-plan.ts'

/** The sign-ins and people of related changes. */
export interface ChangeGroup extends CountedPeople {
  readonly name: string
  readonly signIns: number
  readonly shapes: readonly number[]
}

/** All changes with one effect: their number, and the causes. */
export interface EffectGroup extends ChangeGroup {
  readonly effect: PlanEffect
  readonly causes: readonly ChangeGroup[]
  readonly applications: readonly ChangeGroup[]
  /** By the Monday of each week. */
  readonly weeks: readonly ChangeGroup[]
}

const applicationOf = ({ shape }: PlanChange): string =>
  shape.resource || shape.application || shape.values.resourceId || shape.values.applicationId || '-'

interface OpenGroup {
  readonly name: string
  readonly shapes: number[]
  signIns: number
}

function grouped(changes: readonly PlanChange[], nameOf: (change: PlanChange) => string): readonly OpenGroup[] {
  const found = new Map<string, OpenGroup>()
  for (const change of changes) {
    const name = nameOf(change)
    const group = found.get(name) ?? { name, shapes: [], signIns: 0 }
    group.shapes.push(change.shape.index)
    group.signIns += change.shape.signIns
    found.set(name, group)
  }
  return [...found.values()]
}

const largestFirst = (groups: readonly OpenGroup[]): readonly OpenGroup[] =>
  [...groups].sort((one, other) => other.signIns - one.signIns || (one.name < other.name ? -1 : 1))

interface OpenEffect {
  readonly effect: PlanEffect
  readonly all: OpenGroup
  readonly parts: readonly (readonly OpenGroup[])[]
}

/** Groups changes by effect, and each effect by cause, application and week; counts each person once per group. */
export async function groupChanges(
  { changes }: PlanJudgment,
  { countPeople }: ShapeSource,
): Promise<readonly EffectGroup[]> {
  const open = planEffects.flatMap((effect): readonly OpenEffect[] => {
    const own = changes.filter((change) => change.effect === effect)
    const [all] = grouped(own, () => effect)
    if (all === undefined) return []
    const weeks = [...grouped(own, ({ shape }) => mondayOf(shape.values.week))].sort((one, other) =>
      one.name < other.name ? -1 : 1,
    )
    const parts = [largestFirst(grouped(own, ({ cause }) => cause)), largestFirst(grouped(own, applicationOf)), weeks]
    return [{ effect, all, parts }]
  })
  const flat = open.flatMap(({ all, parts }) => [all, ...parts.flat()])
  const counts = await countPeople(flat.map(({ shapes }) => shapes))
  const withPeople = new Map(
    flat.map((group, index): [OpenGroup, ChangeGroup] => [group, { ...group, ...(counts[index] ?? { people: 0 }) }]),
  )
  const counted = (group: OpenGroup): ChangeGroup => withPeople.get(group) ?? { ...group, people: 0 }
  return open.map(({ effect, all, parts: [causes = [], applications = [], weeks = []] }) => ({
    ...counted(all),
    effect,
    causes: causes.map(counted),
    applications: applications.map(counted),
    weeks: weeks.map(counted),
  }))
}
