import { impactOfAll } from '../../proof/impact.ts'
import { sideOf } from '../../proof/side.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import {
  type ImpactReport,
  impactCsv,
  impactJson,
  renderImpactMarkdown,
  renderImpactText,
} from '../../report/text/impact-report.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { loadWithEverybody } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { readInstant } from '../request-options.ts'

const formats = ['text', 'json', 'markdown', 'csv'] as const
type ImpactFormat = (typeof formats)[number]

interface ImpactOptions {
  readonly asOf?: string
  readonly anyMembership?: true
  readonly format?: readonly string[]
}

/** `authplan impact`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'impact', {
    notes:
      'Removes each enforced policy on its own, over every possible sign-in: which sign-ins would need less, and which other policies decide there. A report-only policy is enforced instead.',
    examples: [
      { line: 'authplan impact tenant.yaml', says: 'what each policy protects, and which policies could be removed' },
      { line: 'authplan impact tenant.yaml --format csv:impact.csv', says: 'as a table for a spreadsheet' },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
    .option('--any-membership', 'undeclared people may be in every combination of groups and roles that policies name')
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, options: ImpactOptions) => {
    exit(await run(file, options, environment))
  })
}

async function run(
  file: string,
  { asOf, anyMembership, format }: ImpactOptions,
  environment: Environment,
): Promise<ExitCode> {
  const targets = readFormats(format, formats, 'text')
  const at = asOf === undefined ? undefined : readInstant(asOf)
  const tenant = await loadWithEverybody(environment, file)
  const report: ImpactReport = {
    file,
    tenant: tenant.name,
    at: at ?? tenant.asOf,
    ...(asOf === undefined ? {} : { asOf }),
    ...(anyMembership && { anyMembership }),
    impact: impactOfAll(sideOf(tenant, at), { anyMembership }),
  }
  await emit(environment, targets, (wanted) => render(wanted, report, environment))
  return 0
}

function render(format: ImpactFormat, report: ImpactReport, { color, columns }: Environment): string {
  switch (format) {
    case 'text':
      return wrappedLines(renderImpactText(report, color.stdout ? coloredReport : plainReport), columns)
    case 'json':
      return jsonText(impactJson(report))
    case 'markdown':
      return renderImpactMarkdown(report)
    case 'csv':
      return impactCsv(report)
  }
}
