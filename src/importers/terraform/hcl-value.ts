import type { ComputedReason } from '../../source/diagnostics/estate-codes.ts'

/** Why a value cannot be read without Terraform. */
export type OpenReason = ComputedReason

/** A configuration value, if it can be evaluated. */
export type HclValue =
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly HclValue[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, HclValue> }
  | { readonly kind: 'open'; readonly reason: OpenReason }

/** The value of a reference; steps after the first are attributes and indexes. */
export type HclScope = (steps: readonly [string, ...string[]]) => HclValue

/** A value that only Terraform can compute. */
export const openValue = (reason: OpenReason): HclValue => ({ kind: 'open', reason })

/** A plain value. */
export const plainHcl = (value: string | number | boolean | null): HclValue => ({ kind: 'plain', value })

/** The part of a value that steps lead to. */
export function partOfHcl(value: HclValue, [step, ...rest]: readonly string[]): HclValue {
  if (step === undefined || value.kind === 'open') return value
  if (value.kind === 'plain') return openValue('computed')
  const part = value.kind === 'list' ? value.items[Number(step)] : value.fields.get(step)
  return part === undefined ? openValue('computed') : partOfHcl(part, rest)
}
