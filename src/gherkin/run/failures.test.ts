import { afterEach, describe, expect, test } from 'vitest'
import { denyingSteps, isNegated, nearestSteps } from '../steps/nearest-steps.ts'
import { allSteps } from '../steps/vocabulary.ts'
import { feature, type Project, type ProjectRun, project } from './run-features.fixture.ts'
import { messageOf } from './step-result.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

async function runOf(files: Readonly<Record<string, string>>): Promise<ProjectRun> {
  const one = project(files)
  open.push(one)
  return one.run()
}

describe('a failure', () => {
  const failing = feature(
    'When the finance lead uses Outlook 2010 to read mail',
    'Then the required credential is the account password',
  )

  test('shows expected, actual, the deciding rule with its source, and the place', async () => {
    const { exitCode, stdout } = await runOf({ 'features/a.feature': failing })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('features/a.feature:6')
    expect(stdout).toMatch(
      /> Then the required credential is the account password\n +expected: must use the account password\n +actual: +signs in with app password/,
    )
    expect(stdout).toMatch(/rule: +CRED-2 \(documented\) .+\n +.+, https:\/\/learn\.microsoft\.com\/.+, read 2026-/)
    expect(stdout).toMatch(/credential: app-password \[CRED-2\]/)
    expect(stdout).not.toMatch(/\n\s+at /)
  })

  test('says what would have to change', async () => {
    const { stdout } = await runOf({ 'features/a.feature': failing })
    expect(stdout).toMatch(
      /it would pass after one change, any of:\n +users\[finance\.lead@contoso\.com\]\.perUserMfaState: "enforced" -> "(?:disabled|enabled)" \(\d+ other verdicts change\)/,
    )
  })

  test('prints a witness for a claim that does not hold', async () => {
    const { exitCode, stdout } = await runOf({
      'features/a.feature': feature('Then no sign-in from the internet succeeds without a second factor'),
    })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(
      /actual: +a witness: signs in with app password, verified by entra-id, second factor bypassed/,
    )
    expect(stdout).toMatch(/sign-in: +finance\.lead@contoso\.com \/ outlook-2010 \/ read-mail \/ from internet/)
  })

  test('shows all rows of a table that do not hold', async () => {
    const { stdout } = await runOf({
      'features/a.feature': feature(
        'Then the required credentials are:',
        '  | user         | client       | purpose   | credential       | rule   |',
        '  | finance lead | Outlook 2010 | read mail | account password | CRED-1 |',
        '  | finance lead | Outlook 2016 | read mail | interactive      | CRED-3 |',
        '  | finance lead | Outlook 2013 | read mail | interactive      | CRED-2 |',
      ),
    })
    expect(stdout).toContain('2 of 3 rows are not true')
    expect(stdout).toContain('row 1: credential app-password, not account-password; rule CRED-2, not CRED-1')
    expect(stdout).toContain('row 3: credential app-password, not interactive')
  })

  test('names changes of a comparison that no row names, and rows without a change', async () => {
    const { stdout } = await runOf({
      'features/a.feature': feature(
        'Given the user finance lead has these settings:',
        '  | perUserMfaState | disabled |',
        'Then compared with the unchanged tenant architecture, only these verdicts change:',
        '  | user         | client       | before       | after            |',
        '  | finance lead | Outlook 2010 | app password | account password |',
        '  | finance lead | Outlook 2016 | interactive  | app password     |',
      ),
    })
    expect(stdout).toMatch(/changes that are in no row:\n +finance\.lead@contoso\.com \/ outlook-2013/)
    expect(stdout).toContain('row 2 lists a change that did not occur')
  })

  test.each([
    ['Then the app password is verified by Active Directory', /rule: +VER-\d+ /],
    ['Then every sign-in with the app password is verified by Active Directory', /rule: +VER-\d+ /],
    ['Then the second factor is asked', /rule: +(?:MFA|SFO)-\d+ /],
    ['Then no sign-in from the internet succeeds without a second factor', /rule: +(?:MFA|SFO)-\d+ /],
    ['Then the required credential is the account password', /rule: +CRED-\d+ /],
  ])('"%s" shows the rule that decided just that', async (claim, rule) => {
    const text = feature('When the finance lead uses Outlook 2010 to read mail from the internet', claim)
    const { stdout } = await runOf({ 'features/a.feature': text })
    expect(stdout).toMatch(rule)
    expect(/rule: +CRED-/.test(stdout)).toBe(/CRED/.test(rule.source))
  })

  test('a row that is wrong about the verifier alone shows the rule of the verifier', async () => {
    const text = feature(
      'Then the required credentials are:',
      '  | user         | client       | purpose   | credential   | verifier         |',
      '  | finance lead | Outlook 2010 | read mail | app password | Active Directory |',
    )
    expect((await runOf({ 'features/a.feature': text })).stdout).toMatch(/rule: +VER-/)
  })
})

describe('an unknown step', () => {
  const opposites = allSteps
    .filter(({ keyword, example }) => keyword === 'Then' && !/\n/.test(example))
    .map(({ example }) => example.replace('Then ', ''))
    .flatMap((sentence) => {
      const denied = sentence.replace(/ (is|must|uses|requires|decides|signs) /, ' $1 not ')
      return denied === sentence || isNegated(sentence) ? [] : [denied]
    })

  test.each(opposites)('"%s" is never answered with its opposite', (sentence) => {
    expect(nearestSteps(sentence).filter(({ pattern }) => !isNegated(pattern))).toEqual([])
  })

  test.each([
    'Ada does not use the app password',
    'Ada doesn’t use the app password to read mail',
    'the finance lead never uses an app password',
    'the finance lead may not use the app password to read mail with Outlook 2016',
    'the finance lead should not use the app password with Outlook 2016',
    'no app password is used',
  ])('"%s" is answered with what must not be used', (sentence) => {
    expect(nearestSteps(sentence)[0]?.pattern).toBe('{user} must not use {credential} to {purpose} with {client}')
  })

  test('that denies something can be answered with every step that does', () => {
    const patterns = denyingSteps().map(({ pattern }) => pattern)
    expect(patterns).toContain('{user} cannot {purpose} with {client}')
    expect(patterns).toContain('the sign-in is blocked')
    expect(messageOf('undefined', 'not', undefined)).toMatch(
      /^(?:this step has no negation\nstate how|no step matches this text\ndid you)/,
    )
  })
})
