import { describe, expect, test } from 'vitest'
import { shareOf } from '../../share.fixture.ts'
import {
  failureOf,
  libraryScenarios,
  meaningOf,
  type PlayedLine,
  type PlayedScenario,
} from '../steps/play-steps.fixture.ts'
import { placeholdersOf } from './placeholders.fixture.ts'

const given = (text: string): PlayedLine => ({ type: 'Context', text })
const when = (text: string): PlayedLine => ({ type: 'Action', text })
const then = (text: string): PlayedLine => ({ type: 'Outcome', text })
const star = (text: string): PlayedLine => ({ type: 'Unknown', text })

const tenant = given('the tenant architecture "federated-skype-on-premises"')
const signIn = when('the finance lead uses Outlook 2010 to read mail')
const holds = then('the required credential is the app password')
const other = when('the finance lead uses Outlook 2016 to read mail')
const enforced: PlayedLine = {
  ...then('the user finance lead has these settings:'),
  block: [['perUserMfaState', 'disabled']],
}

const failing = (...lines: readonly PlayedLine[]): string | undefined =>
  failureOf({ feature: 'features/a.feature', name: 'one', lines })

describe('a scenario', () => {
  test('passes when every sign-in that it describes is asserted', () => {
    expect(failing(tenant, signIn, holds, other, then('the sign-in succeeds'))).toBeUndefined()
    expect(failing(tenant, signIn, holds, when('a day passes'), then('the sign-in succeeds'))).toBeUndefined()
    expect(failing(star(tenant.text), star(signIn.text), star(holds.text))).toBeUndefined()
  })

  const unasserted =
    /no step asserts the sign-in described before: finance\.lead@contoso\.com \/ outlook-2010 \/ read-mail/
  const setting = /a setting after an assertion changes what was asserted/
  const wrong: readonly (readonly [string, readonly PlayedLine[], RegExp])[] = [
    ['two sign-ins before one assertion', [tenant, signIn, other, holds], unasserted],
    ['a sign-in that only a claim follows', [tenant, signIn, then('no sign-in is undetermined')], unasserted],
    ['a sign-in after the last assertion', [tenant, other, then('the sign-in succeeds'), signIn], unasserted],
    [
      'a sign-in before a sentence that has its own',
      [tenant, signIn, then('the finance lead must use the app password to read mail with Outlook 2010')],
      unasserted,
    ],
    ['a sign-in that another architecture drops', [tenant, signIn, tenant, other, holds], unasserted],
    ['no assertion', [tenant, signIn], unasserted],
    ['stars that assert nothing', [star(tenant.text), star('the date is 2019-10-02')], /no assertion ran/],
    [
      'a setting that reads as an assertion',
      [tenant, signIn, enforced, holds],
      /looks like an assertion but is not one/,
    ],
    ['a setting after Then', [tenant, signIn, holds, { ...enforced, type: 'Outcome' }], /looks like an assertion/],
    ['a setting after Then, with Given', [tenant, signIn, holds, { ...enforced, type: 'Context' }, holds], setting],
    ['a setting after Then, with When', [tenant, signIn, holds, { ...enforced, type: 'Action' }, holds], setting],
    ['a setting after Then, with a star', [tenant, signIn, holds, { ...enforced, type: 'Unknown' }, holds], setting],
    [
      'an event that reads as an assertion',
      [tenant, signIn, holds, then('a day passes'), holds],
      /looks like an assertion/,
    ],
    ['an event after Then, with a star', [tenant, signIn, holds, star('a day passes'), holds], /must start with When/],
    [
      'an event that nothing follows',
      [tenant, signIn, holds, when('a day passes')],
      /nothing is asserted after `a day passes`/,
    ],
    [
      'a claim about a credential that nobody uses',
      [tenant, then('every sign-in with the certificate is verified by Microsoft Entra ID')],
      /no sign-in uses the certificate, so the claim does not assert anything/,
    ],
    [
      'a comparison of an architecture with itself',
      [tenant, then('compared with the unchanged tenant architecture, no verdict changes')],
      /the same architecture at the same date/,
    ],
  ]
  test.each(wrong)('with %s fails', (_what, lines, message) => {
    expect(failing(...lines)).toMatch(message)
  })

  test('in which MFA vanishes does not pass as one without a change', () => {
    const modern = given('the tenant architecture "app-password-limit"')
    const without = { ...given('the user Collector has these settings:'), block: [['perUserMfaState', 'disabled']] }
    const compared = then('compared with the unchanged tenant architecture, no verdict changes')
    expect(failing(modern, without, compared)).toMatch(
      /browser .*interactive sign-in, but .*secondFactor asked -> not-required/,
    )
  })
})

