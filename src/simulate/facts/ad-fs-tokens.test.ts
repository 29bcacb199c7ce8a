import { expect, test } from 'vitest'
import { legsOf } from '../sign-in.fixture.ts'

const tokensOf = (client: object, asOf: string, version = '2019') => {
  const plan = {
    asOf,
    user: { mailbox: 'exchange-server' },
    workloads: { 'exchange-server': { servers: [{ version }], modernAuthority: 'ad-fs', modernAuthentication: true } },
    tenant: { clients: [{ name: 'tried', ...client }] },
  }
  return legsOf(plan, { client: 'tried' }).at(-1)?.facts.adFsTokens
}
const microsoft365 = 'outlook-microsoft-365'
const registry = { ADFSAuthorizedURLs: 'fs.contoso.com' }

test.each([
  ['a version of which nobody says it', { client: microsoft365 }, 'used'],
  ['the version before the first', { client: microsoft365, build: '16.0.16327.20199' }, 'not-used'],
  ['the first version of the fastest channel', { client: microsoft365, build: '16.0.16327.20200' }, '?'],
  ['the version before that of the slowest channel', { client: microsoft365, build: '16.0.17328.20451' }, '?'],
  ['the first version of the slowest channel', { client: microsoft365, build: '16.0.17328.20452' }, 'used'],
  ['no version is supported', { client: 'outlook-2016' }, 'unsupported'],
  ['an edition of which nobody says it', { client: 'outlook-2021' }, '?'],
  ['a client that the table does not name', { client: 'outlook-mac-2019' }, 'not-used'],
  ['a phone of which nobody says the version', { client: 'apple-mail-ios-11' }, '?'],
  ['a phone before the first version', { client: 'apple-mail-ios-11', build: '17.6.0' }, 'not-used'],
  ['a phone with it', { client: 'apple-mail-ios-11', build: '17.6.1' }, 'used'],
  ['a browser', { client: 'browser' }, 'used'],
])('%s', (_, client, expected) => {
  expect(tokensOf(client, '2025-06-01')).toBe(expected)
})

test.each([
  ['2026-09-08', 'not-used'],
  ['2026-09-09', 'used'],
])('Outlook on a phone on %s: %s', (asOf, expected) => {
  expect(tokensOf({ client: 'outlook-mobile-ios' }, asOf)).toBe(expected)
})

test.each([
  ['SE', { registry }, 'used'],
  ['2019', { registry }, 'not-used'],
  ['SE', {}, 'not-used'],
  ['SE', { registry, build: '16.105.0' }, 'not-used'],
  ['SE', { registry, build: '16.106.0' }, 'used'],
])('Outlook for Mac with Exchange Server %s and %j: %s', (version, more, expected) => {
  expect(tokensOf({ client: 'outlook-mac-legacy', ...more }, '2026-06-01', version)).toBe(expected)
})
