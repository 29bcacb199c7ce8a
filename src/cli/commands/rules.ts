import { jsonText } from '../../report/json/json.ts'
import { renderRule, renderRuleCatalog, renderRuleList } from '../../report/pages/rule-catalog.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { allRules } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { sources } from '../../vocabulary/citations.ts'
import type { DefineCommand } from '../define-command.ts'
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
      if (format === 'markdown') return renderRuleCatalog(chosen)
      const { color, columns } = environment
      const look = { paint: color.stdout ? coloredReport : plainReport, width: Math.min(columns ?? 100, 120) }
      return id === undefined ? renderRuleList(chosen, look) : chosen.map((rule) => renderRule(rule, look)).join('\n')
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
