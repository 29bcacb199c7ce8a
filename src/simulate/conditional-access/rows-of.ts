import { type DeclaredCache, shown } from '../../memory/declared-cache.ts'
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
import { keepRow, type RowStores, rowCaches, rowUnder, storesOf } from './row-store.ts'
import type { MissingReading, PolicySignIn, PolicyTarget } from './sign-in.ts'

/** How policies are asked. */
export interface PolicyReading {
  readonly missing: MissingReading
  /** Whether policies of services that the target needs bind as well. */
  readonly dependencies: boolean
}

/** The rows of one sign-in in the order in which the vendor evaluates; a condition nobody configures has none. */
export type SignInRows = readonly (Row | undefined)[]

/** The condition behind each row; the first two depend on what the sign-in is for and on who signs in. */
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

/** Equal for targets of which policies say the same. Invariant: a row of a target depends on these parts alone. */
export function textOfTarget(cache: DeclaredCache, signIn: PolicySignIn, dependencies: boolean): string {
  const { target } = signIn
  if (!('applications' in target))
    return 'userAction' in target
      ? shown(cache, 'userAction', target.userAction, 'action')
      : `context ${shown(cache, 'authenticationContext', target.authenticationContext, '')}`
  const text = textOfApplications(cache, signIn, target, dependencies)
  const asked = shown(cache, 'stepUp', target.stepUp ?? '', '')
  return asked === '' ? text : `${text}|for ${asked}`
}

type ApplicationTarget = Extract<PolicyTarget, { readonly applications: unknown }>

function textOfApplications(
  cache: DeclaredCache,
  signIn: PolicySignIn,
  target: ApplicationTarget,
  dependencies: boolean,
): string {
  const { applications, scopes } = target
  // Sign-ins share the text of one application, whose hash is known; a joined text has to be hashed each time.
  const [first = ''] = applications
  const named = shown(cache, 'applications', applications.length > 1 ? applications.join(' ') : first, '')
  const withNeeds = shown(cache, 'dependencies', dependencies, true)
  if (scopes === undefined && cache.leftOut !== 'scopes') return withNeeds ? named : `${named}|alone`
  const { confidentialClient, clientAppId } = target
  const asked = shown(cache, 'scopes', scopes ?? [], []).join(' ')
  const confidential = shown(cache, 'confidentialClient', confidentialClient === true, false)
  const own = shown(cache, 'clientAppId', confidential ? clientAppId : undefined, undefined)
  const baseline = shown(cache, 'baselineScopes', baselineScopesOf(signIn), 'open')
  return `${named}|${withNeeds}|${asked}|${confidential}|${own}|${baseline}`
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
  readonly stores: RowStores
}

/** Stands for every principal while a test leaves the principal out of the key. */
const anyone = {}

function principalOf({ compiled, signIn: { principal }, missing, stores }: Asked): Row {
  const under = shown(rowCaches.principal, 'principal', principal, anyone)
  return (
    rowUnder(stores.principal, under) ??
    keepRow(stores.principal, under, principalRow(compiled.users, principal, missing))
  )
}

function platformRow({ compiled, signIn: { devicePlatform }, missing, stores }: Asked): Row {
  const under = shown(rowCaches.platforms, 'devicePlatform', devicePlatform, undefined)
  const known = rowUnder(stores.platforms, under)
  if (known !== undefined) return known
  const row = rowOf(compiled.dimensions.platforms, missing, ({ condition, unclear }) =>
    judgePlatforms(condition, unclear, devicePlatform, missing),
  )
  return keepRow(stores.platforms, under, row)
}

function locationRow({ compiled, signIn: { location }, missing, stores }: Asked): Row {
  const under = shown(rowCaches.locations, 'location', location, undefined)
  const known = rowUnder(stores.locations, under)
  if (known !== undefined) return known
  const place = parsePlace(location)
  const row = rowOf(compiled.dimensions.locations, missing, ({ condition, unclear }) =>
    judgeLocations(condition, unclear, compiled.locations, place, missing),
  )
  return keepRow(stores.locations, under, row)
}

function clientAppsRow({ compiled, signIn: { clientAppType, devicePlatform }, missing, stores }: Asked): Row {
  const type = shown(rowCaches.clientApps, 'clientAppType', clientAppType, undefined)
  // Only of these clients does the platform matter.
  const under =
    clientAppType === 'exchangeActiveSync'
      ? `${type} ${shown(rowCaches.clientApps, 'devicePlatform', devicePlatform, undefined)}`
      : type
  const known = rowUnder(stores.clientApps, under)
  if (known !== undefined) return known
  const row = rowOf(compiled.dimensions.clientApps, missing, ({ condition, unclear }) =>
    either(judgeClientApps(condition, clientAppType, devicePlatform, missing), notUnderstood(unclear.include)),
  )
  return keepRow(stores.clientApps, under, row)
}

/** Conditions on one word, of which the signal is a level. */
type LevelName = 'signInRisk' | 'userRisk' | 'servicePrincipalRisk' | 'insiderRisk' | 'transferMethods'

function levelRow(asked: Asked, name: LevelName, level: string | undefined, signal: string): Row {
  const { compiled, missing, stores } = asked
  const under = shown(rowCaches[name], 'level', level, undefined)
  const known = rowUnder(stores[name], under)
  if (known !== undefined) return known
  const row = rowOf(compiled.dimensions[name], missing, ({ condition, unclear }) =>
    both(
      either(judgeLevel(condition, level, signal, missing), notUnderstood(unclear.include)),
      not(notUnderstood(unclear.exclude)),
    ),
  )
  return keepRow(stores[name], under, row)
}

function deviceRow({ compiled, signIn: { device }, missing, stores }: Asked): Row {
  const under = shown(rowCaches.devices, 'device', device, undefined)
  const known = rowUnder(stores.devices, under)
  if (known !== undefined) return known
  const row = rowOf(compiled.dimensions.devices, missing, ({ condition, unclear }) =>
    judgeDevices(condition, unclear, device, missing),
  )
  return keepRow(stores.devices, under, row)
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
  const stores = storesOf(compiled.rows, missing)
  const asked: Asked = { compiled, signIn, missing, stores }
  const text = textOfTarget(rowCaches.target, signIn, dependencies)
  const rows: (Row | undefined)[] = [
    rowUnder(stores.target, text) ?? keepRow(stores.target, text, makeTargetRow(compiled, signIn, dependencies)),
    principalOf(asked),
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
  for (const at of compiled.configured) rows[at] = finders[at - rowsBefore]?.(asked)
  return rows
}

/** How policies are read for whoever signs in: what is missing is undetermined, and services that are needed count. */
export const usualReading: PolicyReading = { missing: 'undetermined', dependencies: true }

/** The rows of a question without that of the user. */
export function rowsWithoutUser(compiled: CompiledPolicies, signIn: PolicySignIn): SignInRows {
  // The second row is that of the user.
  return rowsOf(compiled, signIn, usualReading).with(1, undefined)
}
