import { everyoneIn, usersInSets } from '../../analysis/compare/affected-sets.ts'
import { type Attributable, attributeSets } from '../../analysis/compare/attributed-sets.ts'
import type { Attributed } from '../../analysis/compare/causes.ts'
import { type Part, partsBetween } from '../../analysis/compare/differences.ts'
import { withPeopleInline } from '../../analysis/compare/inlined-people.ts'
import type { Plan } from '../../analysis/matrix/plan.ts'
import { matchNames } from '../../analysis/population/match-names.ts'
import type { Change } from '../../analysis/population/results.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { CohortShare } from '../result.ts'
import { type Noticed, noticedSets, type Sides } from './noticed-sets.ts'
import type { SetStates, StateOfSets } from './set-states.ts'

/** Two states whose people are compared as sets, with what they notice. */
export interface ComparedSets {
  readonly sides: Sides
  readonly changes: readonly Noticed[]
  readonly parts: readonly Part[]
}

const planAt = ({ state, at }: StateOfSets): Plan => ({ ...state.plan, at })

/** The changes between two states that someone notices; as far as causes are asked for, those of each set have the same. */
export function compareSets(
  states: SetStates,
  before: StateOfSets,
  after: StateOfSets,
  causes: 'with causes' | 'without causes',
): ComparedSets {
  const names = matchNames(before.state.plan.tenant, after.state.plan.tenant)
  const sides: Sides = { states, before, after, names }
  const parts = partsBetween(planAt(before), planAt(after))
  return { sides, changes: noticedSets(sides, causes === 'with causes' && parts.length > 1), parts }
}

/** A state as its changes are attributed. */
function attributable(of: StateOfSets, reader: SourceReader): Attributable {
  const { people, document } = of.state
  const plan = planAt(of)
  return {
    plan,
    document: document.value,
    withPeople: (users) =>
      people === undefined
        ? { ok: true, value: plan, warnings: [] }
        : withPeopleInline({ plan, people, sets: of.played.engine.sets }, users, reader),
  }
}

/** The differences that cause each change; the first user of a set is tried for all of it. */
export function causesOfSets(
  { sides: { states, before, after }, parts }: ComparedSets,
  changes: readonly Noticed[],
  reader: SourceReader,
): Loaded<Attributed> {
  const touched = states.touched(before, after)
  return attributeSets([attributable(before, reader), attributable(after, reader)], changes, { touched, parts, reader })
}

/** How many people of each cohort some changes are of. */
export function sharesOfSets(
  { sides: { after } }: ComparedSets,
  changes: readonly Change[],
  cohorts: ReadonlyMap<string, string>,
): readonly CohortShare[] {
  const { sets } = after.played.engine
  const counts = new Map<string, number>()
  for (const { kind, members } of usersInSets(changes.flatMap(({ users }) => everyoneIn(users) ?? [])))
    for (let member = 0; member < kind.size; member += 1) {
      if (((members[member >>> 5] ?? 0) & (1 << (member & 31))) === 0) continue
      const cohort = cohorts.get(sets.nameAt(kind.firstWord * 32 + member).toLowerCase())
      if (cohort !== undefined) counts.set(cohort, (counts.get(cohort) ?? 0) + 1)
    }
  return [...counts].map(([cohort, users]) => ({ cohort, users }))
}
