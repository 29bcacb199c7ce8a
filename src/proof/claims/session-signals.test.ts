import { expect, test } from 'vitest'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import { sideOf } from '../side.ts'
import { assumedSignals } from './session-signals.ts'

function waysIn(policy: string): readonly string[] {
  const text = `name: methods that are not stated
asOf: 2026-11-01
licences: [p1]
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
clients: [browser]
users: [{ userPrincipalName: ada@contoso.com }]
${policy}`
  const loaded = loadTenantText(text, 'tenant.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const user = loaded.value.users.get('ada@contoso.com')
  const domain = assumedSignals(sideOf(loaded.value), user).find(({ key }) => key === 'methods')
  return (domain?.values ?? []).map(({ methods = [] }) => methods.toSorted().join(','))
}

const withCodes = 'password,softwareOath'

test('methods of one kind decide alike where the tenant allows them all', () => {
  const ways = waysIn('')
  expect(ways).toContain('microsoftAuthenticatorPush,password')
  expect(ways).not.toContain(withCodes)
})

test('every combination is tried where the tenant does not allow a method', () => {
  const policy = `authenticationMethodsPolicy:
  authenticationMethodConfigurations: [{ id: MicrosoftAuthenticator, state: disabled }, { id: SoftwareOath, state: enabled }]
`
  expect(waysIn(policy)).toContain(withCodes)
})
