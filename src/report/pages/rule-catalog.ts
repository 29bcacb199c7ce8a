import type { Rule } from '../../rules/rule.ts'
import { sources, tierWords } from '../../vocabulary/citations.ts'
import type { Question } from '../../vocabulary/questions.ts'
import { displayWidth, padded, wrapped } from '../tables/display-width.ts'
import { markdownCode, markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { errorMeaning } from '../text/explanation.ts'
import { ownerWords } from '../wording/causes.ts'
import { answerWords, questionSentence } from '../wording/decisions.ts'
import { factWords } from '../wording/facts.ts'
import { sourceLink } from './markdown.ts'

/** The rules in their order, by question. */
function byQuestion(rules: readonly Rule[]): ReadonlyMap<Question, readonly Rule[]> {
  const found = new Map<Question, Rule[]>()
  for (const rule of rules) found.set(rule.question, [...(found.get(rule.question) ?? []), rule])
  return found
}

interface ToldExample {
  readonly name: string
  readonly given: string
  readonly expect: string
}

function examplesOf({ question, examples }: Rule): readonly ToldExample[] {
  return examples.map(({ name, given, expect }) => ({
    name,
    given: Object.entries(given)
      .map(([fact, value]) => `${fact} = ${value}`)
      .join(', '),
    expect:
      expect === 'does-not-apply'
        ? 'does not apply'
        : expect === 'undetermined'
          ? 'undetermined'
          : answerWords(question, expect),
  }))
}

/** The knowledge base in prose: every question, and under it the rules in the order in which they are asked. */
export function renderRuleCatalog(rules: readonly Rule[]): string {
  const inferred = rules.filter(({ basis }) => basis === 'inferred').length
  const lines = [
    '# Rules',
    '',
    `${rules.length} rules answer ${byQuestion(rules).size} questions. For each question, the first rule that applies gives the answer.`,
    `${rules.length - inferred} rules are documented by the page they cite; ${inferred} are inferred from it.`,
  ]
  for (const [question, some] of byQuestion(rules)) {
    lines.push('', `## ${markdownText(questionSentence(question))}`, '', `Question ${markdownCode(question)}.`)
    for (const rule of some) lines.push('', ...ruleSection(rule))
  }
  return `${lines.join('\n')}\n`
}

function ruleSection(rule: Rule): readonly string[] {
  const { id, statement, basis, citation, because, owner, error, silentOn } = rule
  const meaning = errorMeaning(error)
  const facts = because.map((fact) => factWords[fact])
  return [
    `### ${id}`,
    '',
    markdownText(statement),
    '',
    `- ${basis === 'documented' ? 'Documented' : 'Inferred'} ${sourceLink(citation)}`,
    ...(facts.length === 0 ? [] : [`- Reads: ${markdownText(facts.join(', '))}`]),
    ...(owner === undefined ? [] : [`- Who can change the outcome: ${ownerWords[owner]}`]),
    ...(error === undefined
      ? []
      : [`- Error: ${markdownCode(error)}${meaning === undefined ? '' : ` ${markdownText(meaning.meaning)}`}`]),
    ...(silentOn === undefined ? [] : [`- The source does not say: ${markdownText(silentOn)}`]),
    ...examplesOf(rule).map(
      ({ name, given, expect }) =>
        `- Example, ${markdownText(name)}: ${given === '' ? 'no facts' : markdownCode(given)} → ${markdownText(expect)}`,
    ),
  ]
}

/** One rule for a terminal. */
export function renderRule(
  rule: Rule,
  { width = 100, paint = plainReport }: { readonly width?: number; readonly paint?: ReportPaint } = {},
): string {
  const { title, url, read } = sources[rule.citation.source]
  const section = rule.citation.section === undefined ? '' : `, “${rule.citation.section}”`
  const meaning = errorMeaning(rule.error)
  const facts = rule.because.map((fact) => factWords[fact])
  const block = (text: string, indent: string): readonly string[] =>
    wrapped(text, width - indent.length).map((line) => indent + line)
  const lines = [
    `${paint.rule(rule.id)}  ${paint.strong(questionSentence(rule.question))} (${rule.question}, ${rule.basis})`,
    '',
    ...block(rule.statement, '  '),
    '',
    ...block(`${title}${section}`, '  '),
    `  ${paint.faint(`${url} (read ${read}${tierWords(rule.citation.source)})`)}`,
    ...(facts.length === 0 ? [] : ['', ...block(`Reads: ${facts.join(', ')}`, '  ')]),
    ...(rule.owner === undefined ? [] : ['', ...block(`Who can change the outcome: ${ownerWords[rule.owner]}`, '  ')]),
    ...(rule.error === undefined
      ? []
      : ['', ...block(`Error: ${rule.error}${meaning === undefined ? '' : `, ${meaning.meaning}`}`, '  ')]),
    ...(rule.silentOn === undefined ? [] : ['', ...block(`The source does not say: ${rule.silentOn}`, '  ')]),
    '',
    '  Examples',
    ...examplesOf(rule).flatMap(({ name, given, expect }) => [
      ...block(`${name}: ${expect}`, '    '),
      ...(given === '' ? [] : block(given, '      ').map(paint.faint)),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

/** All rules for a terminal, one line each where the width allows, by question. */
export function renderRuleList(
  rules: readonly Rule[],
  { width = 100, paint = plainReport }: { readonly width?: number; readonly paint?: ReportPaint } = {},
): string {
  const widest = rules.reduce((most, { id }) => Math.max(most, displayWidth(id)), 0)
  const lines: string[] = []
  for (const [question, some] of byQuestion(rules)) {
    if (lines.length > 0) lines.push('')
    lines.push(paint.strong(`${questionSentence(question)} (${question})`))
    for (const { id, statement, basis } of some) {
      const told = wrapped(
        basis === 'inferred' ? `${statement} (inferred)` : statement,
        Math.max(20, width - widest - 4),
      )
      told.forEach((line, index) => {
        lines.push(`  ${index === 0 ? paint.rule(padded(id, widest)) : ' '.repeat(widest)}  ${line}`)
      })
    }
  }
  return `${lines.join('\n')}\n`
}
