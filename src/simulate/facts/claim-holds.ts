import type { ClaimCondition } from '../../tenant/domain.ts'
import { patternMatches } from '../../tenant/pattern-matches.ts'

/** Whether a claim of this value meets a condition; undefined if unknown. */
export function claimHolds(condition: ClaimCondition, value: string | undefined): boolean | undefined {
  switch (condition.operator) {
    case 'exists':
      return value !== undefined
    case 'absent':
      return value === undefined
    case 'equals':
      return value !== undefined && value.toLowerCase() === condition.value.toLowerCase()
    case 'not-equals':
      return value === undefined || value.toLowerCase() !== condition.value.toLowerCase()
    case 'matches':
      return value === undefined ? false : patternMatches(condition.value, value)
    case 'not-matches': {
      const matches = value === undefined ? false : patternMatches(condition.value, value)
      return matches === undefined ? undefined : !matches
    }
  }
}
