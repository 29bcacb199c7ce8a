import type { ITestCaseHookParameter, ITestStepHookParameter } from '@cucumber/cucumber'
import type { Status } from '../reports/run-model.ts'
import { alignedTable } from '../steps/aligned-table.ts'
import type { StepDefinition } from '../steps/definition.ts'
import { denyingSteps, isNegated, nearestSteps } from '../steps/nearest-steps.ts'
import { withPlainParameters } from '../steps/parameter-types.ts'

/** Cucumber's result of a step. */
export type StepResult = ITestStepHookParameter['result']

type PickleStep = ITestCaseHookParameter['pickle']['steps'][number]

const severities: readonly Status[] = ['failed', 'ambiguous', 'undefined', 'pending', 'unknown', 'skipped', 'passed']

/** The worst of several results; a scenario without steps has not passed. */
export function worstOf(statuses: readonly Status[]): Status {
  return severities.find((severity) => statuses.includes(severity)) ?? 'unknown'
}

/** How a step ended. */
export const statusOf = (result: StepResult | undefined): Status =>
  // Cucumber's statuses in lower case are exactly the members of the union.
  result === undefined ? 'unknown' : (result.status.toLowerCase() as Status)

/** The table or text of a step in Gherkin notation. */
export function blockOf({ argument }: PickleStep): readonly string[] {
  if (argument?.docString !== undefined) return ['"""', ...argument.docString.content.split('\n'), '"""']
  return alignedTable((argument?.dataTable?.rows ?? []).map(({ cells }) => cells.map(({ value }) => value)))
}

/** Why a step did not pass. */
export function messageOf(status: Status, text: string, message: string | undefined): string | undefined {
  switch (status) {
    case 'passed':
    case 'skipped':
      return undefined
    case 'undefined':
      return undefinedMessage(text)
    case 'pending':
      return 'the step is pending, so it does not assert anything'
    case 'ambiguous':
      return `the step is ambiguous\n${withPlainParameters(cleanMessage(message ?? ''))}`
    default:
      return cleanMessage(message ?? 'the step did not run')
  }
}

function undefinedMessage(text: string): string {
  const near = nearestSteps(text)
  if (near.length > 0)
    return ['no step matches this text', 'did you mean one of these?', ...near.flatMap(stepLines)].join('\n')
  if (!isNegated(text)) return 'no step matches this text\n`authplan steps` lists all steps'
  const patterns = denyingSteps().map(({ pattern }) => `  Then ${pattern}`)
  return [
    'this step has no negation',
    'state how the sign-in ends instead; these steps are negations:',
    ...patterns,
  ].join('\n')
}

const stepLines = ({ keyword, pattern, example }: StepDefinition): readonly string[] => [
  `  ${keyword} ${pattern}`,
  `      ${example.split('\n')[0]}`,
]

/** The original message, without the runner's prefix and our own stack. */
export function cleanMessage(message: string): string {
  if (/^(?:Error: )?function has \d+ arguments?, should have/.test(message))
    return 'the step does not take a table or a text'
  return message
    .replace(/^(?:authplan|Error): /, '')
    .split('\n')
    .filter((line) => !/^\s+at .*(?:node:internal|node_modules|gherkin\/)/.test(line))
    .join('\n')
    .trimEnd()
}
