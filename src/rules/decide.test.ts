import { describe, expect, test } from 'vitest'
import { cacheByNumbers } from '../memory/cache-by-numbers.ts'
import { declareCache, dropAll } from '../memory/declared-cache.ts'
import { type FactName, factDomains, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Question } from '../vocabulary/questions.ts'
import { decide } from './decide.ts'
import { factKey, factKeys } from './fact-key.ts'
import { allRules, ruleById, rulebook } from './index.ts'
import { questionFacts, questions } from './question-facts.ts'

const ordinary = (question: Question): LegFacts =>
  Object.fromEntries(questionFacts[question].map((name) => [name, factDomains[name][0]]))

/** What the list says about complete facts, read off the rules one by one. */
function byHand(question: Question, facts: LegFacts): string {
  for (const rule of rulebook[question]) {
    // Every fact of the question has a value here.
    const answer = rule.answer(facts as never)
    if (answer !== undefined) return answer
  }
  return 'nothing'
}

describe.each(questions)('%s with one fact left out', (question) => {
  test.each([undefined, missing])(
    'as %s is decided where every value gives one answer, else names the fact',
    (hole) => {
      for (const name of questionFacts[question]) {
        const facts: LegFacts = { ...ordinary(question), [name]: hole }
        const answers = new Set(factDomains[name].map((value) => byHand(question, { ...facts, [name]: value })))
        const decision = decide(question, facts)
        const [only] = answers
        if (answers.size === 1 && only !== 'undetermined') expect(decision.answer).toBe(only)
        else expect(decision.answer).toBeUndefined()
        if (answers.size > 1) expect(decision.missing).toEqual([name])
      }
    },
  )
})

test('two facts left out are both named where both matter, and one where one does', () => {
  for (const question of questions)
    for (const [at, one] of questionFacts[question].entries())
      for (const other of questionFacts[question].slice(at + 1, at + 4)) {
        const facts: LegFacts = { ...ordinary(question), [one]: missing, [other]: missing }
        const answerAt = (a: string, b: string) => byHand(question, { ...facts, [one]: a, [other]: b })
        const [as, bs]: readonly (readonly string[])[] = [factDomains[one], factDomains[other]]
        const matters = (outer: readonly string[], inner: readonly string[], of: (o: string, i: string) => string) =>
          outer.some((o) => new Set(inner.map((i) => of(o, i))).size > 1)
        const named = [
          ...(matters(bs ?? [], as ?? [], (b, a) => answerAt(a, b)) ? [one] : []),
          ...(matters(as ?? [], bs ?? [], answerAt) ? [other] : []),
        ]
        if (named.length > 0) expect(decide(question, facts).missing).toEqual(named)
      }
})

test('a rule that says nothing certain names what its source is silent on', () => {
  for (const rule of allRules)
    for (const { expect: expected, given } of rule.examples) {
      if (expected !== 'undetermined') continue
      const decision = decide(rule.question, { ...ordinary(rule.question), ...given })
      expect(decision).toEqual({ question: rule.question, rule: rule.id, missing: [rule.silentOn] })
    }
})

test('a rule is found by its id in any spelling', () => {
  for (const rule of allRules) expect(ruleById(rule.id.toLowerCase())).toBe(rule)
  expect(ruleById('NEVER-1')).toBeUndefined()
})

test('an error that a rule names has a word', () => {
  expect(allRules.filter(({ error }) => error === '')).toEqual([])
})

describe('what is cached by many facts', () => {
  const all = Object.keys(factDomains) as FactName[]
  const facts = (changed: LegFacts = {}): LegFacts => ({
    ...Object.fromEntries(all.map((name) => [name, factDomains[name][0]])),
    ...changed,
  })

  test('is made once for equal facts and again for facts that differ in any one', () => {
    const cached = cacheByNumbers<LegFacts, number>(declareCache('trial of many facts', all), factKeys(all))
    let made = 0
    const ask = (of: LegFacts) => cached(of, () => (made += 1))
    expect([ask(facts()), ask(facts()), ask({ ...facts() })]).toEqual([1, 1, 1])
    for (const [at, name] of all.entries()) expect(ask(facts({ [name]: factDomains[name][1] }))).toBe(at + 2)
    expect(ask(facts())).toBe(1)
    dropAll()
    expect(ask(facts())).toBe(all.length + 2)
  })

  test('has one number where the facts are few, and several where they are many', () => {
    expect(factKeys(['flow']).map((key) => key(facts()))).toEqual([factKey(['flow'])(facts())])
    expect(factKeys(all).length).toBeGreaterThan(1)
  })
})
