import { expect, test } from 'vitest'
import { importExports } from './import-exports.ts'

const domain = { id: 'contoso.com', authenticationType: 'Managed', isVerified: true }
const role = { '@odata.type': '#microsoft.graph.unifiedRoleAssignment', directoryScopeId: '/' }
const administrator = '62e90394-69f5-4237-9190-012177145e10'
const csv = (...rows: readonly string[]): string =>
  `userPrincipalName,displayName,id,perUserMfaState\n${rows.map((row) => `${row}\n`).join('')}`

function imported(objects: readonly object[], people: string) {
  const made = importExports(
    [
      { name: 'graph.json', text: JSON.stringify({ value: [domain, ...objects] }) },
      { name: 'people.csv', text: people },
    ],
    { asOf: '2026-01-01' },
  )
  const users = made.ok && Array.isArray(made.value.file.users) ? made.value.file.users : []
  return { users, open: made.ok ? made.value.coverage.filter(({ status }) => status === 'not-understood') : [] }
}

test('a role that Graph assigns by id is held by someone whom only a list of people names', () => {
  const assigned = { ...role, id: 'x', principalId: '1', roleDefinitionId: administrator }
  const { users } = imported([assigned], csv('anna@contoso.com,Anna,1,', 'bernd@contoso.com,Bernd,2,'))
  expect(users).toEqual([
    expect.objectContaining({ displayName: 'Anna', roles: ['Global Administrator'] }),
    expect.objectContaining({ displayName: 'Bernd', roles: [] }),
  ])
})

test('while no role is exported, whether people have roles stays open', () => {
  expect(imported([], csv('anna@contoso.com,Anna,1,')).users[0]).not.toHaveProperty('roles')
})

const exportsDisagree = { perUserMfaState: ['disabled', 'enforced'] }

test.each([
  ['by id and by name', { registered: true, perUserMfaState: 'enforced' }, 'enforced', []],
  [
    'that contradicts a list',
    { registered: true, exportsDisagree },
    'disabled',
    ['users · anna@contoso.com · perUserMfaState'],
  ],
])('an MFA state and a registration %s', (_, stated, state, open) => {
  const requirement = { userId: '1', perUserMfaState: 'enforced' }
  const registration = { userPrincipalName: 'Anna@contoso.com', isMfaRegistered: true }
  const result = imported([requirement, registration], csv(`anna@contoso.com,Anna,1,${state}`))
  expect(result.users).toEqual([{ userPrincipalName: 'anna@contoso.com', displayName: 'Anna', id: '1', ...stated }])
  expect(result.open.map(({ name }) => name)).toEqual(open)
})

test('what two records of one person contradict each other about is not settled by one of them', () => {
  const user = { id: '1', userPrincipalName: 'anna@contoso.com', accountEnabled: true, perUserMfaState: 'enforced' }
  const { users, open } = imported([user], csv('anna@contoso.com,Anna,1,disabled'))
  expect(users[0]).not.toHaveProperty('perUserMfaState')
  expect(open).toHaveLength(1)
})
