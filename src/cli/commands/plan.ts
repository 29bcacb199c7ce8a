import { ordersOf } from '../../plan/play/orders.ts'
import { playPlan } from '../../plan/play/play-plan.ts'
import type { PlanResult } from '../../plan/result.ts'
import { loadPlan } from '../../plan/states/load-plan.ts'
import { templateNames } from '../../plan/templates/templates.ts'
import { jsonText } from '../../report/json/json.ts'
import { renderPlanGantt } from '../../report/plan/gantt.ts'
import { planJson } from '../../report/plan/json.ts'
import { renderPlanMarkdown } from '../../report/plan/markdown.ts'
import { ordersBlocks, ordersJson, renderOrdersText } from '../../report/plan/orders.ts'
import { personaBlocks, personaCsv } from '../../report/plan/persona-table.ts'
import { runbookBlocks } from '../../report/plan/runbook.ts'
import { pictureBlocks } from '../../report/plan/sign-in-pictures.ts'
import { renderPlanText } from '../../report/plan/text.ts'
import { userChangesBlocks } from '../../report/plan/user-changes.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import { blocksHtml, blocksMarkdown } from '../../report/text/blocks.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { featureGates } from '../feature-gates.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { accepted, acceptedTenant } from '../load.ts'
import { newCommand } from '../new-command.ts'
import { usageProblem } from '../usage.ts'

const formats = ['text', 'json', 'markdown', 'runbook', 'html', 'matrix', 'csv', 'diagrams', 'gantt', 'users'] as const
type PlanFormat = (typeof formats)[number]

/** Formats that consist of each cohort at each point, and those that have it, too, unless people are many. */
const ofCohorts: ReadonlySet<PlanFormat> = new Set(['matrix', 'csv', 'diagrams'])
const withCohorts: ReadonlySet<PlanFormat> = new Set(['json', 'runbook', 'html'])

/** Formats in which orders are printed. */
const orderFormats = ['text', 'json', 'markdown'] as const

interface PlanOptions {
  readonly format?: readonly string[]
  readonly order?: true
  readonly template?: string
  readonly output?: string
  readonly source?: string
}

const notes =
  'A plan names a tenant file to start from and stages in order, each with a date or what it waits for, and changes in the words of the tenant file. Every state is evaluated: each stage, each date of the vendor in it, each expiry of an exception, and each way back. Built-in claims: nobody is stranded, nothing closed is opened, no second factor is taken away, every stage can be undone, every exception ends, emergency access works throughout. A gate of a stage is a claim or a feature file, which runs in the tenant of the stage.'

const examples = [
  { line: 'authplan plan plan.yaml', says: 'stage by stage: who is stranded, weakened or must act, and why' },
  { line: 'authplan plan plan.yaml -f markdown:plan.md', says: 'the same for a review' },
  {
    line: 'authplan plan plan.yaml -f runbook:runbook.md -f html:runbook.html',
    says: 'an overview and one page per stage',
  },
  {
    line: 'authplan plan plan.yaml -f matrix:matrix.md -f csv:matrix.csv',
    says: 'what each cohort presents at each stage, and why a sign-in fails',
  },
  {
    line: 'authplan plan plan.yaml -f diagrams:diagrams.md',
    says: 'sequence diagrams before and after each stage, cohort by cohort',
  },
  { line: 'authplan plan plan.yaml -f gantt:plan.mmd', says: 'stages, exceptions and vendor dates as a Gantt chart' },
  { line: 'authplan plan plan.yaml -f users', says: 'what changes for each cohort, to paste into a mail' },
  {
    line: 'authplan plan plan.yaml --order',
    says: 'orders of the stages in which nobody is stranded, closest to the plan first',
  },
  {
    line: 'authplan plan tenant.yaml --template leave-ad-fs -o plan.yaml',
    says: 'a draft that starts from this tenant file, each stage with its source',
  },
  {
    line: 'authplan plan target.yaml --template merge --source source.yaml -o plan.yaml',
    says: 'a draft in which the people of the source move to the target',
  },
  { line: 'authplan check plan.yaml', says: 'only whether the plan is valid' },
] as const

