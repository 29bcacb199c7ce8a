import { strengths } from '../../catalog/strengths.ts'
import type { AuthenticationStrength } from './model.ts'

/** The strength that the plain control `mfa` asks for. */
export const multifactorStrengthId = '00000000-0000-0000-0000-000000000002'

/** The strengths that every tenant has. */
export const builtInStrengths: readonly AuthenticationStrength[] = strengths.map(
  ({ id, displayName, combinations }) => ({
    id,
    name: displayName,
    builtIn: true,
    allowedCombinations: combinations,
    narrowed: new Set(),
    unclear: [],
  }),
)
