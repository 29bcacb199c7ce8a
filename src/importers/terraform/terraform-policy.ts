import { objectAt, type Placed, plainAt, plainValue, textOfPlaced } from '../placed.ts'
import { blockOf, withGraphNames } from './graph-names.ts'

type Fields = ReadonlyMap<string, Placed>

const isOff = (part: Placed | undefined): boolean =>
  part === undefined || part.value === null || part.value === false || part.value === 0 || part.value === ''

/** A session control for which a provider has one value, where Graph has an object with a switch. */
function control(
  stated: Placed | undefined,
  fields: readonly (readonly [string, Placed | undefined])[],
): Placed | undefined {
  if (stated === undefined || isOff(stated)) return undefined
  const set = fields.filter(([, part]) => !isOff(part))
  return objectAt([['isEnabled', plainAt(true, stated)], ...set], stated)
}

function flatSession(fields: Fields): readonly (readonly [string, Placed | undefined])[] {
  const restricted = fields.get('application_enforced_restrictions_enabled')
  const security = fields.get('cloud_app_security_policy')
  const browser = fields.get('persistent_browser_mode')
  const frequency = fields.get('sign_in_frequency')
  const [period, interval] = [fields.get('sign_in_frequency_period'), fields.get('sign_in_frequency_interval')]
  const everyTime = textOfPlaced(interval) === 'everyTime' ? interval : undefined
  return [
    ['applicationEnforcedRestrictions', control(restricted, [])],
    ['cloudAppSecurity', control(security, [['cloudAppSecurityType', security]])],
    ['persistentBrowser', control(browser, [['mode', browser]])],
    [
      'signInFrequency',
      control(isOff(frequency) ? everyTime : frequency, [
        ['value', frequency],
        ['type', period],
        ['frequencyInterval', interval],
        ['authenticationType', fields.get('sign_in_frequency_authentication_type')],
      ]),
    ],
  ]
}

const flatNames: ReadonlySet<string> = new Set([
  ...['application_enforced_restrictions_enabled', 'cloud_app_security_policy', 'persistent_browser_mode'],
  ...['sign_in_frequency_period', 'sign_in_frequency_interval', 'sign_in_frequency_authentication_type'],
])

function sessionControls(part: Placed): Placed {
  const fields = part.fields ?? new Map<string, Placed>()
  const flat =
    [...fields.keys()].some((key) => flatNames.has(key)) || fields.get('sign_in_frequency')?.value !== undefined
  if (!flat) return withGraphNames(part)
  const others = new Map([...fields].filter(([key]) => !flatNames.has(key) && key !== 'sign_in_frequency'))
  const rest = withGraphNames({ at: part.at, fields: others })
  // Switches that are off are no controls.
  const kept = [...(rest.fields ?? [])].filter(([, below]) => !isOff(below))
  return objectAt([...kept, ...flatSession(fields)], part)
}

/** The transfer methods of a provider that has no object for them, as Graph's object. */
function conditions(part: Placed): Placed {
  const { fields } = withGraphNames(part)
  const name = 'authenticationFlowTransferMethods'
  const methods = fields?.get(name)
  if (methods === undefined) return objectAt(fields ?? [], part)
  const others = [...(fields ?? [])].filter(([key]) => key !== name)
  const words = (methods.items ?? []).map(({ value }) => String(value)).join(',')
  const flows = objectAt([['transferMethods', plainAt(words, methods)]], methods)
  return objectAt([...others, ['authenticationFlows', words === '' ? undefined : flows]], part)
}

/** The strength of a provider that states its id alone, as Graph's object. */
function grantControls(part: Placed): Placed {
  const { fields } = withGraphNames(part)
  const strength = fields?.get('authenticationStrengthPolicyId')
  const others = [...(fields ?? [])].filter(([key]) => key !== 'authenticationStrengthPolicyId')
  if (strength === undefined || textOfPlaced(strength) === undefined) return objectAt(others, part)
  return objectAt([...others, ['authenticationStrength', objectAt([['id', strength]], strength)]], part)
}

/** Paths of values that are known only when the plan is applied. */
export type UnknownValues = unknown

/** Whether a part has a value that is known only when the plan is applied. */
export const isUnknown = (value: unknown): boolean =>
  value === true ||
  (Array.isArray(value)
    ? value.some(isUnknown)
    : typeof value === 'object' && value !== null && Object.values(value).some(isUnknown))

const parts = { conditions, grant_controls: grantControls, session_controls: sessionControls } as const

/** A policy of any provider as Graph writes it. */
export function terraformPolicy(resource: Placed, unknown: UnknownValues, address?: string): Placed {
  const fields = resource.fields ?? new Map<string, Placed>()
  const after =
    typeof unknown === 'object' && unknown !== null ? new Map(Object.entries(unknown)) : new Map<string, unknown>()
  const of = (key: keyof typeof parts): Placed | undefined => {
    const part = fields.get(key)
    const block = part === undefined ? undefined : blockOf(key, part)
    const empty = block === undefined || (block.value === null && block.fields === undefined)
    const open = isUnknown(after.get(key))
    if (empty && !open) return undefined
    const made = empty ? objectAt([], resource) : parts[key](block)
    // No reader knows this field, so that whatever the policy decides stays undetermined.
    return open ? objectAt([...(made.fields ?? []), ['knownAfterApply', plainAt(plainValue(made), made)]], made) : made
  }
  const id = fields.get('object_id') ?? fields.get('id')
  return objectAt(
    [
      ['id', textOfPlaced(id) === undefined ? undefined : withGraphNames(id as Placed)],
      ['displayName', fields.get('display_name') ?? (address === undefined ? undefined : plainAt(address, resource))],
      ['state', fields.get('state')],
      ['conditions', of('conditions') ?? objectAt([], resource)],
      ['grantControls', of('grant_controls')],
      ['sessionControls', of('session_controls')],
    ],
    resource,
  )
}
