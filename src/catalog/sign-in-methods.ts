import type { Verifier } from '../vocabulary/actors.ts'
import type { Row } from './row.ts'

/** A state of an account that can stop a sign-in. */
export type AccountObstacle = 'disabled' | 'locked' | 'expired' | 'password-expired' | 'outside-logon-hours'

/** A way for a domain to have its passwords checked. */
export interface SignInMethod extends Row {
  readonly name: string
  readonly verifier: Verifier
  /** States of the on-premises account that stop a sign-in. */
  readonly obstacles: readonly AccountObstacle[]
  /** How late a disabled account is stopped, in minutes. */
  readonly disabledDelayMinutes: number
  readonly onPremisesNeeded: boolean
  readonly thirdPartyMfa: boolean
  /** Sign-ins that the vendor names as working. */
  readonly worksFor: readonly string[]
}

const everyObstacle = ['disabled', 'locked', 'expired', 'password-expired', 'outside-logon-hours'] as const

/** The methods as the vendor compares them. */
export const signInMethods: readonly SignInMethod[] = [
  {
    id: 'password-hash-sync',
    name: 'Password hash synchronization',
    verifier: 'entra-id',
    obstacles: ['disabled'],
    disabledDelayMinutes: 30,
    onPremisesNeeded: false,
    thirdPartyMfa: false,
    worksFor: ['browser', 'modern', 'legacy'],
    citation: { source: 'entra-choose-authentication', section: 'Comparing methods' },
  },
  {
    id: 'pass-through',
    name: 'Pass-through authentication',
    verifier: 'pass-through-agent',
    obstacles: everyObstacle,
    disabledDelayMinutes: 0,
    onPremisesNeeded: true,
    thirdPartyMfa: false,
    worksFor: ['browser', 'modern', 'legacy'],
    citation: { source: 'entra-pta-limitations', section: 'Supported scenarios' },
  },
  {
    id: 'federated',
    name: 'Federation',
    verifier: 'federated-idp',
    obstacles: everyObstacle,
    disabledDelayMinutes: 0,
    onPremisesNeeded: true,
    thirdPartyMfa: true,
    worksFor: ['browser', 'modern', 'legacy'],
    citation: { source: 'entra-choose-authentication', section: 'Comparing methods' },
  },
]
