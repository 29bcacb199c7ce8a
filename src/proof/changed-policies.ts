import { hasBit, indexesOf, type Mask } from '../simulate/conditional-access/bits.ts'
import type { Grid } from './grid.ts'
import type { Side } from './side.ts'

const has = (mask: Mask, offset: number, index: number): boolean =>
  ((mask[offset + (index >> 5)] ?? 0) & (1 << (index & 31))) !== 0

/** Whether a policy of one side applies to the same sign-ins as a policy of the other side: certainly and possibly. */
function appliesAlike(
  { factors, offsets }: Grid,
  [one, index]: readonly [number, number],
  [other, twin]: readonly [number, number],
): boolean {
  const [first, second] = [offsets[one] ?? 0, offsets[other] ?? 0]
  return factors.every(({ places }) =>
    places.every(
      ({ certain, possible }) =>
        has(certain, first, index) === has(certain, second, twin) &&
        has(possible, first, index) === has(possible, second, twin),
    ),
  )
}

const asked = ({ compiled }: Side, index: number): string => {
  const { grant, session, sessionUnclear } = compiled.policies[index] ?? {}
  return JSON.stringify([grant, session, sessionUnclear], (_, value: unknown) =>
    value instanceof Set ? [...value] : value,
  )
}

const strengthsOf = ({ tenant }: Side): string =>
  JSON.stringify(tenant.conditionalAccess.authenticationStrengths, (_, value: unknown) =>
    value instanceof Set ? [...value] : value,
  )

/** Policies of one side without an identical counterpart on the other side. */
export function changedPolicies(
  sides: readonly [Side, Side],
  grids: readonly Grid[],
  from: 0 | 1,
  to: 0 | 1,
): readonly number[] {
  const [side, other] = [sides[from], sides[to]]
  const twins = new Map(other.compiled.policies.map(({ name }, index) => [name, index]))
  const sameStrengths = strengthsOf(side) === strengthsOf(other)
  return indexesOf(side.compiled.enforced).filter((index) => {
    const twin = twins.get(side.compiled.policies[index]?.name ?? '')
    if (twin === undefined || !hasBit(other.compiled.enforced, twin) || !sameStrengths) return true
    if (asked(side, index) !== asked(other, twin)) return true
    return !grids.every((grid) => appliesAlike(grid, [from, index], [to, twin]))
  })
}
