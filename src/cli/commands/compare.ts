import { comparePolicies, type PolicyComparison } from '../../proof/compare-policies.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import {
  type ComparisonReport,
  comparisonJson,
  renderComparisonMarkdown,
  renderComparisonText,
} from '../../report/text/policy-comparison-report.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { loadWithEverybody } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { readDates } from '../request-options.ts'
import { usageProblem } from '../usage.ts'

const formats = ['text', 'json', 'markdown'] as const
type ComparisonFormat = (typeof formats)[number]

interface CompareOptions {
  readonly asOf?: string
  readonly wider: boolean
  readonly allowOpen?: boolean
  readonly anyMembership?: true
  readonly format?: readonly string[]
}

/** `authplan compare`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'compare', {
    exit1: 'the policies are not equivalent; with --no-wider: access becomes wider',
    examples: [
      { line: 'authplan compare today.yaml planned.yaml', says: 'over every possible sign-in' },
      { line: 'authplan compare main.yaml branch.yaml --no-wider', says: 'as a check on a pull request' },
      { line: 'authplan compare tenant.yaml --as-of 2026-01-01..2027-01-01', says: 'one tenant on two dates' },
    ],
  })
  command
    .argument('<A>', 'a tenant file')
    .argument('[B]', 'a second file; without it, --as-of gives two dates')
    .option('--as-of <DATES>', 'D1..D2, or one date for both')
    .option('--no-wider', 'exit with 1 only if access becomes wider, or can no longer be shown to be closed')
    .option('--any-membership', 'undeclared people may be in every combination of groups and roles that policies name')
    .option('--allow-open', 'with --no-wider: accept what can no longer be shown to be closed')
  addFormatOption(command, formats, 'text')
  return command.action(async (one: string, other: string | undefined, options: CompareOptions) => {
    exit(await compare(one, other, options, environment))
  })
}

async function compare(
  one: string,
  other: string | undefined,
  { asOf, wider, allowOpen, anyMembership, format }: CompareOptions,
  environment: Environment,
): Promise<ExitCode> {
  const targets = readFormats(format, formats, 'text')
  if (allowOpen === true && wider) throw usageProblem('`--allow-open` has no effect without `--no-wider`')
  const [from, to] = asOf === undefined ? [] : readDates(asOf)
  if (other === undefined && from === to)
    throw usageProblem('nothing to compare with', 'name a second file, or two dates: `--as-of D1..D2`')
  const before = await loadWithEverybody(environment, one)
  const after = other === undefined ? before : await loadWithEverybody(environment, other)
  const [at, then] = [from ?? before.asOf, to ?? after.asOf]
  const comparison = comparePolicies({ tenant: before, at }, { tenant: after, at: then }, { anyMembership })
  const report: ComparisonReport = {
    before: { file: one, tenant: before.name, at, ...dated(from) },
    after: { file: other ?? one, tenant: after.name, at: then, ...dated(to) },
    ...(anyMembership && { anyMembership }),
    comparison,
  }
  await emit(environment, targets, (wanted) => render(wanted, report, environment))
  return wider ? (comparison.result === 'equivalent' ? 0 : 1) : isWider(comparison, allowOpen === true) ? 1 : 0
}

const dated = (at: number | undefined): { readonly asOf?: string } =>
  at === undefined ? {} : { asOf: formatInstant(at) }

/** Whether something opens, or what was closed or controlled is no longer known to be. */
function isWider({ changes, open }: PolicyComparison, allowOpen: boolean): boolean {
  const wider = changes.some(({ relation }) => relation === 'looser' || relation === 'different')
  return wider || (!allowOpen && (open.length > 0 || changes.some(({ relation }) => relation === 'opened')))
}

function render(format: ComparisonFormat, report: ComparisonReport, { color, columns }: Environment): string {
  switch (format) {
    case 'text':
      return wrappedLines(renderComparisonText(report, color.stdout ? coloredReport : plainReport), columns)
    case 'json':
      return jsonText(comparisonJson(report))
    case 'markdown':
      return renderComparisonMarkdown(report)
  }
}
