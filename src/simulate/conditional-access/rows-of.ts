import { type NeededService, neededServices } from '../../tenant/conditional-access/application-suites.ts'
import type { ConditionName } from '../../vocabulary/policies.ts'
import type { CompiledPolicies } from './compile.ts'
import { rowsBefore } from './dimension-names.ts'
import { judgeDevices } from './judge-device.ts'
import { judgeLocations, parsePlace } from './judge-location.ts'
import { baselineScopesOf, judgedTarget, judgeResources } from './judge-resources.ts'
import { judgeClientApps, judgeLevel, judgePlatforms } from './judge-signals.ts'
import { principalRow } from './judge-users.ts'
import { both, either, not, notUnderstood } from './judged.ts'
import { type Row, rowOf } from './row.ts'
import { keep, type RowShelves } from './row-store.ts'
import type { MissingReading, PolicySignIn, PolicyTarget } from './sign-in.ts'

/** How policies are asked. */
export interface PolicyReading {
  readonly missing: MissingReading
  /** Whether policies of services that the target needs bind as well. */
  readonly dependencies: boolean
}

/** The rows of one sign-in in the order in which the vendor evaluates; a condition nobody configures has none. */
export type SignInRows = readonly (Row | undefined)[]

/** The condition behind each row; the first two hang on what the sign-in is for and on who signs in. */
export const rowConditions = [
  'application',
  'users',
  'devicePlatform',
  'location',
  'clientApps',
  'signInRisk',
  'userRisk',
  'servicePrincipalRisk',
  'insiderRisk',
  'authenticationFlow',
  'devices',
] as const satisfies readonly ConditionName[]

/** Services that a target needs, of one binding. */
export function neededBy(target: PolicyTarget, binding: 'early' | 'late'): readonly NeededService[] {
  return 'applications' in target
    ? neededServices(
        target.applications.map((id) => id.toLowerCase()),
        binding,
      )
    : []
}

/** The row of the target alone, or of services that it needs. */
export function targetRow(compiled: CompiledPolicies, signIn: PolicySignIn, more: readonly string[]): Row {
  const target = judgedTarget(signIn, more)
  return rowOf(compiled.dimensions.resources, 'undetermined', (resources) => judgeResources(resources, target))
}

/** Equal for targets of which policies say the same. */
export function textOfTarget(signIn: PolicySignIn, dependencies: boolean): string {
  const { target } = signIn
  if (!('applications' in target))
    return 'userAction' in target ? target.userAction : `context ${target.authenticationContext}`
  const { applications, scopes, confidentialClient, clientAppId } = target
  const [first = ''] = applications
  const named = applications.length === 1 ? first : applications.join(' ')
  if (scopes === undefined) return dependencies ? named : `${named}|alone`
  return `${named}|${dependencies}|${scopes.join(' ')}|${confidentialClient === true ? (clientAppId ?? '?') : ''}|${baselineScopesOf(signIn)}`
}

function makeTargetRow(compiled: CompiledPolicies, signIn: PolicySignIn, dependencies: boolean): Row {
  return targetRow(
    compiled,
    signIn,
    dependencies ? neededBy(signIn.target, 'early').map(({ application }) => application) : [],
  )
}

interface Asked {
  readonly compiled: CompiledPolicies
  readonly signIn: PolicySignIn
  readonly missing: MissingReading
  readonly shelves: RowShelves
}

function platformRow({ compiled, signIn, missing, shelves }: Asked): Row {
  const { platforms } = compiled.dimensions
  const { devicePlatform } = signIn
  return (
    shelves.platforms.byText.get(devicePlatform) ??
    keep(
      shelves.platforms,
      devicePlatform,
      rowOf(platforms, missing, ({ condition, unclear }) =>
        judgePlatforms(condition, unclear, devicePlatform, missing),
      ),
    )
  )
}

