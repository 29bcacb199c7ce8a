import type { Check } from './check.ts'

/** Every test of what a file means. */
export const meaningChecks: readonly Check[] = []