/** `authplan plan`. */
export const define: DefineCommand = (environment, exit) => {
  const exit1 = 'a claim or a gate does not hold or is undetermined; with --order, no order was found'
  const command = newCommand(environment, 'plan', { exit1, notes, examples: [...examples] })
  command
    .argument('<PLAN>', 'a plan file; with --template the tenant file from which it is to start')
    .option('--order', 'try the stages in other orders, and report those in which nobody is stranded')
    .option('--template <NAME>', `draft a plan instead: ${templateNames.join(', ')}`)
    .option('-o, --output <FILE>', 'with --template: write the draft to a file')
    .option('--source <FILE>', 'with --template merge: the tenant file whose people move')
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, options: PlanOptions) => {
    const { template, output, order, source } = options
    if (template !== undefined) exit(await draft(file, options, environment))
    else if (output !== undefined)
      throw usageProblem('`--output` is for drafts', 'write results with `--format FORMAT:FILE`')
    else if (source !== undefined)
      throw usageProblem('`--source` is for `--template merge`', 'a plan names the source in `merge`')
    else exit(await (order ? orders : run)(file, options, environment))
  })
}

async function draft(
  file: string,
  { format, template = '', output, order, source }: PlanOptions,
  environment: Environment,
): Promise<ExitCode> {
  if (format !== undefined) throw usageProblem('a draft is YAML and has no other format', 'leave out `--format`')
  if (order) throw usageProblem('a draft has no stages to reorder yet', 'leave out `--order`')
  const { draftPlan } = await import('../draft-plan.ts')
  await draftPlan(file, template, { output, source }, environment)
  return 0
}

async function orders(file: string, { format }: PlanOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(format, orderFormats, 'text')
  const plan = await acceptedTenant(environment, file, loadPlan(file, environment.reader))
  const { reader, color, columns } = environment
  const result = ordersOf(plan, { reader })
  await emit(environment, targets, (wanted) => {
    if (wanted === 'json') return jsonText(ordersJson(result))
    if (wanted === 'markdown') return blocksMarkdown(ordersBlocks(result))
    return wrappedLines(renderOrdersText(result, color.stdout ? coloredReport : plainReport), columns)
  })
  return result.orders.some(({ answer }) => answer === 'nobody-stranded') ? 0 : 1
}

async function run(file: string, { format }: PlanOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(format, formats, 'text')
  const plan = await acceptedTenant(environment, file, loadPlan(file, environment.reader))
  const { reader, watch } = environment
  const gates = await featureGates(environment, [file])
  const asked = (some: ReadonlySet<PlanFormat>): boolean => targets.some(({ format: one }) => some.has(one))
  const details = asked(ofCohorts) || (asked(withCohorts) && 'of-few')
  const result = await accepted(environment, playPlan(plan, { reader, details, ...gates, ...(watch && { watch }) }))
  if (details === 'of-few' && result.details === undefined)
    environment.stderr(
      'left out, because there are many users: what each cohort presents at each point; `-f matrix` has it\n',
    )
  await emit(environment, targets, (wanted) => render(wanted, result, environment))
  const { claims, gates: judged, dayOne } = result
  return [...claims, ...judged, ...(dayOne ? [dayOne] : [])].every(({ answer }) => answer === 'holds') ? 0 : 1
}

function render(format: PlanFormat, result: PlanResult, { color, columns }: Environment): string {
  switch (format) {
    case 'text':
      return wrappedLines(renderPlanText(result, color.stdout ? coloredReport : plainReport), columns)
    case 'json':
      return jsonText(planJson(result))
    case 'markdown':
      return renderPlanMarkdown(result)
    case 'runbook':
      return blocksMarkdown(runbookBlocks(result))
    case 'html':
      return blocksHtml(result.plan, runbookBlocks(result, { pictures: true }))
    case 'matrix':
      return blocksMarkdown(personaBlocks(result))
    case 'csv':
      return personaCsv(result)
    case 'diagrams':
      return blocksMarkdown(pictureBlocks(result))
    case 'gantt':
      return renderPlanGantt(result)
    case 'users':
      return blocksMarkdown(userChangesBlocks(result))
  }
}
