import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sources } from '../vocabulary/citations.ts'
import { type FactName, factDomains, factOrder, type LegFacts } from '../vocabulary/facts.ts'
import { type Question, undetermined } from '../vocabulary/questions.ts'
import { decide } from './decide.ts'
import { places } from './generated/fact-shape.ts'
import { allRules, rulebook } from './index.ts'
import { questionFacts, questions } from './question-facts.ts'
import { retiredIds } from './retired-ids.ts'
import { defineRule, type Example, type Rule } from './rule.ts'

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
    expect(rule.citation.section, 'name the section of the page').not.toBe('')
    expect(rule.statement).toMatch(/\.$/)
    const silent = rule.examples.some((example) => example.expect === undetermined)
    expect(rule.silentOn !== undefined).toBe(silent)
  })

  test('says in few words, as part of a sentence, what stops', () => {
    if (rule.inFewWords !== undefined) expect(rule.inFewWords).toMatch(/^[^\s.]+( [^\s.]+)+$/)
  })

  test('reads no date', () => {
    expect(`${rule.answer}`).not.toMatch(/\d{4}-\d\d|\bDate\b/)
  })
})

test('every fact is read by a rule', () => {
  const read = new Set(Object.values(questionFacts).flat())
  expect(factOrder.filter((name) => !read.has(name))).toEqual([])
})

test('the generated places are those of the table of facts', () => {
  expect(Object.keys(places), 'run `npm run build`: a fact was added or removed').toEqual(factOrder)
})

test('an id belongs to one rule and is never used again', () => {
  const taken = new Map<string, string>([...retiredIds].map(([id, reason]) => [id, `is retired (${reason})`]))
  const problems: string[] = []
  for (const { id, statement } of allRules) {
    const before = taken.get(id)
    if (before !== undefined) problems.push(`${id} ${before}: give the rule "${statement}" the next free number`)
    taken.set(id, `is the id of "${statement}"`)
  }
  expect(problems).toEqual([])
})

test('every number below the highest of its prefix is taken or retired', () => {
  const ids = new Set<string>([...allRules.map(({ id }) => id), ...retiredIds.keys()])
  const highest = new Map<string, number>()
  for (const id of ids) {
    const [prefix = '', number] = id.split('-')
    highest.set(prefix, Math.max(highest.get(prefix) ?? 0, Number(number)))
  }
  const holes = [...highest].flatMap(([prefix, last]) =>
    Array.from({ length: last }, (_, at) => `${prefix}-${at + 1}`).filter((id) => !ids.has(id)),
  )
  expect(holes.map((id) => `${id} is missing: list it in rules/retired-ids.ts with the reason`)).toEqual([])
})

const camelCase = (kebab: string): string => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What is wrong with one file of a question's folder, with the next step. */
async function problemsOf(question: Question, file: string): Promise<readonly string[]> {
  const exported: Record<string, unknown> = await import(`./${question}/${file}.ts`)
  const name = camelCase(file)
  const listed: readonly unknown[] = rulebook[question]
  if (exported[name] === undefined) return [`${question}/${file}.ts: export the rule as ${name}, or rename the file`]
  const others = Object.keys(exported).filter((key) => key !== name)
  return [
    ...others.map((key) => `${question}/${file}.ts: move ${key} to a file of its own`),
    ...(listed.includes(exported[name])
      ? []
      : [`${question}/${file}.ts: list ${name} in rules/${question}/index.ts, in the order of precedence`]),
  ]
}

test.each(questions)('every rule file of %s is in its list, and named after its export', async (question) => {
  const files = readdirSync(new URL(`./${question}/`, import.meta.url))
    .filter((file) => file !== 'index.ts' && !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
  expect((await Promise.all(files.map((file) => problemsOf(question, file)))).flat()).toEqual([])
  const listed: readonly unknown[] = rulebook[question]
  expect(listed.length, `${question}/index.ts lists a rule twice`).toBe(new Set(listed).size)
})

test.each(questions)(
  'the last rule of %s reads nothing and always answers, so every combination of facts has an answer',
  (question) => {
    const last = rulebook[question].at(-1)
    expect(last?.because).toEqual([])
    expect(last?.examples.map((example) => example.expect)).not.toContain('does-not-apply')
  },
)

test.each(allRules.map((rule) => [rule.id, rule] as const))(
  'the examples of %s give only facts that the rules of its question read',
  (_, rule) => {
    const read: ReadonlySet<string> = new Set(questionFacts[rule.question])
    const given = rule.examples.flatMap((example) => Object.keys(example.given))
    expect(given.filter((name) => !read.has(name))).toEqual([])
  },
)

test('a rule whose answer reads a fact that `because` does not name does not compile', () => {
  defineRule({
    id: 'NEVER-1',
    question: 'home-realm',
    statement: 'Read by no rulebook.',
    citation: { source: 'entra-app-passwords', section: 'introduction' },
    basis: 'inferred',
    because: ['issuer'],
    // @ts-expect-error The answer sees the facts of `because` alone.
    answer: ({ issuer, stagedRollout }) => (issuer === 'entra-id' && stagedRollout === 'in' ? 'managed' : undefined),
    examples: [
      { name: 'one', given: {}, expect: 'does-not-apply' },
      { name: 'another', given: {}, expect: 'does-not-apply' },
    ],
  })
})

describe('a missing fact', () => {
  test('does not matter where every value gives one answer', () => {
    const decision = decide('issuer', {
      hosting: 'online',
      flow: 'basic',
      modernAuthority: '?',
      shareTickets: 'not-used',
    })
    expect(decision.answer).toBe('entra-id')
  })

  test('is named where the answer depends on it', () => {
    const decision = decide('home-realm', {
      issuer: 'entra-id',
      flowClass: 'legacy',
      domainAuthentication: '?',
      stagedRollout: 'out',
      accountHome: 'here',
    })
    expect(decision.answer).toBeUndefined()
    expect(decision.missing).toEqual(['domainAuthentication'])
  })
})
