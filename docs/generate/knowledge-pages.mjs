import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { asked, cell, code, pageLink, prose, root, table } from './product.mjs'

const anchor = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/** The scenarios in which each rule decides, by simulating the library. */
async function scenariosByRule() {
  const product = await import(join(root, 'dist/index.js'))
  const reader = product.nodeSourceReader(root)
  const found = new Map()
  const names = readdirSync(join(root, 'scenarios'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  for (const name of names) {
    const loaded = product.loadTenant(`scenarios/${name}`, reader)
    if (!loaded.ok) throw new Error(`scenarios/${name} is invalid`)
    for (const request of product.planRequests(loaded.value, {}))
      for (const trace of product.simulateSession(loaded.value, request))
        for (const step of trace.steps)
          if ('rule' in step) found.set(step.rule, (found.get(step.rule) ?? new Set()).add(name.replace('.yaml', '')))
  }
  return found
}

const given = (facts) =>
  Object.entries(facts)
    .map(([name, value]) => code(`${name}: ${value}`))
    .join(', ')

/** A rule with its page, its examples and where it decides. */
function ruleSection(rule, decides) {
  const { id, statement, basis, citation, because, examples, error, owner } = rule
  const scenarios = [...(decides ?? [])]
  const shown = scenarios
    .slice(0, 8)
    .map((name) => code(name))
    .join(', ')
  const where =
    scenarios.length === 0
      ? 'No scenario of the library without signals; see the features.'
      : `${shown}${scenarios.length > 8 ? ` and ${scenarios.length - 8} more` : ''}.`
  return [
    `### ${id}`,
    '',
    prose(statement),
    '',
    `- ${basis}: ${pageLink(citation)}`,
    ...(because.length === 0 ? [] : [`- reads ${because.map((fact) => code(fact)).join(', ')}`]),
    ...(owner === undefined ? [] : [`- an ending by it is up to: ${owner}`]),
    ...(error === undefined ? [] : [`- error of the vendor: ${code(error)}`]),
    `- decides in: ${where}`,
    '',
    table(
      ['example', 'given', 'answer'],
      examples.map((one) => [cell(one.name), given(one.given), code(one.expect)]),
    ),
    '',
  ].join('\n')
}

/** Every rule, by question, in the order of precedence. */
export async function rulesPage() {
  const { rules } = asked('rules')
  const decides = await scenariosByRule()
  const questions = [...new Set(rules.map(({ question }) => question))]
  const sections = questions.map(
    (question) =>
      `## ${question}\n\n${rules
        .filter((rule) => rule.question === question)
        .map((rule) => ruleSection(rule, decides.get(rule.id)))
        .join('\n')}`,
  )
  return `# Rules\n\n${rules.length} rules, by the question that they answer; the first that applies decides. \`authplan rules ID\` prints one.\n\n${sections.join('\n')}`
}

const codeSection = ({ code: id, name, severity, title, meaning, remedy, stage, rules, citation }) =>
  [
    `## ${id}`,
    '',
    `**${prose(title)}**${name === undefined ? '' : ` (${prose(name)})`}${severity === undefined ? '' : `, ${severity}`}`,
    '',
    ...(meaning === '' ? [] : [`- means: ${prose(meaning)}`]),
    ...(remedy === '' ? [] : [`- what to do: ${prose(remedy)}`]),
    ...(stage === undefined ? [] : [`- stage: ${code(stage)}`]),
    ...rules.map((rule) => `- rule [${rule.id}](./rules#${anchor(rule.id)}): ${prose(rule.statement)}`),
    ...(citation === undefined ? [] : [`- ${pageLink(citation)}`]),
    '',
  ].join('\n')

/** The codes of one kind. */
export function codesPage(kind, title, intro) {
  const codes = asked('explain-code').codes.filter((one) => one.kind === kind)
  return `# ${title}\n\n${intro}\n\n${codes.map(codeSection).join('\n')}`
}

/** Every step with its example, and what parameters stand for. */
export function stepsPage() {
  const { parameters, steps } = asked('steps')
  const headings = [...new Set(steps.map(({ heading }) => heading))]
  const stepSection = ({ keyword, pattern, says, example }) =>
    `### ${keyword} ${code(pattern)}\n\n${prose(`${says[0].toUpperCase()}${says.slice(1)}.`)}\n\n\`\`\`gherkin\n${example}\n\`\`\`\n`
  const rows = parameters.map(({ name, says, example }) => [code(`{${name}}`), cell(says), code(example)])
  return `# Gherkin steps\n\n## Parameters\n\n${table(['parameter', 'stands for', 'example'], rows)}\n\n${headings
    .map(
      (heading) =>
        `## ${prose(heading)}\n\n${steps
          .filter((step) => step.heading === heading)
          .map(stepSection)
          .join('\n')}`,
    )
    .join('\n')}`
}

/** Every table of the catalog with its citations. */
export function catalogPage() {
  const { tables } = asked('catalog')
  const sections = tables.map(({ id, says }) => {
    const { rows } = asked('catalog', id)
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) => key !== 'citation')
    const show = (value) =>
      value === undefined ? '' : cell(typeof value === 'object' ? code(JSON.stringify(value)) : String(value))
    const body = rows.map((row) => [
      ...columns.map((key) => show(row[key])),
      row.citation === undefined ? '' : `[page](${row.citation.url})`,
    ])
    return `## ${id}\n\n${prose(`${says[0].toUpperCase()}${says.slice(1)}.`)}\n\n${table([...columns, 'source'], body)}\n`
  })
  return `# Catalog\n\nThe product facts. Ids here are the ids everywhere: in tenant files, options and JSON. \`authplan catalog TABLE\` prints a table.\n\n${sections.join('\n')}`
}
