import { describe, expect, test } from 'vitest'
import { whatIf } from '../analysis/what-if/what-if.ts'
import { parseSource } from '../source/document/located-document.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { signInsAt, wordsAt } from './box-parts.ts'
import { comparePolicies, type PolicyComparison } from './compare-policies.ts'
import { exists, gridOf } from './grid.ts'
import { spaceOfPeople } from './layers.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { choices, randomTenant } from './random-policies.fixture.ts'
import { comparison } from './relate.fixture.ts'
import type { ReplayRequest } from './replay-request.ts'
import { sideOf } from './side.ts'

function tenant(policies: string, office = '198.51.100.0/24'): Tenant {
  const loaded = loadTenantText(
    `
name: compared
asOf: 2026-11-22
securityDefaults: false
domains: [{ name: contoso.com, authenticationType: managed }]
groups: [{ name: Sales }, { name: Emergency }]
conditionalAccess:
  namedLocations:
    - { '@odata.type': '#microsoft.graph.ipNamedLocation', id: office, displayName: Office, isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: ${office} }] }
  policies: [${policies}]
users:
  - { userPrincipalName: ada@contoso.com, displayName: Ada, groups: [Sales], roles: [] }
  - { userPrincipalName: ben@contoso.com, displayName: Ben, groups: [], roles: [] }
`,
    'compared.yaml',
  )
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args)).join(' '))
  return loaded.value
}

const policy = (
  name: string,
  users: string,
  rest = '',
  grant = 'mfa',
): string => `{ displayName: ${name}, state: enabled,
      conditions: { users: ${users}, applications: { includeApplications: [All] }, clientAppTypes: [all] ${rest} },
      grantControls: { operator: OR, builtInControls: [${grant}] } }`

const everybody = '{ includeUsers: [All] }'
const mfa = tenant(policy('MFA for all', everybody))

const shaped = (session: string): Tenant =>
  tenant(policy('MFA', everybody).replace(/\}$/, `, sessionControls: { ${session} } }`))
const frequency = (type: string, value: number): string =>
  `signInFrequency: { isEnabled: true, type: ${type}, value: ${value} }`
const hours = (value: number): string => frequency('hours', value)
const browser = (mode: string): string => `persistentBrowser: { isEnabled: true, mode: ${mode} }`

function compared(before: Tenant, after: Tenant): PolicyComparison {
  return comparePolicies({ tenant: before }, { tenant: after })
}

const outsideOnly = policy('MFA', everybody, ', locations: { includeLocations: [All], excludeLocations: [AllTrusted] }')
const widened = tenant(outsideOnly, '198.51.100.0/23')

test.each([
  [tenant(outsideOnly), widened, 'looser', 'Office (before: no named address range)'],
  [widened, tenant(outsideOnly), 'stricter', 'no named address range (before: Office)'],
] as const)(
  'addresses that a location takes in or gives up are named on both sides',
  (before, after, relation, word) => {
    const { result, changes } = compared(before, after)
    expect(result).toBe(relation)
    for (const { boxes } of changes)
      for (const { parts } of boxes)
        expect(parts.find(({ dimension }) => dimension === 'location')?.words).toEqual([word])
  },
)

describe('the second set of policies', () => {
  test.each([
    ['is the same', mfa, mfa, 'equivalent'],
    [
      'says the same in two policies',
      mfa,
      tenant(`${policy('Sales', '{ includeGroups: [Sales] }')}, ${policy('All', everybody)}`),
      'equivalent',
    ],
    ['excludes a group', mfa, tenant(policy('MFA', '{ includeUsers: [All], excludeGroups: [Sales] }')), 'looser'],
    [
      'excludes a group that nobody is in',
      mfa,
      tenant(policy('MFA', '{ includeUsers: [All], excludeGroups: [Emergency] }')),
      'equivalent',
    ],
    [
      'excludes trusted places',
      mfa,
      tenant(policy('MFA', everybody, ', locations: { includeLocations: [All], excludeLocations: [AllTrusted] }')),
      'looser',
    ],
    ['blocks', mfa, tenant(policy('Block', everybody, '', 'block')), 'stricter'],
    ['takes a compliant device instead', mfa, tenant(policy('MFA', everybody, '', 'mfa, compliantDevice')), 'looser'],
    ['demands something else', mfa, tenant(policy('Terms', everybody, '', 'passwordChange')), 'incomparable'],
    ['demands what is not understood', mfa, tenant(policy('Verified', everybody, '', 'verifiedID')), 'open'],
    ['stops demanding what is not understood', tenant(policy('Verified', everybody, '', 'verifiedID')), mfa, 'open'],
    ['is gone', mfa, tenant(''), 'looser'],
    ['asks again sooner', shaped(hours(8)), shaped(hours(4)), 'stricter'],
    ['asks again later', shaped(hours(8)), shaped(hours(12)), 'looser'],
    ['says a day in hours', shaped(frequency('days', 1)), shaped(hours(24)), 'equivalent'],
    ['ends browser sessions', shaped(browser('always')), shaped(browser('never')), 'stricter'],
    ['keeps browser sessions', mfa, shaped(browser('always')), 'looser'],
  ])('%s', (_, before, after, result) => expect(compared(before, after).result).toBe(result))

  test('opens what it excludes to those people, and to nobody else', () => {
    const { changes } = compared(mfa, tenant(policy('MFA', '{ includeUsers: [All], excludeGroups: [Sales] }')))
    const [change] = changes.filter(({ before }) => before === 'mfa')
    expect(change).toMatchObject({ relation: 'looser', after: 'allow', complete: true, policies: ['MFA for all'] })
    expect(change?.boxes.map(({ parts }) => parts.find(({ dimension }) => dimension === 'people')?.words)).toEqual([
      ['Ada'],
    ])
  })
})

