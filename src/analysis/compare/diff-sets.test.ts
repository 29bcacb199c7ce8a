import { expect, test } from 'vitest'
import { placesOf } from '../../classes/user-sets.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import { type Plan, readPlan } from '../matrix/plan.ts'
import { matchNames } from '../population/match-names.ts'
import { randomEstate, withBranches } from '../population/random-estate.fixture.ts'
import type { AffectedUsers, DiffResult } from '../population/results.ts'
import { choices } from '../random-plan.fixture.ts'
import { everyoneIn } from './affected-sets.ts'
import { sidesOf } from './compare-sets.ts'
import { diff } from './diff.ts'
import { joinSides, readSide } from './joint-classes.ts'

type Estate = Record<string, unknown> & {
  users: Record<string, unknown>[]
  conditionalAccess: { policies: Record<string, unknown>[] }
}

/** The estate with some of its policies changed, and in some seeds a setting, people or the date. */
function changed(seed: number, text: string): string {
  const choose = choices(seed + 500)
  const estate: Estate = JSON.parse(text)
  const { policies } = estate.conditionalAccess
  const controls = [['block'], ['mfa'], ['mfa', 'compliantDevice'], ['compliantDevice']]
  for (let count = 0; count < 2; count += 1) {
    const policy = policies[choose(policies.length)]
    if (policy !== undefined) {
      policy['grantControls'] = { operator: ['AND', 'OR'][choose(2)], builtInControls: controls[choose(4)] }
      policy['state'] = ['enabled', 'disabled'][choose(2)]
    }
  }
  if (seed % 3 === 1) {
    estate['multifactorAuthentication'] = { appPasswords: 'blocked', trustedIps: ['203.0.113.0/24'] }
    const [first, second] = estate.users
    if (first !== undefined) first['perUserMfaState'] = 'enforced'
    if (second !== undefined) second['userPrincipalName'] = 'renamed@contoso.com'
  }
  if (seed % 3 === 2) policies.splice(choose(policies.length), 1)
  return JSON.stringify(estate)
}

function planIn(reader: SourceReader, file: string): Plan {
  const read = readPlan(file, reader)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics.map(({ code, args }) => [code, args])))
  return read.value
}

type NamesOf = (users: AffectedUsers) => readonly UserName[]

/** The users of a change, by the name that they have after it, or before where they are gone. */
function namesIn(before: Plan, after: Plan, reader: SourceReader): NamesOf {
  const sides = sidesOf(before, after, reader)
  const [one, other] = [before, after].map(({ tenant }) => readSide(tenant, reader))
  if (!sides.ok || !one?.ok || !other?.ok) throw new Error('people cannot be read')
  const classes = new Map<string, UserName[]>()
  const add = (name: UserName, key: string) => classes.set(key, [...(classes.get(key) ?? []), name])
  const names = matchNames(before.tenant, after.tenant)
  joinSides(one.value, other.value, names, add)
  const still = new Set([...other.value.classOf.values()].map(({ name }) => names.users.get(name) ?? name))
  for (const { name, index } of one.value.classOf.values()) if (!still.has(name)) add(name, `${index} `)
  const [left, right] = sides.value
  return (users) => {
    const everyone = everyoneIn(users)
    if (everyone === undefined) return classes.get(`${users.before ?? ''} ${users.after ?? ''}`) ?? []
    const { engine } = users.after === undefined ? left.state : right.state
    return [...placesOf(everyone)].map(engine.sets.nameAt)
  }
}

/** Everything that changes for each user, with its cause. */
function rows({ causes }: DiffResult, namesOf: NamesOf): readonly string[] {
  return causes
    .flatMap(({ differences, changes }) => {
      const cause = JSON.stringify(differences, (key, value) => (key === 'origin' ? undefined : value))
      return changes.flatMap(({ users, client, purpose, network, aspects, before, after }) => {
        const ends = [before, after].map(
          (one) =>
            one && [
              one.verdict.kind,
              one.prompts,
              one.legs.map(({ verdict: { kind }, required, session, audit }) => [kind, required, session, audit]),
            ],
        )
        return namesOf(users).map((name) => JSON.stringify([name, client, purpose, network, aspects, ends, cause]))
      })
    })
    .sort()
}

/** The policies that stop the first user of each change, on both sides. */
function stoppedBy({ causes }: DiffResult, namesOf: NamesOf): ReadonlyMap<string, string> {
  const named = causes.flatMap(({ changes }) =>
    changes.flatMap(({ users, client, purpose, network, before, after }) => {
      const policies = [before, after].map((one) =>
        one?.legs.map(({ verdict }) => (verdict.kind === 'blocked' ? verdict.policies : [])),
      )
      const of = namesOf(users).map((name) => JSON.stringify([name, client, purpose, network]))
      return (everyoneIn(users) === undefined ? of : of.slice(0, 1)).map((key): readonly [string, string] => [
        key,
        JSON.stringify(policies),
      ])
    }),
  )
  return new Map(named)
}

