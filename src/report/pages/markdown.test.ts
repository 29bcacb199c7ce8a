import { describe, expect, test } from 'vitest'
import { allRules, ruleById } from '../../rules/index.ts'
import type { Trace } from '../../trace/step.ts'
import { sequenceCollector } from '../drawing/leg-sequences.ts'
import { parsedDiagram } from '../drawing/mermaid-parse.fixture.ts'
import { appPasswordTrace, blockedTrace, hostileNames, openTrace, skypeTrace } from '../trace.fixture.ts'
import { compareIds } from './compare-ids.ts'
import { type ReportInput, renderMarkdown } from './markdown.ts'
import { renderRule, renderRuleCatalog, renderRuleList } from './rule-catalog.ts'

const from = (trace: Trace, request: Partial<Trace['request']>): Trace => ({
  ...trace,
  request: { ...trace.request, ...request },
})

const input: ReportInput = {
  name: 'Contoso',
  asOf: '2019-10-01',
  file: 'scenarios/contoso.yaml',
  summary: [{ term: 'Domain', text: 'contoso.com, federated' }],
  sessions: [
    [appPasswordTrace],
    [from(appPasswordTrace, { purpose: 'open-address-book', protocol: 'oab', leg: 'address-book' })],
    [skypeTrace, from(appPasswordTrace, { purpose: 'send-instant-messages', client: 'skype-for-business-2016' })],
    [from(blockedTrace, { user: 'other@contoso.com' })],
    [from(openTrace, { user: 'other@contoso.com', purpose: 'send-mail' })],
  ],
  ruleOf: ruleById,
  rulesPage: 'rules.md',
}

const fences = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)

describe('the Markdown report', () => {
  const report = renderMarkdown(input)

  test('draws each distinct sequence once, and every drawing is valid', async () => {
    expect(fences(report)).toHaveLength(4)
    for (const fence of fences(report)) expect((await parsedDiagram(fence)).participants.length).toBeGreaterThan(0)
  })

  test('links each row of the tables to its sequences', () => {
    expect(report).toMatch(/\| Outlook 2010 \|.*\[1\]\(#sequence-1\) \|/)
    expect(report).toMatch(/\| Skype for Business 2016 \|.*\[2\]\(#sequence-2\), \[1\]\(#sequence-1\) \|/)
  })

  test('says why, with the rule, its basis and the line of the file', () => {
    expect(report).toContain('[CRED-2](rules.md#cred-2), documented.')
    expect(report).toContain('per-user MFA state = enforced (line 31)')
  })

  test('says why not another credential', () => {
    expect(report).toContain('Why not another credential: account password ([ACC-1](rules.md#acc-1), AADSTS50126)')
  })

  test('cites every rule it used with the page and the day it was read', () => {
    expect(report).toMatch(
      /- \[CRED-2\]\(rules\.md#cred-2\), documented: .*\(\[.*\]\(<https:\/\/.*>\).*, read \d{4}-\d\d-\d\d\)/,
    )
  })

  test('is the same text for the same sessions', () => {
    expect(renderMarkdown({ ...input, sessions: structuredClone(input.sessions) })).toBe(report)
  })

  test.each(hostileNames)('stays what it is with the name %j', async (name) => {
    const named: Trace = { ...appPasswordTrace, actors: appPasswordTrace.actors.map((actor) => ({ ...actor, name })) }
    const hostile = renderMarkdown({
      ...input,
      name,
      asOf: name,
      file: name,
      summary: [{ term: name, text: name }],
      sessions: [[named]],
    })
    const [drawing = ''] = fences(hostile)
    await parsedDiagram(drawing)
    const prose = hostile
      .replace(drawing, '')
      .replace(/\]\(<https:[^>]*>\)/g, '')
      .replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
    expect(prose).not.toMatch(/<(?!br>)[a-z!/]/i)
    expect(prose).not.toMatch(/(?<!\\)\]\((?!rules\.md|#sequence)/)
    expect(hostile.match(/^# /gm)).toHaveLength(1)
  })
})

describe('the distinct sequences', () => {
  test('ignore purpose, protocol and names', () => {
    const { take, all, numbersOf } = sequenceCollector()
    for (const traces of input.sessions) take(traces)
    expect(all().map(({ number, uses }) => [number, uses.length])).toEqual([
      [1, 3],
      [2, 1],
      [3, 1],
      [4, 1],
    ])
    expect(numbersOf(skypeTrace.request)).toEqual([2, 1])
  })
})

describe('the catalog of rules', () => {
  const catalog = renderRuleCatalog(allRules)

  test('has every rule once, with its page', () => {
    for (const { id } of allRules) expect(catalog.split(`\n### ${id}\n`)).toHaveLength(2)
    expect(catalog.match(/^- (Documented|Inferred) \(\[/gm)).toHaveLength(allRules.length)
  })

  test('shows every example', () => {
    const examples = allRules.reduce((sum, rule) => sum + rule.examples.length, 0)
    expect(catalog.match(/^- Example, /gm)).toHaveLength(examples)
  })

  test('lists every rule for a terminal', () => {
    const list = renderRuleList(allRules, { width: 80 })
    for (const { id } of allRules) expect(list).toMatch(new RegExp(`^ {2}${id} `, 'm'))
    for (const line of list.split('\n')) expect(line.length).toBeLessThanOrEqual(110)
  })

  test('tells one rule with statement, source and examples', () => {
    const [rule] = allRules
    if (rule === undefined) throw new Error('there are rules')
    const text = renderRule(rule, { width: 80 })
    expect(text.replace(/\s+/g, ' ')).toContain(rule.statement)
    expect(text).toMatch(/https:\/\/\S+ \(read \d{4}-\d\d-\d\d\)/)
    expect(text).toContain(rule.examples[0].name.slice(0, 30))
  })

  test('orders ids by word, then by number', () => {
    expect((['CRED-10', 'ACC-2', 'CRED-2'] as const).toSorted(compareIds)).toEqual(['ACC-2', 'CRED-2', 'CRED-10'])
  })
})