const pairs = Array.from({ length: 12 }, (_, index) => index)

const ofDevice: readonly string[] = ['compliantDevice', 'domainJoinedDevice']

/** An outcome at the device that the sign-in comes from: what only another device could meet keeps the sign-in out. */
function atThisDevice(outcome: Outcome): Outcome {
  if (outcome.decision !== 'controls-required' && outcome.decision !== 'cannot-satisfy') return outcome
  const required = outcome.required.map((clause) => clause.filter((word) => !ofDevice.includes(word)))
  return required.some((clause) => clause.length === 0)
    ? { ...outcome, decision: 'block', required: [] }
    : { ...outcome, required }
}

/** What may be true of the sign-ins of a box, beside that which the box is about. */
const within = {
  looser: ['looser', 'different', 'opened', 'closed'],
  stricter: ['stricter', 'different', 'closed', 'opened'],
  opened: ['opened', 'looser', 'different', 'open'],
  closed: ['closed', 'stricter', 'different', 'open'],
  different: ['different'],
} as const

/** What `what-if` answers to a request: the outcome, but for the names of policies. */
function answered(tenant: Tenant, request: ReplayRequest): unknown {
  const document = parseSource({ name: 'request.json', text: JSON.stringify(request) })
  if (!document.ok) throw new Error('the request is no document')
  const answer = whatIf(tenant, document.value)
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics))
  const { decision, required, session = {} } = answer.value.combined
  return [decision, required, session]
}

test.each([1, 5, 9, 13, 22])(
  'what-if shows the example of each changed box before and after: random pair %i',
  (seed) => {
    const tenants = [randomTenant(seed, 4), randomTenant(seed + 500, 3)] as const
    const { changes } = comparePolicies({ tenant: tenants[0] }, { tenant: tenants[1] })
    const boxes = changes.flatMap((change) => change.boxes)
    expect(boxes.length).toBeGreaterThan(0)
    for (const { before, after, requests } of boxes)
      for (const [at, outcome] of [before, after].entries()) {
        const [tenant, request] = [tenants[at], requests()[at]]
        if (tenant === undefined || request === undefined) throw new Error('a side without a request')
        const { decision, required, session = {} } = outcome
        expect(answered(tenant, request), JSON.stringify(request)).toEqual([decision, required, session])
      }
  },
)

describe('every sign-in of a box ends as the box says, and every changed one is in a box', () => {
  test.each(pairs)('in random pair %i of policies', (seed) => {
    const [one, other] = [randomTenant(seed, 1 + (seed % 4)), randomTenant(seed + 500, 1 + (seed % 3))]
    const sides = [sideOf(one), sideOf(other)] as const
    const { changes } = comparePolicies({ tenant: one }, { tenant: other })
    const relate = comparison(...sides)
    const grid = gridOf(sides, spaceOfPeople(sides))
    const choose = choices(seed)
    const all = changes.every(({ complete }) => complete)
    const boxes = changes.flatMap((change) =>
      change.space === 'people' ? change.boxes.map((box) => ({ change, box })) : [],
    )
    for (let round = 0; round < 500; round += 1) {
      const places = grid.factors.map(({ places: of }) => choose(of.length))
      const [before, after] = signInsAt(grid, places)
      if (before === undefined || after === undefined || !exists(before)) continue
      const relation = relate(atThisDevice(outcomeOf(sides[0], before)), atThisDevice(outcomeOf(sides[1], after)))
      const words = wordsAt(grid, places)
      const holding = boxes.filter(({ box }) =>
        box.parts.every(({ dimension, words: of }) =>
          [words[dimension], `${words.client} on ${words.platform}`].some(
            (word) => word !== undefined && of.includes(word),
          ),
        ),
      )
      for (const { change, box } of holding)
        expect(
          within[change.relation],
          `${change.before} -> ${change.after} ${JSON.stringify(box.parts)} ${JSON.stringify(words)} ${JSON.stringify([outcomeOf(sides[0], before), outcomeOf(sides[1], after)])}`,
        ).toContain(relation)
      if (all && relation !== 'equal' && relation !== 'open')
        expect(
          holding.length,
          `${relation} ${JSON.stringify(words)} ${JSON.stringify([outcomeOf(sides[0], before), outcomeOf(sides[1], after)])}`,
        ).toBeGreaterThan(0)
    }
  })
})
