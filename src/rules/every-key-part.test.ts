import { describe, expect, test } from 'vitest'
import { allCaches, leavingOut } from '../memory/declared-cache.ts'
import { type FactName, factDomains, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Question } from '../vocabulary/questions.ts'
import { decide } from './decide.ts'
import { rulebook } from './index.ts'
import { questionFacts, questions } from './question-facts.ts'

const cacheNamed = (name: string) => {
  const found = allCaches().find((cache) => cache.name === name)
  if (found === undefined) throw new Error(`no cache is called "${name}"`)
  return found
}

/** The facts of every example of a question; those left out are ordinary. */
function examplesOf(question: Question): readonly LegFacts[] {
  const ordinary = Object.fromEntries(questionFacts[question].map((name) => [name, factDomains[name][0]]))
  return rulebook[question].flatMap(({ examples }) => examples.map(({ given }) => ({ ...ordinary, ...given })))
}

/** Whether leaving out a fact of the key has a decision taken for another. */
function isTaken(question: Question, name: FactName): boolean {
  const decided = (facts: LegFacts): string => JSON.stringify(decide(question, facts))
  return examplesOf(question).some((facts) =>
    [...factDomains[name], missing].some((value) => {
      const other: LegFacts = { ...facts, [name]: value }
      if (decided(facts) === decided(other)) return false
      return leavingOut(cacheNamed(`decisions of ${question}`), name, () => decided(facts) === decided(other))
    }),
  )
}

describe('without a fact in its key one decision is treated as another', () => {
  test.each(questions)('about %s', (question) => {
    expect(questionFacts[question].filter((name) => !isTaken(question, name))).toEqual([])
  })
})
