import { setEngine } from '../../simulate/play-sets.ts'
import { wordBook } from '../../simulate/set-moment.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { folderOf } from '../../source/text/source-path.ts'
import type { MatrixFilter } from '../matrix/matrix.ts'
import type { Plan } from '../matrix/plan.ts'
import { matchNames } from '../population/match-names.ts'
import { type Attributable, attributeSets } from './attributed-sets.ts'
import type { Attributed } from './causes.ts'
import type { ComparedChange } from './compare-cells.ts'
import { withDecidingPolicies } from './deciding-policies.ts'
import { differingSets } from './differing-sets.ts'
import { withPeopleInline } from './inlined-people.ts'
import {
  type DeclaredPeople,
  type Declaring,
  inSamePlaces,
  type PeopleSets,
  peopleLike,
  readPeopleSets,
} from './people-sets.ts'
import { type StateOfSets, touchedBetween } from './touched-sets.ts'

/** What to compare of two plans. */
export interface ComparingOptions {
  readonly reader?: SourceReader
  readonly filter?: Omit<MatrixFilter, 'at' | 'classes'>
}

/** A plan with its people as sets, in the places that they have in both plans. */
export interface Side {
  readonly plan: Plan
  readonly people: PeopleSets
  readonly state: StateOfSets
}

/** Two plans compared by sets of users. */
export interface ComparedSets {
  readonly users: readonly [number, number]
  readonly signIns: readonly [number, number]
  readonly changes: readonly ComparedChange[]
  readonly attributed: Attributed
}

const declared = ({ document, tenant }: Plan): Declaring => ({ document: document.value, tenant })
const declaring = (plan: Plan, people: PeopleSets): DeclaredPeople => ({ ...declared(plan), people })

/** Reads the people of two plans and puts them in the same places. */
export function sidesOf(before: Plan, after: Plan, reader: SourceReader | undefined): Loaded<readonly [Side, Side]> {
  const ones = readPeopleSets(before.tenant, reader)
  if (!ones.ok) return ones
  const others =
    before.tenant === after.tenant ? ones : peopleLike(declaring(before, ones.value), declared(after), reader)
  if (!others.ok) return others
  const renamed = matchNames(before.tenant, after.tenant).users
  const [one = ones.value.sets, other = others.value.sets] = inSamePlaces([ones.value, others.value], renamed)
  const book = wordBook()
  const sideOf = (plan: Plan, people: PeopleSets, sets: typeof one): Side => ({
    plan,
    people,
    state: {
      document: plan.document.value,
      folder: folderOf(plan.document.source.name),
      engine: setEngine({ ...sets, tenant: withDecidingPolicies(sets.tenant) }, undefined, book),
      at: plan.at,
    },
  })
  const value = [sideOf(before, ones.value, one), sideOf(after, others.value, other)] as const
  return { ok: true, value, warnings: others === ones ? ones.warnings : [...ones.warnings, ...others.warnings] }
}

/** A side as its changes are attributed. */
const attributable = ({ plan, people, state }: Side, reader: SourceReader | undefined): Attributable => ({
  plan,
  document: state.document,
  withPeople: (users) => withPeopleInline({ plan, people, sets: state.engine.sets }, users, reader),
})

/** Compares the sign-ins of two plans, the first of which is not the later one, by sets of users. */
export function compareSets(sides: readonly [Side, Side], options: ComparingOptions): Loaded<ComparedSets> {
  const [one, other] = sides
  const { plan: before } = one
  const { plan: after } = other
  const touched = touchedBetween(one.state, other.state)
  const names = matchNames(before.tenant, after.tenant)
  const filter = options.filter ?? {}
  const { changes, signIns } = differingSets({ before: one.state, after: other.state, touched, names, filter })
  const { reader } = options
  const attributed = attributeSets([attributable(one, reader), attributable(other, reader)], changes, {
    touched,
    ...(reader && { reader }),
    ...(filter.purpose && { purpose: filter.purpose }),
  })
  if (!attributed.ok) return attributed
  const value = {
    users: [one.people.sets.users, other.people.sets.users],
    signIns,
    changes,
    attributed: attributed.value,
  } as const
  return { ok: true, value, warnings: [] }
}
