import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sources } from '../vocabulary/citations.ts'
import { type FactName, factDomains, type LegFacts } from '../vocabulary/facts.ts'
import { type Question, questionFacts, undetermined } from '../vocabulary/questions.ts'
import { decide } from './decide.ts'
import { allRules, rulebook } from './index.ts'
import type { Example, Rule } from './rule.ts'

const questions = Object.keys(rulebook) as Question[]

/** The facts of an example; those it leaves out take the ordinary value of their domain. */
function factsOf(rule: Rule, example: Example<Question>): LegFacts {
  const ordinary = questionFacts[rule.question].map((name) => [name, factDomains[name][0]])
  return { ...Object.fromEntries(ordinary), ...example.given }
}

function answerAlone(rule: Rule, facts: LegFacts): string | undefined {
  // Every fact of the question has a value here.
  return rule.answer(facts as never)
}

describe.each(allRules.map((rule) => [rule.id, rule] as const))('rule %s', (_, rule) => {
  test.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const facts = factsOf(rule, example)
    expect(answerAlone(rule, facts) ?? 'does-not-apply').toBe(example.expect)
    if (example.expect === 'does-not-apply') return
    const decision = decide(rule.question, facts)
    expect(decision.rule).toBe(rule.id)
    expect(decision.answer ?? undetermined).toBe(example.expect)
  })

  test('names exactly the facts it reads', () => {
    const read = new Set<string>()
    const recorder = new Proxy(factsOf(rule, rule.examples[0]), {
      get(target, name: string) {
        read.add(name)
        return target[name as FactName]
      },
    })
    answerAlone(rule, recorder)
    expect([...read].sort()).toEqual([...rule.because].sort())
  })

  test('has an answering example and, unless it is the last of its list, a near miss', () => {
    expect(rule.examples.some((example) => example.expect !== 'does-not-apply')).toBe(true)
    const isLast = rulebook[rule.question].at(-1)?.id === rule.id
    if (!isLast) expect(rule.examples.some((example) => example.expect === 'does-not-apply')).toBe(true)
  })

  test('cites a page of the bibliography and says what is silent', () => {
    expect(Object.keys(sources)).toContain(rule.citation.source)
    expect(rule.statement).toMatch(/\.$/)
    const silent = rule.examples.some((example) => example.expect === undetermined)
    expect(rule.silentOn !== undefined).toBe(silent)
  })

  test('reads no date', () => {
    expect(`${rule.answer}`).not.toMatch(/\d{4}-\d\d|\bDate\b/)
  })
})

test('ids are unique', () => {
  const ids = allRules.map((rule) => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(questions)('every rule file of %s is in its list, and named after its export', (question) => {
  const files = readdirSync(new URL(`./${question}/`, import.meta.url))
    .filter((file) => file !== 'index.ts' && !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
  expect(files.length).toBe(rulebook[question].length)
})

test.each(questions)(
  'the last rule of %s reads nothing and always answers, so every combination of facts has an answer',
  (question) => {
    const last = rulebook[question].at(-1)
    expect(last?.because).toEqual([])
    expect(last?.examples.map((example) => example.expect)).not.toContain('does-not-apply')
  },
)

test.each(questions)('every fact that %s may read is read by one of its rules', (question) => {
  const rules: readonly Rule[] = rulebook[question] as unknown as readonly Rule[]
  const read = new Set<FactName>(rules.flatMap((rule) => rule.because))
  expect(questionFacts[question].filter((name) => !read.has(name))).toEqual([])
})

describe('a missing fact', () => {
  test('does not matter where every value gives one answer', () => {
    const decision = decide('issuer', { hosting: 'online', flow: 'basic', modernAuthority: '?' })
    expect(decision.answer).toBe('entra-id')
  })

  test('is named where the answer hangs on it', () => {
    const decision = decide('home-realm', {
      issuer: 'entra-id',
      flowClass: 'legacy',
      domainAuthentication: '?',
      stagedRollout: 'out',
      accountKind: 'user',
    })
    expect(decision.answer).toBeUndefined()
    expect(decision.missing).toEqual(['domainAuthentication'])
  })
})
