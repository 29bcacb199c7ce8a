import { expect, test } from 'vitest'
import { eventTypeNames } from '../../tenant/schema/events.ts'
import { eventWords } from './events.ts'

const details = {
  user: 'ada@contoso.com',
  name: 'Laptop',
  perUserMfaState: 'enforced',
  state: 'disabled',
  appPasswords: 'blocked',
  policy: 'Block all',
  isEnabled: true,
  workload: 'exchange-online',
  settings: { EwsEnabled: false },
  domain: 'contoso.com',
  authenticationType: 'managed',
  client: 'office laptop',
  to: 'outlook-2016',
  mailbox: 'exchange-online',
}

test.each(eventTypeNames)('an event `%s` is told in a separate phrase, with its values', (type) => {
  const words = eventWords(type, details)
  expect(words).not.toContain(type)
  expect(words).not.toContain('?')
  expect(words).toMatch(/ada@|office laptop|Block all|contoso|exchange-online|blocked|turned on|multifactor/)
})

test.each([
  ['app-passwords-setting-changed', { appPasswords: 'blocked' }, 'app passwords become blocked'],
  ['security-defaults-changed', { isEnabled: false }, 'security defaults are turned off'],
  ['workload-setting-changed', details, 'exchange-online gets EwsEnabled = false'],
  ['client-upgraded', { client: 'laptop', build: '16.0', registry: { EnableADAL: 1 } }, 'EnableADAL = 1'],
  ['account-disabled', { user: 'ada', directory: 'cloud' }, 'in the cloud'],
  ['not-yet-known', { user: 'ada' }, 'not-yet-known (user = ada)'],
] as const)('%s says what it comes to', (type, given, expected) => {
  expect(eventWords(type, given)).toContain(expected)
})