/** What changes for each user, found by classes and by sets; by both the same policies stop the first user of a set. */
function bothWays(reader: SourceReader, from: string, to: string): readonly (readonly string[])[] {
  const [before, after] = [planIn(reader, from), planIn(reader, to)]
  const namesOf = namesIn(before, after, reader)
  const [classes, sets] = (['classes', 'sets'] as const).map((as) => {
    const made = diff(before, after, { reader, as })
    if (!made.ok) throw new Error('the plans cannot be compared')
    return made.value
  })
  if (classes === undefined || sets === undefined) throw new Error('nothing was compared')
  const alone = stoppedBy(classes, namesOf)
  for (const [of, policies] of stoppedBy(sets, namesOf)) expect(policies).toBe(alone.get(of))
  return [classes, sets].map((one) => rows(one, namesOf))
}

test.each([2, 6, 7, 9])('sets of users change as each of them does alone (estate %i)', (seed) => {
  const text = withBranches(randomEstate(seed, 10, 3 + (seed % 7)))
  const reader = memorySourceReader({ 'a.yaml': text, 'b.yaml': changed(seed, text) })
  const [alone, sets] = bothWays(reader, 'a.yaml', 'b.yaml')
  expect(alone?.length).toBeGreaterThan(0)
  expect(sets).toEqual(alone)
})

/** Two folders with an estate whose people are in a file of the same name. */
function inFolders(text: string, changedPeople: (users: Record<string, unknown>[]) => void, policies = text) {
  const { users } = JSON.parse(text)
  const files = (estate: string, people: readonly unknown[]): readonly string[] => [
    JSON.stringify({ ...JSON.parse(estate), users: { from: 'people.jsonl' } }),
    people.map((one) => JSON.stringify(one)).join('\n'),
  ]
  const others = structuredClone(users)
  changedPeople(others)
  const [one = '', people = ''] = files(text, users)
  const [other = '', changedOnes = ''] = files(policies, others)
  return memorySourceReader({
    'a/tenant.yaml': one,
    'a/people.jsonl': people,
    'b/tenant.yaml': other,
    'b/people.jsonl': changedOnes,
  })
}

test.each([
  ['the same policies', 4],
  ['other policies too', 6],
])('people who differ in files of the same name are compared: %s', (_, seed) => {
  const text = randomEstate(seed, 5, 3)
  const policies = seed === 4 ? text : changed(seed, text)
  const reader = inFolders(
    text,
    ([one, other]) => {
      if (one !== undefined) one['perUserMfaState'] = one['perUserMfaState'] === 'enforced' ? 'disabled' : 'enforced'
      if (other !== undefined) other['groups'] = []
    },
    policies,
  )
  const [alone, sets] = bothWays(reader, 'a/tenant.yaml', 'b/tenant.yaml')
  expect(alone?.length).toBeGreaterThan(0)
  expect(sets).toEqual(alone)
})

test('locations that differ in files of the same name are compared', () => {
  const estate = JSON.parse(withBranches(randomEstate(5, 6, 6)))
  const [location] = estate.conditionalAccess.namedLocations
  estate.conditionalAccess.namedLocations = ['locations.json']
  for (const policy of estate.conditionalAccess.policies)
    policy.conditions.locations = { includeLocations: ['All'], excludeLocations: ['AllTrusted'] }
  const text = JSON.stringify(estate)
  const elsewhere = { ...location, ipRanges: [{ cidrAddress: '192.0.2.0/24' }] }
  const reader = memorySourceReader({
    'a/tenant.yaml': text,
    'a/locations.json': JSON.stringify({ value: [location] }),
    'b/tenant.yaml': text,
    'b/locations.json': JSON.stringify({ value: [elsewhere] }),
  })
  const [alone, sets] = bothWays(reader, 'a/tenant.yaml', 'b/tenant.yaml')
  expect(alone?.length).toBeGreaterThan(0)
  expect(sets).toEqual(alone)
})

/** An estate in which two policies block users of some groups, and a third demands something of everyone. */
function withBlocks(controls: readonly string[]): string {
  const estate = JSON.parse(randomEstate(12, 14, 3))
  const groups = (...numbers: readonly number[]) => ({
    includeGroups: numbers.map((number) => `00000000-0000-4000-8000-00000000000${number}`),
  })
  const policy = (displayName: string, users: object, builtInControls: readonly string[]) => ({
    displayName,
    state: 'enabled',
    conditions: { clientAppTypes: ['all'], applications: { includeApplications: ['All'] }, users },
    grantControls: { operator: 'OR', builtInControls },
  })
  const policies = [
    policy('First', groups(0, 1, 2), ['block']),
    policy('Second', groups(3, 4, 5, 6), ['block']),
    policy('Third', { includeUsers: ['All'] }, controls),
  ]
  return JSON.stringify({ ...estate, conditionalAccess: { ...estate.conditionalAccess, policies } })
}

test.each([
  [['mfa'], ['block']],
  [['block'], ['compliantDevice']],
])('whom others block is compared where a policy of %j is one of %j', (before, after) => {
  const reader = memorySourceReader({ 'a.yaml': withBlocks(before), 'b.yaml': withBlocks(after) })
  const [alone, sets] = bothWays(reader, 'a.yaml', 'b.yaml')
  expect(alone?.length).toBeGreaterThan(0)
  expect(sets).toEqual(alone)
})
