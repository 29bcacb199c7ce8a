import { capital } from '../../report/wording/phrasing.ts'
import { ruleById } from '../../rules/index.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decidingLeg } from '../scenario/expectation.ts'
import type { Session } from '../scenario/session.ts'
import { brokenStep, type Run, type RunScenario, scenariosOfRun } from './run-model.ts'

/** Scenarios of a run that fail for the same reason. */
export interface FailureCause {
  readonly title: string
  readonly scenarios: readonly RunScenario[]
}

/** Why scenarios fail: each reason once, that of most scenarios first. */
export function failureCauses(run: Run): readonly FailureCause[] {
  const byTitle = new Map<string, RunScenario[]>()
  for (const scenario of scenariosOfRun(run)) {
    if (scenario.status === 'passed') continue
    const title = capital(reasonOf(scenario))
    const alike = byTitle.get(title)
    if (alike === undefined) byTitle.set(title, [scenario])
    else alike.push(scenario)
  }
  const causes = [...byTitle].map(([title, scenarios]) => ({ title, scenarios }))
  return causes.sort((one, other) => other.scenarios.length - one.scenarios.length)
}

function reasonOf(scenario: RunScenario): string {
  const { recording, message, status } = scenario
  if (recording?.invalidTenant !== undefined) return `${recording.invalidTenant} has errors`
  if (recording?.failed !== undefined) return decidedBy(recording.failed)
  const broken = brokenStep(scenario)
  if (broken?.status === 'undefined') return `No step matches “${pattern(broken.text)}”`
  return firstLine(broken?.message ?? message) ?? status
}

/** What decided the sign-in about which an expectation was wrong. */
function decidedBy(session: Session): string {
  if (session.verdict.kind === 'undetermined') return `Undetermined without ${session.verdict.missing.join(', ')}`
  const leg = decidingLeg(session)
  const verdict = leg === undefined ? undefined : verdictOf(leg)
  const rule = verdict === undefined || !('rule' in verdict) ? undefined : verdict.rule
  const found = rule === undefined ? undefined : ruleById(rule)
  return found === undefined ? 'Another outcome is expected' : `${found.id} decides otherwise: ${found.statement}`
}

/** A step without what differs from use to use. */
const pattern = (text: string): string => text.replace(/"[^"]*"|\d+/g, '…')

const firstLine = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : pattern(text.split('\n')[0] ?? '')
