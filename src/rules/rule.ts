import type { Citation } from '../vocabulary/citations.ts'
import type { FactName, FactValue } from '../vocabulary/facts.ts'
import type { Owner } from '../vocabulary/owners.ts'
import type { Answers, Question, RuleId, Undetermined } from '../vocabulary/questions.ts'

/** Facts by name, each with a value of its domain. */
export type FactValues<F extends FactName = FactName> = { readonly [Name in F]: FactValue<Name> }

/** A worked case of one rule, run by the tests alone and through the whole list. */
export interface Example<Q extends Question> {
  readonly name: string
  /** Facts left out are filled with the first value of their domain; the answer must not depend on them. */
  readonly given: Partial<FactValues>
  readonly expect: Answers[Q] | Undetermined | 'does-not-apply'
}

/** What every rule says, apart from the facts that it reads. */
interface Statement<Q extends Question> {
  readonly id: RuleId
  readonly question: Q
  readonly statement: string
  readonly citation: Citation
  /** `documented`: the cited page says so. `inferred`: we conclude it from the cited page. */
  readonly basis: 'documented' | 'inferred'
  /** Whom it is up to where this rule ends a sign-in. */
  readonly owner?: Owner
  /** Why this rule ends a sign-in, in the few words that fit into a cell, where the words of its question do not say it. */
  readonly inFewWords?: string
  /** The row of the catalog's errors that a user or a client sees when this rule refuses. */
  readonly error?: string
  /** The same over a protocol that says it otherwise; null if it says nothing of its own. */
  readonly errorOver?: Readonly<Partial<Record<FactValue<'protocolKind'>, string | null>>>
  /** What a reader would have to know where the answer is `undetermined`. */
  readonly silentOn?: string
  readonly examples: readonly [Example<Q>, Example<Q>, ...Example<Q>[]]
}

/** One fact about the world: an answer to one question under stated facts, with its source. */
export interface Rule<Q extends Question = Question> extends Statement<Q> {
  /** The facts that decide; explanations point at the lines they came from. */
  readonly because: readonly FactName[]
  readonly answer: (facts: FactValues) => Answers[Q] | Undetermined | undefined
}

/** A rule as it is written: `answer` sees the facts that `because` names and no other. */
interface RuleDefinition<Q extends Question, Because extends readonly FactName[]> extends Statement<Q> {
  readonly because: Because
  readonly answer: (facts: FactValues<Because[number]>) => Answers[Q] | Undetermined | undefined
}

/** Declares a rule; it exists so that the compiler can hold `answer` to the facts that `because` names. */
export function defineRule<Q extends Question, const Because extends readonly FactName[]>(
  rule: RuleDefinition<Q, Because>,
): Rule<Q> {
  return rule
}
