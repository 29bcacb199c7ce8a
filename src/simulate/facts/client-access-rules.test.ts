import { expect, test } from 'vitest'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { legsOf } from '../sign-in.fixture.ts'

type Rule = Readonly<Record<string, unknown>>

const from = (ranges: readonly string[] = ['192.0.2.0/24']) => ({ network: { ranges } })

function accessOf(
  rules: readonly Rule[],
  plan: object = from(),
  request: Partial<ClientRequest> = { client: 'eas-client' },
): string | undefined {
  const ClientAccessRules = rules.map((rule, index) => ({ Name: `rule ${index}`, Action: 'DenyAccess', ...rule }))
  const workloads = { 'exchange-online': { ClientAccessRules }, 'exchange-server': {} }
  return legsOf({ workloads, ...plan }, request).at(-1)?.facts.clientAccessRules
}

const activeSync = { AnyOfProtocols: ['ExchangeActiveSync'] }
const basic = { AnyOfAuthenticationTypes: ['BasicAuthentication'] }
const contractors = { UsernameMatchesAnyOfPatterns: ['*contractor*'] }

test.each<[string, readonly Rule[], string]>([
  ['no rule', [], 'allow'],
  ['a rule without conditions', [{}], 'deny'],
  ['one that is disabled', [{ Enabled: false }], 'allow'],
  ['one for the protocol', [activeSync], 'deny'],
  ['one for another protocol', [{ AnyOfProtocols: ['POP3'] }], 'allow'],
  ['one for all but the protocol', [{ ExceptAnyOfProtocols: ['ExchangeActiveSync'] }], 'allow'],
  ['one for all but another protocol', [{ ExceptAnyOfProtocols: ['POP3'] }], 'deny'],
  ['one for passwords', [basic], 'deny'],
  ['one for tokens', [{ AnyOfAuthenticationTypes: ['OAuthAuthentication'] }], 'allow'],
  ['one for all but passwords', [{ ExceptAnyOfAuthenticationTypes: ['BasicAuthentication'] }], 'allow'],
  ['the order of priorities', [{ Priority: 2 }, { Priority: 1, Action: 'AllowAccess' }], 'allow'],
  ['the order of the file', [{ Action: 'AllowAccess' }, {}], 'allow'],
  ['a rule that names users', [contractors], '?'],
  ['a filter of users', [{ UserRecipientFilter: "City -eq 'Redmond'" }], '?'],
  ['a rule that leaves users out', [{ ExceptUsernameMatchesAnyOfPatterns: ['*admin*'] }], '?'],
  ['one that names users, before one that denies everybody', [contractors, {}], 'deny'],
  ['one that names users, before one that allows everybody', [contractors, { Action: 'AllowAccess' }], '?'],
  ['one that names users, of another protocol', [{ ...contractors, AnyOfProtocols: ['IMAP4'] }], 'allow'],
])('%s', (_, rules, expected) => {
  expect(accessOf(rules)).toBe(expected)
})

const address = (one: string) => ({ AnyOfClientIPAddressesOrRanges: [one] })

test.each<[string, Rule, readonly string[], string]>([
  ['inside', address('192.0.2.0/24'), ['192.0.2.0/25'], 'deny'],
  ['outside', address('198.51.100.7'), ['192.0.2.0/24'], 'allow'],
  ['partly inside', address('192.0.2.0/25'), ['192.0.2.0/24'], '?'],
  ['a network without addresses', address('192.0.2.0/25'), [], '?'],
  ['a range by its ends', address('192.0.2.1-192.0.2.9'), ['192.0.2.3/32'], '?'],
  ['excluded', { ExceptAnyOfClientIPAddressesOrRanges: ['192.0.2.0/24'] }, ['192.0.2.0/25'], 'allow'],
  ['not excluded', { ExceptAnyOfClientIPAddressesOrRanges: ['192.0.2.0/24'] }, ['203.0.113.0/24'], 'deny'],
  ['of which it is open whether it is excluded', { ExceptAnyOfClientIPAddressesOrRanges: ['192.0.2.0/24'] }, [], '?'],
])('an address %s', (_, rule, ranges, expected) => {
  expect(accessOf([rule], from(ranges))).toBe(expected)
})

