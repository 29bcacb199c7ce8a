import { csvText } from '../../report/tables/csv.ts'
import { type Block, blocksHtml, blocksMarkdown, heading, list, paragraph } from '../../report/text/blocks.ts'
import { counted } from '../../vocabulary/counted.ts'
import { diagramsOf } from './json.ts'
import type { TracedRequirement, TracedScenario } from './requirements.ts'

const title = 'Requirements'

const headings = ['requirement', 'text', 'owner', 'answer', 'scenarios', 'verdicts', 'rules']

const distinct = (all: readonly string[]): readonly string[] => [...new Set(all)]

function row({ id, text, owner = '', answer, scenarios }: TracedRequirement): readonly string[] {
  return [
    id,
    text,
    owner,
    answer,
    scenarios.map(({ place, scenario }) => `${place} (${scenario.status})`).join(', '),
    distinct(scenarios.flatMap(({ verdicts }) => verdicts)).join('; '),
    distinct(scenarios.flatMap(({ rules }) => rules.map((rule) => rule.id))).join(', '),
  ]
}

function scenarioBlocks({ scenario, place, verdicts, rules }: TracedScenario): readonly Block[] {
  const diagrams = diagramsOf(scenario, 1)
  return [
    heading(3, `${scenario.name} (${scenario.status})`),
    paragraph(`${place}: ${verdicts.length === 0 ? 'no sign-in was asserted one by one' : verdicts.join('; ')}`),
    list(
      rules.map(({ id, statement, source }) => ({ text: `${id}: ${statement}`, below: [source] })),
      'No rule decided a sign-in of this scenario.',
    ),
    ...diagrams.map((text): Block => ({ kind: 'diagram', language: 'mermaid', text })),
  ]
}

function blocksOf(requirements: readonly TracedRequirement[]): readonly Block[] {
  const bad = requirements.filter(({ answer }) => answer !== 'met').length
  const all = counted(requirements.length, 'requirement')
  return [
    heading(1, title),
    paragraph(
      requirements.length === 0
        ? 'No scenario names a requirement, and no file lists one.'
        : `${all}: ${requirements.length - bad} met, ${bad} not met or without a scenario.`,
    ),
    ...(requirements.length === 0 ? [] : [{ kind: 'table', headings, rows: requirements.map(row) } as const]),
    ...requirements.flatMap(({ id, text, scenarios }) => [
      heading(2, text === '' ? id : `${id}: ${text}`),
      ...(scenarios.length === 0 ? [paragraph('No scenario shows it.')] : scenarios.flatMap(scenarioBlocks)),
    ]),
  ]
}

/** Each requirement with its scenarios, their verdicts, the rules that decided and their sources, as Markdown. */
export const renderRequirements = (requirements: readonly TracedRequirement[]): string =>
  blocksMarkdown(blocksOf(requirements))

/** The same as one HTML file. */
export const renderRequirementsHtml = (requirements: readonly TracedRequirement[]): string =>
  blocksHtml(title, blocksOf(requirements))

/** The same as CSV: a row for each scenario of each requirement, and one for each requirement without any. */
export function renderRequirementsCsv(requirements: readonly TracedRequirement[]): string {
  const columns = [
    'requirement',
    'text',
    'owner',
    'answer',
    'place',
    'scenario',
    'status',
    'verdicts',
    'rules',
    'sources',
  ]
  const rows = requirements.flatMap(({ id, text, owner = '', answer, scenarios }) => {
    const head = [id, text, owner, answer]
    if (scenarios.length === 0) return [[...head, '', '', '', '', '', '']]
    return scenarios.map(({ scenario, place, verdicts, rules }) => [
      ...head,
      place,
      scenario.name,
      scenario.status,
      verdicts.join('; '),
      rules.map((rule) => rule.id).join(' '),
      distinct(rules.map(({ source }) => source)).join('; '),
    ])
  })
  return csvText([columns, ...rows])
}