function locationRow({ compiled, signIn, missing, shelves }: Asked): Row {
  const { locations } = compiled.dimensions
  const { location } = signIn
  const shelf = shelves.locations
  const known = location === undefined ? shelf.byText.get(undefined) : shelf.byObject.get(location)
  if (known !== undefined) return known
  const place = parsePlace(location)
  const row = rowOf(locations, missing, ({ condition, unclear }) =>
    judgeLocations(condition, unclear, compiled.locations, place, missing),
  )
  return keep(shelf, location, row)
}

function clientAppsRow({ compiled, signIn, missing, shelves }: Asked): Row {
  const { clientApps } = compiled.dimensions
  const { clientAppType, devicePlatform } = signIn
  const text = clientAppType === 'exchangeActiveSync' ? `${clientAppType} ${devicePlatform}` : clientAppType
  const known = shelves.clientApps.byText.get(text)
  if (known !== undefined) return known
  const row = rowOf(clientApps, missing, ({ condition, unclear }) =>
    either(judgeClientApps(condition, clientAppType, devicePlatform, missing), notUnderstood(unclear.include)),
  )
  return keep(shelves.clientApps, text, row)
}

type LevelCondition = 'signInRisk' | 'userRisk' | 'servicePrincipalRisk' | 'insiderRisk' | 'transferMethods'

function levelRow(asked: Asked, name: LevelCondition, level: string | undefined, signal: string): Row {
  const dimension = asked.compiled.dimensions[name]
  const shelf = asked.shelves[name]
  const { missing } = asked
  return (
    shelf.byText.get(level) ??
    keep(
      shelf,
      level,
      rowOf(dimension, missing, ({ condition, unclear }) =>
        both(
          either(judgeLevel(condition, level, signal, missing), notUnderstood(unclear.include)),
          not(notUnderstood(unclear.exclude)),
        ),
      ),
    )
  )
}

function deviceRow({ compiled, signIn, missing, shelves }: Asked): Row {
  const { devices } = compiled.dimensions
  const { device } = signIn
  const shelf = shelves.devices
  const known = typeof device === 'object' ? shelf.byObject.get(device) : shelf.byText.get(device)
  return (
    known ??
    keep(
      shelf,
      device,
      rowOf(devices, missing, ({ condition, unclear }) => judgeDevices(condition, unclear, device, missing)),
    )
  )
}

/** How the row of each condition is found; the first two are always asked for. */
const finders: readonly ((asked: Asked) => Row)[] = [
  platformRow,
  locationRow,
  clientAppsRow,
  (asked) => levelRow(asked, 'signInRisk', asked.signIn.signInRiskLevel, 'signInRiskLevel'),
  (asked) => levelRow(asked, 'userRisk', asked.signIn.userRiskLevel, 'userRiskLevel'),
  (asked) =>
    levelRow(asked, 'servicePrincipalRisk', asked.signIn.servicePrincipalRiskLevel, 'servicePrincipalRiskLevel'),
  (asked) => levelRow(asked, 'insiderRisk', asked.signIn.insiderRiskLevel, 'insiderRiskLevel'),
  (asked) => levelRow(asked, 'transferMethods', asked.signIn.authenticationFlow, 'authenticationFlow'),
  deviceRow,
]

/** All rows of one sign-in; a condition that no policy has is not looked at. */
export function rowsOf(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
  { missing, dependencies }: PolicyReading,
): SignInRows {
  const shelves = compiled.store[missing]
  const { principal } = signIn
  const text = textOfTarget(signIn, dependencies)
  const rows: (Row | undefined)[] = [
    shelves.target.byText.get(text) ?? keep(shelves.target, text, makeTargetRow(compiled, signIn, dependencies)),
    shelves.principal.byObject.get(principal) ??
      keep(shelves.principal, principal, principalRow(compiled.users, principal, missing)),
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]
  const asked: Asked = { compiled, signIn, missing, shelves }
  for (const at of compiled.configured) rows[at] = finders[at - rowsBefore]?.(asked)
  return rows
}
