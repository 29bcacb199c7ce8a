import type { Verdict } from '../../trace/step.ts'
import { secondFactorByWords, secondFactorWords } from './nouns.ts'

type SignsIn = Extract<Verdict, { kind: 'signs-in' }>

/** The second factor of a verdict in a few words. */
export function secondFactorPhrase({ secondFactor, secondFactorBy }: SignsIn): string {
  const words = secondFactorWords[secondFactor]
  return secondFactorBy === undefined ? words : `${words} by ${secondFactorByWords[secondFactorBy]}`
}

/** The same as a clause of a sentence. */
export function secondFactorClause(verdict: SignsIn): string {
  const by = verdict.secondFactorBy === undefined ? '' : ` by ${secondFactorByWords[verdict.secondFactorBy]}`
  switch (verdict.secondFactor) {
    case 'not-required':
      return 'no second factor is required'
    case 'registration-required':
      return 'a second factor must be registered first'
    case 'may-be-asked':
      return `a second factor may be asked for${by}`
    case 'already-satisfied':
      return `the second factor was provided earlier${by === '' ? '' : `, verified${by}`}`
    default:
      return `the second factor is ${secondFactorPhrase(verdict)}`
  }
}
