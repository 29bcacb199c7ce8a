import { jsonText } from '../../report/json/json.ts'
import { renderRule, renderRuleCatalog, renderRuleList } from '../../report/pages/rule-catalog.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { allRules } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { sources, tierOf } from '../../vocabulary/citations.ts'
import { tiers } from '../../vocabulary/sources/source.ts'
import type { DefineCommand } from '../define-command.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { newCommand } from '../new-command.ts'
import { readInstant } from '../request-options.ts'
import { oneOf, usageProblem } from '../usage.ts'

const formats = ['text', 'json', 'markdown'] as const

/** `authplan rules`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'rules', {
    examples: [
      { line: 'authplan rules', says: 'every rule in one line, grouped by question' },
      { line: 'authplan rules CRED-2', says: 'one rule: statement, source, the facts it reads, worked examples' },
      {
        line: 'authplan rules -f json | jq -r ".rules[] | select(.basis == \\"inferred\\").id"',
        says: 'the rules that are inferred',
      },
    ],
  })
  command
    .argument('[ID]', 'the id of a rule')
    .option('--tier <TIER>', `only rules whose source is of this tier: ${tiers.join(', ')}`)
    .option('--older-than <AGE>', 'only rules whose source was read longer ago than this, such as 90d')
    .option(
      '--as-of <DATE>',
      'the date from which --older-than counts (default: the latest date on which a source was read)',
    )
  addFormatOption(command, formats, 'text')
  return command.action(async (id: string | undefined, options: RulesOptions) => {
    const targets = readFormats(options.format, formats, 'text')
    const chosen = chosenBy(options, id === undefined ? allRules : [ruleOf(id)])
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

interface RulesOptions {
  readonly format?: readonly string[]
  readonly tier?: string
  readonly olderThan?: string
  readonly asOf?: string
}

const dayLength = 24 * 60 * 60 * 1000

/** The rules whose page is of a tier, or was read long ago. */
function chosenBy({ tier, olderThan, asOf }: RulesOptions, rules: readonly Rule[]): readonly Rule[] {
  const wanted = tier === undefined ? undefined : oneOf('tier', tier, tiers)
  const days = olderThan === undefined ? undefined : /^(\d+)d$/.exec(olderThan)?.[1]
  if (olderThan !== undefined && days === undefined)
    throw usageProblem(`\`${olderThan}\` is not a valid age`, 'write a number of days: `90d`')
  const latest =
    [...Object.values(sources)]
      .map(({ read }) => read)
      .sort()
      .at(-1) ?? ''
  const limit = days === undefined ? undefined : readInstant(asOf ?? latest) - Number(days) * dayLength
  return rules.filter(
    ({ citation: { source } }) =>
      (wanted === undefined || tierOf(source) === wanted) &&
      (limit === undefined || readInstant(sources[source].read) < limit),
  )
}

function ruleOf(id: string): Rule {
  const ids = allRules.map((rule) => rule.id)
  const found = oneOf('rule', id, ids, '`authplan rules` lists all')
  // The id was taken from this very list.
  return allRules.find((rule) => rule.id === found) as Rule
}

function ruleJson({ id, question, statement, basis, citation, because, owner, error, examples }: Rule) {
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
      tier: tierOf(citation.source),
    },
    because: [...because],
    ...(owner === undefined ? {} : { owner }),
    ...(error === undefined ? {} : { error }),
    examples: examples.map(({ name, given, expect }) => ({ name, given: { ...given }, expect })),
  }
}
