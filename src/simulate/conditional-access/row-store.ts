import { dimensionNames } from './dimension-names.ts'
import type { Row } from './row.ts'
import type { MissingReading } from './sign-in.ts'

/** Conditions that have a shelf of their own. */
export const shelfNames = ['target', 'principal', ...dimensionNames] as const

/** Rows of one condition found so far. Only speed hangs on it: a kept row is the row that would be made anew. */
export interface RowShelf {
  readonly byText: Map<string | undefined, Row>
  readonly byObject: WeakMap<object, Row>
}

/** The shelves of one reading of missing signals. */
export type RowShelves = Readonly<Record<(typeof shelfNames)[number], RowShelf>>

/** All shelves. */
export type RowStore = Readonly<Record<MissingReading, RowShelves>>

const shelf = (): RowShelf => ({ byText: new Map(), byObject: new WeakMap() })

const shelves = (): RowShelves => ({
  target: shelf(),
  principal: shelf(),
  platforms: shelf(),
  locations: shelf(),
  clientApps: shelf(),
  signInRisk: shelf(),
  userRisk: shelf(),
  servicePrincipalRisk: shelf(),
  insiderRisk: shelf(),
  transferMethods: shelf(),
  devices: shelf(),
})

/** An empty store. */
export const rowStore = (): RowStore => ({ undetermined: shelves(), none: shelves(), matches: shelves() })

/** The most texts that a shelf keeps. */
const capacity = 20_000

/** Keeps a row under a text, or under an object that does not change. */
export function keep(on: RowShelf, under: string | object | undefined, row: Row): Row {
  if (typeof under === 'object') {
    on.byObject.set(under, row)
    return row
  }
  if (on.byText.size >= capacity) on.byText.clear()
  on.byText.set(under, row)
  return row
}
