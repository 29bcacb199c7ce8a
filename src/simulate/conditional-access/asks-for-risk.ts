import { type Mask, maskWhere } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'

/** Policies that ask because of risk: whether a method can be registered depends on which of them it is. */
export const asksForRisk = ({ policies }: CompiledPolicies): Mask =>
  maskWhere(policies.length, (index) => {
    const { signInRisk, userRisk } = policies[index]?.conditions ?? {}
    return signInRisk !== undefined || userRisk !== undefined
  })
