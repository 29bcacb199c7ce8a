import { type Default, defaults } from '../catalog/defaults.ts'
import { parseInstant } from '../source/text/parse-values.ts'
import type { FactName } from '../vocabulary/facts.ts'
import type { Instant } from '../vocabulary/requests.ts'

/** The ids of the defaults that apply to what an object does not set. */
export type Assumed = Partial<Record<FactName, string>>

function concerns(entry: Default, createdAt: Instant | undefined): boolean {
  const { tenantsCreatedFrom, tenantsCreatedBefore } = entry
  if (tenantsCreatedFrom === undefined && tenantsCreatedBefore === undefined) return true
  if (createdAt === undefined) return false
  const from = parseInstant(tenantsCreatedFrom ?? '') ?? Number.NEGATIVE_INFINITY
  const before = parseInstant(tenantsCreatedBefore ?? '') ?? Number.POSITIVE_INFINITY
  return from <= createdAt && createdAt < before
}

/** The documented default of a setting for a tenant of that age; none if it depends on an age that is not known. */
export function defaultOf(setting: string, createdAt?: Instant): Default | undefined {
  return defaults.find((entry) => entry.fact === setting && concerns(entry, createdAt))
}

/** The stated value or else the documented default, whose id is noted under the fact it stands for. */
export function statedOr<T extends Default['value']>(
  stated: T | undefined,
  setting: string,
  fact: FactName,
  assumed: Assumed,
  createdAt?: Instant,
): T | undefined {
  if (stated !== undefined) return stated
  const found = defaultOf(setting, createdAt)
  if (found === undefined) return undefined
  assumed[fact] = found.id
  // The catalog's default of a setting is one of the values that the setting can have.
  return found.value as T
}
