import { renderMermaid } from '../../report/drawing/mermaid.ts'
import { diagnosticJson } from '../../source/diagnostics/render-diagnostic.ts'
import { sessionWords } from '../scenario/expectation.ts'
import { rulesOf } from './rules-of.ts'
import { countsOf, isGreen, type Run, type RunScenario } from './run-model.ts'

/** The run as JSON: every scenario with its location, result, deciding rules and asserted sign-ins. */
export function renderRunJson(run: Run): string {
  const counts = countsOf(run)
  const features = run.features.map(({ uri, name, line, scenarios }) => ({
    uri,
    name,
    line,
    scenarios: scenarios.map(scenarioJson),
  }))
  const { problems } = run
  const warnings = run.warnings.map(diagnosticJson)
  return `${JSON.stringify({ formatVersion: 1, passed: isGreen(run), counts, features, problems, warnings }, null, 2)}\n`
}

function scenarioJson(scenario: RunScenario) {
  const { name, rule, line, row, tags, status, message, steps, recording } = scenario
  return {
    name,
    ...(rule !== undefined && { rule }),
    line,
    ...(row !== undefined && { row }),
    tags,
    status,
    ...(message !== undefined && { message }),
    rules: rulesOf(scenario),
    tenants: scenario.tenants,
    ...(scenario.restsOn.length > 0 && { restsOn: scenario.restsOn }),
    signIns: [...(recording?.sessions ?? [])].slice(0, 20).map(({ request, verdict }) => ({
      user: request.user,
      client: request.client,
      purpose: request.purpose,
      network: request.network,
      verdict: sessionWords(verdict),
    })),
    steps: steps.map((step) => ({
      keyword: step.keyword,
      text: step.text,
      line: step.line,
      status: step.status,
      ...(step.message !== undefined && { message: step.message }),
      ...(step.attachments.length > 0 && { attachments: step.attachments }),
    })),
  }
}

/** The diagrams of a scenario's asserted sign-ins, up to a limit. */
export function diagramsOf({ recording }: RunScenario, most: number): readonly string[] {
  return [...new Set([...(recording?.sessions ?? [])].slice(0, most).map(({ traces }) => renderMermaid(traces)))]
}
