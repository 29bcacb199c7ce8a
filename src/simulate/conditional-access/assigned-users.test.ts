import { expect, test } from 'vitest'
import { userSets } from '../../classes/user-sets.ts'
import type { User } from '../../tenant/tenant.ts'
import { tenantOf } from '../sign-in.fixture.ts'
import { assignedUsers } from './assigned-users.ts'
import { hasBit } from './bits.ts'
import { principalRow } from './judge-users.ts'
import { compiledFrom, samplePolicy } from './sample-policies.fixture.ts'

const tenant = tenantOf({
  tenant: {
    groups: [
      { name: 'staff', members: ['sales'] },
      { name: 'sales', members: [] },
      { name: 'visitors', members: [] },
    ],
  },
})
const [ada] = tenant.users.values()
if (ada === undefined) throw new Error('the tenant has nobody')

const everyGroup = ['staff', 'sales', 'visitors']

/** Users of a kind: each is in other groups than the next. */
const kinds: readonly { readonly of: Partial<User>; readonly size: number }[] = [
  { of: {}, size: 40 },
  { of: { kind: 'guest', guestType: 'b2bCollaborationGuest', homeTenant: 'fabrikam.com' }, size: 9 },
  { of: { kind: 'guest', guestType: 'b2bCollaborationMember', homeTenant: undefined }, size: 9 },
  { of: { kind: 'guest', guestType: undefined }, size: 9 },
  { of: { roles: undefined }, size: 9 },
  { of: { roles: new Set(['62e90394-69f5-4237-9190-012177145e10']) }, size: 9 },
  { of: { groups: undefined }, size: 3 },
  { of: { kind: 'service-principal' }, size: 9 },
  { of: { kind: 'managed-identity' }, size: 9 },
  { of: { kind: 'anonymous' }, size: 9 },
  // Whom a policy names is a kind.
  { of: {}, size: 1 },
  { of: { kind: 'service-principal' }, size: 1 },
] as never

const people: readonly Readonly<Record<string, unknown>>[] = [
  { includeUsers: ['All'] },
  { includeGroups: ['staff'] },
  { includeGroups: ['sales'], excludeUsers: ['user1000@contoso.com'] },
  { includeUsers: ['user1000@contoso.com'] },
  { includeUsers: ['All'], excludeGroups: ['visitors'] },
  { includeGroups: ['staff'], excludeGroups: ['visitors'] },
  { includeUsers: ['GuestsOrExternalUsers'], excludeGroups: ['sales'] },
  { includeRoles: ['Global Administrator'], includeGroups: ['sales'] },
  { includeUsers: ['All'], excludeRoles: ['Global Administrator'], excludeGroups: ['sales'] },
  { includeGroups: ['sales'], includeGuestsOrExternalUsers: guests('fabrikam.com') },
  { includeUsers: ['All'], excludeGuestsOrExternalUsers: guests('fabrikam.com'), excludeGroups: ['staff'] },
  { includeGroups: ['sales'], somethingNew: ['x'] },
  { includeGroups: ['sales'], excludeGroups: ['visitors'], excludeUsers: 7 },
  { includeUsers: ['None'] },
]

function guests(home: string): unknown {
  return {
    guestOrExternalUserTypes: 'b2bCollaborationGuest,b2bCollaborationMember',
    externalTenants: { membershipKind: 'enumerated', members: [home] },
  }
}

const programs = [
  { includeServicePrincipals: ['ServicePrincipalsInMyTenant'], excludeServicePrincipals: ['user1100@contoso.com'] },
  { includeServicePrincipals: ['ServicePrincipalsInMyTenant'], somethingNew: ['x'] },
]

// More policies than a word of a mask has bits.
const policies = [0, 1, 2].flatMap((round) => [
  ...people.map((users, at) => samplePolicy(`people ${round} ${at}`, { users })),
  ...programs.map((clientApplications, at) =>
    samplePolicy(`programs ${round} ${at}`, { users: { includeUsers: ['All'] }, clientApplications }),
  ),
])

function setsOfAll() {
  const making = userSets(tenant)
  const found = kinds.map(({ of, size }, kind) => {
    const names = Array.from({ length: size }, (_, at) => `user${kind * 100 + at}@contoso.com`)
    names.forEach((name, at) => {
      const groups = everyGroup.filter((_, bit) => ((at >> bit) & 1) === 1)
      making.add(kind, { name, displayName: undefined, groups: 'groups' in of ? [] : groups })
    })
    // The first user of a kind is in no group, as the representative is.
    const representative = { ...ada, groups: new Set<string>(), ...of, userPrincipalName: names[0] ?? '' } as User
    return { representative, size }
  })
  const representatives = new Map(found.map((one) => [one.representative.userPrincipalName, one.representative]))
  const sets = making.finish(
    { ...tenant, users: representatives },
    found.map(({ representative, size }) => ({ representative: representative.userPrincipalName, size, traits: {} })),
  )
  return { sets, representatives }
}

test('policies concern the users of a set as each of them alone', () => {
  const compiled = compiledFrom({ policies })
  const { sets, representatives } = setsOfAll()
  const { certain, possible } = assignedUsers(compiled, sets, representatives)
  const wrong: string[] = []
  const seen = new Set<string>()
  for (const { representative, firstWord, size, words } of sets.kinds)
    for (let place = firstWord * 32; place < (firstWord + words) * 32; place += 1) {
      const of = representatives.get(representative)
      const isSomebody = place < firstWord * 32 + size
      if (of === undefined) throw new Error('a kind without a user')
      const row = principalRow(compiled.users, sets.userAt(place, of), 'undetermined')
      compiled.policies.forEach(({ name }, index) => {
        const alone = [row.certain, row.possible].map((mask) => isSomebody && hasBit(mask, index))
        const among = [certain[index], possible[index]].map(
          (set) => (((set?.[place >> 5] ?? 0) >> (place & 31)) & 1) === 1,
        )
        seen.add(alone.join())
        if (alone.join() !== among.join()) wrong.push(`${name}: ${of.kind} at ${place - firstWord * 32}`)
      })
    }
  expect(wrong).toEqual([])
  expect([...seen].sort()).toEqual(['false,false', 'false,true', 'true,true'])
})
