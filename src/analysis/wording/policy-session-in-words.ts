import type { PolicySession, SignInFrequency } from '../../tenant/conditional-access/model.ts'
import { own } from '../../vocabulary/own.ts'

const proxyWords: Readonly<Record<string, string>> = {
  monitorOnly: 'monitored by the application proxy',
  mcasConfigured: 'controlled by the policies of the application proxy',
  blockDownloads: 'blocked from downloading by the application proxy',
}
const evaluationWords: Readonly<Record<string, string>> = {
  disabled: 'Access is not evaluated continuously.',
  strictEnforcement: 'Access is evaluated continuously and strictly enforced.',
  strictLocation: 'Access is evaluated continuously and strictly bound to the location.',
}

function frequencyInWords({ frequencyInterval, value, type, authenticationType }: SignInFrequency): string {
  const factors = authenticationType === 'secondaryAuthentication' ? ' with the second factor' : ''
  if (frequencyInterval === 'everyTime') return `The user signs in${factors} every time.`
  return `The user signs in again${factors} after ${value} ${value === 1 ? String(type).slice(0, -1) : type}.`
}

/** The session controls of a policy as sentences. */
export function sessionInWords(session: PolicySession): readonly string[] {
  const { cloudAppSecurity, signInFrequency, persistentBrowser, continuousAccessEvaluation } = session
  const { globalSecureAccessFilteringProfile: profile, networkAccessSecurity: network } = session
  const proxy = cloudAppSecurity?.cloudAppSecurityType
  const evaluation = continuousAccessEvaluation?.mode
  return [
    ...(session.applicationEnforcedRestrictions === undefined
      ? []
      : ['The application restricts what the user can do.']),
    ...(proxy === undefined ? [] : [`The session is ${own(proxyWords, proxy) ?? proxy}.`]),
    ...(signInFrequency === undefined ? [] : [frequencyInWords(signInFrequency)]),
    ...(persistentBrowser === undefined
      ? []
      : [`The browser ${persistentBrowser.mode === 'never' ? 'never' : 'always'} stays signed in after it is closed.`]),
    ...(session.secureSignInSession === undefined ? [] : ['Tokens are bound to the device.']),
    ...(session.disableResilienceDefaults === undefined ? [] : ['Sessions are not extended during an outage.']),
    ...(evaluation === undefined ? [] : [own(evaluationWords, evaluation) ?? evaluation]),
    ...(profile === undefined ? [] : [`Network traffic follows the security profile ${profile.profileId}.`]),
    ...(network === undefined ? [] : [`Network traffic follows the network policy ${network.policyId}.`]),
  ]
}
