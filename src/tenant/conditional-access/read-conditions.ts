import {
  fieldsOf,
  flagOf,
  type GraphField,
  type GraphReading,
  isEmpty,
  knownWordsOf,
  notModeled,
  unclearIn,
} from './graph-reader.ts'
import { lackingIn } from './lacking-parts.ts'
import type { LocationSide, Locations } from './locations.ts'
import type { ClientApps, Platforms, PolicyConditions } from './model.ts'
import { readDevices } from './read-devices.ts'
import { locationIdsOf } from './read-locations.ts'
import { readResources } from './read-resources.ts'
import { readUsers, readWorkloads } from './read-users.ts'
import { clear, isUnclear, type UnclearCondition, type UnclearSides } from './unclear.ts'

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

/** Platforms in Graph's terms. */
export const platformWords = ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux'] as const
/** Risk levels in Graph's terms. */
export const riskLevels = ['low', 'medium', 'high', 'hidden', 'none'] as const
/** Insider risk levels in Graph's terms. */
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

/** When a policy was made: an instant, unstated, or a date that cannot be read. */
export type PolicyAge = number | 'unreadable' | undefined

/** What a policy without the condition means depends on its age: the vendor changed that in August 2020. */
function defaultClientApps(field: GraphField | undefined, createdAt: PolicyAge): ClientApps | undefined {
  if (createdAt === 'unreadable') return { types: new Set(modernTypes), legacyUnclear: true }
  if (createdAt === undefined) {
    const emptyList = Array.isArray(field?.value) && field.value.length === 0
    return emptyList ? { types: new Set(modernTypes), legacyUnclear: true } : undefined
  }
  if (createdAt >= september2020) return undefined
  return { types: new Set(modernTypes), legacyUnclear: createdAt >= august2020 }
}

function readClientApps(reading: GraphReading, field: GraphField | undefined, createdAt: PolicyAge): Part<ClientApps> {
  if (field === undefined || isEmpty(field.value)) return { value: defaultClientApps(field, createdAt), sides: clear }
  const { value: words, unclear } = unclearIn(reading, () => knownWordsOf(reading, field, clientAppWords, ','))
  const types = new Set(words)
  if (types.has('all')) return { value: undefined, sides: clear }
  return { value: { types, legacyUnclear: false }, sides: { include: unclear, exclude: [] } }
}

/** A condition as far as it was understood, and what was not understood of either side. */
interface Part<T> {
  readonly value: T | undefined
  readonly sides: UnclearSides
}

/** Reads the two sides of a condition apart; a field that is unknown may belong to either. */
function readSides<Side>(
  reading: GraphReading,
  field: GraphField | undefined,
  names: readonly [string, string],
  read: (field: GraphField | undefined) => Side,
) {
  const { value: parts, unclear } = unclearIn(reading, () => fieldsOf(reading, field, names))
  const [included, excluded] = [parts[names[0]], parts[names[1]]]
  const include = unclearIn(reading, () => read(included))
  const exclude = unclearIn(reading, () => read(excluded))
  return {
    include: include.value,
    exclude: exclude.value,
    saysIncluded: !isEmpty(included?.value),
    saysExcluded: !isEmpty(excluded?.value),
    sides: { include: [...include.unclear, ...unclear], exclude: [...exclude.unclear, ...unclear] },
  }
}

function readPlatforms(reading: GraphReading, field: GraphField | undefined): Part<Platforms> {
  const words = ['all', ...platformWords]
  const read = readSides(
    reading,
    field,
    ['includePlatforms', 'excludePlatforms'],
    (side) => new Set(knownWordsOf(reading, side, words, ',')),
  )
  const { include, exclude, saysIncluded, sides } = read
  if (!saysIncluded && exclude.size === 0 && !isUnclear(sides)) return { value: undefined, sides }
  const all = include.delete('all') || !saysIncluded
  return { value: { all, include, exclude }, sides }
}

function locationSide(reading: GraphReading, field: GraphField | undefined): LocationSide {
  const words = new Set(locationIdsOf(reading, field))
  const all = words.delete('all')
  const trusted = words.delete('alltrusted')
  return { all, trusted, ids: [...words] }
}

