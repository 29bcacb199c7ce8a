import { type DeclaredCache, declareCache, shown } from '../../memory/declared-cache.ts'
import {
  type KeyStore,
  keep,
  keepOf,
  keyStore,
  type ObjectStore,
  objectStore,
  recall,
  recallOf,
} from '../../memory/stores.ts'
import { dimensionNames } from './dimension-names.ts'
import type { Row } from './row.ts'
import type { MissingReading } from './sign-in.ts'

/** Conditions of which rows are kept. */
export const rowNames = ['target', 'principal', ...dimensionNames] as const

/** What policies read of a target. */
export const targetParts = [
  'userAction',
  'authenticationContext',
  'applications',
  'scopes',
  'confidentialClient',
  'clientAppId',
  'stepUp',
  'baselineScopes',
  'dependencies',
] as const

/** What a row of each condition is kept under, in addition to the reading. */
// Invariant of all rows: what a condition says depends on the value that it judges, the reading, and the policies.
export const rowCaches = {
  target: declareCache('rows of targets', targetParts),
  principal: declareCache('rows of principals', ['principal']),
  platforms: declareCache('rows of platforms', ['devicePlatform']),
  locations: declareCache('rows of locations', ['location']),
  clientApps: declareCache('rows of client apps', ['clientAppType', 'devicePlatform']),
  signInRisk: declareCache('rows of sign-in risk', ['level']),
  userRisk: declareCache('rows of user risk', ['level']),
  servicePrincipalRisk: declareCache('rows of service principal risk', ['level']),
  insiderRisk: declareCache('rows of insider risk', ['level']),
  transferMethods: declareCache('rows of transfer methods', ['level']),
  devices: declareCache('rows of devices', ['device']),
} as const

/** Rows of one condition found so far, by a text or by an object that does not change. */
export interface RowStore {
  readonly byText: KeyStore<string | undefined, Row>
  readonly byObject: ObjectStore<Row>
}

/** The rows of one reading of missing signals. */
export type RowStores = Readonly<Record<(typeof rowNames)[number], RowStore>>

/** The rows of all readings. They belong to compiled policies, which do not change. */
export type AllRowStores = Readonly<Record<MissingReading, RowStores>>

const store = (cache: DeclaredCache): RowStore => ({ byText: keyStore(cache, 20_000), byObject: objectStore(cache) })

const stores = (): RowStores => ({
  target: store(rowCaches.target),
  principal: store(rowCaches.principal),
  platforms: store(rowCaches.platforms),
  locations: store(rowCaches.locations),
  clientApps: store(rowCaches.clientApps),
  signInRisk: store(rowCaches.signInRisk),
  userRisk: store(rowCaches.userRisk),
  servicePrincipalRisk: store(rowCaches.servicePrincipalRisk),
  insiderRisk: store(rowCaches.insiderRisk),
  transferMethods: store(rowCaches.transferMethods),
  devices: store(rowCaches.devices),
})

/** Empty stores. */
export const rowStores = (): AllRowStores => ({ undetermined: stores(), none: stores(), matches: stores() })

const readings = declareCache('rows by reading', ['reading'])

/** The rows of a reading. */
export const storesOf = (all: AllRowStores, reading: MissingReading): RowStores =>
  all[shown(readings, 'reading', reading, 'undetermined')]

/** The row that is kept under a text, or under an object that does not change. */
export function rowUnder({ byText, byObject }: RowStore, under: string | object | undefined): Row | undefined {
  return typeof under === 'object' ? recallOf(byObject, under) : recall(byText, under)
}

/** Keeps a row under a text, or under an object that does not change, and returns it. */
export function keepRow({ byText, byObject }: RowStore, under: string | object | undefined, row: Row): Row {
  return typeof under === 'object' ? keepOf(byObject, under, row) : keep(byText, under, row)
}
