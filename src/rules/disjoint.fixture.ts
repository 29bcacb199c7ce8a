import { type FactName, type FactValue, factDomains } from '../vocabulary/facts.ts'
import type { FactValues, Rule } from './rule.ts'

type Tried = Map<FactName, FactValue<FactName>>

/** Thrown by a fact that has no value yet. */
class Unread {
  readonly fact: FactName
  constructor(fact: FactName) {
    this.fact = fact
  }
}

function answers(rule: Rule, tried: Tried): boolean {
  const facts = new Proxy({} as FactValues, {
    get: (_, name) => {
      // A rule reads nothing but facts.
      const fact = name as FactName
      if (!tried.has(fact)) throw new Unread(fact)
      return tried.get(fact)
    },
  })
  return rule.answer(facts) !== undefined
}

/** Facts for which all of some rules answer and others do not; undefined if there are none, as trying what they read shows. */
export function allAnswer(
  rules: readonly Rule[],
  silent: readonly Rule[] = [],
  tried: Tried = new Map(),
): Tried | undefined {
  try {
    const isFound = rules.every((rule) => answers(rule, tried)) && !silent.some((rule) => answers(rule, tried))
    return isFound ? tried : undefined
  } catch (unread) {
    if (!(unread instanceof Unread)) throw unread
    for (const value of factDomains[unread.fact]) {
      const found = allAnswer(rules, silent, new Map([...tried, [unread.fact, value]]))
      if (found !== undefined) return found
    }
    return undefined
  }
}