test('the address of the sign-in counts before those of the network', () => {
  const request = { client: 'eas-client', signals: { ipAddress: '198.51.100.7' } }
  expect(accessOf([address('198.51.100.7')], from(), request)).toBe('deny')
})

const own = (protocol: string, flows: readonly string[] = ['modern']) => ({
  ...from(),
  client: { flows, protocols: { 'read-mail': [protocol] } },
})

test.each<[string, Rule, object, Partial<ClientRequest>, string]>([
  ['the vendor’s own service', {}, from(), { client: 'outlook-mobile-ios' }, 'allow'],
  ['a protocol that the rules cannot name', {}, own('smtp-auth', ['basic']), {}, '?'],
  ['the same where a rule names others', activeSync, own('smtp-auth', ['basic']), {}, 'allow'],
  ['Outlook on the web', { AnyOfProtocols: ['OutlookWebApp'] }, from(), { client: 'outlook-web' }, 'deny'],
  ['types of authentication in a browser', basic, from(), { client: 'outlook-web' }, '?'],
  ['MAPI over HTTP', { AnyOfProtocols: ['OutlookAnywhere'] }, own('mapi-http'), {}, 'deny'],
  ['a token', { AnyOfAuthenticationTypes: ['OAuthAuthentication'] }, own('mapi-http'), {}, 'deny'],
  ['a server on-premises', {}, { ...from(), user: { mailbox: 'exchange-server' } }, { client: 'eas-client' }, 'allow'],
  ['a day on which they have ended', {}, { ...from(), asOf: '2025-09-01' }, { client: 'eas-client' }, 'allow'],
])('%s', (_, rule, plan, request, expected) => {
  expect(accessOf([rule], plan, request)).toBe(expected)
})

const administer = { purpose: 'administer' } as const
const dated = { ...from(), asOf: '2023-01-15', user: { roles: [{ role: 'Exchange Administrator' }] } }

test.each<[string, Rule, Partial<ClientRequest>, string]>([
  [
    'remote PowerShell with a token',
    { AnyOfProtocols: ['RemotePowerShell'], AnyOfAuthenticationTypes: ['NonBasicAuthentication'] },
    { client: 'exchange-online-powershell-v2', ...administer },
    'deny',
  ],
  [
    'the newer module, and a word for PowerShell',
    { AnyOfProtocols: ['RemotePowerShell'] },
    { client: 'exchange-online-powershell-v3', ...administer },
    '?',
  ],
  [
    'the newer module, and another word',
    activeSync,
    { client: 'exchange-online-powershell-v3', ...administer },
    'allow',
  ],
  [
    'the newer module, and words of which one stands for PowerShell',
    { AnyOfProtocols: ['POP3', 'RemotePowerShell'] },
    { client: 'exchange-online-powershell-v3', ...administer },
    '?',
  ],
  [
    'the newer module, and a word for REST',
    { AnyOfProtocols: ['REST'] },
    { client: 'exchange-online-powershell-v3', ...administer },
    '?',
  ],
  [
    'the newer module, and a type of authentication',
    { AnyOfProtocols: ['REST'], AnyOfAuthenticationTypes: ['OAuthAuthentication'] },
    { client: 'exchange-online-powershell-v3', ...administer },
    '?',
  ],
  [
    'a certificate, and another type',
    { AnyOfProtocols: ['ExchangeAdminCenter'], AnyOfAuthenticationTypes: ['CertificateBasedAuthentication'] },
    { client: 'exchange-online-powershell-v3-certificate', ...administer },
    'allow',
  ],
  [
    'a certificate',
    { AnyOfProtocols: ['REST'], AnyOfAuthenticationTypes: ['CertificateBasedAuthentication'] },
    { client: 'exchange-online-powershell-v3-certificate', ...administer },
    '?',
  ],
])('%s', (_, rule, request, expected) => {
  expect(accessOf([rule], dated, request)).toBe(expected)
})
