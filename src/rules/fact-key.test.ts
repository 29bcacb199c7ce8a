import { describe, expect, test } from 'vitest'
import { type FactName, factDomains, type LegFacts, missing } from '../vocabulary/facts.ts'
import { decide } from './decide.ts'
import { factKey } from './fact-key.ts'
import { questionFacts } from './question-facts.ts'

const questions = Object.entries(questionFacts)

function facts(names: readonly FactName[], choose: (name: FactName, index: number) => number): LegFacts {
  return Object.fromEntries(names.map((name, index) => [name, [...factDomains[name], missing][choose(name, index)]]))
}

describe('the key over the facts of a question', () => {
  test.each(questions)('%s exists', (_, names) => expect(() => factKey(names)).not.toThrow())

  test.each(questions)('%s tells two legs apart that differ in one fact', (_, names) => {
    const key = factKey(names)
    for (const [index, name] of names.entries()) {
      const values = [...factDomains[name], missing]
      const seen = values.map((_value, at) => key(facts(names, (_name, other) => (other === index ? at : 0))))
      expect(new Set(seen).size).toBe(values.length)
    }
  })

  test('has one number for a fact that is missing and one that was never filled', () => {
    const key = factKey(['office', 'moduleSupport'])
    expect(key({ office: '2013' })).toBe(key({ office: '2013', moduleSupport: missing }))
  })

  test('is not made over more combinations than a number holds', () => {
    const all = Object.keys(factDomains) as FactName[]
    expect(() => factKey(all)).toThrow()
  })
})

describe('a decision that is cached', () => {
  test.each(questions)('about %s is the one made before', (question, names) => {
    for (let seed = 0; seed < 40; seed += 1) {
      const leg = facts(names, (name, index) => (seed * 7 + index * 3 + name.length) % factDomains[name].length)
      const [first, second] = [
        decide(question as keyof typeof questionFacts, leg),
        decide(question as keyof typeof questionFacts, { ...leg }),
      ]
      expect(second).toBe(first)
    }
  })
})
