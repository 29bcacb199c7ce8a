import { verdictOf } from '../../trace/verdict.ts'
import { decisions } from '../../trace/views.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { Session } from '../scenario/session.ts'
import type { RunScenario } from './run-model.ts'

/** The rules that ended the asserted legs of a scenario, in order of first use. */
export function rulesOf({ recording }: RunScenario): readonly RuleId[] {
  const rules = new Set<RuleId>()
  if (recording === undefined) return []
  const { sessions, claimed } = recording
  for (const session of sessions.size > 0 ? sessions : claimed) {
    for (const trace of session.traces) {
      const { rule } = verdictOf(trace)
      if (rule !== undefined) rules.add(rule)
    }
  }
  return [...rules]
}

/** Every rule that decided in a session. */
export function decidingRules(session: Session): ReadonlySet<RuleId> {
  const rules = new Set<RuleId>()
  for (const trace of session.traces) {
    for (const { rule } of decisions(trace)) rules.add(rule)
    for (const { rule } of trace.refused) rules.add(rule)
    for (const step of trace.steps) if (step.kind === 'policy') rules.add(step.rule)
    const { rule } = verdictOf(trace)
    if (rule !== undefined) rules.add(rule)
  }
  return rules
}
