import { parseDeviceRule } from './device-rule.ts'
import {
  fieldsOf,
  flagOf,
  type GraphField,
  type GraphFields,
  type GraphReading,
  isEmpty,
  knownWordsOf,
  leaveOpen,
  textOf,
  wordsOf,
} from './graph-reader.ts'
import type { ClientApps, Devices, LocationSide, Locations, Platforms, PolicyConditions } from './model.ts'
import { readResources } from './read-resources.ts'
import { readUsers, readWorkloads } from './read-users.ts'

const conditionFields = [
  'users',
  'clientApplications',
  'applications',
  'clientAppTypes',
  'platforms',
  'locations',
  'devices',
  'deviceStates',
  'signInRiskLevels',
  'userRiskLevels',
  'servicePrincipalRiskLevels',
  'insiderRiskLevels',
  'authenticationFlows',
  'times',
] as const

/** Platforms in Graph's words. */
export const platformWords = ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux'] as const
/** Risk levels in Graph's words. */
export const riskLevels = ['low', 'medium', 'high', 'hidden', 'none'] as const
/** Insider risk levels in Graph's words. */
export const insiderRiskLevels = ['none', 'minor', 'moderate', 'elevated'] as const
/** Ways in which a sign-in is handed from one device to another. */
export const transferMethods = ['none', 'deviceCodeFlow', 'authenticationTransfer'] as const

const clientAppWords = [
  'all',
  'browser',
  'mobileAppsAndDesktopClients',
  'exchangeActiveSync',
  'easSupported',
  'easUnsupported',
  'other',
]
const modernTypes = ['browser', 'mobileAppsAndDesktopClients']
const august2020 = Date.UTC(2020, 7, 1)
const september2020 = Date.UTC(2020, 8, 1)

/** What a policy without the condition means hangs on its age: the vendor changed that in August 2020. */
function defaultClientApps(field: GraphField | undefined, createdAt: number | undefined): ClientApps | undefined {
  if (createdAt === undefined) {
    const emptyList = Array.isArray(field?.value) && field.value.length === 0
    return emptyList ? { types: new Set(modernTypes), legacyUnclear: true } : undefined
  }
  if (createdAt >= september2020) return undefined
  return { types: new Set(modernTypes), legacyUnclear: createdAt >= august2020 }
}

function readClientApps(
  reading: GraphReading,
  field: GraphField | undefined,
  createdAt: number | undefined,
): ClientApps | undefined {
  if (field === undefined || isEmpty(field.value)) return defaultClientApps(field, createdAt)
  const types = new Set(knownWordsOf(reading, field, clientAppWords, ','))
  return types.has('all') ? undefined : { types, legacyUnclear: false }
}

function readPlatforms(reading: GraphReading, field: GraphField | undefined): Platforms | undefined {
  const parts = fieldsOf(reading, field, ['includePlatforms', 'excludePlatforms'])
  const include = new Set(knownWordsOf(reading, parts.includePlatforms, ['all', ...platformWords], ','))
  const exclude = new Set(knownWordsOf(reading, parts.excludePlatforms, ['all', ...platformWords], ','))
  if (isEmpty(parts.includePlatforms?.value) && exclude.size === 0) return undefined
  const all = include.delete('all') || isEmpty(parts.includePlatforms?.value)
  return { all, include, exclude }
}

function locationSide(reading: GraphReading, field: GraphField | undefined): LocationSide {
  const words = new Set(wordsOf(reading, field).map(({ word }) => word.toLowerCase()))
  const all = words.delete('all')
  const trusted = words.delete('alltrusted')
  return { all, trusted, ids: [...words] }
}

function readLocations(reading: GraphReading, field: GraphField | undefined): Locations | undefined {
  const parts = fieldsOf(reading, field, ['includeLocations', 'excludeLocations'])
  const include = locationSide(reading, parts.includeLocations)
  const exclude = locationSide(reading, parts.excludeLocations)
  if (isEmpty(parts.includeLocations?.value) && isEmpty(parts.excludeLocations?.value)) return undefined
  return { include: isEmpty(parts.includeLocations?.value) ? { ...include, all: true } : include, exclude }
}

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

