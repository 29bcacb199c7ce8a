import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decisions } from '../../trace/views.ts'
import type { Question, RuleId } from '../../vocabulary/questions.ts'

/** The rule that answered a question for the credential of the leg's verdict, or for the flow that is used. */
export function decidingRule(leg: Trace, question: Question): RuleId | undefined {
  const verdict = verdictOf(leg)
  const about = 'credential' in verdict ? verdict.credential : undefined
  const answers = decisions(leg).filter((decision) => decision.question === question)
  const used = leg.authentication?.used
  const own = answers.find((decision) => decision.about !== undefined && [about, used].includes(decision.about))
  return (own ?? answers.find((decision) => decision.about === undefined) ?? answers.at(-1))?.rule
}
