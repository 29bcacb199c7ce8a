import { jsonText } from '../../report/json.ts'
import { allRules } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { sources } from '../../vocabulary/citations.ts'
import type { DefineCommand } from '../commands.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { newCommand } from '../new-command.ts'
import { oneOf } from '../usage.ts'

const formats = ['text', 'json', 'markdown'] as const

/** `authplan rules`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'rules', {
    examples: [
      { line: 'authplan rules', says: 'every rule in one line, question by question' },
      { line: 'authplan rules CRED-2', says: 'one rule: statement, source, the facts it reads, worked examples' },
      {
        line: 'authplan rules -f json | jq -r ".rules[] | select(.basis == \\"inferred\\").id"',
        says: 'what we conclude ourselves',
      },
    ],
  })
  command.argument('[ID]', 'the id of a rule')
  addFormatOption(command, formats, 'text')
  return command.action(async (id: string | undefined, options: { readonly format?: readonly string[] }) => {
    const targets = readFormats(options.format, formats, 'text')
    const chosen = id === undefined ? allRules : [ruleOf(id)]
    await emit(environment, targets, (format) => {
      if (format === 'json') return jsonText({ formatVersion: 1, rules: chosen.map(ruleJson) })
      if (format === 'markdown') return chosen.map(markdownOf).join('\n')
      return id === undefined ? listOf(chosen) : chosen.map(textOf).join('\n')
    })
    exit(0)
  })
}

function ruleOf(id: string): Rule {
  const ids = allRules.map((rule) => rule.id)
  const found = oneOf('rule', id, ids, '`authplan rules` lists all')
  // The id was taken from this very list.
  return allRules.find((rule) => rule.id === found) as Rule
}

function listOf(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length))
  const lines: string[] = []
  rules.forEach(({ id, question, statement }, index) => {
    if (rules[index - 1]?.question !== question) lines.push(`${index === 0 ? '' : '\n'}${question}`)
    lines.push(`  ${id.padEnd(width)}  ${statement}`)
  })
  return `${lines.join('\n')}\n`
}

const factsText = (facts: Readonly<Record<string, unknown>>): string =>
  Object.entries(facts)
    .map(([fact, value]) => `${fact}: ${String(value)}`)
    .join(', ')

function textOf({ id, question, statement, basis, citation, because, examples }: Rule): string {
  const source = sources[citation.source]
  return [
    `${id} (${basis}) answers: ${question}`,
    `  ${statement}`,
    `  source: ${source.title}${citation.section === undefined ? '' : `, ${citation.section}`}`,
    `          ${source.url} (read ${source.read})`,
    `  reads:  ${because.join(', ')}`,
    '  examples:',
    ...examples.map(
      ({ name, given, expect }) => `    ${name}\n      given ${factsText(given)}\n      ${answerText(expect)}`,
    ),
    '',
  ].join('\n')
}

const answerText = (expected: string): string =>
  expected === 'does-not-apply' ? 'it does not apply' : `it answers ${expected}`

function markdownOf({ id, question, statement, basis, citation, because, examples }: Rule): string {
  const source = sources[citation.source]
  return [
    `## ${id}`,
    '',
    statement,
    '',
    `- question: \`${question}\`; basis: ${basis}`,
    `- source: [${source.title}](${source.url})${citation.section === undefined ? '' : `, ${citation.section}`}, read ${source.read}`,
    `- reads: ${because.map((fact) => `\`${fact}\``).join(', ')}`,
    ...examples.map(({ name, given, expect }) => `- example: ${name} (${factsText(given)}): ${answerText(expect)}`),
    '',
  ].join('\n')
}

function ruleJson({ id, question, statement, basis, citation, because, error, examples }: Rule) {
  const source = sources[citation.source]
  return {
    id,
    question,
    statement,
    basis,
    citation: {
      source: citation.source,
      ...(citation.section === undefined ? {} : { section: citation.section }),
      title: source.title,
      url: source.url,
      read: source.read,
    },
    because: [...because],
    ...(error === undefined ? {} : { error }),
    examples: examples.map(({ name, given, expect }) => ({ name, given: { ...given }, expect })),
  }
}
