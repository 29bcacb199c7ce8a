import { markdownCode, markdownFence, markdownText } from '../../report/tables/markdown-escape.ts'
import { diagramsOf } from './json.ts'
import { rulesOf } from './rules-of.ts'
import { brokenStep, countsOf, isGreen, type Run, type RunScenario, scenariosOfRun } from './run-model.ts'
import { placeOf, restsOnWords } from './text.ts'

/** A summary for a job or a pull request: totals, failures with their diagrams, and a table of the features. */
export function renderRunMarkdown(run: Run): string {
  const { scenarios, steps, failed } = countsOf(run)
  const head = isGreen(run) ? 'All acceptance specs pass' : 'Acceptance specs fail'
  return [
    `# ${head}`,
    '',
    `${run.features.length} features, ${scenarios} scenarios, ${steps} steps; ${failed} failed, ${run.problems.length} could not run.`,
    '',
    ...run.problems.flatMap(({ uri, line, message }) => [
      `## Cannot run ${markdownText(`${uri}:${line}`)}`,
      '',
      ...markdownFence('text', message),
      '',
    ]),
    ...scenariosOfRun(run)
      .filter(({ status }) => status !== 'passed')
      .flatMap(failureLines),
    ...restsOnLines(run),
    '| feature | scenarios | failed | rules that decided |',
    '| --- | ---: | ---: | --- |',
    ...run.features.map(({ name, uri, scenarios: own }) => {
      const bad = own.filter(({ status }) => status !== 'passed').length
      const rules = [...new Set(own.flatMap(rulesOf))].join(', ')
      return `| ${markdownText(name)} (${markdownCode(uri)}) | ${own.length} | ${bad} | ${rules} |`
    }),
    '',
  ].join('\n')
}

function restsOnLines(run: Run): readonly string[] {
  const resting = scenariosOfRun(run).filter(({ restsOn }) => restsOn.length > 0)
  if (resting.length === 0) return []
  const policies = new Set(resting.flatMap(({ restsOn }) => restsOn.map(restsOnWords)))
  return [
    `Scenarios that depend on policies that are only partly understood: ${resting.length}`,
    '',
    ...markdownFence('text', [...policies].join('\n')),
    '',
  ]
}

function failureLines(scenario: RunScenario): readonly string[] {
  const broken = brokenStep(scenario)
  const step = broken === undefined ? [] : [`${broken.keyword} ${broken.text}`]
  const text = [...step, broken?.message ?? scenario.message ?? scenario.status].join('\n')
  const attached = (broken?.attachments ?? []).filter(({ mediaType }) => mediaType === 'text/vnd.mermaid')
  const diagrams = attached.length > 0 ? attached.map((attachment) => attachment.text) : diagramsOf(scenario, 1)
  return [
    `## ${scenario.status}: ${markdownText(scenario.name)}`,
    '',
    `${markdownCode(`${scenario.uri}:${broken?.line ?? scenario.line}`)} in scenario ${markdownCode(placeOf(scenario))}`,
    '',
    ...markdownFence('text', text),
    '',
    ...diagrams.slice(0, 1).flatMap((diagram) => [...markdownFence('mermaid', diagram), '']),
  ]
}
