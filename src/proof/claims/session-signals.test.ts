import { expect, test } from 'vitest'
import { parseProvable } from '../../analysis/claims/parse-provable.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { sideOf } from '../side.ts'
import { prove } from './prove.ts'
import { assumedSignals } from './session-signals.ts'

function tenantOf(domain: string, more: string, client = 'browser'): Tenant {
  const text = `name: methods that are not stated
asOf: 2026-11-01
licences: [p1]
domains: [{ name: contoso.com, ${domain} }]
networks: [{ name: internet, insideCorporateNetwork: false }]
workloads: { exchange-online: { modernAuthentication: true } }
securityDefaults: false
clients: [${client}]
users:
  - { userPrincipalName: ada@contoso.com, displayName: Ada, mailbox: exchange-online, archive: none, registrar: none, registered: true, perUserMfaState: disabled, groups: [], roles: [] }
${more}`
  const loaded = loadTenantText(text, 'tenant.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.value
}

const managed = 'authenticationType: managed, managedSignIn: password-hash-sync'
const federated = 'authenticationType: federated, identityProvider: adfs'
const provider = 'identityProviders: [{ name: adfs, product: ad-fs, performsMfa: true, reachableFromInternet: true }]\n'

function waysIn(tenant: Tenant, byKind: boolean): readonly string[] {
  const user = tenant.users.get('ada@contoso.com')
  const domain = assumedSignals(sideOf(tenant), user, byKind).find(({ key }) => key === 'methods')
  return (domain?.values ?? []).map(({ methods = [] }) => methods.toSorted().join(','))
}

const withCodes = 'password,softwareOath'

test('methods of one kind decide alike where the tenant allows them all', () => {
  const ways = waysIn(tenantOf(managed, ''), true)
  expect(ways).toContain('microsoftAuthenticatorPush,password')
  expect(ways).not.toContain(withCodes)
})

test('every combination is tried where the tenant does not allow a method', () => {
  const policy = `authenticationMethodsPolicy:
  authenticationMethodConfigurations: [{ id: MicrosoftAuthenticator, state: disabled }, { id: SoftwareOath, state: enabled }]
`
  expect(waysIn(tenantOf(managed, policy), true)).toContain(withCodes)
})

test('every combination is tried where more than its kind is of interest, and none of a provider that nobody has', () => {
  const ways = waysIn(tenantOf(managed, ''), false)
  expect(ways).toContain(withCodes)
  expect(ways.filter((one) => one.includes('federated'))).toEqual([])
  expect(waysIn(tenantOf(federated, provider), false)).toContain('federatedSingleFactor,softwareOath')
})

const opened = (platform: string): string => `devices: [{ name: own, platform: ${platform}, registered: true }]
`
const hello = 'windowsHelloForBusiness'

/** With one method of each kind, the first three would be proved and the next refuted; elsewhere the device has no such method. */
test.each([
  ['windows', `every sign-in to read mail where presents=${hello},password contacts federated-idp`, 'refuted'],
  ['android', 'every sign-in to read mail where presents=qrCodePin,password is recorded by federated-idp', 'refuted'],
  ['android', 'no sign-in to read mail where presents=qrCodePin,password is verified by Microsoft Entra ID', 'refuted'],
  ['windows', `some sign-in to read mail where presents=${hello} is verified by Microsoft Entra ID`, 'proved'],
  ['android', `some sign-in to read mail where presents=${hello} is verified by Microsoft Entra ID`, 'refuted'],
  ['windows', 'some sign-in to read mail where presents=qrCodePin is verified by Microsoft Entra ID', 'refuted'],
])('a claim about what is presented is tried with each combination: on %s, %s', (platform, text, answer) => {
  const tenant = tenantOf(federated, provider + opened(platform), '{ name: mine, client: browser, device: own }')
  const parsed = parseProvable({ tenant }, text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(prove(tenant, { text, provable: parsed.value })?.answer).toBe(answer)
})
