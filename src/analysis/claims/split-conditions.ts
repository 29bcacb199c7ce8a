import type { Condition } from './claim.ts'
import { isLegKey, type LegKey, type SignInKey } from './keys.ts'

/** Conditions by what they are about. */
export interface Split {
  readonly signIn: readonly { readonly condition: Condition; readonly key: SignInKey }[]
  readonly leg: readonly { readonly condition: Condition; readonly key: LegKey }[]
}

/** Splits conditions into those on whole sign-ins and those on legs. */
export function split(conditions: readonly Condition[]): Split {
  const signIn: { condition: Condition; key: SignInKey }[] = []
  const leg: { condition: Condition; key: LegKey }[] = []
  for (const condition of conditions) {
    const { key } = condition
    if (isLegKey(key)) leg.push({ condition, key })
    else signIn.push({ condition, key })
  }
  return { signIn, leg }
}
