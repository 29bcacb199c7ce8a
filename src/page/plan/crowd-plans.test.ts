import { describe, expect, test } from 'vitest'
import { randomEstate, randomSignals } from '../../analysis/population/random-estate.fixture.ts'
import { shareOf } from '../../share.fixture.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import { editedFiles } from '../edit/edit-files.ts'
import { purposesFor, summaryFor, tracesFor, type Viewpoint } from '../state/cell.ts'
import { comparison } from '../state/changes.ts'
import { storyFor } from '../state/story.ts'
import type { CellSummary } from './cell-summary.ts'
import { crowdPlans, type Look } from './crowd-plans.ts'
import { type Plan, planOf } from './plan.ts'

const file = 'estate.yaml'
const seeds = Array.from({ length: 30 }, (_, seed) => seed)

function read(files: Readonly<Record<string, string>>): Plan {
  const planned = planOf(files, file)
  if (!planned.ok) throw new Error(planned.problems)
  return planned.plan
}

const planOfSeed = (seed: number): Plan => read({ [file]: randomEstate(seed, 30, 8) })

/** The same plan with a policy switched off, or on. */
function edited(plan: Plan): Plan {
  const [policy] = plan.tenant.conditionalAccess.policies
  if (policy === undefined) return plan
  const value = policy.state === 'enabled' ? 'disabled' : 'enabled'
  const path = ['conditionalAccess', 'policies', { item: policy.name }, 'state'] as const
  return read(editedFiles(plan.files, file, plan.tenant, [{ path, value }]))
}

const lookAt = (plan: Plan, signals: Signals = {}): Look => ({
  plan,
  at: plan.tenant.asOf,
  signals,
  signalsKey: JSON.stringify(signals),
})

function grouped(looks: readonly Look[]): readonly Plan[] {
  const steps = crowdPlans().group(looks)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    expect(step.value).toBeGreaterThanOrEqual(0)
    expect(step.value).toBeLessThanOrEqual(1)
  }
}

/** What a summary says of everyone of a group: not which policies block. */
const shared = (summary: CellSummary | undefined) =>
  summary && { tone: summary.tone, by: summary.by, signature: summary.signature, purpose: summary.purpose }

function* cellsOf(plan: Plan, { signals, signalsKey, at }: Look) {
  for (const person of plan.people)
    for (const client of plan.tenant.clients.values())
      for (const network of plan.tenant.networks.keys()) {
        const view: Viewpoint = { network, at, signals, signalsKey }
        for (const purpose of purposesFor(plan, person, client, at)) yield { person, client, purpose, view }
      }
}

function expectAlike(look: Look, groups: Plan): void {
  const { plan } = look
  for (const { person, client, purpose, view } of cellsOf(plan, look)) {
    const member = groups.byName.get(person.name)
    if (member === undefined) throw new Error(`${person.name} is in no group`)
    const said = shared(summaryFor(groups, member, client, purpose, view))
    expect(said, `${person.name} ${client.name} ${purpose} ${view.network}`).toEqual(
      shared(summaryFor(plan, person, client, purpose, view)),
    )
  }
}

describe.each(shareOf(seeds, 10))('the people of random estate %i in groups', (seed) => {
  test('everyone signs in like the one who stands for the group', () => {
    const look = lookAt(planOfSeed(seed), seed % 2 === 0 ? {} : randomSignals(seed))
    const [groups] = grouped([look])
    if (groups === undefined) throw new Error('no plan')
    expectAlike(look, groups)
    expect(groups.people.reduce((sum, { count }) => sum + count, 0)).toBe(look.plan.population.users)
  })

  test('so they do with and without a change, by the same groups', () => {
    const plan = planOfSeed(seed)
    const looks = [lookAt(edited(plan)), lookAt(plan)] as const
    const [now, then] = grouped(looks)
    if (now === undefined || then === undefined) throw new Error('no plans')
    expectAlike(looks[0], now)
    expectAlike(looks[1], then)
    expect(now.people.map(({ name, count }) => [name, count])).toEqual(
      then.people.map(({ name, count }) => [name, count]),
    )
  })

  test('as many people change as one by one', () => {
    const plan = planOfSeed(seed)
    const looks = [lookAt(edited(plan)), lookAt(plan)] as const
    const [now, then] = grouped(looks)
    if (now === undefined || then === undefined) throw new Error('no plans')
    expect(changesOf(then, now, looks[0])).toEqual(changesOf(looks[1].plan, looks[0].plan, looks[0]))
  })
})

/** For each change of a sign-in how many people it concerns. */
function changesOf(before: Plan, after: Plan, { at, signals, signalsKey }: Look): readonly string[] {
  const view = { at, signals, signalsKey }
  const { pieces, result } = comparison({ before, after, viewBefore: view, viewAfter: view })
  for (const piece of pieces) piece()
  return result()
    .map(({ client, purposes, networks, people, before: then, after: now }) => {
      const count = people.reduce((sum, person) => sum + person.count, 0)
      return `${client} ${purposes.join()} ${networks.join()} ${then?.tone} ${now?.tone}: ${count}`
    })
    .sort()
}

