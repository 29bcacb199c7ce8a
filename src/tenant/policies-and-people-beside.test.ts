import { expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from './load-tenant.ts'

const frame = {
  name: 'Beside',
  asOf: '2026-01-01',
  domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'cloud-only' }],
  groups: [{ name: 'Finance' }],
  conditionalAccess: {
    policies: [
      {
        displayName: 'Block',
        state: 'enabled',
        conditions: {
          users: { includeGroups: ['Finanse'], includeRoles: ['Global Admin'] },
          applications: { includeApplications: ['All'] },
        },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
    ],
  },
}

function namedWrongly(users: unknown, changes: object = {}): readonly string[] {
  const files = {
    't.json': JSON.stringify({ ...frame, users, ...changes }),
    'people.csv': 'userPrincipalName\na@contoso.com\n',
  }
  const loaded = loadTenant('t.json', memorySourceReader(files))
  return (loaded.ok ? loaded.warnings : loaded.diagnostics).flatMap((one) =>
    one.code === 'POL-20' ? [`${one.args.kind} ${one.args.name}, ${one.args.suggestion}`] : [],
  )
}

test('groups and roles that policies name are judged alike with people inside and next to the file', () => {
  const inside = namedWrongly([{ userPrincipalName: 'a@contoso.com' }])
  expect(inside).toEqual(['group Finanse, finance', 'role Global Admin, global administrator'])
  expect(namedWrongly({ from: 'people.csv' })).toEqual(inside)
})

test('without declared groups those of the rows are not known to be wrong', () => {
  expect(namedWrongly({ from: 'people.csv' }, { groups: undefined })).toEqual([
    'role Global Admin, global administrator',
  ])
})
