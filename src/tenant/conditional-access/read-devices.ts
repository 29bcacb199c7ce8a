import { suggest } from '../../source/diagnostics/suggest.ts'
import { parseDeviceRule } from './device-rule.ts'
import { type DeviceDoubt, doubtsOf } from './device-rule-doubts.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphFields,
  type GraphReading,
  isEmpty,
  knownWordsOf,
  oneWordOf,
  openFor,
  readWhole,
  textOf,
} from './graph-reader.ts'
import type { Devices } from './model.ts'

/** The older spelling: all devices but those in a state. */
const stateRules = {
  compliant: 'device.isCompliant -eq True',
  domainjoined: 'device.trustType -eq "ServerAD"',
} as const

function stateExclusions(reading: GraphReading, excluded: GraphField | undefined): readonly Devices[] {
  return knownWordsOf(reading, excluded, ['Compliant', 'DomainJoined'], ',').flatMap((word) => {
    const text = word === 'Compliant' ? stateRules.compliant : stateRules.domainjoined
    const rule = parseDeviceRule(text)
    return rule === undefined ? [] : [{ mode: 'exclude', rule, text }]
  })
}

function reportDoubt(
  reading: GraphReading,
  { property, word, known }: DeviceDoubt,
  rule: GraphField,
  path: GraphField['path'],
): void {
  const suggestion = suggest(word, known)
  const args = { owner: reading.owner, field: property, value: word, known }
  openFor(reading, path, 'device filter that cannot be read', {
    code: 'POL-2',
    args: suggestion === undefined ? args : { ...args, suggestion },
    at: reading.document.rangeOf(rule.path),
  })
}

function readFilter(reading: GraphReading, field: GraphField | undefined): readonly Devices[] {
  if (field === undefined || isEmpty(field.value)) return []
  const parts = fieldsOf(reading, field, ['mode', 'rule'])
  const mode = readWhole(reading, field.path, 'mode', () => oneWordOf(reading, parts.mode, ['include', 'exclude']))
  const text = textOf(parts.rule)
  const rule = text === undefined ? undefined : parseDeviceRule(text)
  const doubts = rule === undefined ? [] : doubtsOf(rule)
  if (rule !== undefined && text !== undefined && mode !== undefined && doubts.length === 0) {
    return [{ mode: mode === 'exclude' ? 'exclude' : 'include', rule, text }]
  }
  for (const doubt of doubts) reportDoubt(reading, doubt, parts.rule ?? field, field.path)
  if (rule === undefined) {
    const at = reading.document.rangeOf(parts.rule?.path ?? field.path)
    const report = { code: 'POL-3', args: { owner: reading.owner, rule: text ?? '' }, at } as const
    openFor(reading, field.path, 'device filter that cannot be read', report)
  }
  return []
}

/** The devices that a policy concerns: a filter, or the states of the older spelling. */
export function readDevices(
  reading: GraphReading,
  parts: GraphFields<'devices' | 'deviceStates'>,
): readonly Devices[] | undefined {
  const devices = fieldsOf(reading, parts.devices, [
    'deviceFilter',
    'includeDevices',
    'excludeDevices',
    'includeDeviceStates',
    'excludeDeviceStates',
  ])
  const states = fieldsOf(reading, parts.deviceStates, ['includeStates', 'excludeStates'])
  for (const included of [devices.includeDevices, devices.includeDeviceStates, states.includeStates]) {
    knownWordsOf(reading, included, ['All'], ',')
  }
  const older = [
    devices.includeDevices,
    devices.excludeDevices,
    devices.includeDeviceStates,
    devices.excludeDeviceStates,
  ]
  if (!isEmpty(devices.deviceFilter?.value) && older.some((field) => !isEmpty(field?.value))) {
    const at = reading.document.rangeOfKey(devices.deviceFilter?.path ?? [])
    reading.diagnostics.push({
      code: 'POL-12',
      args: { owner: reading.owner, conflict: '`deviceFilter` with device states' },
      at,
    })
  }
  const all = [
    ...readFilter(reading, devices.deviceFilter),
    ...stateExclusions(reading, devices.excludeDevices),
    ...stateExclusions(reading, devices.excludeDeviceStates),
    ...stateExclusions(reading, states.excludeStates),
  ]
  return all.length === 0 ? undefined : all
}
