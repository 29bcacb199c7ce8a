import { suggest } from '../../source/diagnostics/suggest.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import {
  fieldsOf,
  flagOf,
  type GraphField,
  type GraphReading,
  isEmpty,
  oneWordOf,
  readWhole,
  textOf,
  unknownWord,
  wrongForm,
} from './graph-reader.ts'
import type { PolicySession, SignInFrequency } from './model.ts'
import { sessionControlNames } from './session-controls.ts'

/** Kinds of session control through the vendor's proxy. */
export const proxyKinds = ['monitorOnly', 'mcasConfigured', 'blockDownloads'] as const

/** The fields of a control that is switched on. A control that says nothing of it counts as on. */
function enabled<Name extends string>(
  reading: GraphReading,
  field: GraphField | undefined,
  names: readonly Name[],
): { readonly [Known in Name]?: GraphField } | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const parts = fieldsOf(reading, field, ['isEnabled', ...names])
  const isEnabled: GraphField | undefined = parts.isEnabled
  const flag = flagOf(isEnabled)
  if (isEnabled !== undefined && flag === undefined && !isEmpty(isEnabled.value))
    unknownWord(reading, String(isEnabled.value), isEnabled.path, ['true', 'false'])
  return flag === false ? undefined : parts
}

const isKnown = (name: string): boolean =>
  sessionControlNames.some((known) => known.toLowerCase() === name.toLowerCase())

/** Whether a control says that it is off; Graph documents the switch for every session control. */
function isOff(control: unknown): boolean {
  return (
    isMapping(control) &&
    Object.entries(control).some(([key, value]) => key.toLowerCase() === 'isenabled' && value === false)
  )
}

/** The controls that are not switched off: what one that is off says besides does not count, and an unknown one is reported. */
function switchedOn(reading: GraphReading, field: GraphField | undefined): GraphField | undefined {
  if (field === undefined || !isMapping(field.value)) return field
  const controls = Object.entries(field.value)
  for (const [key, control] of controls) {
    if (!isOff(control) || isKnown(key)) continue
    const suggestion = suggest(key, sessionControlNames)
    const args = { owner: reading.owner, key, ...(suggestion === undefined ? {} : { suggestion }) }
    reading.diagnostics.push({ code: 'POL-29', args, at: reading.document.rangeOfKey([...field.path, key]) })
  }
  return { ...field, value: Object.fromEntries(controls.filter(([, control]) => !isOff(control))) }
}

function readFrequency(reading: GraphReading, field: GraphField | undefined): SignInFrequency | undefined {
  const parts = enabled(reading, field, ['value', 'type', 'frequencyInterval', 'authenticationType'])
  if (parts === undefined || field === undefined) return undefined
  const kinds = ['primaryAndSecondaryAuthentication', 'secondaryAuthentication']
  const authenticationType = oneWordOf(reading, parts.authenticationType, kinds)
  const rest = authenticationType === undefined ? {} : { authenticationType }
  if (oneWordOf(reading, parts.frequencyInterval, ['timeBased', 'everyTime']) === 'everyTime') {
    return { frequencyInterval: 'everyTime', ...rest }
  }
  const timed = readWhole(reading, field.path, 'number of hours or days above zero', () => {
    const value = Number(textOf(parts.value))
    const type = oneWordOf(reading, parts.type, ['hours', 'days'])
    return Number.isFinite(value) && value > 0 && type !== undefined ? { value, type } : undefined
  })
  if (timed === undefined) return undefined
  return { frequencyInterval: 'timeBased', value: timed.value, type: timed.type === 'days' ? 'days' : 'hours', ...rest }
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
  return readWhole(reading, field.path, name, () =>
    known === undefined ? textOf(parts[name]) : oneWordOf(reading, parts[name], known),
  )
}

function isOn(reading: GraphReading, field: GraphField | undefined): boolean {
  return enabled(reading, field, []) !== undefined
}

function resilienceOff(reading: GraphReading, field: GraphField | undefined): boolean {
  const flag = flagOf(field)
  if (field !== undefined && flag === undefined && !isEmpty(field.value))
    wrongForm(reading, field.path, 'true or false')
  return flag === true
}

/** The session controls that a policy switches on. */
export function readSession(reading: GraphReading, field: GraphField | undefined): PolicySession {
  const parts = fieldsOf(reading, switchedOn(reading, field), sessionControlNames)
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
    ...(resilienceOff(reading, parts.disableResilienceDefaults) ? { disableResilienceDefaults: true } : {}),
    ...(evaluation === undefined ? {} : { continuousAccessEvaluation: { mode: evaluation } }),
    ...(profile === undefined ? {} : { globalSecureAccessFilteringProfile: { profileId: profile } }),
    ...(network === undefined ? {} : { networkAccessSecurity: { policyId: network } }),
  }
}
