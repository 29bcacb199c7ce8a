import { declareCache } from '../memory/declared-cache.ts'
import { type KeyStore, keep, keyStore, recall } from '../memory/stores.ts'
import { type FactName, factDomains, type LegFacts, missing } from '../vocabulary/facts.ts'
import { type Answers, alike, type Question, type RuleId, undetermined } from '../vocabulary/questions.ts'
import { type FactKey, factKey } from './fact-key.ts'
import { rulebook } from './index.ts'
import { questionFacts, questions } from './question-facts.ts'
import type { Rule } from './rule.ts'

/** The result of a question: an answer with the rule that gave it, or the facts that are missing for one. */
export type Decision<Q extends Question> =
  | { readonly question: Q; readonly answer: Answers[Q]; readonly rule: RuleId; readonly missing?: undefined }
  | { readonly question: Q; readonly answer?: undefined; readonly rule: RuleId; readonly missing: readonly string[] }

/** The most decisions that are kept of one question. */
const capacity = 100_000

interface Kept<Q extends Question> {
  readonly key: FactKey
  readonly decisions: KeyStore<number, Decision<Q>>
}

function cachedFor(question: Question): Kept<Question> {
  const cache = declareCache(`decisions of ${question}`, questionFacts[question])
  return { key: factKey(questionFacts[question], cache), decisions: keyStore(cache, capacity) }
}

// Invariant: the rules of a question read its facts and nothing else, which the type of a rule holds (decision 4).
// Every question has an entry, which building the table from the list cannot show.
const caches = Object.fromEntries(questions.map((name) => [name, cachedFor(name)])) as {
  readonly [Q in Question]: Kept<Q>
}

/**
 * The first rule of the question's list that answers. A missing fact is tried in every value it could take: one answer
 * for all of them is the answer, otherwise the facts it depends on are named. Facts a question may read and the leg has not
 * filled count as missing. Equal facts have equal answers, so each combination is decided once.
 */
export function decide<Q extends Question>(question: Q, facts: LegFacts): Decision<Q> {
  const { key, decisions }: Kept<Q> = caches[question]
  const under = key(facts)
  return recall(decisions, under) ?? keep(decisions, under, decideUncached(question, facts))
}

function decideUncached<Q extends Question>(question: Q, facts: LegFacts): Decision<Q> {
  const names: readonly FactName[] = questionFacts[question]
  for (const name of names) {
    const value = facts[name]
    if (value === undefined || value === missing) return decideOpen(question, facts, names)
  }
  return firstAnswer(question, facts)
}

function firstAnswer<Q extends Question>(question: Q, facts: LegFacts): Decision<Q> {
  const rules: readonly Rule<Q>[] = rulebook[question]
  for (const rule of rules) {
    // The caller has checked that every fact of the question has a value; the type of a partial record cannot say so.
    const answer = rule.answer(facts as Parameters<typeof rule.answer>[0])
    if (answer === undefined) continue
    if (answer === undetermined) return { question, rule: rule.id, missing: [rule.silentOn ?? rule.id] }
    // `undetermined` has been handled, which narrowing cannot see through the generic.
    return { question, answer: answer as Answers[Q], rule: rule.id }
  }
  throw new Error(`no rule answers "${question}"`)
}

/** The first of the answers that are equal, which stands for all of them. */
function groupOf<Q extends Question>(question: Q, answer: Answers[Q]): string {
  const group: ReadonlySet<Answers[Q]> | undefined = alike[question]
  if (group === undefined || !group.has(answer)) return answer
  const [first = answer] = group
  return first
}

/** Whether two answers say the same, whatever else follows from them. */
export function isAlike<Q extends Question>(
  question: Q,
  one: Answers[Q] | undefined,
  other: Answers[Q] | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other
  return groupOf(question, one) === groupOf(question, other)
}

function decideOpen<Q extends Question>(question: Q, facts: LegFacts, names: readonly FactName[]): Decision<Q> {
  const open = names.filter((name) => facts[name] === undefined || facts[name] === missing)
  const trial: LegFacts = { ...facts }
  const first = firstAnswer(question, fill(trial, open, 0))
  const same = tryAll(question, trial, open, 0, first)
  if (same) return first
  // Two answers differ, and from one to the other the facts change one at a time: at least one fact decides.
  return { question, rule: first.rule, missing: open.filter((name) => hangsOn(question, facts, open, name)) }
}

function fill(trial: LegFacts, open: readonly FactName[], from: number): LegFacts {
  for (let i = from; i < open.length; i++) set(trial, open[i] as FactName, 0)
  return trial
}

function set(trial: LegFacts, name: FactName, index: number): void {
  // The value comes from the domain of this very name; the index signature cannot relate the two.
  ;(trial as Record<string, string>)[name] = factDomains[name][index] as string
}

function tryAll<Q extends Question>(
  question: Q,
  trial: LegFacts,
  open: readonly FactName[],
  depth: number,
  first: Decision<Q>,
): boolean {
  if (depth === open.length) return isAlike(question, firstAnswer(question, trial).answer, first.answer)
  const name = open[depth] as FactName
  return factDomains[name].every((_, index) => {
    set(trial, name, index)
    return tryAll(question, trial, open, depth + 1, first)
  })
}

/** Whether the answer can change with this one fact while the other missing ones stay as they are. */
function hangsOn<Q extends Question>(question: Q, facts: LegFacts, open: readonly FactName[], name: FactName): boolean {
  const others = open.filter((other) => other !== name)
  const trial: LegFacts = { ...facts }
  const differs = (depth: number): boolean => {
    if (depth < others.length) {
      const other = others[depth] as FactName
      return factDomains[other].some((_, i) => {
        set(trial, other, i)
        return differs(depth + 1)
      })
    }
    const seen = new Set<string>()
    factDomains[name].forEach((_, i) => {
      set(trial, name, i)
      const { answer } = firstAnswer(question, trial)
      seen.add(answer === undefined ? undetermined : groupOf(question, answer))
    })
    return seen.size > 1
  }
  return differs(0)
}
