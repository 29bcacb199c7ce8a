import { describe, expect, test } from 'vitest'
import type { FactName, LegFacts } from '../../vocabulary/facts.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { legsOf, type Plan } from '../sign-in.fixture.ts'

/** What the last leg knows. */
function factsOf(plan: Plan, request: Partial<ClientRequest> = {}): LegFacts {
  const facts = legsOf(plan, request).at(-1)?.facts
  if (facts === undefined) throw new Error('no leg')
  return facts
}

type Case = readonly [fact: FactName, expected: string, plan: Plan, request?: Partial<ClientRequest>]

const own = (protocol: string, flows: readonly string[] = ['basic']) => ({
  client: { flows, protocols: { 'read-mail': [protocol] } },
})
const server = (settings = {}) => ({
  user: { mailbox: 'exchange-server' },
  workloads: { 'exchange-server': { servers: [{ version: '2019', cumulativeUpdate: 13 }], ...settings } },
})
const onServer = (protocol: string, settings = {}) => ({ ...own(protocol), ...server(settings) })
const sharepoint = (asOf: string, settings = {}, rollouts: readonly object[] = []) => ({
  asOf,
  workloads: { 'exchange-online': {}, 'sharepoint-online': settings },
  tenant: { rollouts },
})
const documents = { client: 'office-2010', purpose: 'open-documents' } as const
const acs = { client: 'sharepoint-acs-script', purpose: 'open-documents' } as const
const createdAt = (asOf: string, createdDateTime: string, settings = {}) => ({
  ...sharepoint(asOf, settings),
  tenant: { createdDateTime },
})
const administer = { client: 'exchange-online-powershell-v3', purpose: 'administer' } as const

const cases: readonly Case[] = [
  ['service', 'exchange-online', {}],
  ['servicePlace', 'declared', {}],
  ['servicePlace', 'declared', {}, { client: 'browser', purpose: 'register-for-mfa' }],
  ['hosting', 'online', {}],
  ['hosting', 'on-premises', server()],
  ['administrative', 'no', {}],
  ['administrative', 'yes', { asOf: '2022-10-01' }, administer],
  ['protocolKind', 'other', {}],
  ['protocolKind', 'pop-imap', own('pop3')],
  ['protocolKind', 'pop-imap', own('imap4')],
  ['protocolKind', 'activesync', own('exchange-activesync')],
  ['protocolKind', 'ews', own('ews')],
  ['protocolKind', 'smtp-auth', {}, { client: 'multifunction-device', purpose: 'send-mail' }],
  ['protocolKind', 'smtp', {}, { client: 'direct-send-device', purpose: 'send-mail' }],
  ['protocolKind', 'remote-powershell', {}, { client: 'windows-powershell-basic', purpose: 'administer' }],
  ['carriesModern', 'yes', {}],
  ['carriesModern', 'no', own('rpc-http')],
  ['carriesModern', 'no', {}, { client: 'direct-send-device', purpose: 'send-mail' }],
  ['carriesModern', 'no', { ...own('imap4'), asOf: '2020-04-29' }],
  ['carriesModern', 'yes', { ...own('imap4'), asOf: '2020-04-30' }],
  ['carriesModern', 'no', { ...own('pop3'), asOf: '2020-05-27' }],
  ['carriesModern', 'yes', { ...own('pop3'), asOf: '2020-05-28' }],
  ['carriesModern', 'no', { ...onServer('pop3'), asOf: '2024-06-01' }],
  ['modernAuthentication', 'on', {}],
  ['modernAuthentication', 'off', { workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: false } } }],
  ['modernAuthentication', 'off', onServer('https', { OAuth2ClientProfileEnabled: true })],
  ['protocolAvailable', 'available', { ...own('ews'), asOf: '2027-03-31' }],
  ['protocolAvailable', 'retired', { ...own('ews'), asOf: '2027-04-01' }],
  ['protocolAvailable', 'available', { ...own('rpc-http'), asOf: '2020-03-15' }],
  ['protocolAvailable', 'available', { ...onServer('ews'), asOf: '2027-05-01' }],
  ['legacySharePoint', 'disabled', sharepoint('2020-03-15', { LegacyAuthProtocolsEnabled: false }), documents],
  ['legacySharePoint', 'enabled', sharepoint('2026-02-15'), documents],
  ['legacySharePoint', 'enabled', sharepoint('2026-03-01', { LegacyAuthProtocolsEnabled: true }), documents],
  ['legacySharePoint', '?', sharepoint('2026-03-01'), documents],
  ['legacySharePoint', '?', sharepoint('2026-05-02', { LegacyAuthProtocolsEnabled: true }), documents],
  [
    'legacySharePoint',
    'ended',
    sharepoint('2026-05-02', {}, [{ change: 'sharepointSignInAssistantRollout', state: 'applied' }]),
    documents,
  ],
  ['acsAppOnly', 'not-used', sharepoint('2023-06-01', { DisableCustomAppAuthentication: true }), documents],
  ['acsAppOnly', 'allowed', sharepoint('2023-06-01', { DisableCustomAppAuthentication: false }), acs],
  ['acsAppOnly', 'disabled', sharepoint('2023-06-01', { DisableCustomAppAuthentication: true }), acs],
  ['acsAppOnly', '?', sharepoint('2023-06-01'), acs],
  ['acsAppOnly', 'allowed', createdAt('2025-06-01', '2024-10-31', { DisableCustomAppAuthentication: false }), acs],
  ['acsAppOnly', 'ended', createdAt('2025-06-01', '2024-11-01', { DisableCustomAppAuthentication: false }), acs],
  ['acsAppOnly', 'allowed', createdAt('2026-04-01', '2018-01-01', { DisableCustomAppAuthentication: false }), acs],
  ['acsAppOnly', 'ended', sharepoint('2026-04-02', { DisableCustomAppAuthentication: false }), acs],
  ['acsAppOnly', 'ended', sharepoint('2026-04-02'), acs],
]

