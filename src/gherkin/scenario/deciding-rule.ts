import { allRules } from '../../rules/index.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { type DecisionStep, decisions } from '../../trace/views.ts'
import type { Question, RuleId } from '../../vocabulary/questions.ts'
import { readable } from './words.ts'

const silences: ReadonlyMap<string, string | undefined> = new Map(allRules.map(({ id, silentOn }) => [id, silentOn]))

/** Whether the rule itself leaves this undetermined; otherwise it is one of several that may apply. */
const leavesOpen = (rule: RuleId, missing: readonly string[]): boolean =>
  missing.length === 1 && missing[0] === silences.get(rule)

/** The answer to a question for the credential of the leg's verdict, or for the negotiated flow. */
function decisionOn(leg: Trace, question: Question): DecisionStep | undefined {
  const verdict = verdictOf(leg)
  const about = 'credential' in verdict ? verdict.credential : undefined
  const answers = decisions(leg).filter((decision) => decision.question === question)
  const used = leg.authentication?.used
  const own = answers.find((decision) => decision.about !== undefined && [about, used].includes(decision.about))
  const found = own ?? answers.find((decision) => decision.about === undefined)
  // The credential of an undetermined leg is unknown, so an answer about one credential is not the answer.
  return found ?? (verdict.kind === 'undetermined' ? undefined : answers.at(-1))
}

/**
 * The rule that answered a question on a leg; undefined if the question does not arise. `open` if it depends on a
 * missing fact: the question has no answer, or the leg ends undetermined before it.
 */
export function decidingRule(leg: Trace, question: Question): RuleId | 'open' | undefined {
  const found = decisionOn(leg, question)
  if (found === undefined) return verdictOf(leg).kind === 'undetermined' ? 'open' : undefined
  return found.missing === undefined || leavesOpen(found.rule, found.missing) ? found.rule : 'open'
}

/** The rule behind the verdict of a leg; `open` if it depends on a missing fact. */
export function endingRule(leg: Trace): RuleId | 'open' {
  const verdict = verdictOf(leg)
  if (verdict.kind !== 'undetermined') return verdict.rule
  return verdict.rule !== undefined && leavesOpen(verdict.rule, verdict.missing) ? verdict.rule : 'open'
}

/** Which rule decides, in words. */
export function decidedWords({ request }: Trace, rule: RuleId | 'open'): string {
  const leg = readable(request.leg)
  return rule === 'open'
    ? `which rule decides it on the ${leg} leg depends on a missing fact`
    : `rule ${rule} decides it on the ${leg} leg`
}
