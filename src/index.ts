/**
 * authplan as a library: load a tenant architecture, play sign-ins against it, read the traces.
 *
 * ```ts
 * import { loadTenant, planRequests, sessionVerdict, simulateSession } from 'authplan'
 *
 * const loaded = loadTenant('tenant.yaml')
 * if (!loaded.ok) throw new Error('the tenant file has errors')
 * for (const request of planRequests(loaded.value, { client: 'outlook-2010' })) {
 *   console.log(request.user, sessionVerdict(simulateSession(loaded.value, request)))
 * }
 * ```
 *
 * People who are in a CSV or JSON Lines file of their own (`users: {from: people.csv}`) are read by `populationOf`, which
 * streams the file, reports broken rows, and gives a tenant in which one user represents each class of people whose
 * sign-ins have the same outcome; `people` names those who are to be in it themselves.
 *
 * ```ts
 * const reader = nodeSourceReader(process.cwd())
 * const read = populationOf(loaded.value, reader, { people: ['ada@contoso.com'] })
 * if (!read.ok) throw new Error('the file of people has errors')
 * const requests = planRequests(read.value.tenant)
 * ```
 */
import { type ReplayAnswer, type ReplayQuestion, replayLogs } from './replay/replay-logs.ts'
import { planRequests as planRequestsOf, type RequestFilter } from './simulate/plan-requests.ts'
import type { Loaded } from './source/diagnostics/diagnostic.ts'
import type { ReadScope } from './source/files/containment.ts'
import { nodeSourceReader } from './source/files/read-source.ts'
import type { SourceReader } from './source/files/source-reader.ts'
import { loadTenant as loadTenantWith } from './tenant/load-tenant.ts'
import type { JsonSchema } from './tenant/schema/parts.ts'
import type { Tenant } from './tenant/tenant.ts'
import { schemaOfTenantFile } from './tenant/tenant-file.schema.ts'
import type { ClientRequest } from './vocabulary/requests.ts'

/**
 * Loads a tenant file from the disk, or from wherever the reader finds it; never throws for what the file says. The files
 * that it names must be below the working directory, or below the `root`, unless they are allowed outside.
 */
export function loadTenant(path: string, from: SourceReader | ReadScope = {}): Loaded<Tenant> {
  return loadTenantWith(path, 'read' in from ? from : nodeSourceReader(process.cwd(), from))
}

/**
 * Every sign-in of a tenant: user by client by purpose by network, in the order of the file. People in a separate file
 * have to be read first, with `populationOf`; a tenant without them throws rather than plan nothing.
 */
export function planRequests(tenant: Tenant, filter: RequestFilter = {}): Iterable<ClientRequest> {
  if (tenant.population !== undefined)
    throw new Error(`the users of ${tenant.file} are in ${tenant.population.from}: read them with populationOf`)
  return planRequestsOf(tenant, filter)
}

/**
 * Plays the sign-ins of logs against a tenant: how many of them it explains, and with a plan or a date, for whom what
 * changes. The paths are files, folders or patterns in any format that `authplan replay` reads; the package
 * `@duckdb/node-api` reads them in place, and nothing is sent anywhere. Never throws for what a log contains.
 *
 * ```ts
 * const answer = await replaySignIns(tenant, ['logs/*.json'], { at: Date.UTC(2027, 0, 1) })
 * if (!answer.ok) throw new Error(answer.message)
 * console.log(answer.value.explained, answer.value.plan?.effects)
 * ```
 */
export function replaySignIns(
  tenant: Tenant,
  paths: readonly string[],
  question: ReplayQuestion = {},
  from: SourceReader | ReadScope = {},
): Promise<ReplayAnswer> {
  const reader = 'read' in from ? from : nodeSourceReader(process.cwd(), from)
  return replayLogs(tenant, paths, reader, question)
}