test.each(cases.map(([fact, expected, plan, request = {}]) => [fact, expected, plan, request] as const))(
  '%s is %s',
  (fact, expected, plan, request) => expect(factsOf(plan, request)[fact]).toBe(expected),
)

describe('a service that is retired', () => {
  const chat = { client: 'skype-for-business-2016', purpose: 'send-instant-messages' } as const
  test.each([
    ['2021-07-30', 'available'],
    ['2021-07-31', 'retired'],
  ])('Skype for Business Online on %s: %s', (asOf, expected) => {
    const plan = {
      asOf,
      workloads: { 'exchange-online': {}, 'skype-for-business-online': {} },
      user: { registrar: 'skype-for-business-online' },
    }
    expect(factsOf(plan, chat).serviceAvailable).toBe(expected)
  })
})

// https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/modern-authentication/turn-on-modern-auth
describe('Set-CsAuthConfig', () => {
  test.each([
    ['AllowAllExternallyAndInternally', 'yes yes', 'yes yes'],
    ['BlockWindowsAuthExternally', 'no yes', 'yes yes'],
    ['BlockWindowsAuthExternallyAndInternally', 'no yes', 'no yes'],
    ['BlockWindowsAuthExternallyAndModernAuthInternally', 'no yes', 'yes no'],
    ['BlockWindowsAuthExternalyAndModernAuthInternally', 'no yes', 'yes no'],
    ['BlockModernAuthInternally', 'yes yes', 'yes no'],
  ])('%s: Windows and modern authentication outside %s, inside %s', (Scenario, outside, inside) => {
    const allowed = (insideCorporateNetwork: boolean) => {
      const facts = factsOf(
        {
          network: { insideCorporateNetwork },
          workloads: { 'skype-for-business-server': { Scenario, servers: [{ version: '2019' }] } },
          user: { mailbox: 'none', registrar: 'skype-for-business-server' },
        },
        { client: 'skype-for-business-2016', purpose: 'send-instant-messages' },
      )
      return `${facts.windowsAuthAllowed} ${facts.modernAuthAllowed}`
    }
    expect([allowed(false), allowed(true)]).toEqual([outside, inside])
  })
})

describe('authentication policies', () => {
  const all = ['Autodiscover', 'Mapi', 'OfflineAddressBook', 'Rpc', 'WebServices', 'ActiveSync', 'Imap', 'Pop', 'Smtp']
  const allowing = (...without: readonly string[]) => ({
    workloads: {
      'exchange-online': {
        OAuth2ClientProfileEnabled: false,
        authenticationPolicies: [
          {
            name: 'Ours',
            ...Object.fromEntries(all.map((name) => [`AllowBasicAuth${name}`, !without.includes(name)])),
          },
        ],
        DefaultAuthenticationPolicy: 'Ours',
      },
    },
  })

  test.each([
    ['outlook-2010', [], 'open', 'open'],
    ['outlook-2010', ['WebServices'], 'closed', 'closed'],
    ['outlook-2010', ['OfflineAddressBook'], 'open', 'closed'],
    ['outlook-2010', ['Imap'], 'open', 'open'],
    ['eas-client', ['WebServices'], 'open', 'open'],
    ['eas-client', ['Autodiscover'], 'open', 'closed'],
    ['imap-client', ['Smtp'], 'open', 'open'],
  ] as const)('%s without %j: web services %s, all that it needs %s', (client, without, webServices, needed) => {
    const facts = factsOf(allowing(...without), { client })
    expect([facts.outlookWebServices, facts.neededProtocols]).toEqual([webServices, needed])
  })

  test.each([
    ['2022-09-30', [], 'open'],
    ['2023-02-01', [], 'closed'],
  ])('when basic authentication ends, Outlook ends with its web services: on %s', (asOf, rollouts, expected) => {
    const facts = factsOf({ ...allowing(), asOf, tenant: { rollouts } }, { client: 'outlook-2010' })
    expect(facts.outlookWebServices).toBe(expected)
  })
})
