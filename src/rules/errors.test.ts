import { expect, test } from 'vitest'
import { allRules } from './index.ts'

/** What is heard over SMTP where a gate is closed: the word of the protocol, or nothing that any page states. */
const heard = allRules
  .filter(({ question }) => question === 'service-gate')
  .flatMap(({ id, error, errorOver }) => {
    const own = errorOver?.['smtp-auth']
    const said = own === null ? undefined : (own ?? error)
    return said === undefined ? [] : [{ id, said }]
  })

test('where a password is sent over SMTP and a gate is closed, a reply of SMTP is heard or none is stated', () => {
  expect(heard.length).toBeGreaterThan(5)
  expect(heard.filter(({ said }) => !/^smtp-\d{3}/.test(said))).toEqual([])
})