// Questions over many sign-ins.
export { type DiffOptions, diff } from './analysis/compare/diff.ts'
export { type TimelineOptions, timeline } from './analysis/compare/timeline.ts'
export { type GapsOptions, gaps } from './analysis/gaps/gaps.ts'
export { type Finding, type GapKind, type Gaps, gapKinds, type Witness } from './analysis/gaps/result.ts'
export { type MatrixFilter, type MatrixRun, matrix, perUser } from './analysis/matrix/matrix.ts'
export { type Plan, planOf, readPlan } from './analysis/matrix/plan.ts'
// What a sign-in brings along, read from `KEY=VALUE`.
export { type NamedDevices, type ParsedSignals, parseSignals, type SignalProblem } from './analysis/parse-signals.ts'
export { type Population, populationOf } from './analysis/population/population.ts'
export type { Cell, Change, DiffResult, Matrix, Timeline, UserClass } from './analysis/population/results.ts'
export { countBy, readConditions, where } from './analysis/query.ts'
export { type WhatIfAnswer, type WhatIfOptions, whatIf } from './analysis/what-if/what-if.ts'
export { type ChangeSet, type WhyNot, type WhyNotQuestion, whyNot } from './analysis/why-not/why-not.ts'
// Policies: the offline What If, and one policy in words.
export { type PolicyInWords, policyInWords } from './analysis/wording/policy-in-words.ts'
// The product facts: every row has an id and a citation.
export { type Application as CatalogApplication, applications } from './catalog/applications.ts'
export type { Client } from './catalog/client.ts'
export { clients } from './catalog/clients.ts'
export { type Default, defaults } from './catalog/defaults.ts'
export { type ErrorCode, errorCodes } from './catalog/errors.ts'
export { licences } from './catalog/licences.ts'
export { type Method, methods } from './catalog/methods.ts'
export { type ProtocolRow, protocolTable } from './catalog/protocols.ts'
export { type PurposeRow, purposeTable } from './catalog/purposes.ts'
export type { Row } from './catalog/row.ts'
export { type Strength, strengths } from './catalog/strengths.ts'
export { type Topology, topologies } from './catalog/topologies.ts'
export type { VendorChange } from './catalog/vendor-change.ts'
export { vendorTimeline } from './catalog/vendor-timeline.ts'
export type { Workload as CatalogWorkload } from './catalog/workload.ts'
export { workloads } from './catalog/workloads.ts'
// Tenant files out of exports.
export { type ImportedTenant, type ImportOptions, importExports } from './importers/import-exports.ts'
export type { Calibration, CountedWord, DisagreementKind } from './replay/calibrate/calibrate.ts'
export type { EffectGroup } from './replay/plan/group-changes.ts'
export type { ReplayAnswer, ReplayedLogs, ReplayedPlan, ReplayQuestion } from './replay/replay-logs.ts'
export { type Drawing, type Drawn, type DrawOptions, drawDiagrams } from './report/drawing/draw.ts'
export { drawingStyleOf } from './report/drawing/drawing-style.ts'
export { type MermaidOptions, renderLegMermaid, renderMermaid } from './report/drawing/mermaid.ts'
export { sequenceSvgText } from './report/drawing/sequence-svg.ts'
export {
  explainJson,
  formatVersion,
  jsonText,
  type SimulationHeader,
  sessionJson,
  simulationJson,
} from './report/json/json.ts'
export type { Json, JsonObject } from './report/json/json-value.ts'
export { type EraRow, type ErasInput, renderEras } from './report/pages/eras.ts'
export { type ReportInput, renderMarkdown } from './report/pages/markdown.ts'
export { renderRule, renderRuleCatalog, renderRuleList } from './report/pages/rule-catalog.ts'
// Readings of traces.
export { renderCsv } from './report/tables/csv.ts'
export { renderMarkdownTable } from './report/tables/markdown-table.ts'
export { renderTable, type TableOptions } from './report/tables/table.ts'
export { diffJson, renderDiffMarkdown, renderDiffText } from './report/text/diff-report.ts'
export { type ExplanationOptions, renderExplanation } from './report/text/text.ts'
export {
  renderTimelineMarkdown,
  renderTimelineMermaid,
  renderTimelineText,
  timelineJson,
} from './report/text/timeline-report.ts'
// The knowledge base.
export { type Decision, decide } from './rules/decide.ts'
export { allRules, ruleById } from './rules/index.ts'
export type { Example, Rule } from './rules/rule.ts'
// Conditional Access alone: policies compiled once, each sign-in decided with its evidence.
export { type CompiledPolicies, compilePolicies } from './simulate/conditional-access/compile.ts'
export { decidePolicies, type PolicyEvaluation } from './simulate/conditional-access/evaluate.ts'
export type { PolicySignIn } from './simulate/conditional-access/sign-in.ts'
// Playing sign-ins.
export type { RequestFilter } from './simulate/plan-requests.ts'
export { simulateSession } from './simulate/simulate-session.ts'
// Files and their problems.
export {
  type Diagnostic,
  helpOf,
  inOrder,
  type Loaded,
  messageOf,
  severityOf,
} from './source/diagnostics/diagnostic.ts'
export { githubOf } from './source/diagnostics/diagnostic-github.ts'
export { sarifOf } from './source/diagnostics/diagnostic-sarif.ts'
export {
  compactDiagnostic,
  type DiagnosticJson,
  diagnosticJson,
  renderDiagnostic,
  renderDiagnostics,
} from './source/diagnostics/render-diagnostic.ts'
export { type LocatedDocument, parseSource } from './source/document/located-document.ts'
export { memorySourceReader } from './source/files/memory-source.ts'
export { nodeSourceReader, type ReaderOptions } from './source/files/read-source.ts'
export type { SourceReader } from './source/files/source-reader.ts'
export { formatInstant, parseDuration, parseInstant } from './source/text/parse-values.ts'
export type { Position, SourceRange, SourceText } from './source/text/source-text.ts'
// The tenant.
export {
  type Found,
  findApplication,
  findClient,
  findNetwork,
  findUser,
} from './tenant/find.ts'
/** The JSON Schema of tenant files. */
export const tenantFileSchema: JsonSchema = schemaOfTenantFile()
export type { PopulationOptions } from './analysis/population/classes.ts'
export { loadTenantText } from './tenant/load-tenant.ts'
export type { Tenant, TenantClient, TenantEvent, User } from './tenant/tenant.ts'
export { tenantAt } from './tenant/tenant-at.ts'
export type { TenantFile } from './tenant/tenant-file.ts'
// The trace and its result.
export type { Actor, Refusal, SessionVerdict, Stage, Step, Trace, Verdict } from './trace/step.ts'
export { promptCount, sessionVerdict, verdictOf } from './trace/verdict.ts'
export { contacted, decisions, messages, originOf, wasContacted } from './trace/views.ts'
export { type Citation, type CitationKey, sources } from './vocabulary/citations.ts'
export { type Credential, credentials } from './vocabulary/credentials.ts'
export {
  type ClientRequest,
  type Instant,
  type LegName,
  legNames,
  type Purpose,
  purposes,
  type Signals,
  type SignInRequest,
} from './vocabulary/requests.ts'
export type { Source } from './vocabulary/sources/source.ts'
