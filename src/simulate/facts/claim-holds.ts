import type { ClaimCondition } from '../../tenant/domain.ts'
import { patternMatches } from '../../tenant/pattern-matches.ts'

/** Whether a claim of this value meets a condition; undefined if unknown. */
export function claimHolds(
  { operator, value: wanted }: ClaimCondition,
  value: string | undefined,
): boolean | undefined {
  switch (operator) {
    case 'exists':
      return value !== undefined
    case 'absent':
      return value === undefined
    case 'equals':
      return value !== undefined && value.toLowerCase() === wanted?.toLowerCase()
    case 'not-equals':
      return value === undefined || value.toLowerCase() !== wanted?.toLowerCase()
    case 'matches':
      return value === undefined ? false : patternMatches(wanted ?? '', value)
    case 'not-matches': {
      const matches = value === undefined ? false : patternMatches(wanted ?? '', value)
      return matches === undefined ? undefined : !matches
    }
  }
}
