import type { LegFacts } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'
import { isWatched } from '../watched-signals.ts'

/** Whether a sign-in is judged as a fresh one because nothing is stated of the sign-in to its registered device. */
export function takesFreshSignIn({ client, request, user, answeredBy }: LegContext, facts: LegFacts): boolean {
  const { device } = client
  if (device === undefined || device.unlockedWith !== undefined || answeredBy !== undefined) return false
  if (device.registered !== true || user.accountHome !== 'here') return false
  if (facts.issuer !== 'entra-id' || facts.flowClass !== 'interactive' || facts.flow !== 'modern') return false
  // The assumption decides nothing.
  if (isWatched(request.signals)) return false
  const { deviceSignIn, signedIn, methods, mfaClaim, firstFactor } = request.signals
  return [deviceSignIn, signedIn, methods, mfaClaim, firstFactor, request.presents].every((one) => one === undefined)
}
