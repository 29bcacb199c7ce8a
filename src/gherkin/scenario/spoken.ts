import type { Verifier } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { LegName } from '../../vocabulary/requests.ts'

/** Credentials as features name them. */
export const spokenCredentials: Readonly<Record<Credential, string>> = {
  'account-password': 'account password',
  'app-password': 'app password',
  interactive: 'interactive sign-in',
  'windows-integrated': 'Windows sign-in',
  certificate: 'certificate',
  'app-only': 'application credential',
  'source-address': 'source address',
  none: 'no credential',
}

/** Verifiers as features name them. */
export const spokenVerifiers: Readonly<Record<Verifier, string>> = {
  'entra-id': 'Microsoft Entra ID',
  'federated-idp': 'the identity provider',
  'active-directory': 'Active Directory',
  'pass-through-agent': 'the pass-through agent',
  'home-tenant': 'the home tenant',
  'microsoft-account': 'the Microsoft account',
  'relying-party': 'the service itself',
}

/** A leg as features name it. */
export function spokenLeg(leg: LegName): string {
  const [what, where] = leg.split(':')
  return where === undefined ? leg.replaceAll('-', ' ') : `${where} ${what}`
}