/** One scenario of each feature of the library. */
const oneOfEach: readonly PlayedScenario[] = [
  ...new Map(libraryScenarios().map((scenario) => [scenario.feature, scenario])).values(),
]
const keywordOf = ({ text }: PlayedLine): string | undefined => meaningOf(text)?.definition.keyword

describe('a scenario of the library', () => {
  const isAssertion = (line: PlayedLine): boolean => keywordOf(line) === 'Then'
  const inserted = (lines: readonly PlayedLine[], at: number, ...more: readonly PlayedLine[]): readonly PlayedLine[] =>
    at < 0 ? [...lines, ...more] : [...lines.slice(0, at), ...more, ...lines.slice(at)]
  const elsewhere: readonly (readonly [string, (lines: readonly PlayedLine[]) => readonly PlayedLine[]])[] = [
    ['without its assertions', (lines) => lines.filter((line) => !isAssertion(line))],
    [
      'of stars without its assertions',
      (lines) => lines.filter((line) => !isAssertion(line)).map((line) => ({ ...line, type: 'Unknown' as const })),
    ],
    ['with a setting after its assertions', (lines) => [...lines, then('the date is 2030-01-01')]],
    ['with a setting after its assertions, by a star', (lines) => [...lines, star('the date is 2030-01-01')]],
    ['with an event that nothing follows', (lines) => [...lines, when('an hour passes')]],
    [
      'with a setting in the place of an assertion',
      (lines) => inserted(lines, lines.findIndex(isAssertion), then('the date is 2030-01-01')),
    ],
    [
      'with each sign-in described twice',
      (lines) =>
        lines.some(({ text }) => / (?:uses|tries) /.test(text) && keywordOf({ type: 'Action', text }) === 'When')
          ? lines.flatMap((line) =>
              / (?:uses|tries) /.test(line.text) && keywordOf(line) === 'When' ? [line, line] : [line],
            )
          : lines.filter((line) => !isAssertion(line)),
    ],
  ]
  test.each(elsewhere)('%s fails', (_what, change) => {
    const passing = shareOf(oneOfEach, 3).filter(
      (scenario) => failureOf({ ...scenario, lines: change(scenario.lines) }) === undefined,
    )
    expect(passing.map(({ feature, name }) => `${feature}: ${name}`)).toEqual([])
  })
})

describe('Examples and placeholders', () => {
  const outline = (name: string, step: string, columns: string, ...more: readonly string[]): string =>
    [
      'Feature: A',
      ...more,
      `  Scenario Outline: ${name}`,
      `    Then ${step}`,
      '    Examples:',
      `      | ${columns} |`,
      `      | ${columns.replace(/[^|]+/g, ' x ')} |`,
      '',
    ].join('\n')
  const cases: readonly (readonly [string, string, RegExp | undefined])[] = [
    ['all used', outline('<a>', 'it is <b>', 'a | b'), undefined],
    [
      'a column that nothing uses',
      outline('one', 'it is <b>', 'a | b'),
      /no step uses the Examples column `a` on line 5/,
    ],
    ['a name without a column', outline('<c>', 'it is <b>', 'b'), /no Examples column provides `<c>` on line 2/],
    [
      'a step without a column',
      outline('one', 'it is <b> or <bb>', 'b'),
      /no Examples column provides `<bb>` on line 3\n +did you mean `b`/,
    ],
    [
      'a table without a column',
      outline('one', 'it is:\n      | <c> | <b> |', 'b'),
      /no Examples column provides `<c>` on line 4/,
    ],
    [
      'a text without a column',
      outline('one', 'it is:\n      """\n      <c> <b>\n      """', 'b'),
      /no Examples column provides `<c>`/,
    ],
    [
      'a Background, which nothing fills',
      outline('one', 'it is <b>', 'b', '  Background:', '    Given <b>'),
      /`<b>` on line 3 is never replaced/,
    ],
    ['a plain scenario', 'Feature: A\n  Scenario: <a>\n    Then it is\n', /no Examples column provides `<a>`/],
    [
      'a scenario of a rule',
      'Feature: A\n  Rule: R\n    Scenario: one\n      Then it is <a>\n',
      /no Examples column provides `<a>` on line 4/,
    ],
    ['no placeholder', 'Feature: A\n  Scenario: 1 < 2 > 0\n    Then it is\n', undefined],
    [
      'Examples of which one lacks the column',
      'Feature: A\n  Scenario Outline: one\n    Then <a>\n    Examples:\n      | a |\n      | x |\n    Examples:\n      | b |\n      | x |\n',
      /some Examples have no column `a` for `<a>` on line 3/,
    ],
  ]
  test.each(cases)('%s', (_what, text, message) => {
    const [problem] = placeholdersOf(text)
    if (message === undefined) expect(problem).toBeUndefined()
    else expect(problem).toMatch(message)
  })
})
