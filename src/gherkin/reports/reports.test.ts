import { afterEach, describe, expect, test } from 'vitest'
import { feature, type Project, project } from '../run/run-features.fixture.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

function projectOf(files: Readonly<Record<string, string>>): Project {
  const one = project(files)
  open.push(one)
  return one
}

const uses = 'When the finance lead uses Outlook 2010 to read mail'
const good = feature(uses, 'Then the required credential is the app password', 'And rule CRED-2 decides the credential')
const bad = feature(uses, 'Then the required credential is the <!> account password')

const outline = `Feature: Rows

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Scenario Outline: <client>
    Then the finance lead must use the <credential> to read mail with <client>

    @examples:rows.csv
    Examples:
`

describe('JUnit', () => {
  test('has file and line on every testcase, the rules that decided, and the failure with its place', async () => {
    const { stdout } = await projectOf({ 'features/a.feature': good, 'features/b.feature': bad }).run('junit')
    const cases = [...stdout.matchAll(/<testcase [^>]*>/g)].map(([tag]) => tag)
    expect(cases).toHaveLength(2)
    expect(cases.every((tag) => / file="features\/[ab]\.feature" line="3"/.test(tag))).toBe(true)
    expect(stdout).toContain('<property name="rules" value="CRED-2"/>')
    expect(stdout).toMatch(/<failure type="failed" message="[^"]*unknown credential[^"]*">features\/b\.feature:6/)
    expect(stdout).toContain('&lt;!&gt;')
    expect(stdout).toContain('<testsuites name="authplan" tests="2" failures="1" errors="0">')
  })

  test('tells rows of an outline apart by their line', async () => {
    const text = outline
      .replace('    @examples:rows.csv\n', '')
      .concat(
        '      | client | credential |\n      | Outlook 2010 | app password |\n      | Outlook 2016 | interactive |\n',
      )
    const { stdout } = await projectOf({ 'features/a.feature': text }).run('junit')
    expect([...stdout.matchAll(/line="(\d+)"/g)].map(([, line]) => line)).toEqual(['11', '12'])
  })

  test('counts a feature that could not be read as an error', async () => {
    const { stdout, exitCode } = await projectOf({
      'features/a.feature': 'Feature: A\n  Scenario: b\n    Given c\n    d\n',
    }).run('junit')
    expect(stdout).toMatch(/errors="1"/)
    expect(exitCode).toBe(2)
  })
})

describe('Examples in a file', () => {
  const rows = 'client,credential\nOutlook 2010,app password\nOutlook 2016,interactive\n'

  test('run once for each row, with the line of the feature and of the row', async () => {
    const { stdout, exitCode } = await projectOf({ 'features/a.feature': outline, 'features/rows.csv': rows }).run(
      'json',
    )
    const { features } = JSON.parse(stdout)
    expect(exitCode).toBe(0)
    expect(features[0].uri).toBe('features/a.feature')
    expect(features[0].scenarios.map(({ line, row }: { line: number; row: unknown }) => ({ line, row }))).toEqual([
      { line: 10, row: { file: 'rows.csv', line: 2 } },
      { line: 10, row: { file: 'rows.csv', line: 3 } },
    ])
  })

  test('take the columns that the header in the feature names, also from YAML', async () => {
    const text = outline.replace('rows.csv', 'rows.yaml').concat('      | client | credential |\n')
    const yaml = '- { note: old, client: Outlook 2010, credential: app password }\n'
    const one = projectOf({ 'features/a.feature': text, 'features/rows.yaml': yaml })
    expect((await one.run()).stdout).toBe('1 feature, 1 scenario, 2 steps: all passed\n')
  })

  test('leave the lines of what follows them as they are', async () => {
    const text = `${outline}\n  Scenario: later\n    Then everything is fine\n`
    const { stdout } = await projectOf({ 'features/a.feature': text, 'features/rows.csv': rows }).run()
    expect(stdout).toContain('undefined  features/a.feature:13')
  })

  test.each([
    ['a file that is not there', {}, /there is no file `rows\.csv` for these Examples/],
    ['a mistyped file name', { 'features/row.csv': rows }, /did you mean `row\.csv`/],
    [
      'a file without rows',
      { 'features/rows.csv': 'client,credential\n' },
      /has no rows, so these Examples do not assert anything/,
    ],
  ])('with %s are not green', async (_what, files, message) => {
    const { stdout, exitCode } = await projectOf({ 'features/a.feature': outline, ...files }).run()
    expect(stdout).toMatch(/features\/a\.feature:9/)
    expect(stdout).toMatch(message)
    expect(exitCode).toBe(2)
  })

  test('with a column that the file does not have are not green', async () => {
    const text = outline.concat('      | client | credentail |\n')
    const { stdout } = await projectOf({ 'features/a.feature': text, 'features/rows.csv': rows }).run()
    expect(stdout).toMatch(/no column `credentail`\n +did you mean `credential`/)
  })
})

