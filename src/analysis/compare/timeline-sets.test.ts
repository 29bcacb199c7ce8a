import { expect, test } from 'vitest'
import { placesOf } from '../../classes/user-sets.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import { type Plan, planOf } from '../matrix/plan.ts'
import { populationOf } from '../population/population.ts'
import { randomEstate } from '../population/random-estate.fixture.ts'
import type { AffectedUsers } from '../population/results.ts'
import { userSetsOf } from '../population/user-sets-of.ts'
import { everyoneIn } from './affected-sets.ts'
import { timeline } from './timeline.ts'

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)

/** An estate with events that change a policy and a user, and dates of the vendor between them. */
function estateOf(seed: number): Plan {
  const estate = JSON.parse(randomEstate(seed, 12, 5))
  const [, user] = estate.users
  const text = JSON.stringify({
    ...estate,
    asOf: '2022-09-01',
    events: [
      { at: '2022-10-01', type: 'policy-state-changed', policy: 'Policy 0', state: 'disabled' },
      { at: '2022-10-01', type: 'policy-enabled', policy: 'Policy 1' },
      { at: '2022-11-01', type: 'registration-completed', user: user.userPrincipalName },
    ],
  })
  const loaded = planOf({ name: 'plan.yaml', text })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

/** The names of affected users, by class or by set. */
function namesIn({ tenant }: Plan): (users: AffectedUsers) => readonly UserName[] {
  const classes = new Map<number, UserName[]>()
  const read = populationOf(tenant, undefined, {
    onUser: (name, index) => classes.set(index, [...(classes.get(index) ?? []), name]),
  })
  const sets = userSetsOf(tenant)
  if (!read.ok || !sets.ok) throw new Error('people cannot be read')
  return (users) => {
    const everyone = everyoneIn(users)
    if (everyone === undefined) return classes.get(users.after ?? users.before ?? -1) ?? []
    return [...placesOf(everyone)].map(sets.value.nameAt)
  }
}

test.each([3, 8])('sets of users change at the dates at which each of them does alone (estate %i)', (seed) => {
  const plan = estateOf(seed)
  const namesOf = namesIn(plan)
  const [classes, sets] = (['classes', 'sets'] as const).map((as) => {
    const made = timeline(plan, { from: day('2022-09-01'), to: day('2023-02-01'), as })
    if (!made.ok) throw new Error('the plan has no timeline')
    const rows = made.value.moments.flatMap(({ at, causes }) =>
      causes.flatMap(({ differences, changes }) => {
        const cause = JSON.stringify(differences, (key, value) => (key === 'origin' ? undefined : value))
        return changes.flatMap(({ users, client, purpose, network, aspects, before, after }) =>
          namesOf(users).map((name) =>
            JSON.stringify([
              at,
              name,
              client,
              purpose,
              network,
              aspects,
              before?.verdict.kind,
              after?.verdict.kind,
              cause,
            ]),
          ),
        )
      }),
    )
    return [rows.sort(), made.value.withoutEffect, made.value.users]
  })
  expect(classes?.[0]).not.toEqual([])
  expect(sets).toEqual(classes)
})
