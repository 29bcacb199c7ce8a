import { expect, test } from 'vitest'
import { inboundTrustOf, normalizeCrossTenantAccess } from './cross-tenant-access.ts'

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const inboundTrust = { isMfaAccepted: true }

test.each([
  ['of the partner', id, id, true],
  ['of nobody', '99999999-9999-4999-8999-999999999999', id, false],
  ['that is named by domain, which may be the partner', 'fabrikam.example', id, undefined],
  ['that is named by id, which may be the partner', id, 'fabrikam.example', undefined],
  ['of another domain', 'northwind.example', 'fabrikam.example', false],
  ['that is not named', undefined, id, undefined],
])('MFA of a home tenant %s is believed: %s at partner %s: %s', (_, home, tenantId, expected) => {
  const access = normalizeCrossTenantAccess({ partners: [{ tenantId, inboundTrust }] })
  expect(inboundTrustOf(access, home)?.isMfaAccepted).toBe(expected)
})