function readFilter(reading: GraphReading, field: GraphField | undefined): readonly Devices[] {
  if (field === undefined || isEmpty(field.value)) return []
  const parts = fieldsOf(reading, field, ['mode', 'rule'])
  const mode = knownWordsOf(reading, parts.mode, ['include', 'exclude'])[0]
  const text = textOf(parts.rule)
  const rule = text === undefined ? undefined : parseDeviceRule(text)
  if (rule !== undefined && text !== undefined && mode !== undefined) {
    return [{ mode: mode === 'exclude' ? 'exclude' : 'include', rule, text }]
  }
  if (rule === undefined) {
    const at = reading.document.rangeOf(parts.rule?.path ?? field.path)
    reading.diagnostics.push({ code: 'POL-3', args: { owner: reading.owner, rule: text ?? '' }, at })
  }
  leaveOpen(reading, field.path, 'device filter that cannot be read')
  return []
}

function readDevices(
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
  const all = [
    ...readFilter(reading, devices.deviceFilter),
    ...stateExclusions(reading, devices.excludeDevices),
    ...stateExclusions(reading, devices.excludeDeviceStates),
    ...stateExclusions(reading, states.excludeStates),
  ]
  return all.length === 0 ? undefined : all
}

function levelsOf(
  reading: GraphReading,
  field: GraphField | undefined,
  known: readonly string[],
): ReadonlySet<string> | undefined {
  const levels = knownWordsOf(reading, field, known, ',')
  return levels.length === 0 ? undefined : new Set(levels.map((level) => level.toLowerCase()))
}

/** Nothing but the switch for all times has one documented meaning. */
function readTimes(reading: GraphReading, field: GraphField | undefined): void {
  const parts = fieldsOf(reading, field, ['allTimes', 'includeDays', 'excludeDays', 'includeRange', 'excludeRange'])
  if (field === undefined || isEmpty(field.value) || flagOf(parts.allTimes) === true) return
  const args = { owner: reading.owner, key: 'times' }
  reading.diagnostics.push({ code: 'POL-1', args, at: reading.document.rangeOfKey(field.path) })
  leaveOpen(reading, field.path, 'times')
}

type Optional = Omit<PolicyConditions, 'include' | 'exclude' | 'resources'>

/** Leaves out what is not configured. */
function configured(conditions: { readonly [Key in keyof Optional]: Optional[Key] | undefined }): Optional {
  // Entries that are undefined are dropped, which the type of fromEntries cannot say.
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined)) as Optional
}

/** The conditions of a policy; `createdAt` decides what an unconfigured client apps condition means. */
export function readConditions(
  reading: GraphReading,
  field: GraphField | undefined,
  createdAt: number | undefined,
): PolicyConditions {
  const parts = fieldsOf(reading, field, conditionFields)
  const [include, exclude] = readUsers(reading, parts.users)
  const flows = fieldsOf(reading, parts.authenticationFlows, ['transferMethods'])
  readTimes(reading, parts.times)
  return {
    include,
    exclude,
    resources: readResources(reading, parts.applications),
    ...configured({
      workloads: readWorkloads(reading, parts.clientApplications),
      clientApps: readClientApps(reading, parts.clientAppTypes, createdAt),
      platforms: readPlatforms(reading, parts.platforms),
      locations: readLocations(reading, parts.locations),
      devices: readDevices(reading, parts),
      signInRisk: levelsOf(reading, parts.signInRiskLevels, riskLevels),
      userRisk: levelsOf(reading, parts.userRiskLevels, riskLevels),
      servicePrincipalRisk: levelsOf(reading, parts.servicePrincipalRiskLevels, riskLevels),
      insiderRisk: levelsOf(reading, parts.insiderRiskLevels, insiderRiskLevels),
      transferMethods: levelsOf(reading, flows.transferMethods, transferMethods),
    }),
  }
}
