import type { Step } from '../../trace/step.ts'
import type { SecondFactor } from '../../vocabulary/credentials.ts'
import type { LegContext } from '../leg-context.ts'
import { presumed } from '../presumptions.ts'
import { includesMethod, reachedBy } from './allowed-methods.ts'
import type { MethodsOfLeg } from './methods-of-leg.ts'

const postponed = presumed('presumed-campaign-postponed')
const valid = presumed('presumed-certificate')

/** What is taken for granted of the methods of a user who signs in: certificates that are valid, a campaign that is postponed. */
export function presumedOfMethods(
  context: LegContext,
  secondFactor: SecondFactor | undefined,
  methods: MethodsOfLeg | undefined,
): readonly Step[] {
  const certificate = methods?.admissible.some((one) => one.includes('x509Certificate')) === true
  const asked = secondFactor === 'asked' && isAskedToRegister(context)
  if (!certificate) return asked ? [postponed] : []
  return asked ? [valid, postponed] : [valid]
}

const ofCampaign: Readonly<Record<string, readonly string[]>> = {
  microsoftauthenticator: ['microsoftAuthenticatorPush', 'deviceBasedPush'],
  fido2: ['fido2'],
  passkey: ['fido2'],
}

/** Whether the campaign asks the user, after MFA, to register a method; never on a phone. */
function isAskedToRegister({ tenant, user, client }: LegContext): boolean {
  const campaign = tenant.authenticationMethods?.campaign
  if (campaign === undefined || user.methods === undefined || user.accountHome !== 'here') return false
  const platform = client.device?.platform ?? client.product.platform
  if (platform === 'iOS' || platform === 'android') return false
  // As the vendor manages it, it is for those who use text messages or calls.
  if (campaign.state !== 'enabled' && !['sms', 'voice'].some((one) => includesMethod(user.methods, one))) return false
  const { sure, perhaps } = reachedBy(campaign.includeTargets, user)
  if (reachedBy(campaign.excludeTargets, user).sure.length > 0) return false
  return [...sure, ...perhaps].some(({ targetedAuthenticationMethod: method = '' }) =>
    ofCampaign[method.toLowerCase()]?.every((one) => !includesMethod(user.methods, one)),
  )
}
