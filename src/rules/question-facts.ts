import { type FactName, factOrder } from '../vocabulary/facts.ts'
import type { Question } from '../vocabulary/questions.ts'
import { rulebook } from './index.ts'

function readBy(rules: readonly { readonly because: readonly FactName[] }[]): readonly FactName[] {
  const read = new Set(rules.flatMap((rule) => rule.because))
  return factOrder.filter((name) => read.has(name))
}

/** The questions, in the order in which a sign-in asks them. */
// The keys of the rulebook are exactly the union.
export const questions = Object.keys(rulebook) as readonly Question[]

/** The facts that the rules of each question read, in the order of the table of facts. */
// Every question has an entry, which building the table from the list cannot show.
export const questionFacts = Object.fromEntries(questions.map((name) => [name, readBy(rulebook[name])])) as {
  readonly [Q in Question]: readonly FactName[]
}
