import { describe, expect, test } from 'vitest'
import { ansiPaint } from '../text/paint.ts'
import type { Diagnostic } from './diagnostic.ts'
import { githubOf } from './diagnostic-github.ts'
import { sarifOf } from './diagnostic-sarif.ts'
import { compactDiagnostic, diagnosticJson, renderDiagnostic, renderDiagnostics } from './render-diagnostic.ts'

const text = 'name: Contoso\ndomains:\n  - name: contoso.com\n    authenticationType: fedrated\n'
const source = { name: 'scenarios/contoso.yaml', text }
const start = text.indexOf('fedrated')
const unknownValue: Diagnostic = {
  code: 'SHAPE-3',
  args: { what: 'domain authentication', value: 'fedrated', known: ['managed', 'federated'], suggestion: 'federated' },
  at: { source, start, end: start + 'fedrated'.length },
}
const twice: Diagnostic = {
  code: 'SRC-10',
  args: { key: 'a' },
  at: { source: { name: 'a.yaml', text: 'a: 1\na: 2' }, start: 5, end: 6 },
  related: [{ at: { source: { name: 'a.yaml', text: 'a: 1\na: 2' }, start: 0, end: 1 }, note: 'first-given' }],
}

/** The line and the marks under it, for a range in a text. */
function frame(line: string, from: number, to: number): readonly string[] {
  const at = { source: { name: 'a.yaml', text: line }, start: from, end: to }
  return renderDiagnostic({ ...twice, at, related: [] })
    .split('\n')
    .slice(1, 3)
}

test('a problem is shown with its line, a caret under it, and help', () => {
  expect(`${renderDiagnostic(unknownValue)}\n`).toBe(`\
scenarios/contoso.yaml:4:25 error[SHAPE-3]: unknown domain authentication \`fedrated\`
  4 |     authenticationType: fedrated
    |                         ^^^^^^^^
  help: use \`managed\` or \`federated\`; did you mean \`federated\`?
`)
})

test('other places are named, and problems stand apart', () => {
  expect(renderDiagnostics([twice, twice])).toBe(`\
a.yaml:2:1 error[SRC-10]: \`a\` is given twice
  2 | a: 2
    | ^
  note: first given at a.yaml:1:1
  help: keep one of the two; authplan does not guess which one is meant

a.yaml:2:1 error[SRC-10]: \`a\` is given twice
  2 | a: 2
    | ^
  note: first given at a.yaml:1:1
  help: keep one of the two; authplan does not guess which one is meant
`)
  expect(renderDiagnostics([])).toBe('')
})

describe('the caret stands under the mistake', () => {
  test.each([
    ['after a tab', '\tab', 1, 2, ['  1 |     ab', '    |     ^']],
    ['after a tab within the line', 'a\tb', 2, 3, ['  1 | a   b', '    |     ^']],
    ['after wide characters', '日本: x', 4, 5, ['  1 | 日本: x', '    |       ^']],
    ['under wide characters', 'a: 日本', 3, 5, ['  1 | a: 日本', '    |    ^^^^']],
    ['after an emoji', '😀 x', 3, 4, ['  1 | 😀 x', '    |    ^']],
    ['after an emoji of several', '👩‍💻 x', 6, 7, ['  1 | 👩‍💻 x', '    |    ^']],
    ['after a combining mark', 'e\u0301 x', 3, 4, ['  1 | e\u0301 x', '    |   ^']],
    ['after a terminal escape', '\u001b[31mx y', 7, 8, ['  1 | ␛[31mx y', '    |        ^']],
    ['after a mark that turns the text', '\u202ex y', 3, 4, ['  1 | �x y', '    |    ^']],
    ['at the end of a line', 'a:', 2, 2, ['  1 | a:', '    |   ^']],
    ['under the first line of several', 'a: [1,\n2]', 3, 8, ['  1 | a: [1,', '    |    ^^^']],
    ['in a line that ends with a carriage return', 'a: b\r\nc', 3, 4, ['  1 | a: b', '    |    ^']],
  ])('%s', (_, line, from, to, expected) => {
    expect(frame(line, from, to)).toEqual(expected)
  })

  test.each([
    ['in the middle', 5000],
    ['near the beginning', 3],
    ['near the end', 9990],
    ['at the very end', 9999],
  ])('of a long line, %s', (_, at) => {
    const line = `${'x'.repeat(at)}!${'x'.repeat(9999 - at)}`
    const [shown = '', marks = ''] = frame(line, at, at + 1)
    expect(shown[marks.indexOf('^')]).toBe('!')
    expect(shown.length).toBeLessThan(110)
    expect(shown.startsWith('  1 | …')).toBe(at > 100)
    expect(shown.endsWith('…')).toBe(at < 9900)
  })

  test('a mistake longer than the line shown is marked as far as it is seen', () => {
    const [shown = '', marks = ''] = frame(`a: ${'x'.repeat(500)}`, 3, 503)
    expect(marks.length).toBeLessThanOrEqual(shown.length)
  })
})

