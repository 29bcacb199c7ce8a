import type { Citation } from '../vocabulary/citations.ts'
import type { FactName } from '../vocabulary/facts.ts'
import type { Answers, Facts, Question, RuleId, Undetermined } from '../vocabulary/questions.ts'

/** A worked case of one rule, run by the tests alone and through the whole list. */
export interface Example<Q extends Question> {
  readonly name: string
  /** Facts left out are filled with the first value of their domain; the answer must not hang on them. */
  readonly given: Partial<Facts[Q]>
  readonly expect: Answers[Q] | Undetermined | 'does-not-apply'
}

/** One fact about the world: an answer to one question under stated facts, with its source. */
export interface Rule<Q extends Question = Question> {
  readonly id: RuleId
  readonly question: Q
  readonly statement: string
  readonly citation: Citation
  /** `documented`: the cited page says so. `inferred`: we conclude it from the cited page. */
  readonly basis: 'documented' | 'inferred'
  /** The facts that decide; explanations point at the lines they came from. */
  readonly because: readonly (keyof Facts[Q] & FactName)[]
  /** The row of the catalogue's errors that a person or a client sees when this rule refuses. */
  readonly error?: string
  /** What a reader would have to know where the answer is `undetermined`. */
  readonly silentOn?: string
  readonly answer: (facts: Facts[Q]) => Answers[Q] | Undetermined | undefined
  readonly examples: readonly [Example<Q>, Example<Q>, ...Example<Q>[]]
}

/** Declares a rule; it exists so that the compiler can check the facts against the question. */
export function defineRule<Q extends Question>(rule: Rule<Q>): Rule<Q> {
  return rule
}
