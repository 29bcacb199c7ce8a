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

/** The levels of the risk of a sign-in, in Graph's terms. */
export const signInRisks = levels('signInRiskLevel', riskLevels)
/** The levels of the risk of a user. */
export const userRisks = levels('userRiskLevel', riskLevels)
/** The levels of the risk that Purview sees in a user. */
export const insiderRisks = levels('insiderRiskLevel', insiderLevels)
/** The levels of the risk of a program. */
export const servicePrincipalRisks = levels('servicePrincipalRiskLevel', riskLevels)
