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
