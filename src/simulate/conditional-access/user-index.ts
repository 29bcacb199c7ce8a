import { declareCache } from '../../memory/declared-cache.ts'
import { type MaskStore, maskStore } from '../../memory/mask-store.ts'
import type { ExternalUsers, Policy, UserSide, WorkloadIdentities } from '../../tenant/conditional-access/model.ts'
import { addMask, emptyLike, emptyMask, type Mask, setBit } from './bits.ts'
import type { Dimension, OpenPolicies, Row } from './row.ts'

/** One side of all assignments, inverted: from a name to the policies that name it. */
export interface SideIndex {
  readonly all: Mask
  readonly guests: Mask
  readonly users: ReadonlyMap<string, Mask>
  readonly groups: ReadonlyMap<string, Mask>
  readonly roles: ReadonlyMap<string, Mask>
  /** Policies that name any group, or any role: open for a user with unknown groups or roles. */
  readonly anyGroup: Mask
  readonly anyRole: Mask
  readonly external: readonly { readonly index: number; readonly external: ExternalUsers }[]
  /** Policies of which a part of this side was not understood, which may name anyone. */
  readonly unclear: readonly OpenPolicies[]
}

// Invariant: such a row is its mask and nothing else.
const settledRows = declareCache('rows of people of whom all is known', ['policies'])

/** The assignments of all policies. */
export interface UserIndex {
  readonly policies: number
  readonly include: SideIndex
  readonly exclude: SideIndex
  readonly workloads: Dimension<WorkloadIdentities>
  /** Policies for workload identities; they concern no user. */
  readonly forWorkloads: Mask
  /** Policies for which it is not understood whether they are for workload identities. */
  readonly perhapsForWorkloads: readonly OpenPolicies[]
  /** Rows of people about whom everything is known, by their policies: many users share few rows. */
  readonly settled: MaskStore<Row>
}

function invert(sides: readonly UserSide[], names: (side: UserSide) => ReadonlySet<string>): ReadonlyMap<string, Mask> {
  const masks = new Map<string, Mask>()
  sides.forEach((side, index) => {
    for (const name of names(side)) {
      const mask = masks.get(name) ?? emptyMask(sides.length)
      setBit(mask, index)
      masks.set(name, mask)
    }
  })
  return masks
}

function sideIndex(sides: readonly UserSide[]): SideIndex {
  const where = (test: (side: UserSide) => boolean): Mask => {
    const mask = emptyMask(sides.length)
    sides.forEach((side, index) => {
      if (test(side)) setBit(mask, index)
    })
    return mask
  }
  return {
    all: where(({ all }) => all),
    guests: where(({ guests }) => guests),
    users: invert(sides, ({ users }) => users),
    groups: invert(sides, ({ groups }) => groups),
    roles: invert(sides, ({ roles }) => roles),
    anyGroup: where(({ groups }) => groups.size > 0),
    anyRole: where(({ roles }) => roles.size > 0),
    external: sides.flatMap(({ external }, index) => (external === undefined ? [] : [{ index, external }])),
    unclear: unclearPolicies(sides.map(({ unclear }) => unclear)),
  }
}

/** The policies that have missing facts, each with its own. */
function unclearPolicies(facts: readonly (readonly string[])[]): readonly OpenPolicies[] {
  return facts.flatMap((names, index) => {
    if (names.length === 0) return []
    const policies = emptyMask(facts.length)
    setBit(policies, index)
    return [{ policies, names }]
  })
}

/** Inverts the assignments of all policies. */
export function userIndex(policies: readonly Policy[], workloads: Dimension<WorkloadIdentities>): UserIndex {
  const forWorkloads = emptyMask(policies.length)
  policies.forEach(({ conditions }, index) => {
    if (conditions.workloads?.understood === true) setBit(forWorkloads, index)
  })
  const perhaps = policies.map(({ conditions: { workloads } }) =>
    workloads === undefined || workloads.understood ? [] : [...workloads.unclear.include, ...workloads.unclear.exclude],
  )
  return {
    policies: policies.length,
    include: sideIndex(policies.map(({ conditions }) => conditions.include)),
    exclude: sideIndex(policies.map(({ conditions }) => conditions.exclude)),
    workloads,
    forWorkloads,
    perhapsForWorkloads: unclearPolicies(perhaps),
    settled: maskStore(settledRows, 10_000),
  }
}

/** The policies that name a group, or another that it leads to, on either side. */
export function namingGroup(
  { include, exclude }: UserIndex,
  names: Iterable<string>,
): { readonly include: Mask; readonly exclude: Mask } {
  const found = { include: emptyLike(include.all), exclude: emptyLike(include.all) }
  for (const name of names) {
    addMask(found.include, include.groups.get(name))
    addMask(found.exclude, exclude.groups.get(name))
  }
  return found
}
