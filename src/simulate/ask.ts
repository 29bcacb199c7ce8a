import { type Decision, decide } from '../rules/decide.ts'
import type { Step } from '../trace/step.ts'
import type { ActorId } from '../vocabulary/actors.ts'
import { type Known, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Question } from '../vocabulary/questions.ts'
import type { LegContext } from './leg-context.ts'
import { record } from './recorder.ts'

/** What is known while a leg is being decided. */
export interface Working {
  readonly context: LegContext
  readonly facts: LegFacts
  /** Facts behind an answer that is itself open. */
  readonly behind: Map<string, readonly string[]>
}

/** Facts that are answers of earlier questions. */
type FiledFact = 'issuer' | 'homeRealm' | 'secondFactor' | 'appPassword'

/** Files an answer under its fact, each by its own name: that is many times faster than by one known only here. */
function file(facts: LegFacts, fact: FiledFact, answer: string): void {
  // The answers of these questions are the domain of the fact of the same name.
  switch (fact) {
    case 'issuer':
      facts.issuer = answer as Known<'issuer'>
      return
    case 'homeRealm':
      facts.homeRealm = answer as Known<'homeRealm'>
      return
    case 'secondFactor':
      facts.secondFactor = answer as Known<'secondFactor'>
      return
    case 'appPassword':
      facts.appPassword = answer as Known<'appPassword'>
  }
}

/** Asks a question and files its answer as the fact that later questions read. */
export function ask<Q extends Question>(
  working: Working,
  question: Q,
  steps: Step[],
  at: ActorId,
  fact?: FiledFact,
): Decision<Q> {
  const decision = decide(question, working.facts)
  const open = decision.missing?.flatMap((name) => working.behind.get(name) ?? [name])
  // Only the list of missing facts is replaced, which keeps the kind of decision.
  const told = (open === undefined ? decision : { ...decision, missing: [...new Set(open)] }) as Decision<Q>
  record({ steps, at }, told)
  if (fact !== undefined) {
    file(working.facts, fact, decision.answer ?? missing)
    if (told.missing !== undefined) working.behind.set(fact, told.missing)
  }
  return told
}
