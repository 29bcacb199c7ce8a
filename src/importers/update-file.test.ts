import { expect, test } from 'vitest'
import { withChanges } from '../source/edit/change.ts'
import { fileUpdate } from './update-file.ts'

const ada = { userPrincipalName: 'ada@contoso.com', mailbox: 'none' }
const bob = { userPrincipalName: 'bob@contoso.com' }
const policy = { id: 'p1', displayName: 'Pilots', state: 'enabled' }

test.each<[string, object, object, object]>([
  [
    'what only the file says stays',
    { description: 'ours', users: [ada] },
    { licences: ['p1'] },
    { description: 'ours', users: [ada], licences: ['p1'] },
  ],
  [
    'what the exports say of a person is changed, and what the file says besides stays',
    { users: [bob, ada] },
    { users: [{ userPrincipalName: 'ADA@contoso.com', accountEnabled: false }] },
    { users: [bob, { ...ada, userPrincipalName: 'ADA@contoso.com', accountEnabled: false }] },
  ],
  ['somebody new is added', { users: [ada] }, { users: [bob, ada] }, { users: [ada, bob] }],
  [
    'who was imported before and is gone is taken out, who was written by hand is not',
    { users: [ada, { userPrincipalName: 'imported@contoso.com' }, bob] },
    { users: [ada] },
    { users: [ada, bob] },
  ],
  [
    'a policy is replaced as a whole',
    { conditionalAccess: { policies: [{ ...policy, grantControls: { a: 1 } }] } },
    { conditionalAccess: { policies: [{ ...policy, state: 'disabled' }] } },
    { conditionalAccess: { policies: [{ ...policy, state: 'disabled' }] } },
  ],
  [
    'words in another order are the same words',
    { licences: ['p2', 'p1'] },
    { licences: ['p1', 'p2'] },
    { licences: ['p2', 'p1'] },
  ],
])('%s', (_name, own, imported, expected) => {
  const known = (place: readonly string[]): boolean => place.join('/').toLowerCase() === 'users/imported@contoso.com'
  const { changes } = fileUpdate({ ...own }, { ...imported }, known)
  expect(withChanges(own, changes)).toEqual(expected)
})

test.each<[string, object, object, string]>([
  ['people', { users: { from: 'users.csv' } }, { users: [ada] }, 'users'],
  [
    'policies',
    { conditionalAccess: { policies: ['p/*.json'] } },
    { conditionalAccess: { policies: [policy] } },
    'conditionalAccess.policies',
  ],
])('%s that are in separate files are left there, and named', (_name, own, imported, list) => {
  expect(fileUpdate({ ...own }, { ...imported }, () => false)).toEqual({ changes: [], elsewhere: [list] })
})

test('what exports disagreed on before stays in dispute only as long as no export settles it', () => {
  const entry = (name: string, values: readonly string[]) => ({
    setting: ['workloads', 'exchange-server', 'servers', name, 'version'],
    values,
  })
  const [one, other] = [entry('EX1', ['2016', '2019']), entry('EX2', ['2013', '2016'])]
  const servers = (...names: readonly string[]) => ({
    workloads: { 'exchange-server': { servers: names.map((name) => ({ name, version: '2016' })) } },
  })
  const before = { ...servers('EX1', 'EX2'), exportsDisagreeOn: [one, other] }
  const known = () => false
  expect(fileUpdate(before, before, known).changes).toEqual([])
  expect(fileUpdate(before, servers('EX1'), known).changes).toEqual([{ path: ['exportsDisagreeOn'], value: [other] }])
  expect(fileUpdate(before, servers('EX1', 'EX2'), known).changes).toEqual([
    { path: ['exportsDisagreeOn'], value: undefined },
  ])
})
