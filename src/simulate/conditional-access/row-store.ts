import { declareCache, shown } from '../../memory/declared-cache.ts'
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

/** Rows of one condition found so far, by a text or by an object that does not change. */
export interface RowStore {
  readonly byText: KeyStore<string | undefined, Row>
  readonly byObject: ObjectStore<Row>
}

/** The rows of one reading of missing signals. */
export type RowStores = Readonly<Record<(typeof rowNames)[number], RowStore>>

/** The rows of all readings. They belong to compiled policies, which do not change. */
export type AllRowStores = Readonly<Record<MissingReading, RowStores>>

const store = (): RowStore => ({ byText: keyStore(20_000), byObject: objectStore() })

const stores = (): RowStores => ({
  target: store(),
  principal: store(),
  platforms: store(),
  locations: store(),
  clientApps: store(),
  signInRisk: store(),
  userRisk: store(),
  servicePrincipalRisk: store(),
  insiderRisk: store(),
  transferMethods: store(),
  devices: store(),
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
