import { sizeOf } from '../../classes/bitmap.ts'
import type { Cause, Change, Difference } from '../population/results.ts'
import { everyoneIn, usersInSets } from './affected-sets.ts'
import { type Between, type Comparison, type Ends, endsPlayed, mayMatter } from './between.ts'
import { type ComparedChange, everyChange } from './compare-cells.ts'
import { partsBetween } from './differences.ts'
import { endsByPolicies } from './policy-ends.ts'

/** A minimal subset of the differences that still causes the change, found by dropping each one in turn. */
function fewest(endWith: Ends, chosen: readonly number[], { keys }: ComparedChange): readonly number[] {
  let needed = chosen
  for (const index of chosen) {
    const without = needed.filter((one) => one !== index)
    if (endWith(without) === keys.after) needed = without
  }
  return needed
}

const elapsed = ({ before, after }: Comparison): Difference => ({ kind: 'elapsed', from: before.at, to: after.at })

function filesNamed({ before, after }: Comparison): Difference {
  const files = [before.document.source.name, after.document.source.name]
  return { kind: 'named-files', files: [...new Set(files)] }
}

/** The cause of one change: indexes of parts, or something that neither file states. */
function causeOf(
  { comparison, parts }: Between,
  change: ComparedChange,
  endWith: Ends,
): readonly (number | Difference)[] {
  const { before, after } = change.keys
  const everything = parts.flatMap((part, index) => (mayMatter(part, change) ? [index] : []))
  const none = endWith([])
  if (none === after) return [elapsed(comparison)]
  const single = everything.find((index) => endWith([index]) === after)
  if (single !== undefined) return [single]
  const beside: readonly Difference[] = [
    ...(none === before ? [] : [elapsed(comparison)]),
    ...(endWith(everything) === after ? [] : [filesNamed(comparison)]),
  ]
  if (beside.some(({ kind }) => kind === 'named-files')) return beside
  const contributing = everything.filter((index) => endWith([index]) !== none)
  const enough = endWith(contributing) === after ? contributing : everything
  return [...fewest(endWith, enough, change), ...beside]
}

/** Changes grouped by cause, in order of the first change; and the differences that change nothing. */
export interface Attributed {
  readonly causes: readonly Cause[]
  readonly withoutEffect: readonly Difference[]
}

/** How many users have at least one of these changes. */
export function usersOf(changes: readonly Change[]): number {
  const sets = usersInSets(changes.flatMap(({ users }) => everyoneIn(users) ?? []))
  const classes = changes.filter(({ users }) => everyoneIn(users) === undefined)
  const sizes = new Map(classes.map(({ users }) => [`${users.before ?? ''} ${users.after ?? ''}`, users.size]))
  return [...sizes.values(), ...sets.map(({ members }) => sizeOf(members))].reduce((sum, size) => sum + size, 0)
}

/** Finds which differences between two plans cause which changes, by applying them one at a time. */
export function attribute(comparison: Comparison, changes: readonly ComparedChange[]): Attributed {
  const parts = partsBetween(comparison.before, comparison.after)
  const between: Between = { comparison, parts, known: new Map() }
  const endsOf = comparison.policiesOf === undefined ? endsPlayed(between, changes) : endsByPolicies(between)
  const groups = new Map<string, { differences: readonly Difference[]; changes: Change[] }>()
  const effective = new Set<number>()
  for (const one of changes) {
    const cause = causeOf(between, one, endsOf(one))
    const key = JSON.stringify(cause)
    const group = groups.get(key)
    const same = everyChange([one])
    if (group !== undefined) group.changes.push(...same)
    else {
      const differences = cause.flatMap((part) => (typeof part === 'number' ? (parts[part]?.difference ?? []) : part))
      groups.set(key, { differences, changes: [...same] })
    }
    for (const part of cause) if (typeof part === 'number') effective.add(part)
  }
  const causes = [...groups.values()].map((group) => ({ ...group, users: usersOf(group.changes) }))
  const idle = parts.filter((_, index) => !effective.has(index)).map(({ difference }) => difference)
  return { causes, withoutEffect: idle }
}
