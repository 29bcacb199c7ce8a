import { describe, expect, test } from 'vitest'
import { missing } from '../../vocabulary/facts.ts'
import { tenantOfText } from '../plays.fixture.ts'
import { systemPreferredFor } from './system-preferred.ts'

const everyone = [{ id: 'all_users', targetType: 'group' }]

function preferred(preferences: object | undefined, user: object, more: object = {}) {
  const tenant = tenantOfText(
    JSON.stringify({
      name: 'Preferences',
      asOf: '2025-06-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      ...(preferences && { authenticationMethodsPolicy: { systemCredentialPreferences: preferences } }),
      ...more,
      users: [{ userPrincipalName: 'ada@contoso.com', ...user }],
    }),
    'preferences',
  )
  const [ada] = tenant.users.values()
  return ada && systemPreferredFor(tenant, ada, tenant.asOf)
}

// https://learn.microsoft.com/entra/identity/authentication/concept-system-preferred-multifactor-authentication
describe('preferences of the authentication methods policy', () => {
  test.each([
    ['for everyone', { state: 'enabled', includeTargets: everyone }, { groups: [] }, 'second-factor'],
    ['off', { state: 'disabled', includeTargets: everyone }, { groups: [] }, 'off'],
    [
      'for the group of the user',
      { state: 'enabled', includeTargets: [{ id: 'Pilots' }] },
      { groups: ['Pilots'] },
      'second-factor',
    ],
    ['for another group', { state: 'enabled', includeTargets: [{ id: 'Pilots' }] }, { groups: [] }, 'off'],
    ['for a group of unknown members', { state: 'enabled', includeTargets: [{ id: 'Pilots' }] }, {}, missing],
    [
      'not for the group of the user',
      { state: 'enabled', includeTargets: everyone, excludeTargets: [{ id: 'Pilots' }] },
      { groups: ['Pilots'] },
      'off',
    ],
    [
      'not for a group of unknown members',
      { state: 'enabled', includeTargets: everyone, excludeTargets: [{ id: 'Pilots' }] },
      {},
      missing,
    ],
    ['as the vendor manages it', { state: 'default', includeTargets: everyone }, { groups: [] }, 'second-factor'],
    [
      'as the vendor manages it, not for the group',
      { state: 'default', excludeTargets: [{ id: 'Pilots' }] },
      { groups: ['Pilots'] },
      'off',
    ],
  ])('%s', (_, preferences, user, expected) => expect(preferred(preferences, user)).toBe(expected))

  test('count instead of the setting of MFA', () => {
    const more = { multifactorAuthentication: { systemCredentialPreferences: 'disabled' } }
    expect(preferred({ state: 'enabled', includeTargets: everyone }, {}, more)).toBe('second-factor')
    expect(preferred(undefined, {}, more)).toBe('off')
  })
})
