import type { Stage } from '../../trace/step.ts'
import type { Zone } from '../../vocabulary/actors.ts'

/** Where actors are in a drawing. */
export const zoneWords = {
  client: 'Client',
  'microsoft-cloud': 'Microsoft cloud',
  perimeter: 'Perimeter',
  'on-premises': 'On-premises',
} as const satisfies Record<Zone, string>

/** Where a sign-in stopped. */
export const stageWords = {
  'before-password': 'before a password is asked for',
  'at-password': 'when the password is checked',
  'at-identity-provider': 'at the identity provider',
  'after-password': 'after the password was accepted',
  'at-service': 'at the service, after authentication',
} as const satisfies Record<Stage, string>
