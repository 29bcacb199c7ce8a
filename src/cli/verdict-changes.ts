import type { SourceReader } from '../source/files/source-reader.ts'
import type { Environment } from './environment.ts'
import { accepted, acceptedTenant } from './load.ts'

/** Whose sign-ins end otherwise when the file at a path is read by the second reader, in words. */
export async function verdictChanges(environment: Environment, path: string, after: SourceReader): Promise<string> {
  const { diff } = await import('../analysis/compare/diff.ts')
  const { readPlan } = await import('../analysis/matrix/plan.ts')
  const { renderDiffText } = await import('../report/text/diff-report.ts')
  const { coloredReport, plainReport } = await import('../report/tables/report-paint.ts')
  const before = await acceptedTenant(environment, path, readPlan(path, environment.reader))
  const next = await acceptedTenant(environment, path, readPlan(path, after))
  const result = await accepted(environment, diff(before, next, { reader: after }))
  return renderDiffText(result, environment.color.stdout ? coloredReport : plainReport)
}
