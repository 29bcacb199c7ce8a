import { singleLine } from '../../report/tables/single-line.ts'
import { counted } from '../../vocabulary/counted.ts'
import { brokenStep, countsOf, type Run, type RunScenario, type RunStep, scenariosOfRun } from './run-model.ts'

/** How to highlight parts of the text; plain text has no highlighting. */
export interface TextPaint {
  readonly bad: (text: string) => string
  readonly good: (text: string) => string
  readonly faint: (text: string) => string
  readonly strong: (text: string) => string
}

const same = (text: string): string => text
const code =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`

/** No colors. */
export const plainText: TextPaint = { bad: same, good: same, faint: same, strong: same }
/** ANSI colors for terminals. */
export const coloredText: TextPaint = {
  bad: code(31, 39),
  good: code(32, 39),
  faint: code(2, 22),
  strong: code(1, 22),
}

/** The failures with their locations, and a summary line. */
export function renderRunText(run: Run, paint: TextPaint): string {
  const failed = scenariosOfRun(run).filter(({ status }) => status !== 'passed')
  const problems = run.problems.map(({ uri, line, message }) => {
    const place = uri === '' ? '' : `${uri}:${line}  `
    return `${paint.bad('cannot run')}  ${place}${message}\n`
  })
  return [
    ...problems,
    ...failed.map((scenario) => failure(scenario, paint)),
    ...restsOnLines(run),
    summary(run, paint),
  ].join('\n')
}

/** The location of a scenario, with the external row behind it. */
export function placeOf({ uri, line, row }: RunScenario): string {
  return row === undefined ? `${uri}:${line}` : `${uri}:${line} (${row.file}:${row.line})`
}

function failure(scenario: RunScenario, paint: TextPaint): string {
  const broken = brokenStep(scenario)
  const place = broken === undefined ? placeOf(scenario) : `${scenario.uri}:${broken.line}`
  const rule = scenario.rule === undefined ? [] : [`  Rule: ${scenario.rule}`]
  return [
    `${paint.bad(scenario.status)}  ${paint.strong(place)}  ${scenario.name}`,
    `  Feature: ${scenario.feature}`,
    ...rule,
    ...(broken === undefined || broken.line === scenario.line
      ? []
      : [paint.faint(`  Scenario at ${placeOf(scenario)}`)]),
    ...(scenario.message === undefined ? [] : indented(scenario.message, '    ')),
    ...scenario.steps.flatMap((step) => stepLines(step, step === broken, paint)),
    '',
  ].join('\n')
}

function stepLines(step: RunStep, broken: boolean, paint: TextPaint): readonly string[] {
  const line = `${step.keyword} ${step.text}`
  if (!broken) return [paint.faint(`    ${step.status === 'passed' ? ' ' : '-'} ${line}`)]
  const block = step.block.map((text) => `        ${text}`)
  return [`    ${paint.bad('>')} ${line}`, ...block, ...indented(step.message ?? step.status, '        ')]
}

/** Scenarios whose result depends on policies that are only partly understood. */
function restsOnLines(run: Run): readonly string[] {
  const resting = scenariosOfRun(run).filter(({ restsOn }) => restsOn.length > 0)
  if (resting.length === 0) return []
  const policies = new Set(resting.flatMap(({ restsOn }) => restsOn.map(restsOnWords)))
  const [first] = resting
  const more = resting.length === 1 ? '' : ` and ${resting.length - 1} more`
  const place = first === undefined ? '' : `${placeOf(first)}${more}`
  return [
    `${resting.length === 1 ? 'depends' : 'depend'} on policies that are only partly understood: ${place}\n  ${[...policies].join('\n  ')}\n`,
  ]
}

/** A policy that is only partly understood, with the codes of the warnings. */
export function restsOnWords({ policy, codes }: RunScenario['restsOn'][number]): string {
  return `${singleLine(policy)} (${codes.join(', ')})`
}

const indented = (text: string, by: string): readonly string[] => text.split('\n').map((line) => `${by}${line}`)

function summary(run: Run, paint: TextPaint): string {
  const { scenarios, steps, failed } = countsOf(run)
  const all = `${counted(run.features.length, 'feature')}, ${counted(scenarios, 'scenario')}, ${counted(steps, 'step')}`
  const stopped = run.problems.length > 0 ? [counted(run.problems.length, 'problem')] : []
  const bad = [...(failed > 0 ? [`${failed} failed`] : []), ...stopped]
  return `${all}: ${bad.length > 0 ? paint.bad(bad.join(', ')) : paint.good('all passed')}\n`
}
