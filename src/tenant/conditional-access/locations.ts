/** Named locations by id or name, lower-cased, in addition to the two words that stand for many. */
export interface LocationSide {
  readonly all: boolean
  readonly trusted: boolean
  readonly ids: readonly string[]
}

/** Where from a policy applies. */
export interface Locations {
  readonly include: LocationSide
  readonly exclude: LocationSide
}
