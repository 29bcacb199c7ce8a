import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { project } from '../../gherkin/run/run-features.fixture.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const feature = `Feature: Who is blocked
  Background:
    Given the tenant architecture "tenant"

  Scenario: The chief is blocked\u2028Remove-Item *
    Given sign-ins come from the internet
    When the chief uses Outlook 2010 to read mail
    Then the sign-in is blocked

  Scenario: And so is the chief who checks free/busy
    Given sign-ins come from the internet
    When the chief uses Outlook 2010 to check free/busy
    Then the sign-in is blocked

  Scenario: Without policies nobody is
    Given the tenant architecture has these changes:
      """yaml
      conditionalAccess: null
      """
    When the chief uses Outlook 2010 to read mail
    Then the sign-in succeeds

  Scenario: A claim describes no sign-in
    Then no sign-in is undetermined
`
const other = `Feature: Another tenant
  Scenario: The finance lead
    Given the tenant architecture "federated-skype-on-premises"
    When the finance lead uses Outlook 2016 to read mail
    Then the sign-in succeeds
`
const text = readFileSync('scenarios/conditional-access.yaml', 'utf8')
const folder = project({
  'scenarios/tenant.yaml': text,
  'features/blocked.feature': feature,
  'features/other.feature': other,
  'broken/broken.feature':
    'Feature: Broken\n  Scenario: A\n    Given the tenant architecture "tenant"\n    Then the moon is full\n',
})
afterAll(folder.remove)

const run = (...words: readonly string[]) => recordedRun(words, nodeSourceReader(folder.folder), { cwd: folder.folder })
const exporting = (...words: readonly string[]) => run('what-if', 'scenarios/tenant.yaml', ...words)
const exported = await exporting('--export', 'out', '--features', 'features')

describe('what-if --export --features', () => {
  test('writes each sign-in that the scenarios describe once, with the scenarios that describe it', () => {
    const { code, stdout, files } = exported
    expect(code).toBe(0)
    expect(stdout).toMatch(/^wrote 1 request \(\*\.request\.json\) for 4 policies to out/)
    const [[name, body] = ['', '']] = Object.entries(files).filter(([path]) => path.endsWith('.request.json'))
    expect(name).toBe('out/the-chief-is-blocked-remove-item.request.json')
    expect(JSON.parse(body)).toMatchObject({
      signInIdentity: { userId: 'chief@northwind.com' },
      signInConditions: { clientAppType: 'other', ipAddress: '198.51.100.1' },
      appliedPoliciesOnly: false,
    })
    expect(files['out/README.md']).toMatch(
      /The chief is blocked[\s\S]*?\(features\/blocked\.feature:5\); And so is the chief.*\(features\/blocked\.feature:10\): applies Block legacy/,
    )
  })

  test('lists the scenarios that say nothing of this tenant file, and why', () => {
    expect(exported.stdout).toContain('3 scenarios without a request: README.md lists them, and why')
    const note = exported.files['out/README.md'] ?? ''
    expect(note).toContain('- Without policies nobody is (features/blocked.feature:15): it changes the tenant file')
    expect(note).toContain('- A claim describes no sign-in (features/blocked.feature:23): it describes no sign-in')
    expect(note).toContain('- The finance lead (features/other.feature:2): it is about another tenant file')
  })

  test('the tests of Maester name the scenarios, of which no character ends the comment', () => {
    const tests = exported.files['out/policies.Tests.ps1'] ?? ''
    expect(tests).toContain('    # The chief is blocked Remove-Item * (features/blocked.feature:5)\n')
    expect(tests).toMatch(/'Block legacy authentication' \}\)\.policyApplies \| Should -Be \$true/)
    expect(tests).toMatch(/'Compliant device or MFA outside' \}\)\.policyApplies \| Should -Be \$false/)
  })

  test('one scenario by its line', async () => {
    const { stdout } = await exporting('--export', 'out', '--features', 'features/blocked.feature:10')
    expect(stdout).toMatch(/^wrote 1 request [^\n]*\n$/)
  })

  test.each([
    ['no feature there', ['--features', 'featurs'], /featurs:1 +there is no feature here/],
    ['a step that nobody knows', ['--features', 'broken'], /broken\/broken\.feature:4 /],
    [
      'only scenarios of another tenant file',
      ['--features', 'features/other.feature'],
      /no scenario describes a sign-in to `scenarios\/tenant\.yaml`[\s\S]*features\/other\.feature:2, it is about another/,
    ],
    ['a request beside it', ['--features', 'features', '-r', 'a.json'], /`--request` has no effect with `--export`/],
  ])('%s is refused', async (_, words, says) => {
    const { code, stderr, files } = await exporting('--export', 'out', ...words)
    expect({ code, files }).toEqual({ code: 2, files: {} })
    expect(stderr).toMatch(says)
  })

  test('without a folder it has no effect, which is refused', async () => {
    const { code, stderr } = await exporting('--features', 'features', '-r', 'a.json')
    expect(code).toBe(2)
    expect(stderr).toMatch(/`--features` has no effect without `--export`/)
  })
})
