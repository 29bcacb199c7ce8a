import { describe, expect, test } from 'vitest'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { comparePolicies, type PolicyComparison } from './compare-policies.ts'
import { diagramOf } from './diagram.ts'
import { spaceOfPeople } from './layers.ts'
import { comparison, outcomeOf } from './outcome.ts'
import { choices, randomTenant } from './random-policies.fixture.ts'
import { sideOf } from './side.ts'

function tenant(policies: string): Tenant {
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
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: 198.51.100.0/24 }] }
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

function compared(before: Tenant, after: Tenant): PolicyComparison {
  return comparePolicies({ tenant: before }, { tenant: after })
}

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

describe('every sign-in of a box ends as the box says, and every changed one is in a box', () => {
  test.each(pairs)('in random pair %i of policies', (seed) => {
    const [one, other] = [randomTenant(seed, 2), randomTenant(seed + 500, 2)]
    const sides = [sideOf(one), sideOf(other)] as const
    const { changes } = comparePolicies({ tenant: one }, { tenant: other })
    const relate = comparison(...sides)
    const { space } = diagramOf(sides, spaceOfPeople(sides))
    const choose = choices(seed)
    for (let round = 0; round < 800; round += 1) {
      const chosen = space.layers.map(({ dimension, atoms }) => ({ dimension, atom: atoms[choose(atoms.length)] }))
      const signIns = sides.map(
        ({ at }, side) => Object.assign({ at }, ...chosen.map(({ atom }) => atom?.contributions[side])) as PolicySignIn,
      )
      const [before, after] = signIns
      if (before === undefined || after === undefined) throw new Error('no sign-in')
      if (before.legacy && !('applications' in before.target)) continue
      const relation = relate(outcomeOf(sides[0], before), outcomeOf(sides[1], after))
      const boxes = changes
        .filter(({ space: of }) => of === 'people')
        .flatMap((change) => change.boxes.map((box) => ({ change, box })))
        .filter(({ box: { parts } }) =>
          parts.every(({ dimension, words }) => {
            const atom = chosen.find((part) => part.dimension === dimension)?.atom
            return atom !== undefined && words.includes(atom.words[0] ?? '')
          }),
        )
      for (const { change } of boxes) expect(change.relation).toBe(relation)
      const all = changes.every(({ complete }) => complete)
      if (all && relation !== 'equal' && relation !== 'open') expect(boxes.length).toBeGreaterThan(0)
    }
  })
})