describe('the other reports', () => {
  const failing = feature(uses, 'Then the required credential is the account password')

  test('annotate the line that failed for GitHub', async () => {
    const { stdout } = await projectOf({ 'features/a.feature': failing }).run('github')
    expect(stdout).toMatch(
      /^::error file=features\/a\.feature,line=6,title=one::Then the required credential is the account password%0Aexpected: /,
    )
  })

  test('say nothing to GitHub when all is well', async () => {
    expect((await projectOf({ 'features/a.feature': good }).run('github')).stdout).toBe('')
  })

  test('summarise in Markdown, with the diagram of the sign-in that failed', async () => {
    const { stdout } = await projectOf({ 'features/a.feature': failing }).run('markdown')
    expect(stdout).toContain('`features/a.feature:6`')
    expect(stdout).toMatch(/```mermaid\n(?:.*\n)*?sequenceDiagram/)
    expect(stdout).toContain('| A try (`features/a.feature`) | 1 | 1 | CRED-2 |')
  })

  test('give the same JSON, messages, HTML and coverage for the same features', async () => {
    const one = projectOf({ 'features/a.feature': good, 'features/b.feature': failing })
    const kinds = ['json', 'messages', 'html', 'junit', 'coverage-json', 'lcov'] as const
    const formats = kinds.map((format) => ({ format, file: `out/${format}` }))
    const first = await one.run('text', { formats })
    const second = await one.run('text', { formats })
    for (const { file } of formats) expect(first.written[file]?.length).toBeGreaterThan(100)
    expect(second.written).toEqual(first.written)
  })

  test('are Cucumber messages with the diagram attached to the failed step', async () => {
    const { stdout } = await projectOf({ 'features/a.feature': failing }).run('messages')
    const envelopes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const [attachment] = envelopes.flatMap((envelope) =>
      envelope.attachment === undefined ? [] : [envelope.attachment],
    )
    expect(attachment.mediaType).toBe('text/vnd.mermaid')
    expect(attachment.body).toContain('sequenceDiagram')
    const failed = envelopes.find((envelope) => envelope.testStepFinished?.testStepResult.status === 'FAILED')
    expect(attachment.testStepId).toBe(failed.testStepFinished.testStepId)
  })

  test('store evidence once in the living documentation, however many scenarios show it', async () => {
    const { stdout } = await projectOf({ 'features/a.feature': good, 'features/b.feature': good }).run('html')
    expect(stdout.match(/"client":"outlook-2010"/g)).toHaveLength(1)
    expect(stdout.match(/<figure data-evidence="0">/g)).toHaveLength(2)
    expect(stdout).not.toMatch(/src="http|@import/)
  })

  test('escape what features say in the living documentation', async () => {
    const { stdout } = await projectOf({
      'features/a.feature': good.replace('A try', '<script>alert(1)</script>'),
    }).run('html')
    expect(stdout).not.toContain('<script>alert')
  })

  test('go to files when files are named', async () => {
    const formats = [{ format: 'text' }, { format: 'junit', file: 'out/junit.xml' }] as const
    const { stdout, written } = await projectOf({ 'features/a.feature': good }).run('text', { formats })
    expect(stdout).toContain('all passed')
    expect(written['out/junit.xml']).toContain('<testsuites')
  })
})

describe('coverage of the model', () => {
  const two = feature(
    uses,
    'Then the required credential is the app password',
    'And the new starter must use the account password to read mail with Outlook 2010',
  )

  test('falls when an assertion is removed', async () => {
    const read = async (text: string) =>
      JSON.parse((await projectOf({ 'features/a.feature': text }).run('coverage-json')).stdout)
    const [more, less] = [await read(two), await read(two.replace(/ {4}And .*\n/, ''))]
    expect(less.percent).toBeLessThan(more.percent)
    expect(less.assertions).toBeLessThan(more.assertions)
    const claim = await read(feature('Then no client needs two credentials for one prompt'))
    expect(claim.percent).toBe(0)
    expect(claim.tenants[0].claimed.missed).toEqual([])
  })

  const counted =
    'sign-ins named by an assertion, policies that apply to them, and events up to their date; claims about every sign-in, rules and facts are listed but not counted'

  test('says in text and in JSON what its percentage counts, and counts nothing else', async () => {
    const run = (format: 'coverage' | 'coverage-json') => projectOf({ 'features/a.feature': two }).run(format)
    const { stdout: text } = await run('coverage')
    const json = JSON.parse((await run('coverage-json')).stdout)
    expect({ version: json.formatVersion, counts: json.counts }).toEqual({ version: 1, counts: counted })
    const [{ cells, policies, events }] = json.tenants
    const [covered, total] = [cells, policies, events].reduce(
      ([some, all], one) => [some + one.covered, all + one.total],
      [0, 0],
    )
    expect(json.percent).toBe(Math.floor((1000 * covered) / total) / 10)
    expect(text).toContain(`Coverage of the model: ${json.percent}% (${json.assertions} assertions on sign-ins)`)
    expect(text).toContain(`counts: ${counted}`)
    expect(text).toMatch(new RegExp(`sign-ins named +${cells.covered} of ${cells.total} `))
  })

  test('below the threshold is not green', async () => {
    const { exitCode, stderr } = await projectOf({ 'features/a.feature': two }).run('text', { coverageThreshold: 50 })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(
      /coverage of the model is [\d.]+%, below the threshold of 50%\n +it counts sign-ins .*claims .* not counted/,
    )
  })

  test('is written by line of the tenant file for LCOV', async () => {
    const { stdout } = await projectOf({ 'features/a.feature': two }).run('lcov')
    expect(stdout).toContain('SF:scenarios/federated-skype-on-premises.yaml')
    expect(stdout).toMatch(/DA:\d+,0/)
    expect(stdout).toMatch(/DA:\d+,[1-9]/)
  })
})
