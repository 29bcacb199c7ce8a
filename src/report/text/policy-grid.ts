import type { CombinedDecision, ConditionName, ConditionResult, PolicyOutcome } from '../../vocabulary/policies.ts'
import { conditionNames } from '../../vocabulary/policies.ts'
import { displayWidth, padded } from '../tables/display-width.ts'
import { singleLine } from '../tables/single-line.ts'
import { controlInWords } from './policy-control-words.ts'

/** The conditions of a policy in a word or two. */
export const conditionWords: Readonly<Record<ConditionName, string>> = {
  application: 'resource',
  userActions: 'user action',
  authenticationContext: 'context',
  users: 'users',
  workloadIdentities: 'workload',
  devicePlatform: 'platform',
  location: 'location',
  clientApps: 'client',
  signInRisk: 'sign-in risk',
  userRisk: 'user risk',
  servicePrincipalRisk: 'workload risk',
  insiderRisk: 'insider risk',
  authenticationFlow: 'flow',
  devices: 'device',
  time: 'time',
  notUnderstood: 'not understood',
}

const cells: Readonly<Record<ConditionResult, string>> = { hit: 'hit', miss: 'miss', may: 'may', 'not-configured': '–' }

const effects: Readonly<Record<PolicyOutcome['effect'], string>> = {
  applies: 'applies',
  skipped: 'does not apply',
  'report-only': 'report-only',
  'signal-dependent': 'depends',
  disabled: 'off',
}

function effectOf({ effect, result, via }: PolicyOutcome): string {
  const word = effect === 'applies' || effect === 'report-only' ? `${effects[effect]}: ${result}` : effects[effect]
  return via === undefined ? word : `${word} (through ${via.service}, ${via.binding})`
}

/** Conditions that at least one policy configures, in the order in which the vendor evaluates them. */
function columnsOf(outcomes: readonly PolicyOutcome[]): readonly ConditionName[] {
  return conditionNames.filter((name) =>
    outcomes.some(({ conditions }) => (conditions[name] ?? 'not-configured') !== 'not-configured'),
  )
}

/** One row per policy, one column per condition that any of them configures, and the result of the policy. */
export function policyGridRows(outcomes: readonly PolicyOutcome[]): readonly (readonly string[])[] {
  const columns = columnsOf(outcomes)
  return [
    ['policy', ...columns.map((name) => conditionWords[name]), 'result'],
    ...outcomes.map((outcome) => [
      singleLine(outcome.policy),
      ...columns.map((name) => cells[outcome.conditions[name] ?? 'not-configured']),
      effectOf(outcome),
    ]),
  ]
}

const names = (policies: readonly string[]): string => policies.map((name) => `“${singleLine(name)}”`).join(', ')

function clausesInWords(required: CombinedDecision['required']): string {
  return required.map((clause) => clause.map(controlInWords).join(' or ')).join('; and ')
}

function decisionInWords({ decision, policies, required, missing = [] }: CombinedDecision): string {
  switch (decision) {
    case 'allow':
      return 'No enforced policy has unmet requirements.'
    case 'block':
      return `Access is blocked by ${names(policies)}.`
    case 'controls-required':
      return `The policies together require ${clausesInWords(required)}, because of ${names(policies)}.`
    case 'cannot-satisfy':
      return `The policies together require ${clausesInWords(required)}, which this sign-in can never satisfy because of ${names(policies)}.`
    case 'undetermined':
      return `Whether access is granted depends on ${missing.map(singleLine).join(', ')}, because of ${names(policies)}.`
    default: {
      const never: never = decision
      return never
    }
  }
}

/** The combined result of all policies in one sentence, and what report-only policies would change. */
export function combinedInWords(combined: CombinedDecision): string {
  const reported = combined.ifReportOnlyEnforced
  if (reported === undefined || reported.decision === combined.decision) return decisionInWords(combined)
  return `${decisionInWords(combined)} If the report-only policies were enforced, the decision would be ${reported.decision}.`
}

/** The grid as text for a terminal, followed by the combined result. */
export function renderPolicyGrid(outcomes: readonly PolicyOutcome[], combined: CombinedDecision): string {
  const rows = policyGridRows(outcomes)
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n\n${combinedInWords(combined)}\n`
}
