import { expect, test } from 'vitest'
import { allOf, placesOf } from '../../classes/user-sets.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { planOf } from '../matrix/plan.ts'
import { type PeopleSets, peopleLike, readPeopleSets } from './people-sets.ts'

const text = `name: People beside
asOf: 2024-06-01
licences: [p1]
domains:
  - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
  - { name: fabrikam.com, authenticationType: federated, identityProvider: adfs }
identityProviders: [{ name: adfs, product: ad-fs }]
workloads: { exchange-online: {} }
networks: [{ name: internet }]
clients: [outlook-2016]
groups: [{ name: Outer, id: 00000000-0000-4000-8000-000000000001 }, { name: Inner }, { name: Others, members: [c@contoso.com] }]
users: { from: users.csv, memberships: memberships.csv }
conditionalAccess:
  policies:
    - displayName: MFA
      state: enabled
      conditions:
        users: { includeGroups: [Outer], excludeUsers: [a@contoso.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
`
const users = `userPrincipalName,displayName,perUserMfaState,registered,roles
a@contoso.com,Anna,disabled,true,
b@fabrikam.com,Ben,enforced,false,Exchange Administrator
c@contoso.com,Carl,disabled,true,
d@contoso.com,Dora,disabled,false,Global Administrator
e@contoso.com,Emil,disabled,true,
`
const files = {
  'users.csv': users,
  'memberships.csv': 'group,member\nOuter,Inner\nInner,b@fabrikam.com\nInner,e@contoso.com\n',
}

function planIn(tenant: string, name = 'tenant.yaml') {
  const reader = memorySourceReader({ ...files, [name]: tenant })
  const plan = planOf({ name, text: tenant }, reader)
  if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics))
  return { document: plan.value.document.value, tenant: plan.value.tenant, reader }
}

function peopleIn(tenant: string, name?: string) {
  const plan = planIn(tenant, name)
  const read = readPeopleSets(plan.tenant, plan.reader)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  return { ...plan, people: read.value }
}

const everyone = ({ sets }: PeopleSets) =>
  sets.kinds.flatMap((kind) =>
    [...placesOf(allOf(kind))].map((place) => {
      const groups: string[] = []
      sets.eachGroup(place, (group) => groups.push(sets.groups.nameOf(group)))
      const stated = sets.tenant.users.get(kind.representative)
      return [sets.nameAt(place), sets.displayNameAt(place), groups, stated && sets.userAt(place, stated)]
    }),
  )

/** Everything that is known of people, apart from how it was found. */
const known = (people: PeopleSets) => ({
  names: people.names,
  kindOf: people.kindOf,
  kinds: people.sets.kinds,
  records: people.records,
  tenant: people.sets.tenant,
  declared: people.sets.declared,
  everyone: everyone(people),
})

const shared = [
  ['a policy is switched off', 'state: enabled', 'state: disabled'],
  ['a policy is about another group', 'includeGroups: [Outer]', 'includeGroups: [Others]'],
  ['a policy is about everyone', 'includeGroups: [Outer]', 'includeUsers: [All]'],
  ['the plan has another name', 'name: People beside', 'name: The same people'],
  ['the plan is looked at on another day', 'asOf: 2024-06-01', 'asOf: 2026-01-01'],
  [
    'a policy names a group that nobody has',
    'includeGroups: [Outer]',
    'includeGroups: [00000000-0000-4000-8000-00000000ffff]',
  ],
] as const

test.each(shared)('where %s, people are those that were read before', (_, before, after) => {
  const first = peopleIn(text)
  const other = planIn(text.replace(before, after))
  const fresh = peopleIn(text.replace(before, after))
  const like = peopleLike(first, other, {
    ...other.reader,
    readPieces: () => {
      throw new Error('read again')
    },
  })
  if (!like.ok) throw new Error(JSON.stringify(like.diagnostics))
  expect(known(like.value)).toEqual(known(fresh.people))
})

const readAgain = [
  ['a policy names another user', 'excludeUsers: [a@contoso.com]', 'excludeUsers: [b@fabrikam.com]'],
  ['a policy names a role', 'excludeUsers: [a@contoso.com]', 'excludeRoles: [Exchange Administrator]'],
  ['a domain is another one', 'managedSignIn: password-hash-sync', 'managedSignIn: pass-through'],
  ['a group has another member', 'members: [c@contoso.com]', 'members: [d@contoso.com]'],
] as const

test.each(readAgain)('where %s, people are read again', (_, before, after) => {
  const first = peopleIn(text)
  const other = planIn(text.replace(before, after))
  const fresh = peopleIn(text.replace(before, after))
  const like = peopleLike(first, other, other.reader)
  if (!like.ok) throw new Error(JSON.stringify(like.diagnostics))
  expect(known(like.value)).toEqual(known(fresh.people))
  const unread = {
    ...other.reader,
    readPieces: () => {
      throw new Error('read again')
    },
  }
  expect(() => peopleLike(first, other, unread)).toThrow('read again')
})

test('people of a plan in another folder are read, since the same names are other files there', () => {
  const first = peopleIn(text)
  const inFolder = memorySourceReader({
    'b/tenant.yaml': text,
    'b/users.csv': users.replace('enforced', 'enabled'),
    'b/memberships.csv': files['memberships.csv'],
  })
  const plan = planOf({ name: 'b/tenant.yaml', text }, inFolder)
  if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics))
  const like = peopleLike(first, { document: plan.value.document.value, tenant: plan.value.tenant }, inFolder)
  expect(like.ok && like.value.sets.kinds.some(({ traits }) => traits['perUserMfaState'] === 'enabled')).toBe(true)
})
