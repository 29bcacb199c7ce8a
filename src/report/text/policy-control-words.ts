import { strengths } from '../../catalog/strengths.ts'
import { controlWords } from '../../vocabulary/demand-words.ts'
import { own } from '../../vocabulary/own.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import { singleLine } from '../tables/single-line.ts'

const words: Readonly<Record<string, string>> = {
  mfa: 'multifactor authentication',
  compliantDevice: 'a compliant device',
  domainJoinedDevice: 'a hybrid joined device',
  approvedApplication: 'an approved client app',
  compliantApplication: 'an app protection policy',
  passwordChange: 'a password change',
  riskRemediation: 'remediation of the risk',
  secureSignInSession: 'a token that is bound to the device',
}

const prefixes: Readonly<Record<string, string>> = {
  authenticationStrength: 'the authentication strength',
  termsOfUse: 'the terms of use',
  customAuthenticationFactor: 'the custom control',
}

const sessionControls: Readonly<Record<string, string>> = {
  signInFrequency: 'a sign-in frequency of',
  persistentBrowser: 'browser sessions kept:',
  cloudAppSecurity: 'app control:',
  continuousAccessEvaluation: 'continuous access evaluation:',
  secureSignInSession: 'token protection:',
  applicationEnforcedRestrictions: 'restrictions enforced by the app:',
  disableResilienceDefaults: 'resilience defaults disabled:',
}

const nameOfStrength = (id: string): string => strengths.find((strength) => strength.id === id)?.displayName ?? id

/** A control of the combined decision in words; an id stays an id, except that of a built-in strength. */
export function controlInWords(control: string): string {
  const colon = control.indexOf(':')
  const prefix = colon < 0 ? undefined : prefixes[control.slice(0, colon)]
  return prefix === undefined
    ? (own(words, control) ?? singleLine(control))
    : `${prefix} ${singleLine(nameOfStrength(control.slice(colon + 1)))}`
}

/** Required controls in words, in one order regardless of that of the policies; empty if nothing is required. */
export const requirementInWords = (required: CombinedDecision['required'] = []): string =>
  required
    .map((clause) => clause.map(controlInWords).sort().join(' or '))
    .sort()
    .join(' and ')

/** A session control in words, by its name and value in Graph's words: `a sign-in frequency of 8 hours`. */
export const sessionControlInWords = (name: string, value: string): string =>
  `${own(sessionControls, name) ?? singleLine(name)} ${singleLine(value)}`

/** The session controls of a decision in words; empty if there are none. */
export const sessionInWords = (session: CombinedDecision['session'] = {}): string =>
  Object.entries(session)
    .map(([name, value]) => sessionControlInWords(name, controlWords(value)))
    .sort()
    .join(', ')

/**
 * The effect of a policy as a verb and its object, from Graph's terms: `block`, `mfa or compliantDevice`,
 * `signInFrequency 8 hours`.
 */
export function effectInWords(effect: string): readonly ['block' | 'require' | 'set', string] {
  const [name = '', ...value] = effect.split(' ')
  if (effect === 'block') return ['block', '']
  if (value.length > 0 && own(sessionControls, name) !== undefined)
    return ['set', sessionControlInWords(name, value.join(' '))]
  return ['require', effect.split(' or ').map(controlInWords).join(' or ')]
}
