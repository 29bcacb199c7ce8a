import { gapKinds } from '../analysis/gaps/result.ts'
import { type Run, type RunScenario, scenariosOfRun } from '../gherkin/reports/run-model.ts'
import { featureRunner } from '../gherkin/run/feature-runner.ts'
import { sessionWords } from '../gherkin/scenario/expectation.ts'
import { readable } from '../gherkin/scenario/words.ts'
import { ruleById } from '../rules/index.ts'
import { diagnosticCatalog } from '../source/diagnostics/diagnostic-catalog.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { type FoundingStatement, foundingStatements, foundingTag } from './founding-page.ts'

/** Runs the features below a folder and tells, statement by statement, what happened to the page on app passwords. */
export async function foundingPageReport(cwd: string): Promise<string> {
  const runner = await featureRunner(cwd)
  const { run } = await runner.run({
    paths: [],
    tags: foundingStatements.map(({ number }) => foundingTag(number)).join(' or '),
  })
  return renderFoundingPage(run)
}

/** The table of the statements; a statement without a passing scenario stops the report. */
export function renderFoundingPage(run: Run): string {
  const parts = [...new Set(foundingStatements.map(({ part }) => part))]
  return [
    '# The page on app passwords, statement by statement',
    '',
    'Each statement of the page that this product started from, in our words, with the rules that implement it, the',
    'scenarios that assert it, and the resulting verdicts. The sources of the rules are in [rules.md](rules.md).',
    '',
    ...parts.flatMap((part) => [
      `## ${part}`,
      '',
      '| # | statement | implemented by | scenario | verdicts |',
      '| ---: | --- | --- | --- | --- |',
      ...foundingStatements.filter((statement) => statement.part === part).map((statement) => row(statement, run)),
      '',
    ]),
  ].join('\n')
}

function row({ number, statement, carriedBy }: FoundingStatement, run: Run): string {
  const scenarios = scenariosOfStatement(run, number)
  if (scenarios.length === 0) throw new Error(`statement ${number} has no scenario tagged ${foundingTag(number)}`)
  const red = scenarios.find(({ status }) => status !== 'passed')
  if (red !== undefined) throw new Error(`statement ${number} does not hold: ${red.uri}:${red.line}`)
  const unknown = carriedBy.find((id) => !isKnown(id))
  if (unknown !== undefined) throw new Error(`statement ${number} names ${unknown}, which does not exist`)
  return `| ${number} | ${cell(statement)} | ${carriedBy.join(', ')} | ${places(scenarios).join('<br>')} | ${verdicts(scenarios).join('<br>')} |`
}

/** Each feature by its title, with links to the lines of its scenarios. */
function places(scenarios: readonly RunScenario[]): readonly string[] {
  const features = new Map(scenarios.map(({ uri, feature }) => [uri, feature]))
  return [...features].map(([uri, feature]) => {
    const lines = scenarios.filter((scenario) => scenario.uri === uri).map(({ line }) => line)
    const links = lines.map((line) => `[${line}](../${uri}#L${line})`).join(' ')
    return `[${cell(feature)}](../${uri}), line ${links}`
  })
}

/** The scenarios of a statement. */
export function scenariosOfStatement(run: Run, number: number): readonly RunScenario[] {
  return scenariosOfRun(run).filter(({ tags }) => tags.includes(foundingTag(number)))
}

function isKnown(id: string): boolean {
  // Rules and diagnostics are looked up by text here; a miss is what is asked for.
  const rule = ruleById(id as Parameters<typeof ruleById>[0])
  return rule !== undefined || id in diagnosticCatalog || gapKinds.some((kind) => kind === id)
}

/** What the scenarios saw: the ways in which their sign-ins ended, and what checks and sweeps found. */
function verdicts(scenarios: readonly RunScenario[]): readonly string[] {
  const seen = new Set<string>()
  for (const { recording, steps } of scenarios) {
    for (const { request, verdict, traces } of recording?.sessions ?? []) {
      const tried = request.presents === undefined ? '' : `, trying ${readable(request.presents)}`
      seen.add(
        cell(`${request.client}, ${readable(request.purpose)}${tried}: ${sessionWords(verdict)}${checkedBy(traces)}`),
      )
    }
    for (const { text } of steps) {
      const found = /^(check|sweep)ing the tenant architecture finds (.*)$/.exec(text)
      if (found !== null) seen.add(cell(`a ${found[1]} finds ${(found[2] ?? '').replaceAll('"', '')}`))
    }
  }
  return [...seen]
}

/** Who checks the secret, where that is one and the same on all legs that accept the user. */
function checkedBy(traces: readonly Trace[]): string {
  const verdicts = traces.map(verdictOf)
  const verifiers = new Set(verdicts.map((verdict) => (verdict.kind === 'signs-in' ? verdict.verifier : undefined)))
  const [only] = verifiers
  return verifiers.size === 1 && only !== undefined ? `, checked by ${only}` : ''
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ')
