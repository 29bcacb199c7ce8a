import { describe, expect, test } from 'vitest'
import { everyoneIn } from '../../analysis/compare/affected-sets.ts'
import { readingKey } from '../../analysis/compare/cell-reading.ts'
import { randomEstate } from '../../analysis/population/random-estate.fixture.ts'
import type { AffectedUsers, LegReading } from '../../analysis/population/results.ts'
import { choices } from '../../analysis/random-plan.fixture.ts'
import { placesOf } from '../../classes/user-sets.ts'
import { shareOf } from '../../share.fixture.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { PersonaDetails, PersonaOutcome } from '../persona-result.ts'
import { loadPlan } from '../states/load-plan.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
import { playPlan } from './play-plan.ts'
import { type Player, playerOf } from './states.ts'
import { cohortOf, findingsOf, type Transition, transitionsOf } from './transitions.ts'
import { undoOf } from './undo.ts'

/** Stages of every kind: policies alone, several at once, settings, people. */
function stagesOf(seed: number, policies: number): readonly object[] {
  const choose = choices(seed + 1000)
  const grant = [['block'], ['mfa'], ['compliantDevice', 'mfa'], ['compliantDevice']]
  const some = () => ({
    displayName: `Policy ${choose(policies)}`,
    state: ['enabled', 'disabled', 'enabledForReportingButNotEnforced'][choose(3)],
    grantControls: { operator: 'OR', builtInControls: grant[choose(4)] },
    ...(choose(2) === 0
      ? { conditions: { users: { includeGroups: [`00000000-0000-4000-8000-00000000000${choose(9)}`] } } }
      : {}),
  })
  const settings = [
    { multifactorAuthentication: { appPasswords: 'blocked' } },
    { workloads: { 'exchange-online': { SmtpClientAuthenticationDisabled: true } } },
    { multifactorAuthentication: { availableMethods: ['fido2', 'sms'] } },
  ]
  const one = some()
  const other = some()
  return [
    { name: 'one', changes: { conditionalAccess: { policies: [one] } } },
    {
      name: 'two',
      changes: {
        conditionalAccess: {
          policies:
            one.displayName === other.displayName ? [some()] : [other, { ...some(), displayName: one.displayName }],
        },
      },
    },
    { name: 'settings', changes: settings[choose(3)] },
    { name: 'people', cohorts: ['Pilot'], settings: { perUserMfaState: 'enforced', appPasswords: ['Laptop'] } },
    { name: 'clients', adds: { clients: [{ name: 'new mail', client: 'imap-client' }] } },
    { name: 'without', removes: { conditionalAccess: { policies: [`Policy ${choose(policies)}`] } } },
  ]
}

