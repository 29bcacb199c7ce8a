import type { ClaimCondition } from '../../tenant/tenant.ts'

const compiled = new Map<string, RegExp | undefined>()

function matches(pattern: string, value: string): boolean | undefined {
  if (!compiled.has(pattern)) {
    try {
      compiled.set(pattern, new RegExp(pattern, 'i'))
    } catch {
      compiled.set(pattern, undefined)
    }
  }
  return compiled.get(pattern)?.test(value)
}

/** Whether a claim of this value meets a condition; undefined where nobody can tell. */
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
      return value === undefined ? false : matches(wanted ?? '', value)
  }
}
