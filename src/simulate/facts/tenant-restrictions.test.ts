import { expect, test } from 'vitest'
import { legsOf } from '../sign-in.fixture.ts'

const id = '11111111-1111-4111-8111-111111111111'

/** What a network with these allowed tenants does to a sign-in to contoso.com. */
function restrictions(allowedTenants: readonly string[], version = 'v1') {
  const networks = [{ name: 'internet', tenantRestrictions: { version, allowedTenants } }]
  return legsOf({ tenant: { networks } }, { client: 'browser', network: 'internet' }).at(-1)?.facts.tenantRestrictions
}

test.each([
  ['a list with the domain', ['Contoso.com'], 'v1', 'none'],
  ['a list of others', ['fabrikam.com', 'adatum.com'], 'v1', 'denied'],
  ['a policy with a list of others', ['fabrikam.com'], 'v2', 'denied-by-policy'],
  ['a list with an id, which may be that of this tenant', ['fabrikam.com', id], 'v1', '?'],
  ['a list with an id and the domain', [id, 'contoso.com'], 'v2', 'none'],
] as const)('%s', (_, allowedTenants, version, expected) => {
  expect(restrictions(allowedTenants, version)).toBe(expected)
})
