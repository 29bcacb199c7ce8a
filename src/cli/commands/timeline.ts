import { timeline } from '../../analysis/compare/timeline.ts'
import { readPlan } from '../../analysis/matrix/plan.ts'
import type { Timeline } from '../../analysis/population/results.ts'
import { timelineDates } from '../../catalog/vendor-timeline.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import { renderTimelineSummary } from '../../report/text/change-summary.ts'
import {
  renderTimelineMarkdown,
  renderTimelineMermaid,
  renderTimelineText,
  timelineJson,
} from '../../report/text/timeline-report.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import { shellPath } from '../../source/text/shell-word.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { accepted, acceptedTenant } from '../load.ts'
import { newCommand } from '../new-command.ts'
import { readInstant, refuseWithoutSignIns } from '../request-options.ts'
import { usageProblem } from '../usage.ts'

const formats = ['text', 'json', 'markdown', 'mermaid'] as const
type TimelineFormat = (typeof formats)[number]

interface TimelineCommandOptions {
  readonly from?: string
  readonly to?: string
  readonly all?: boolean
  readonly details?: boolean
  readonly format?: readonly string[]
}

/** `authplan timeline`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'timeline', {
    examples: [
      { line: 'authplan timeline tenant.yaml', says: 'from the date in the file to the last known change' },
      { line: 'authplan timeline tenant.yaml --from 2022-01-01 --to 2027-12-31', says: 'between two dates' },
      { line: 'authplan timeline tenant.yaml --details', says: 'every sign-in that changes' },
      { line: 'authplan timeline tenant.yaml -f mermaid', says: 'as a Mermaid timeline' },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .option('--from <DATE>', 'the first date or instant (default: the one in the file)')
    .option('--to <DATE>', 'the last date or instant (default: after the last known change and event)')
  command.option('--all', 'also list dated entries that change no sign-in (json always does)')
  command.option('--details', 'text with every sign-in that changes')
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, options: TimelineCommandOptions) => {
    await show(file, options, environment)
    exit(0)
  })
}

async function show(file: string, options: TimelineCommandOptions, environment: Environment): Promise<void> {
  const { reader } = environment
  const targets = readFormats(options.format, formats, 'text')
  const plan = await acceptedTenant(environment, file, readPlan(file, reader))
  const from = options.from === undefined ? plan.at : readInstant(options.from)
  const known = [...timelineDates().map((date) => parseInstant(date) ?? 0), ...plan.tenant.events.map(({ at }) => at)]
  const to = options.to === undefined ? Math.max(from, ...known) : readInstant(options.to)
  if (to < from) throw usageProblem('`--to` is before `--from`', 'swap the two dates')
  refuseWithoutSignIns(plan.tenant)
  const result = await accepted(environment, timeline(plan, { from, to, reader }))
  const look = { ...environment, all: options.all === true, details: options.details === true }
  await emit(environment, targets, (format) => render(format, result, look))
  if (result.moments.length > 0 && !look.details && targets.some(({ format }) => format === 'text'))
    environment.stderr(`every sign-in that changes: authplan timeline ${shellPath(file)} --details\n`)
}

function render(
  format: TimelineFormat,
  result: Timeline,
  { color, columns, all, details }: Environment & { readonly all: boolean; readonly details: boolean },
): string {
  const paint = color.stdout ? coloredReport : plainReport
  switch (format) {
    case 'text': {
      const text = details ? renderTimelineText(result, paint, all) : renderTimelineSummary(result, paint, all)
      return wrappedLines(text, columns)
    }
    case 'json':
      return jsonText(timelineJson(result))
    case 'markdown':
      return renderTimelineMarkdown(result, all)
    case 'mermaid':
      return renderTimelineMermaid(result)
  }
}