test('a person who is asked for is played alone, with the policies that concern this one', () => {
  const plan = planOfSeed(3)
  const [groups] = grouped([lookAt(plan)])
  if (groups === undefined) throw new Error('no plan')
  const [client] = plan.tenant.clients.values()
  const [network] = plan.tenant.networks.keys()
  if (client === undefined || network === undefined) throw new Error('no client or network')
  for (const person of plan.people) {
    const member = groups.byName.get(person.name)
    const [purpose] = purposesFor(plan, person, client, plan.tenant.asOf)
    if (member === undefined || purpose === undefined) continue
    const request = { user: person.name, client: client.name, purpose, network, at: plan.tenant.asOf, signals: {} }
    const alone = groups.grouped?.alone(person.name)
    expect([...(alone?.users.keys() ?? [])]).toEqual([person.name])
    expect(tracesFor(groups, request, member)).toEqual(tracesFor(plan, request, person))
  }
})

test('a cell has the same outcomes as one by one', () => {
  const look = lookAt(planOfSeed(5))
  const [groups] = grouped([look])
  if (groups === undefined) throw new Error('no plan')
  for (const { person, client, view } of cellsOf(look.plan, look)) {
    const member = groups.byName.get(person.name)
    const story = member && storyFor(groups, member, client, 'main', view)
    expect(story?.signature).toBe(storyFor(look.plan, person, client, 'main', view)?.signature)
  }
})

describe('groups of which the page does not have the members', () => {
  const tenantText = (group: string, declared: string): string => `name: Beside
asOf: 2024-06-01
licences: [p1]
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
workloads: { exchange-online: {} }
networks: [{ name: internet }]
clients: [browser]
${declared}users: { from: users.csv, memberships: memberships.csv }
conditionalAccess:
  policies:
    - displayName: MFA
      state: enabled
      conditions:
        users: { includeGroups: [${group}] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
`
  const beside = {
    'users.csv': 'userPrincipalName\na@contoso.com\n',
    'memberships.csv': 'group,member\nstaff,a@contoso.com\n',
  }
  const planned = (group: string, declared: string, leftOut: string) =>
    planOf({ [file]: tenantText(group, declared), ...beside }, file, { leftOut: new Set([leftOut]) })
  const id = '00000000-0000-4000-8000-000000000001'

  test.each([
    ['by name', 'Others', 'groups: [{ name: Others }, { name: staff }]\n', 'others'],
    ['by id', id, `groups: [{ name: Others, id: ${id} }, { name: staff }]\n`, 'others'],
    ['where the members name its id', 'Others', `groups: [{ name: Others, id: ${id} }, { name: staff }]\n`, id],
    ['where no groups are declared', 'Others', '', 'others'],
  ])('a plan that names one of them %s is refused', (_, group, declared, leftOut) => {
    const made = planned(group, declared, leftOut)
    expect(made.ok).toBe(false)
    expect(!made.ok && made.problems).toMatch(/^This page does not have the members of “others”/i)
  })

  test('a plan that names none of them is read', () => {
    expect(planned('staff', '', 'others').ok).toBe(true)
  })
})

test('a change in another file than that of the tenant is not taken for none', () => {
  const policy = {
    displayName: 'MFA',
    state: 'enabled',
    conditions: {
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
      locations: { includeLocations: ['All'], excludeLocations: ['00000000-0000-4000-8000-000000000009'] },
    },
    grantControls: { operator: 'OR', builtInControls: ['block'] },
  }
  const tenantText = `name: Locations beside
asOf: 2024-06-01
licences: [p1]
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
workloads: { exchange-online: {} }
networks: [{ name: internet, ranges: [198.51.100.0/24] }]
clients: [browser]
users: [{ userPrincipalName: a@contoso.com, displayName: Anna }]
conditionalAccess: { namedLocations: [locations.json], policies: [policy.json] }
`
  const plan = (range: string): Plan =>
    read({
      [file]: tenantText,
      'policy.json': JSON.stringify(policy),
      'locations.json': JSON.stringify({
        value: [
          {
            '@odata.type': '#microsoft.graph.ipNamedLocation',
            id: '00000000-0000-4000-8000-000000000009',
            displayName: 'Office',
            ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: range }],
          },
        ],
      }),
    })
  const looks = [lookAt(plan('198.51.100.0/24')), lookAt(plan('203.0.113.0/24'))] as const
  const [now, then] = grouped(looks)
  if (now === undefined || then === undefined) throw new Error('no plans')
  expectAlike(looks[0], now)
  expectAlike(looks[1], then)
})
