import { describe, expect, test } from 'vitest'
import { randomEstate, withBranches } from '../population/random-estate.fixture.ts'
import { tenantOf } from '../random-plan.fixture.ts'
import { type GapsOptions, type GapsRun, sweepGaps } from './gaps.ts'
import type { GapCase } from './result.ts'

function swept(seed: number, as: NonNullable<GapsOptions['as']>): GapsRun {
  const tenant = tenantOf(randomEstate(seed, 20, 3 + (seed % 9)))
  const found = sweepGaps(tenant, { as })
  if (!found.ok) throw new Error('the sweep fails')
  return found.value
}

/** Kinds of which a class-by-class case is of several classes, not each of them with every client. */
const acrossClasses: ReadonlySet<string> = new Set([
  'no-on-premises-audit',
  'undetermined',
  'verdict-hangs-on-assumption',
])

/** What of a case is the same whether users are swept in classes or in sets: each policy by itself. */
function* rowsOf(namesOf: GapsRun['namesOf'], one: GapCase) {
  const { kind, severity, about, way = '', because, details, clients, people } = one
  const own = kind === 'emergency-access-locked-out' || kind === 'no-on-premises-audit' ? '' : about
  for (const policy of details.policies?.length ? details.policies : ['-'])
    for (const user of people.flatMap((some) => [...namesOf(some)]))
      for (const client of acrossClasses.has(kind) ? ['-'] : clients)
        yield [kind, severity, way, own, JSON.stringify(because), details.verdict, policy, user, client].join(' | ')
}

/** Kinds that say nothing of single users. */
const ofPolicies: ReadonlySet<string> = new Set(['policy-decides-nothing', 'policy-shadowed'])

const rows = ({ gaps: { findings }, namesOf }: GapsRun): readonly string[] =>
  [
    ...new Set(
      findings
        .filter(({ kind }) => !ofPolicies.has(kind))
        .flatMap(({ cases }) => cases.flatMap((one) => [...rowsOf(namesOf, one)])),
    ),
  ].sort()

const policies = ({ gaps: { findings } }: GapsRun): readonly string[] =>
  findings
    .filter(({ kind }) => ofPolicies.has(kind))
    .map(({ kind, about, details }) => [kind, about, ...[...(details.policies ?? [])].sort()].join(' '))
    .sort()

describe('findings of sets of users', () => {
  test.each([1, 5, 8])('are those of class by class (estate %i)', (seed) => {
    const [classes, sets] = [swept(seed, 'classes'), swept(seed, 'sets')]
    expect(sets.gaps.users).toBe(classes.gaps.users)
    expect(rows(sets)).toEqual(rows(classes))
    expect(policies(sets)).toEqual(policies(classes))
  })
})

test.each(['classes', 'sets'] as const)('what is played once stands for all networks and dates (%s)', (as) => {
  const tenant = tenantOf(withBranches(randomEstate(13, 12, 7)))
  const [all, once] = [true, false].map((exhaustive) => {
    const found = sweepGaps(tenant, { as, exhaustive })
    if (!found.ok) throw new Error('the sweep fails')
    return JSON.stringify(found.value.gaps, null, 1)
  })
  expect(once).toBe(all)
})
