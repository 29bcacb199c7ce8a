import { describe, expect, test } from 'vitest'
import { neutralize } from '../../source/text/neutralize.ts'
import type { Trace } from '../../trace/step.ts'
import { appPasswordTrace, blockedTrace, hostileNames, openTrace, skypeTrace } from '../trace.fixture.ts'
import { csvField, renderCsv } from './csv.ts'
import { displayWidth } from './display-width.ts'
import { markdownCode, markdownText } from './markdown-escape.ts'
import { renderMarkdownTable } from './markdown-table.ts'
import { coloredReport } from './report-paint.ts'
import { renderTable } from './table.ts'

const from = (trace: Trace, request: Partial<Trace['request']>): Trace => ({
  ...trace,
  request: { ...trace.request, ...request },
})
const sessions: readonly (readonly Trace[])[] = [
  [appPasswordTrace],
  [from(appPasswordTrace, { network: 'corporate' })],
  [from(appPasswordTrace, { purpose: 'open-address-book' })],
  [from(appPasswordTrace, { purpose: 'open-address-book', network: 'corporate' })],
  [skypeTrace],
  [appPasswordTrace, { ...skypeTrace, request: { ...skypeTrace.request, purpose: 'read-mail', prompt: 'outlook' } }],
  [from(blockedTrace, { user: 'other@contoso.com' })],
  [from(openTrace, { user: 'other@contoso.com' })],
]
const named = (name: string): Trace => ({
  ...appPasswordTrace,
  actors: appPasswordTrace.actors.map((actor) => ({ ...actor, name })),
})

describe('the credential table', () => {
  const table = renderTable(sessions).replaceAll('\u00a0', ' ')

  test('has one block a user and tells equal rows once', () => {
    expect(table.match(/▲ app password {2}/g)).toHaveLength(1)
    expect(table).toMatch(/Outlook 2010 +mail, address book +anywhere +▲ app password/)
    expect(table).toContain('Finance lead (finance.lead@contoso.com)\n')
    expect(table).toContain('\n\nother@contoso.com\n')
  })

  test('lists both credentials of a conflict with their verifiers', () => {
    expect(table).toMatch(
      /! conflict .*one prompt, two credentials\n.*▲ app password \(mailbox\) +Entra ID +bypassed +CRED-2/,
    )
    expect(table).toMatch(/■ account password \(registrar\) +Active Directory/)
  })

  test.each([60, 80, 100, 120, 200])('fits into %i columns without losing a word', (width) => {
    const narrow = renderTable(sessions, { width })
    for (const line of narrow.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    expect(narrow.replace(/\s+/g, '')).toContain('CRED-2')
  })

  test('differs in color only by colors', () => {
    const colored = renderTable(sessions, { width: 90, paint: coloredReport })
    expect(colored.replaceAll(/\p{Cc}\[[\d;]*m/gu, '')).toBe(renderTable(sessions, { width: 90 }))
  })

  test.each(hostileNames)('keeps its columns with the name %j', (name) => {
    const lines = renderTable([[named(name)]], { width: 100 })
      .trimEnd()
      .split('\n')
    for (const line of lines) {
      expect(displayWidth(line)).toBeLessThanOrEqual(100)
      expect(neutralize(line)).toBe(line)
    }
  })

  test('says so when nothing matches', () => {
    expect(renderTable([])).toBe('No sign-in matches.\n')
  })
})

describe('the CSV', () => {
  test('has a heading and one line a session, ended by CR LF', () => {
    const lines = renderCsv(sessions).split('\r\n')
    expect(lines).toHaveLength(sessions.length + 2)
    expect(lines[1]).toMatch(
      /^finance\.lead@contoso\.com,outlook-2010,read-mail,internet,signs-in,app-password,entra-id,bypassed,,mailbox,CRED-2,,,/,
    )
    expect(lines[6]).toContain('conflict,mailbox: app-password; registrar: account-password')
  })

  test('says what is presented, what answered, and how many prompts there were', () => {
    const [last] = appPasswordTrace.steps.slice(-1)
    if (last?.kind !== 'outcome' || last.verdict.kind !== 'signs-in') throw new Error('the trace has another end')
    const verdict = { ...last.verdict, presents: 'fido2', answeredBy: 'primary-refresh-token' } as const
    const trace = { ...appPasswordTrace, steps: appPasswordTrace.steps.with(-1, { ...last, verdict }) }
    const [headings = '', row = ''] = renderCsv([[trace]]).split('\r\n')
    expect(headings.endsWith(',owner,presents,answeredBy,prompts')).toBe(true)
    expect(row.endsWith(',fido2,primary-refresh-token,1')).toBe(true)
    expect(renderCsv([[blockedTrace]]).split('\r\n')[1]).toMatch(/,,,$/)
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['\u200b=1', "'\ufffd=1"],
    ['a "b", c', '"a ""b"", c"'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
  ])('writes the field %j as %j', (text, field) => {
    expect(csvField(text)).toBe(field)
  })
})

describe('text in Markdown', () => {
  test.each([
    ['[link](javascript:alert(1))', '\\[link\\](javascript:alert(1))'],
    ['<script>', '&lt;script&gt;'],
    ['a | b', 'a \\| b'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['`code`', '\\`code\\`'],
    ['&lt;', '&amp;lt;'],
    ['finance.lead@contoso.com', 'finance.lead&#64;contoso.com'],
    ['https://evil.example', 'https&#58;//evil.example'],
    ['two\nlines', 'two lines'],
  ])('shows %j as it stands', (text, shown) => {
    expect(markdownText(text)).toBe(shown)
  })

  test('fences code with more backticks than it holds', () => {
    expect(markdownCode('a `` b')).toBe('``` a `` b ```')
  })

  test.each(hostileNames)('keeps the columns of a table with the name %j', (name) => {
    const lines = renderMarkdownTable([[named(name)]])
      .trimEnd()
      .split('\n')
    for (const line of lines.slice(2)) expect(line.match(/(?<!\\)\|/g)).toHaveLength(8)
    expect(lines).toHaveLength(5)
    expect(lines.join()).not.toMatch(/<(?!br>)/)
  })
})
