import {
  fieldsOf,
  flagOf,
  type GraphField,
  type GraphReading,
  isEmpty,
  knownWordsOf,
  leaveOpen,
  textOf,
} from './graph-reader.ts'
import type { PolicySession, SignInFrequency } from './model.ts'

const sessionFields = [
  'applicationEnforcedRestrictions',
  'cloudAppSecurity',
  'signInFrequency',
  'persistentBrowser',
  'secureSignInSession',
  'disableResilienceDefaults',
  'continuousAccessEvaluation',
  'globalSecureAccessFilteringProfile',
  'networkAccessSecurity',
] as const

/** Kinds of session control through the vendor's proxy. */
export const proxyKinds = ['monitorOnly', 'mcasConfigured', 'blockDownloads'] as const

/** The fields of a control that is switched on. A control that says nothing of it counts as on. */
function enabled<Name extends string>(
  reading: GraphReading,
  field: GraphField | undefined,
  names: readonly Name[],
): { readonly [Known in Name]?: GraphField } | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  return fieldsOf(reading, field, ['isEnabled', ...names])
}

function readFrequency(reading: GraphReading, field: GraphField | undefined): SignInFrequency | undefined {
  const parts = enabled(reading, field, ['value', 'type', 'frequencyInterval', 'authenticationType'])
  if (parts === undefined || field === undefined) return undefined
  const kinds = ['primaryAndSecondaryAuthentication', 'secondaryAuthentication']
  const authenticationType = knownWordsOf(reading, parts.authenticationType, kinds)[0]
  const rest = authenticationType === undefined ? {} : { authenticationType }
  if (knownWordsOf(reading, parts.frequencyInterval, ['timeBased', 'everyTime'])[0] === 'everyTime') {
    return { frequencyInterval: 'everyTime', ...rest }
  }
  const value = Number(textOf(parts.value))
  const type = knownWordsOf(reading, parts.type, ['hours', 'days'])[0]
  if (!Number.isFinite(value) || value <= 0 || type === undefined) {
    leaveOpen(reading, field.path, 'sign-in frequency without value or type')
    return undefined
  }
  return { frequencyInterval: 'timeBased', value, type: type === 'days' ? 'days' : 'hours', ...rest }
}

/** One word that a control needs; without it the control is not understood. */
function modeOf(
  reading: GraphReading,
  field: GraphField | undefined,
  name: string,
  known: readonly string[] | undefined,
): string | undefined {
  const parts = enabled(reading, field, [name])
  if (parts === undefined || field === undefined) return undefined
  const mode = known === undefined ? textOf(parts[name]) : knownWordsOf(reading, parts[name], known)[0]
  if (mode === undefined) leaveOpen(reading, field.path, `no ${name}`)
  return mode
}

function isOn(reading: GraphReading, field: GraphField | undefined): boolean {
  return enabled(reading, field, []) !== undefined
}

/** The session controls that a policy switches on. */
export function readSession(reading: GraphReading, field: GraphField | undefined): PolicySession {
  const parts = fieldsOf(reading, field, sessionFields)
  const proxy = modeOf(reading, parts.cloudAppSecurity, 'cloudAppSecurityType', proxyKinds)
  const frequency = readFrequency(reading, parts.signInFrequency)
  const persistence = modeOf(reading, parts.persistentBrowser, 'mode', ['always', 'never'])
  const evaluation = modeOf(reading, parts.continuousAccessEvaluation, 'mode', [
    'strictEnforcement',
    'disabled',
    'strictLocation',
  ])
  const profile = modeOf(reading, parts.globalSecureAccessFilteringProfile, 'profileId', undefined)
  const network = modeOf(reading, parts.networkAccessSecurity, 'policyId', undefined)
  return {
    ...(isOn(reading, parts.applicationEnforcedRestrictions)
      ? { applicationEnforcedRestrictions: { isEnabled: true } }
      : {}),
    ...(proxy === undefined ? {} : { cloudAppSecurity: { cloudAppSecurityType: proxy } }),
    ...(frequency === undefined ? {} : { signInFrequency: frequency }),
    ...(persistence === undefined ? {} : { persistentBrowser: { mode: persistence } }),
    ...(isOn(reading, parts.secureSignInSession) ? { secureSignInSession: { isEnabled: true } } : {}),
    ...(flagOf(parts.disableResilienceDefaults) === true ? { disableResilienceDefaults: true } : {}),
    ...(evaluation === undefined ? {} : { continuousAccessEvaluation: { mode: evaluation } }),
    ...(profile === undefined ? {} : { globalSecureAccessFilteringProfile: { profileId: profile } }),
    ...(network === undefined ? {} : { networkAccessSecurity: { policyId: network } }),
  }
}
