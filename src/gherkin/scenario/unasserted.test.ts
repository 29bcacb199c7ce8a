import { afterEach, expect, test } from 'vitest'
import { feature, type Project, project } from '../run/run-features.fixture.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

const uses = 'When the finance lead uses Outlook 2010 to read mail'
const notGreen: readonly (readonly [string, string, RegExp])[] = [
  [
    'two sign-ins before one assertion',
    feature(uses, 'When the finance lead uses Outlook 2016 to read mail', 'Then the sign-in succeeds'),
    /no step asserts the sign-in described before: finance\.lead@contoso\.com/,
  ],
  [
    'a sign-in after the last assertion',
    feature('Then no sign-in is undetermined', uses),
    /no step asserts the sign-in described before/,
  ],
  [
    'a setting after an assertion',
    feature(uses, 'Then the sign-in succeeds', '* the date is 2023-01-01', 'Then the sign-in is blocked'),
    /a setting after an assertion/,
  ],
  [
    'a setting that reads as an assertion',
    feature(uses, 'Then the sign-in succeeds', 'And the date is 2023-01-01'),
    /looks like an assertion but is not one/,
  ],
  ['stars that assert nothing', feature('* the date is 2023-01-01'), /no assertion ran/],
  [
    'an Examples column that nothing uses',
    `${feature('Then no sign-in is undetermined').replace('Scenario:', 'Scenario Outline:')}\n    Examples:\n      | client |\n      | Outlook 2010 |\n`,
    /no step uses the Examples column `client` on line 8/,
  ],
  [
    'a placeholder that nothing fills',
    feature('Then no sign-in is undetermined').replace('one', '<client>'),
    /no Examples column provides `<client>` on line 3/,
  ],
]

test.each(notGreen)('a run with %s is not green', async (_what, text, message) => {
  const one = project({ 'features/a.feature': text })
  open.push(one)
  const { exitCode, stdout } = await one.run('text')
  expect(stdout).toMatch(message)
  expect(exitCode).toBe(1)
})
