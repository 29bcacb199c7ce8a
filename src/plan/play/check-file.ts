import { populationOf } from '../../analysis/population/population.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { isPlanText } from '../file/read-plan-file.ts'
import { loadPlanText } from '../states/load-plan.ts'
import type { FeatureJudge } from './feature-gates.ts'
import { gateProblems } from './gate-problems.ts'

/** A tenant file or a plan, with everything that is wrong with it. */
export interface CheckedFile {
  readonly valid: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** The tenant, where the file is one that loads. */
  readonly tenant?: Tenant
  /** The text of a file that could be read. */
  readonly source?: SourceText
}

/** How much of what stands beside a file is read. */
export interface CheckOptions {
  /** Whether the rows of files of users are judged, which may be very many. */
  readonly people: boolean
  /** Reads gates that are features. */
  readonly features?: FeatureJudge
}

/** Checks a tenant file, with the people beside it, or a plan, with the tenant that each of its stages makes. */
export function checkFile(file: string, reader: SourceReader, options: CheckOptions = { people: true }): CheckedFile {
  const read = reader.read(file)
  if (read.ok && isPlanText(read.value)) return checkPlan(read.value, reader, options)
  const source = read.ok ? { source: read.value } : {}
  const loaded = loadTenant(file, reader)
  if (!loaded.ok) return { valid: false, diagnostics: loaded.diagnostics, ...source }
  const { value: tenant, warnings } = loaded
  const people = options.people && tenant.population !== undefined ? populationOf(tenant, reader) : undefined
  if (people?.ok === false) return { valid: false, diagnostics: [...warnings, ...people.diagnostics], ...source }
  return { valid: true, diagnostics: [...warnings, ...(people?.warnings ?? [])], tenant, ...source }
}

function checkPlan(source: SourceText, reader: SourceReader, { features }: CheckOptions): CheckedFile {
  const loaded = loadPlanText(source, reader)
  if (!loaded.ok) return { valid: false, diagnostics: loaded.diagnostics, source }
  const gates = gateProblems(loaded.value, reader, features)
  return { valid: gates.length === 0, diagnostics: [...loaded.warnings, ...gates], source }
}
