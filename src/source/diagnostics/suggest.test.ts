import { expect, test } from 'vitest'
import { nearest, suggest } from './suggest.ts'

const credentials = ['account-password', 'app-password', 'interactive', 'windows-integrated']

const table = [
  { name: 'a letter left out', word: 'fedrated', known: ['managed', 'federated'], expected: 'federated' },
  { name: 'two letters swapped', word: 'maanged', known: ['managed', 'federated'], expected: 'managed' },
  { name: 'two letters swapped in a short word', word: 'uesr', known: ['user', 'users'], expected: 'user' },
  { name: 'another case', word: 'FEDERATED', known: ['managed', 'federated'], expected: 'federated' },
  { name: 'camel case for kebab case', word: 'appPassword', known: credentials, expected: 'app-password' },
  { name: 'the beginning of a name', word: 'outlook', known: ['gmail', 'outlook-2010'], expected: 'outlook-2010' },
  { name: 'a part of a name', word: 'integrated', known: credentials, expected: 'windows-integrated' },
  { name: 'nothing near', word: 'banana', known: credentials, expected: undefined },
  { name: 'a short word is not everything', word: 'x', known: ['abc', 'yz'], expected: undefined },
  { name: 'no word at all', word: '', known: ['a'], expected: undefined },
  { name: 'the word itself is no suggestion', word: 'managed', known: ['managed'], expected: undefined },
  { name: 'the first of equals', word: 'cat', known: ['car', 'cab'], expected: 'car' },
]

test.each(table)('$name', ({ word, known, expected }) => {
  expect(suggest(word, known)).toBe(expected)
})

test('the nearest come first and no more than asked for', () => {
  expect(nearest('read-mial', ['read-mail', 'send-mail', 'read-mails', 'administer'], 2)).toEqual([
    'read-mail',
    'read-mails',
  ])
})

const opposite = [
  { word: 'not-allowed', known: ['allowed', 'blocked'] },
  { word: 'not-alowed', known: ['allowed'] },
  { word: 'disallowed', known: ['allowed'] },
  { word: 'unmanaged', known: ['managed', 'federated'] },
  { word: 'managed', known: ['unmanaged'] },
  { word: 'nonCompliantDevice', known: ['compliantDevice'] },
  { word: 'exludeUsers', known: ['includeUsers'] },
  { word: 'disabled', known: ['enabled'] },
  { word: 'enabled', known: ['disabled'] },
  { word: 'required', known: ['not-required'] },
  { word: 'compliant', known: ['device-not-compliant'] },
  { word: 'of', known: ['on'] },
  { word: '--no-strict', known: ['--strict'] },
  { word: 'external', known: ['internal'] },
  { word: 'passwordless', known: ['password'] },
  { word: 'password', known: ['passwordless'] },
  { word: 'isNotCompliant', known: ['isCompliant'] },
]

test.each(opposite)('`$word` is not answered with its opposite', ({ word, known }) => {
  expect(nearest(word, known, 3)).toEqual([])
})

test('the contrary does not stand in the way of what is meant', () => {
  expect(suggest('exludeUsers', ['includeUsers', 'excludeUsers'])).toBe('excludeUsers')
  expect(suggest('not-requird', ['required', 'not-required'])).toBe('not-required')
  expect(suggest('unmanagd', ['managed', 'unmanaged'])).toBe('unmanaged')
  expect(suggest('exchange', ['exchange-online'])).toBe('exchange-online')
})

const people = Array.from({ length: 5_000 }, (_, index) => `user${index}@contoso.com`)
const names = [...people, 'finance.lead@contoso.com', 'Zoë Ångström', 'Emergency access, all applications']

test.each([
  ['finanse.laed@contoso.com', 'finance.lead@contoso.com'],
  ['finance.lead', 'finance.lead@contoso.com'],
  ['Zoe Angström', 'Zoë Ångström'],
  ['Emergncy acess all aplications', 'Emergency access, all applications'],
  ['user1234@contso.com', 'user1234@contoso.com'],
  ['banana', undefined],
])('among thousands of names `%s` means `%s`', (word, expected) => {
  expect(suggest(word, names)).toBe(expected)
})

test('a longer list answers a mistyped letter as a short one does', () => {
  const mistyped = people.filter((_, index) => index % 97 === 0).map((name) => name.replace(/r(\d)/, 'rx$1'))
  const wrong = mistyped.filter((word) => suggest(word, names) !== suggest(word, [word.replace('rx', 'r')]))
  expect(wrong).toEqual([])
})
