import { expect, test } from 'vitest'
import { factDomains } from '../vocabulary/facts.ts'
import { allAnswer } from './disjoint.fixture.ts'
import { rulebook } from './index.ts'
import { questionFacts, questions } from './question-facts.ts'
import type { FactValues, Rule } from './rule.ts'

/** Every example of a question; facts left out are ordinary. */
function examplesOf(question: (typeof questions)[number]): readonly FactValues[] {
  const ordinary = Object.fromEntries(questionFacts[question].map((name) => [name, factDomains[name][0]]))
  // The ordinary facts are all that the question may read.
  return rulebook[question].flatMap(({ examples }) =>
    examples.map(({ given }) => ({ ...ordinary, ...given }) as FactValues),
  )
}

test.each(questions)('neighbors about %s never both answer, or an example shows which comes first', (question) => {
  const rules: readonly Rule[] = rulebook[question]
  const examples = examplesOf(question)
  const untold = rules.slice(1).flatMap((second, at) => {
    const first = rules[at]
    const before = rules.slice(0, at)
    if (first === undefined || allAnswer([first, second], before) === undefined) return []
    const isTold = examples.some(
      (facts) =>
        before.every((rule) => rule.answer(facts) === undefined) &&
        first.answer(facts) !== undefined &&
        second.answer(facts) !== undefined,
    )
    return isTold
      ? []
      : [`${first.id} before ${second.id}: an example of ${first.id}, which comes first, has to meet both`]
  })
  expect(untold).toEqual([])
})
