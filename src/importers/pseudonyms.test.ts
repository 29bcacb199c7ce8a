import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { importExports } from './import-exports.ts'

const hashed = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex')
const id = '22222222-2222-4222-8222-222222222222'
const role = '62e90394-69f5-4237-9190-012177145e10'
const exported = {
  domains: [{ id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true }],
  users: [{ id, userPrincipalName: 'ada@contoso.com', displayName: 'Ada Lovelace', userType: 'Member' }],
  groups: [
    { id: id.replaceAll('2', '3'), displayName: 'enabled', securityEnabled: true, groupTypes: [], members: [{ id }] },
  ],
  policies: [
    {
      id: id.replaceAll('2', '4'),
      displayName: 'For Ada Lovelace and eve@fabrikam.com',
      state: 'enabled',
      conditions: {
        users: { includeUsers: [id], includeRoles: [role], includeGroups: [id.replaceAll('2', '3')] },
        applications: { includeApplications: ['All'] },
      },
      grantControls: { operator: 'OR', builtInControls: ['mfa'] },
    },
  ],
}
const imported = (key: string): string => {
  const made = importExports([{ name: 'all.json', text: JSON.stringify(exported) }], { pseudonymize: hashed(key) })
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
  expect(made.value.origins).toEqual([])
  return made.value.text + JSON.stringify(made.value.coverage.map(({ name, note }) => [name, note]))
}

test('no name, address or id of the exports is left, and words of the format are', () => {
  const text = imported('a key of many letters')
  expect(text).not.toMatch(/ada|lovelace|contoso|fabrikam|2222|3333|4444/i)
  for (const word of ['state: enabled', 'managed', 'All', role, 'mfa']) expect(text).toContain(word)
})

test('the same key gives the same pseudonyms, another key gives others', () => {
  expect(imported('one key of letters')).toBe(imported('one key of letters'))
  expect(imported('one key of letters')).not.toBe(imported('other key of letters'))
})

test('the file is a valid tenant in which a policy still names its people', () => {
  const [text = ''] = imported('a key of many letters').split('[[')
  const loaded = loadTenantText(text, 'shared.yaml')
  expect(loaded.ok && loaded.warnings.filter(({ code }) => code === 'POL-5')).toEqual([])
})
