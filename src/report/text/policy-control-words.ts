import { own } from '../../vocabulary/own.ts'
import { singleLine } from '../tables/single-line.ts'

const words: Readonly<Record<string, string>> = {
  mfa: 'multifactor authentication',
  compliantDevice: 'a compliant device',
  domainJoinedDevice: 'a hybrid joined device',
  approvedApplication: 'an approved client app',
  compliantApplication: 'an app protection policy',
  passwordChange: 'a password change',
  riskRemediation: 'remediation of the risk',
}

const prefixes: Readonly<Record<string, string>> = {
  authenticationStrength: 'the authentication strength',
  termsOfUse: 'the terms of use',
  customAuthenticationFactor: 'the custom control',
}

/** A control of the combined decision in words; an id stays an id. */
export function controlInWords(control: string): string {
  const colon = control.indexOf(':')
  const prefix = colon < 0 ? undefined : prefixes[control.slice(0, colon)]
  return prefix === undefined
    ? (own(words, control) ?? singleLine(control))
    : `${prefix} ${singleLine(control.slice(colon + 1))}`
}