function planOf(seed: number): StagedPlan {
  const policies = 3 + (seed % 9)
  const dates = ['2023-07-01', '2023-08-15', '2023-10-01', '2023-12-01', '2024-01-10', '2024-03-01']
  const plan = {
    plan: `Plan ${seed}`,
    start: 't.yaml',
    until: '2024-06-01',
    cohorts: [
      { name: 'Pilot', users: ['user1', 'user4', 'user7'].map((name) => nameIn(seed, name)) },
      { name: 'Others', rest: true },
    ],
    stages: stagesOf(seed, policies).map((stage, index) => ({ ...stage, date: dates[index] })),
  }
  const reader = readerOf(seed, JSON.stringify(plan))
  const loaded = loadPlan('p.yaml', reader)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

const estateOf = (seed: number): string => randomEstate(seed, 20, 3 + (seed % 9))
const readerOf = (seed: number, plan = '') => memorySourceReader({ 'p.yaml': plan, 't.yaml': estateOf(seed) })

function nameIn(seed: number, start: string): string {
  const { users }: { readonly users: readonly { readonly userPrincipalName: UserName }[] } = JSON.parse(estateOf(seed))
  const found = users.find(({ userPrincipalName }) => userPrincipalName.startsWith(`${start}@`))
  if (found === undefined) throw new Error(`nobody is named ${start}`)
  return found.userPrincipalName
}

/** The names of the users of a change, whether they are a set or a pair of classes. */
function namesOf(player: Player, { before, after }: Transition, users: AffectedUsers): readonly UserName[] {
  const everyone = everyoneIn(users)
  if (everyone !== undefined && player.sets !== undefined) {
    const { sets } = player.sets.of(after).played.engine
    return [...placesOf(everyone)].map(sets.nameAt)
  }
  return [...after.state.side.classOf.values()]
    .filter(
      ({ name, index }) =>
        index === users.after && before.state.side.classOf.get(name.toLowerCase())?.index === users.before,
    )
    .map(({ name }) => name)
}

/** What every user notices, sign-in by sign-in. */
function noticed(plan: StagedPlan, reader: ReturnType<typeof readerOf>, as: 'classes' | 'sets'): readonly string[] {
  const player = playerOf(plan, { reader, as })
  const cohorts = cohortOf(plan)
  const seen: string[] = []
  for (const transition of transitionsOf(player))
    for (const { kind, stage, at, by, because, changes, users, cohorts: shares } of findingsOf(
      player,
      transition,
      cohorts,
    )) {
      const names = new Set<string>()
      for (const change of changes)
        for (const name of namesOf(player, transition, change.users)) {
          names.add(name)
          const causes = JSON.stringify(because, (key, value) => (key === 'origin' ? undefined : value))
          seen.push([name, change.client, change.purpose, change.network, kind, stage, at, by, causes].join(' '))
        }
      expect(users).toBe(names.size)
      expect(shares.reduce((sum, share) => sum + share.users, 0)).toBe(names.size)
    }
  expect(player.problems).toEqual([])
  for (const stage of plan.stages.slice(1)) {
    const { answer, users, mustActUsers, at } = undoOf(player, stage, cohorts)
    seen.push(`undo ${stage.index} ${answer} ${users} ${mustActUsers} ${at}`)
  }
  return seen.sort()
}

const isBlockedByName = ({ verdict }: LegReading): boolean => verdict.kind === 'blocked' && verdict.policies.length > 0

/** How many people of a cell get each outcome, whichever policies block them. */
function namelessly(cell: readonly PersonaOutcome[]): readonly string[] {
  const users = new Map<string, number>()
  for (const { users: some, reading } of cell) {
    const key = reading === undefined ? 'none' : readingKey(reading).replace(/policies",".*?\]"/g, '"')
    users.set(key, (users.get(key) ?? 0) + some)
  }
  return [...users].map(([key, some]) => `${some} ${key}`).sort()
}

describe('a plan whose people are compared as sets', () => {
  test.each(shareOf([0, 13, 3, 21], 2))('says of everyone what classes say (estate %i)', (seed) => {
    const plan = planOf(seed)
    const reader = readerOf(seed)
    const bySets = noticed(plan, reader, 'sets')
    expect(bySets.length).toBeGreaterThan(10)
    expect(bySets).toEqual(noticed(plan, reader, 'classes'))
  })

  test('answers the claims about every plan as classes do, and is compared with the start as they are', () => {
    const [plan, reader] = [planOf(55), readerOf(55)]
    const [one, other] = (['classes', 'sets'] as const).map((as) => playPlan(plan, { reader, as }))
    if (one?.ok !== true || other?.ok !== true) throw new Error('a plan is played')
    const answers = ({ claims }: typeof one.value) =>
      claims.map(({ claim, answer, stage, at }) => [claim, answer, stage, at])
    expect(answers(other.value)).toEqual(answers(one.value))
    expect(other.value.users).toBe(one.value.users)
    // Also of a stage that brings nothing, which is not compared again.
    const against = ({ againstStart }: typeof one.value) =>
      againstStart.map(({ kind, stage, at, users, cohorts }) => [
        `${stage} ${at} ${kind} ${users}`,
        ...cohorts.map((share) => `${share.cohort} ${share.users}`).sort(),
      ])
    expect(against(other.value).length).toBeGreaterThan(0)
    expect(against(other.value)).toEqual(against(one.value))
  })

  test('shows what each cohort presents as classes do', () => {
    const seed = 55
    const [plan, reader] = [planOf(seed), readerOf(seed)]
    const [one, other] = (['classes', 'sets'] as const).map((as) => {
      const result = playPlan(plan, { reader, as, details: true })
      if (!result.ok || result.value.details === undefined) throw new Error('a plan is played')
      return result.value.details
    })
    if (one === undefined || other === undefined) throw new Error('both are played')
    const rows = ({ matrix }: PersonaDetails): readonly string[] =>
      matrix.rows
        .map(({ cells, ...row }) => {
          const outcomes = cells.map(namelessly)
          return JSON.stringify([row.persona, row.client, row.purpose, row.network, outcomes])
        })
        .sort()
    expect(rows(one).length).toBeGreaterThan(10)
    expect(rows(other)).toEqual(rows(one))
    expect(other.matrix.points).toEqual(one.matrix.points)
    // No cell of sets says of several people which policies block them.
    for (const { cells } of other.matrix.rows)
      for (const { users, reading, policiesOfFirst } of cells.flat())
        expect(policiesOfFirst === true).toBe(users > 1 && (reading?.legs ?? []).some(isBlockedByName))
    const examples = ({ pairs }: PersonaDetails): readonly string[] =>
      pairs.map(({ stage, at, persona, kind }) => `${stage} ${at} ${persona} ${kind}`)
    expect(examples(one).length).toBeGreaterThan(0)
    expect(examples(other)).toEqual(examples(one))
    for (const { user, client, purpose, before, after } of other.pairs)
      for (const { request } of [...before, ...after])
        expect([request.user, request.client, request.purpose]).toEqual([user, client, purpose])
  })
})