test('nothing in a file can steer the terminal', () => {
  const evil = '\u001b[2J\u0007\u202e'
  const at = { source: { name: `a${evil}.yaml`, text: `${evil}: 1` }, start: 0, end: 1 }
  const shown = renderDiagnostic({ code: 'SRC-10', args: { key: evil }, at })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
})

test('a file without text has no frame', () => {
  const at = { source: { name: 'a.yaml', text: '' }, start: 0, end: 0 }
  expect(renderDiagnostic({ code: 'SRC-8', args: {}, at }).split('\n')).toHaveLength(2)
})

test("colors are the caller's choice", () => {
  const painted = renderDiagnostic(unknownValue, ansiPaint)
  expect(painted).toContain('\u001b[1;31merror[SHAPE-3]\u001b[0m')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colors are control characters
  expect(painted.replace(/\u001b\[[\d;]*m/g, '')).toBe(renderDiagnostic(unknownValue))
})

test('one line for editors', () => {
  expect(compactDiagnostic(unknownValue)).toBe(
    'scenarios/contoso.yaml:4:25: error SHAPE-3: unknown domain authentication `fedrated`',
  )
})

test('plain data for machines', () => {
  expect(diagnosticJson(unknownValue)).toEqual({
    code: 'SHAPE-3',
    severity: 'error',
    file: 'scenarios/contoso.yaml',
    line: 4,
    column: 25,
    endLine: 4,
    endColumn: 33,
    message: 'unknown domain authentication `fedrated`',
    help: 'use `managed` or `federated`; did you mean `federated`?',
  })
})

test('a workflow command with everything escaped', () => {
  const at = { source: { name: 'a,b:c%.yaml', text: 'x' }, start: 0, end: 1 }
  expect(githubOf({ code: 'SRC-10', args: { key: '100%' }, at })).toBe(
    '::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=SRC-10::`100%25` is given twice%0Ahelp: keep one of the two; authplan does not guess which one is meant',
  )
})

test('a SARIF log with regions, rules and other places', () => {
  const run = sarifOf([twice, unknownValue], '1.2.3').runs[0]
  expect(run?.tool.driver).toMatchObject({ name: 'authplan', version: '1.2.3' })
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['SRC-10', 'SHAPE-3'])
  expect(run?.results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
    ['SRC-10', 0, 'error'],
    ['SHAPE-3', 1, 'error'],
  ])
  expect(run?.results[1]?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'scenarios/contoso.yaml' },
        region: { startLine: 4, startColumn: 25, endLine: 4, endColumn: 33 },
      },
    },
  ])
  expect(run?.results[0]?.relatedLocations?.[0]?.physicalLocation.region.startLine).toBe(1)
})

test.each([
  ['a b.yaml', 'a%20b.yaml'],
  ['/plans/a#b.yaml', 'file:///plans/a%23b.yaml'],
  ['C:/plans/ä.yaml', 'file:///C:/plans/%C3%A4.yaml'],
  ['\ud800.yaml', '%EF%BF%BD.yaml'],
])('the file %j has the address %s', (name, uri) => {
  const at = { source: { name, text: 'x' }, start: 0, end: 1 }
  const [run] = sarifOf([{ ...twice, at }], '1').runs
  expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri)
})
