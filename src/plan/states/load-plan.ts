import { type Diagnostic, hasErrors, inOrder, type Loaded } from '../../source/diagnostics/diagnostic.ts'
import { parseSource } from '../../source/document/located-document.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { loadTenantDocument } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type PlanDocument, readPlanText } from '../file/read-plan-file.ts'
import { cohortsOf } from './cohorts.ts'
import { type Compiling, compileExceptions, compileStages, instantIn } from './compile-stages.ts'
import { mergeOf } from './merge.ts'
import type { StagedPlan } from './staged-plan.ts'
import { type StateDocument, startDocument } from './state-document.ts'

interface Start {
  readonly document: StateDocument
  readonly tenant: Tenant
  readonly warnings: readonly Diagnostic[]
}

function readStart({ file, document }: PlanDocument, reader: SourceReader): Loaded<Start> {
  const source = reader.read(file.start, document.rangeOf(['start']))
  if (!source.ok) return source
  const parsed = parseSource(source.value)
  if (!parsed.ok) return parsed
  const started = startDocument(parsed.value)
  const loaded = loadTenantDocument(started, reader)
  if (!loaded.ok) return loaded
  return { ok: true, value: { document: started, tenant: loaded.value, warnings: loaded.warnings }, warnings: [] }
}

function yearAfter(at: Instant): Instant {
  const date = new Date(at)
  return date.setUTCFullYear(date.getUTCFullYear() + 1)
}

function endOf({ until, stages, exceptions = [] }: PlanDocument['file'], from: Instant): Instant {
  if (until !== undefined) return instantIn(until)
  const dates = [...stages.flatMap(({ date }) => date ?? []), ...exceptions.map(({ expires }) => expires)].map(
    instantIn,
  )
  return yearAfter(Math.max(from, ...dates))
}

/** One diagnostic for one place, however many stages show it. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ code, at }) => {
    const key = `${code} ${at.source.name} ${at.start} ${at.end}`
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
}

function compiled(read: PlanDocument, start: Start, reader: SourceReader): Loaded<StagedPlan> {
  const { file, document } = read
  const diagnostics: Diagnostic[] = []
  const report = (one: Diagnostic): void => {
    diagnostics.push(one)
  }
  const from = file.from === undefined ? start.tenant.asOf : instantIn(file.from)
  const cohorts = cohortsOf(file.cohorts ?? [], { document, tenant: start.tenant, report }, reader)
  const compiling: Compiling = { file, document, cohorts, from, report }
  const stages = compileStages(compiling, start.document)
  const exceptions = compileExceptions(compiling, stages)
  const merge = hasErrors(diagnostics) ? undefined : mergeOf(file.merge, stages, document, reader, report)
  const until = endOf(file, from)
  const last = stages.at(-1)
  const dated = stages.flatMap(({ date }) => date ?? [])
  if (file.until !== undefined && until < Math.max(...dated))
    report({
      code: 'PLAN-3',
      args: { date: file.until, before: file.stages.at(-1)?.date ?? '', of: `the stage \`${last?.name}\`` },
      at: document.rangeOf(['until']),
    })
  const all = inOrder(distinct(diagnostics))
  if (hasErrors(all)) return { ok: false, diagnostics: all }
  const plan = {
    name: file.plan,
    document,
    start: start.document.source.name,
    from,
    until,
    cohorts,
    stages,
    exceptions,
    ...(merge && { merge }),
  }
  return { ok: true, value: plan, warnings: all }
}

/** Whether a diagnostic is about what the plan says, and not about the file that it starts from. */
const ofPlan =
  (source: SourceText) =>
  (one: Diagnostic): boolean =>
    one.at.source.name === source.name

/** The tenants of all stages, so that what a stage breaks is reported at the stage. */
function stateProblems(plan: StagedPlan, source: SourceText, reader: SourceReader): readonly Diagnostic[] {
  const documents = plan.stages.flatMap(({ document, wayBack }) =>
    wayBack !== undefined && wayBack.kind !== 'none' ? [document, wayBack.document] : [document],
  )
  const found = documents.flatMap((document) => {
    const loaded = loadTenantDocument(document, reader)
    return loaded.ok ? loaded.warnings.filter(ofPlan(source)) : loaded.diagnostics
  })
  return inOrder(distinct(found))
}

/** Reads and checks a plan: its form, its names, and the tenant that each of its stages makes. */
export function loadPlanText(source: SourceText, reader: SourceReader): Loaded<StagedPlan> {
  const read = readPlanText(source)
  if (!read.ok) return read
  const start = readStart(read.value, reader)
  if (!start.ok) return start
  const made = compiled(read.value, start.value, reader)
  if (!made.ok) return made
  const problems = stateProblems(made.value, source, reader)
  const warnings = [...start.value.warnings, ...made.warnings, ...problems]
  return hasErrors(problems) ? { ok: false, diagnostics: problems } : { ...made, warnings }
}

/** The same for the plan of a file. */
export function loadPlan(path: string, reader: SourceReader): Loaded<StagedPlan> {
  const source = reader.read(path)
  return source.ok ? loadPlanText(source.value, reader) : source
}
