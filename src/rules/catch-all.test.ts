import { expect, test } from 'vitest'
import { type FactName, factDomains, type LegFacts } from '../vocabulary/facts.ts'
import { type Question, undetermined } from '../vocabulary/questions.ts'
import { coversAlways, coversWhereAsked } from './catch-all.fixture.ts'
import { decide } from './decide.ts'
import { rulebook } from './index.ts'
import { questionFacts, questions } from './question-facts.ts'

/** The examples of all rules of a question, and what one or two other facts would make of each. */
function* cases(question: Question): Iterable<LegFacts> {
  const names: readonly FactName[] = questionFacts[question]
  // Every fact of the question has a value here, of its own domain.
  const ordinary = Object.fromEntries(names.map((name) => [name, factDomains[name][0]])) as LegFacts
  for (const { examples } of rulebook[question])
    for (const { given } of examples) {
      const base: LegFacts = { ...ordinary, ...given }
      yield base
      for (const name of names) for (const value of factDomains[name]) yield { ...base, [name]: value }
    }
}

const definite = questions.filter((question) =>
  rulebook[question].at(-1)?.examples.some(({ expect: said }) => said !== undetermined),
)

test('of every last rule that answers it is said what its statement covers', () => {
  // That a credential is accepted follows from what no other rule refuses, which its statement says in words.
  const said = new Set<string>([...Object.keys(coversAlways), ...Object.keys(coversWhereAsked), 'acceptance'])
  expect(definite.filter((question) => !said.has(question))).toEqual([])
})

test.each(definite.filter((question) => coversAlways[question] !== undefined))(
  'the last rule of %s answers within its own statement alone',
  (question) => {
    const last = rulebook[question].at(-1)
    const outside: LegFacts[] = []
    for (const facts of cases(question))
      if (decide(question, facts).rule === last?.id && coversAlways[question]?.(facts) !== true) outside.push(facts)
    expect(outside).toEqual([])
  },
)
