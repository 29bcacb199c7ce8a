import { afterEach, describe, expect, test } from 'vitest'
import { feature, type Project, type ProjectRun, project } from '../run/run-features.fixture.ts'
import type { RunFeaturesOptions } from '../run/run-features.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

async function runOf(
  files: Readonly<Record<string, string>>,
  options: Partial<RunFeaturesOptions> = {},
): Promise<ProjectRun> {
  const one = project(files)
  open.push(one)
  return one.run('text', options)
}

const good = feature(
  'When the finance lead uses Outlook 2010 to read mail',
  'Then the required credential is the app password',
  'And rule CRED-2 decides the credential',
)

describe('a run of features', () => {
  test('is green when everything holds, and says how much ran', async () => {
    const { exitCode, stdout } = await runOf({ 'features/a.feature': good })
    expect(stdout).toBe('1 feature, 1 scenario, 4 steps: all passed\n')
    expect(exitCode).toBe(0)
  })

  const uses = 'When the finance lead uses Outlook 2010 to read mail'
  const notGreen: readonly (readonly [string, string, 1 | 2, RegExp])[] = [
    ['a scenario without steps', 'Feature: A try\n\n  Scenario: one\n', 1, /a\.feature:3 {2}the scenario has no steps/],
    ['a feature without scenarios', 'Feature: A try\n', 1, /a\.feature:1 {2}the feature has no scenario/],
    ['an empty file', '', 1, /the file does not contain a feature/],
    ['a scenario that never asserts', feature(uses), 1, /the scenario has no Then, so it does not assert anything/],
    [
      'Examples without rows',
      `Feature: A try\n\n  Scenario Outline: <client>\n    Then the finance lead cannot read mail with <client>\n\n    Examples:\n      | client |\n`,
      1,
      /a\.feature:6 {2}the Examples have no rows/,
    ],
    [
      'a Scenario Outline without Examples',
      `Feature: A try\n\n  Scenario Outline: one\n    Then no sign-in is undetermined\n`,
      1,
      /Scenario Outline has no Examples/,
    ],
    [
      'an unknown step',
      feature(uses, 'Then the needed credential is the app password'),
      1,
      /did you mean one of these\?\n +Then the required credential is \{credential\}/,
    ],
    [
      'a mistyped word in a step',
      feature(uses, 'Then the identity provder is not contacted'),
      1,
      /unknown participant `identity provder`\n +did you mean `identity provider`/,
    ],
    [
      'a table without rows',
      feature('Then the required credentials are:', '  | user | client | purpose | credential |'),
      1,
      /the table has no rows/,
    ],
    [
      'a table with an unknown column',
      feature('Then the required credentials are:', '  | usr | client | purpose | credential |', '  | a | b | c | d |'),
      1,
      /unknown column `usr`\n +did you mean `user`/,
    ],
    [
      'a table with an empty cell',
      feature(
        'Then the required credentials are:',
        '  | user | client | purpose | credential |',
        '  | finance lead | Outlook 2010 | | app password |',
      ),
      1,
      /row 1 has an empty cell in column `purpose`/,
    ],
    [
      'a signal given twice',
      feature(
        'Given these signals:',
        '  | signInRiskLevel | high |',
        '  | signInRiskLevel | low |',
        uses,
        'Then no sign-in is undetermined',
      ),
      1,
      /the signal `signInRiskLevel` is given twice/,
    ],
    [
      'a table row that asserts nothing',
      feature(
        'Then the required credentials are:',
        '  | user | client | purpose | credential |',
        '  | finance lead | Outlook 2010 | read mail | - |',
      ),
      1,
      /row 1 does not assert anything/,
    ],
    [
      'a step that needs a table and has none',
      feature('Then the required credentials are:'),
      1,
      /the step needs a table below it/,
    ],
    [
      'a step with a table that takes none',
      feature(uses, 'Then the sign-in succeeds', '  | user |', '  | a |'),
      1,
      /the step does not take a table or a text/,
    ],
    [
      'an unknown tenant',
      'Feature: A try\n\n  Scenario: one\n    Given the tenant architecture "federated-skyp-on-premises"\n    Then no sign-in is undetermined\n',
      1,
      /unknown tenant architecture .*\n +did you mean `federated-skype-on-premises`/,
    ],
    [
      'an unknown user',
      feature('When the finance led uses Outlook 2010 to read mail', 'Then the sign-in succeeds'),
      1,
      /unknown user `finance led`\n +did you mean `finance lead`/,
    ],
    [
      'an unknown client',
      feature('When the finance lead uses Outlok 2010 to read mail', 'Then the sign-in succeeds'),
      1,
      /unknown client `outlok 2010`\n +did you mean `outlook 2010`/i,
    ],
    [
      'an unknown purpose',
      feature('When the finance lead uses Outlook 2010 to read mial', 'Then the sign-in succeeds'),
      1,
      /unknown purpose `read mial`\n +did you mean `read mail`/,
    ],
    [
      'an unknown network',
      feature(`${uses} from the intrnet`, 'Then the sign-in succeeds'),
      1,
      /unknown network `intrnet`\n +did you mean `internet`/,
    ],
    [
      'an unknown credential',
      feature(uses, 'Then the required credential is the app pasword'),
      1,
      /unknown credential `app pasword`\n +did you mean `app password`/,
    ],
    [
      'an unknown verifier',
      feature(uses, 'Then the app password is verified by Microsoft Entra'),
      1,
      /unknown verifier `microsoft entra`\n +did you mean `microsoft entra id`/,
    ],
    [
      'an unknown rule',
      feature(uses, 'Then rule CRD-2 decides the credential'),
      1,
      /unknown rule `CRD-2`\n +did you mean .*`CRED-2`/,
    ],
    [
      'an unknown workload',
      feature(
        'Given the workload Exchange Onlin has these settings:',
        '  | a | 1 |',
        'Then no sign-in is undetermined',
      ),
      1,
      /unknown workload `exchange onlin`\n +did you mean `exchange online`/,
    ],
    [
      'a date that is none',
      feature('Given the date is 2026-02-30', 'Then no sign-in is undetermined'),
      1,
      /unknown date `2026-02-30`/,
    ],
    ['an assertion before any sign-in', feature('Then the sign-in succeeds'), 1, /no sign-in is described/],
    [
      'an assertion without a tenant',
      'Feature: A try\n\n  Scenario: one\n    Then no sign-in is undetermined\n',
      1,
      /no tenant architecture is set/,
    ],
    [
      'a feature that is not Gherkin',
      'Feature: A try\n\n  Scenario: one\n    Given a step\n    Frobnicate\n',
      2,
      /a\.feature:5 {2}expected/,
    ],
    [
      'a change that the tenant file does not take',
      feature(
        'Given the user finance lead has these settings:',
        '  | perUserMfaStat | enabled |',
        'Then no sign-in is undetermined',
      ),
      2,
      /perUserMfaStat/,
    ],
  ]
  test.each(notGreen)('with %s is not green', async (_what, text, code, message) => {
    const { exitCode, stdout } = await runOf({ 'features/a.feature': text })
    expect(stdout).toMatch(message)
    expect(exitCode).toBe(code)
  })

  test('with nothing to run is not green', async () => {
    const { exitCode, stdout } = await runOf({})
    expect(stdout).toContain('there is no feature here')
    expect(exitCode).toBe(2)
  })

  test('with a mistyped file name is not green, and the name is suggested', async () => {
    const { exitCode, stdout } = await runOf(
      { 'features/sign-in.feature': good },
      { paths: ['features/signin.feature'] },
    )
    expect(stdout).toContain('did you mean `features/sign-in.feature`?')
    expect(exitCode).toBe(2)
  })

  test('with tags that no scenario has is not green', async () => {
    const { exitCode, stdout } = await runOf({ 'features/a.feature': good }, { tags: '@nothing' })
    expect(stdout).toContain('no scenario ran, so nothing was asserted')
    expect(exitCode).toBe(1)
  })

  test('with a broken tenant file could not run, and shows where it is broken', async () => {
    const text = good.replace('federated-skype-on-premises', 'broken')
    const { exitCode, stdout } = await runOf({
      'features/a.feature': text,
      'scenarios/broken.yaml': 'name: x\nasOf: never\n',
    })
    expect(stdout).toMatch(/scenarios\/broken\.yaml:2:7/)
    expect(exitCode).toBe(2)
  })

  test('runs the scenario of a line alone', async () => {
    const text = `${good}\n  Scenario: two\n    Given the tenant architecture "federated-skype-on-premises"\n    Then no sign-in uses the app password\n`
    const { exitCode, stdout } = await runOf({ 'features/a.feature': text }, { paths: ['features/a.feature:3'] })
    expect(stdout).toBe('1 feature, 1 scenario, 4 steps: all passed\n')
    expect(exitCode).toBe(0)
  })
})