function readLocations(reading: GraphReading, field: GraphField | undefined): Part<Locations> {
  const read = readSides(reading, field, ['includeLocations', 'excludeLocations'], (side) =>
    locationSide(reading, side),
  )
  const { include, exclude, saysIncluded, saysExcluded, sides } = read
  if (!saysIncluded && !saysExcluded && !isUnclear(sides)) return { value: undefined, sides }
  return { value: { include: saysIncluded ? include : { ...include, all: true }, exclude }, sides }
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
  if (field === undefined || isEmpty(field.value)) return
  const parts = fieldsOf(reading, field, ['allTimes', 'includeDays', 'excludeDays', 'includeRange', 'excludeRange'])
  if (flagOf(parts.allTimes) !== true) notModeled(reading, 'times', field.path)
}

/** People have no risk as service principals: what such a condition means for a policy that covers people alone no page says. */
function readRiskOfPrograms(
  reading: GraphReading,
  field: GraphField | undefined,
  workloads: PolicyConditions['workloads'],
): GraphField | undefined {
  if (field === undefined || isEmpty(field.value) || workloads !== undefined) return field
  notModeled(reading, 'servicePrincipalRiskLevels without clientApplications', field.path)
  return undefined
}

/** A condition that is one list: what was not understood of it may include anything. */
function included<T>(reading: GraphReading, read: () => T | undefined, nothing: T): Part<T> {
  const { value, unclear } = unclearIn(reading, read)
  return { value: value ?? (unclear.length > 0 ? nothing : undefined), sides: { include: unclear, exclude: [] } }
}

type Parts = { readonly [Key in UnclearCondition]: Part<NonNullable<PolicyConditions[Key]>> }

/** The conditions that are configured, and the sides of them that were not understood. */
function configured(parts: Parts): Pick<PolicyConditions, UnclearCondition | 'unclear'> {
  const entries = Object.entries(parts)
  const values = entries.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]]))
  const unclear = entries.flatMap(([key, { sides }]) => (isUnclear(sides) ? [[key, sides]] : []))
  // The entries are those of `parts` that have a value, which the type of fromEntries cannot say.
  return { ...Object.fromEntries(values), unclear: Object.fromEntries(unclear) } as Pick<
    PolicyConditions,
    UnclearCondition | 'unclear'
  >
}

/** The conditions of a policy; `createdAt` decides what an unconfigured client apps condition means. */
export function readConditions(
  reading: GraphReading,
  { whole, field }: { readonly whole: GraphField; readonly field: GraphField | undefined },
  createdAt: PolicyAge,
  beside: readonly string[],
): PolicyConditions {
  const { value: parts, unclear } = unclearIn(reading, () => fieldsOf(reading, field, conditionFields))
  const lacking = lackingIn(reading, { whole, field }, parts)
  const [include, exclude] = readUsers(reading, parts.users)
  const resources = readResources(reading, parts.applications)
  const times = unclearIn(reading, () => readTimes(reading, parts.times))
  const workloads = readWorkloads(reading, parts.clientApplications)
  const riskOfPrograms = unclearIn(reading, () =>
    readRiskOfPrograms(reading, parts.servicePrincipalRiskLevels, workloads),
  )
  const levels = (levels: GraphField | undefined, known: readonly string[]) =>
    included(reading, () => levelsOf(reading, levels, known), new Set<string>())
  return {
    include: { ...include, unclear: [...include.unclear, ...lacking.users] },
    exclude,
    resources: {
      ...resources,
      unclear: { ...resources.unclear, anything: [...resources.unclear.anything, ...lacking.applications] },
    },
    ...(workloads === undefined ? {} : { workloads }),
    ...configured({
      clientApps: readClientApps(reading, parts.clientAppTypes, createdAt),
      platforms: readPlatforms(reading, parts.platforms),
      locations: readLocations(reading, parts.locations),
      devices: included(reading, () => readDevices(reading, parts), []),
      signInRisk: levels(parts.signInRiskLevels, riskLevels),
      userRisk: levels(parts.userRiskLevels, riskLevels),
      servicePrincipalRisk: levels(riskOfPrograms.value, riskLevels),
      insiderRisk: levels(parts.insiderRiskLevels, insiderRiskLevels),
      transferMethods: readFlows(reading, parts.authenticationFlows),
    }),
    open: [...unclear, ...times.unclear, ...riskOfPrograms.unclear, ...beside],
  }
}

function readFlows(reading: GraphReading, field: GraphField | undefined): Part<ReadonlySet<string>> {
  const { value: flows, unclear } = unclearIn(reading, () => fieldsOf(reading, field, ['transferMethods']))
  const read = included(reading, () => levelsOf(reading, flows.transferMethods, transferMethods), new Set<string>())
  if (unclear.length === 0) return read
  return { value: read.value ?? new Set(), sides: { include: [...read.sides.include, ...unclear], exclude: unclear } }
}
