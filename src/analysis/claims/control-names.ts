import type { Tenant } from '../../tenant/tenant.ts'
import { grantControls } from '../../vocabulary/policies.ts'
import { strengthWord } from './demands.ts'
import { namesOf, plainWords } from './plain-words.ts'

/** Common names of the grant controls. */
const plainControls = namesOf(grantControls, {
  mfa: ['multifactor authentication', 'second factor'],
  compliantDevice: ['compliant device', 'device marked as compliant'],
  domainJoinedDevice: ['hybrid joined device', 'Microsoft Entra hybrid joined device'],
  approvedApplication: ['approved client app', 'approved app'],
  compliantApplication: ['app protection policy'],
  passwordChange: ['password change'],
  riskRemediation: ['risk remediation', 'remediation of risk'],
})

const builtIn: Readonly<Record<string, readonly string[]>> = {
  '00000000-0000-0000-0000-000000000002': ['multifactor authentication strength'],
  '00000000-0000-0000-0000-000000000003': ['passwordless strength', 'passwordless MFA strength'],
  '00000000-0000-0000-0000-000000000004': ['phishing-resistant strength', 'phishing-resistant MFA strength'],
}

/** Names of a tenant's controls, including its strengths and terms of use. */
export function controlNames(tenant: Tenant): ReadonlyMap<string, string> {
  const names = new Map<string, string>(plainControls)
  for (const { id, name } of tenant.conditionalAccess.authenticationStrengths) {
    const word = strengthWord(id)
    const others = [word, name, `authentication strength ${name}`, ...(builtIn[id] ?? [])]
    // A plain control takes precedence: a strength of the same name needs the word "strength".
    for (const other of others) if (!names.has(plainWords(other))) names.set(plainWords(other), word)
  }
  for (const { grant } of tenant.conditionalAccess.policies) {
    for (const id of grant?.termsOfUse ?? []) {
      names.set(plainWords(`termsOfUse:${id}`), `termsOfUse:${id}`)
      names.set(plainWords(`terms of use ${id}`), `termsOfUse:${id}`)
    }
    for (const id of grant?.customFactors ?? []) {
      names.set(plainWords(`customAuthenticationFactor:${id}`), `customAuthenticationFactor:${id}`)
      names.set(plainWords(`custom control ${id}`), `customAuthenticationFactor:${id}`)
    }
  }
  return names
}
