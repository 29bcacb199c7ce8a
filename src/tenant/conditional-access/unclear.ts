/** Missing facts for parts that were not understood: they may include anything, or exclude anything. */
export interface UnclearSides {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** A condition of which a part can be understood and a part not. */
export type UnclearCondition =
  | 'clientApps'
  | 'platforms'
  | 'locations'
  | 'devices'
  | 'signInRisk'
  | 'userRisk'
  | 'servicePrincipalRisk'
  | 'insiderRisk'
  | 'transferMethods'

/** Everything was understood. */
export const clear: UnclearSides = { include: [], exclude: [] }

/** Whether a part was not understood. */
export const isUnclear = ({ include, exclude }: UnclearSides): boolean => include.length + exclude.length > 0
