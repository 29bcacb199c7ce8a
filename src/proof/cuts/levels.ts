import type { Contribution } from '../atom.ts'
import type { Candidate } from './candidate.ts'

type LevelSignal = 'signInRiskLevel' | 'userRiskLevel' | 'insiderRiskLevel' | 'servicePrincipalRiskLevel'

const riskLevels = ['none', 'low', 'medium', 'high']
const insiderLevels = ['none', 'minor', 'moderate', 'elevated']

const levels =
  (signal: LevelSignal, values: readonly string[]) =>
  (sides: number): readonly Candidate[] =>
    values.map((value) => {
      const contribution: Contribution = { [signal]: value }
      return { word: value, contributions: Array.from({ length: sides }, () => contribution) }
    })

/** Sign-in risk levels, in Graph's terms. */
export const signInRisks = levels('signInRiskLevel', riskLevels)
/** User risk levels. */
export const userRisks = levels('userRiskLevel', riskLevels)
/** Insider risk levels from Purview. */
export const insiderRisks = levels('insiderRiskLevel', insiderLevels)
/** Service principal risk levels. */
export const servicePrincipalRisks = levels('servicePrincipalRiskLevel', riskLevels)
