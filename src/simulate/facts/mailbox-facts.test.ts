import { describe, expect, test } from 'vitest'
import type { LegFacts } from '../../vocabulary/facts.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { legsOf, type Plan } from '../sign-in.fixture.ts'

/** What a leg of the purpose knows, by default the one that reads mail. */
function factsOf(plan: Plan, request: Partial<ClientRequest> = {}, leg = 'mailbox'): LegFacts {
  const found = legsOf(plan, request).find((one) => one.request.leg === leg)
  if (found === undefined) throw new Error(`no leg ${leg}`)
  return found.facts
}

const online = (settings = {}) => ({ workloads: { 'exchange-online': settings } })
const mailbox = (mailboxSwitches = {}) => ({ user: { mailboxSwitches } })
const scanner = { client: 'multifunction-device', purpose: 'send-mail' } as const

describe('sending with a user name and password', () => {
  test.each([
    ['is off where the organization says so', { SmtpClientAuthenticationDisabled: true }, {}, 'disabled'],
    ['is on where the organization says so', { SmtpClientAuthenticationDisabled: false }, {}, 'enabled'],
    ['is on in an older organization that says nothing', {}, { createdDateTime: '2018-03-01' }, 'enabled'],
    ['is off in a newer organization that says nothing', {}, { createdDateTime: '2020-02-10' }, 'disabled'],
    ['is open where nobody says how old the organization is', {}, { createdDateTime: undefined }, '?'],
  ] as const)('%s', (_, settings, tenant, expected) => {
    const facts = factsOf({ ...online(settings), tenant }, scanner, 'submission')
    expect(facts.smtpAuthOrganization).toBe(expected)
  })

  test('is no matter of a client that reads mail', () => {
    expect(factsOf(online({ SmtpClientAuthenticationDisabled: true })).smtpAuthOrganization).toBe('enabled')
  })

  test.each([
    [undefined, 'inherit'],
    [null, 'inherit'],
    [true, 'disabled'],
    [false, 'enabled'],
  ])('a mailbox that says %s for itself: %s', (value, expected) => {
    const switches = value === undefined ? {} : { SmtpClientAuthenticationDisabled: value }
    expect(factsOf(mailbox(switches), scanner, 'submission').smtpAuthMailbox).toBe(expected)
  })

  test.each([
    ['needs a mailbox', 'multifunction-device', 'none'],
    ['needs none where the device sends directly', 'direct-send-device', 'there'],
  ])('%s', (_, client, expected) => {
    const plan = { user: { mailbox: 'none' } }
    expect(factsOf(plan, { client, purpose: 'send-mail' }, 'submission').mailbox).toBe(expected)
  })
})

describe('a switch of the mailbox', () => {
  const read = 'read-mail'
  test.each([
    ['PopEnabled', 'pop-client', read, 'mailbox', 'off'],
    ['ImapEnabled', 'imap-client', read, 'mailbox', 'off'],
    ['PopEnabled', 'imap-client', read, 'mailbox', 'on'],
    ['ActiveSyncEnabled', 'eas-client', read, 'mailbox', 'off'],
    ['MAPIEnabled', 'outlook-2016', read, 'mailbox', 'off'],
    ['MAPIEnabled', 'outlook-2016', 'open-address-book', 'address-book', 'on'],
    ['OWAEnabled', 'browser', read, 'mailbox', 'off'],
    ['OWAEnabled', 'outlook-2016', read, 'mailbox', 'on'],
    ['OneWinNativeOutlookEnabled', 'outlook-new-windows', read, 'mailbox', 'off'],
    ['OutlookMobileEnabled', 'outlook-mobile-ios', read, 'mailbox', 'off'],
    // The switch for web services has a level above it and facts of its own.
    ['EwsEnabled', 'ews-client', read, 'mailbox', 'on'],
    ['MacOutlookEnabled', 'outlook-mac-2016', 'check-free-busy', 'free-busy', 'on'],
    ['OWAEnabled', 'outlook-web', 'check-free-busy', 'free-busy', 'off'],
    ['MAPIEnabled', 'outlook-2016', 'check-free-busy', 'free-busy', 'on'],
    ['MacOutlookEnabled', 'outlook-mac-2016', 'open-address-book', 'address-book', 'on'],
    ['MacOutlookEnabled', 'outlook-mac-2011', read, 'mailbox', 'on'],
  ] as const)('%s off, %s to %s: %s is %s', (name, client, purpose, leg, expected) => {
    expect(factsOf(mailbox({ [name]: false }), { client, purpose }, leg).mailboxSwitch).toBe(expected)
    expect(factsOf(mailbox({ [name]: true }), { client, purpose }, leg).mailboxSwitch).toBe('on')
  })

  test.each([
    [
      'mac-outlook-service',
      { platform: 'macOS', kind: 'outlook', protocols: { 'read-mail': ['outlook-service'] } },
      'off',
    ],
    ['another protocol', { platform: 'macOS', kind: 'outlook', protocols: { 'read-mail': ['ews'] } }, 'on'],
    [
      'another platform',
      { platform: 'windows', kind: 'outlook', protocols: { 'read-mail': ['outlook-service'] } },
      'on',
    ],
    ['another program', { platform: 'macOS', kind: 'mail', protocols: { 'read-mail': ['outlook-service'] } }, 'on'],
  ] as const)('for Outlook for Mac that syncs with the cloud: %s', (_, client, expected) => {
    const plan = { user: { mailboxSwitches: { MacOutlookEnabled: false } }, client: { flows: ['modern'], ...client } }
    expect(factsOf(plan).mailboxSwitch).toBe(expected)
  })

  test('for ActiveSync, where the vendor’s cloud fetches the mail of a server: off', () => {
    const server = { OAuth2ClientProfileEnabled: true, servers: [{ version: '2019', cumulativeUpdate: 14 }] }
    const fetched = (mailbox: string, on: boolean) => ({
      user: { mailbox, mailboxSwitches: { ActiveSyncEnabled: on } },
      workloads: { 'exchange-online': {}, 'exchange-server': { modernAuthority: 'entra-id', ...server } },
    })
    const phone = { client: 'outlook-mobile-ios' }
    expect(factsOf(fetched('exchange-server', false), phone).mailboxSwitch).toBe('off')
    expect(factsOf(fetched('exchange-server', true), phone).mailboxSwitch).toBe('on')
    expect(factsOf(fetched('exchange-online', false), phone).mailboxSwitch).toBe('on')
  })

  test('that is off concerns the archive as well', () => {
    const plan = { user: { archive: 'exchange-online', mailboxSwitches: { MAPIEnabled: false } } }
    expect(factsOf(plan, { purpose: 'open-archive' }, 'archive').mailboxSwitch).toBe('off')
    const on = { user: { archive: 'exchange-online', mailboxSwitches: {} } }
    expect(factsOf(on, { purpose: 'open-archive' }, 'archive').mailboxSwitch).toBe('on')
  })
})

describe('the switches for web services', () => {
  const appId = 'd3590ed6-52b3-4102-aeff-aad2292ab01c'
  const ews = { client: 'ews-client' } as const

  test.each([
    ['2025-03-31', 'user-wins'],
    ['2025-04-01', 'both-must-allow'],
    ['2026-09-30', 'both-must-allow'],
    ['2026-10-01', 'organization-must-allow'],
  ])('on %s: %s', (asOf, expected) => expect(factsOf({ asOf }, ews).ewsReading).toBe(expected))

  test.each([
    ['2025-05-01', true, [], 'true'],
    ['2025-05-01', false, [], 'false'],
    ['2025-05-01', null, [], 'null'],
    ['2026-11-01', true, [], 'true'],
    ['2026-11-01', null, [], 'null'],
    ['2026-11-01', true, [appId], 'true'],
    ['2026-11-01', false, [appId], 'false'],
  ])('on %s the organization says %s for %j: %s', (asOf, EwsEnabled, EwsAllowedAppIDs, expected) => {
    expect(factsOf({ asOf, ...online({ EwsEnabled, EwsAllowedAppIDs }) }, ews).ewsOrganization).toBe(expected)
  })

  test.each([
    [{ EwsEnabled: true }, 'true'],
    [{ EwsEnabled: false }, 'false'],
    [{ EwsEnabled: null }, 'null'],
    [{}, 'null'],
  ])('a mailbox with %j: %s', (switches, expected) => {
    expect(factsOf(mailbox(switches), ews).ewsMailbox).toBe(expected)
  })

  const own = { protocols: { 'read-mail': ['ews'] }, flows: ['modern'] }
  test.each([
    ['no list', [], { appId: '11111111-0000-4000-8000-000000000001' }, 'listed'],
    ['its own id, in any case', [appId.toUpperCase()], { appId }, 'listed'],
    ['another id', ['11111111-0000-4000-8000-000000000001'], { appId }, 'not-listed'],
    ['several ids', ['11111111-0000-4000-8000-000000000001', appId], { appId }, 'listed'],
    ['a list, and nobody says which application it is', [appId], {}, '?'],
  ])('an application and %s', (_, EwsAllowedAppIDs, more, expected) => {
    const plan = { ...online({ EwsAllowedAppIDs }), client: { ...own, ...more } }
    expect(factsOf(plan).ewsApplication).toBe(expected)
  })

  test.each([
    ['2026-09-30', 'listed'],
    ['2026-10-01', '?'],
  ])('an application and a list that the vendor fills, on %s', (asOf, expected) => {
    expect(factsOf({ asOf, ...online({ EwsEnabled: true }) }, ews).ewsApplication).toBe(expected)
  })

  test.each([
    ['outlook-2016', 'EwsAllowOutlook', 'refused'],
    ['outlook-2016', 'EwsAllowMacOutlook', 'allowed'],
    ['outlook-mac-2016', 'EwsAllowMacOutlook', 'refused'],
    ['outlook-mac-2016', 'EwsAllowOutlook', 'allowed'],
    ['ews-client', 'EwsAllowOutlook', 'allowed'],
  ])('%s where %s is off: %s', (client, name, expected) => {
    expect(factsOf(online({ [name]: false }), { client }).ewsOutlook).toBe(expected)
    expect(factsOf(mailbox({ [name]: false }), { client }).ewsOutlook).toBe(expected)
    expect(factsOf(online({ [name]: true }), { client }).ewsOutlook).toBe('allowed')
  })
})

describe('a shared mailbox of the other organization', () => {
  const open = { purpose: 'open-shared-mailbox' } as const
  const access = (versions: readonly string[], mailboxOfUser = 'exchange-online') => {
    const servers = versions.map((version) => ({ version }))
    const plan = {
      workloads: { 'exchange-online': {}, 'exchange-server': { servers } },
      user: { mailbox: mailboxOfUser, sharedMailbox: 'exchange-server' },
    }
    return factsOf(plan, open, 'shared-mailbox').sharedMailboxAccess
  }
  test.each([
    [['2019'], 'across'],
    [['2013', '2016'], 'across'],
    [['2010'], 'across-unsupported'],
    [['2007', '2010'], 'across-unsupported'],
    [['2010', '2016'], '?'],
    [['2007', '2019'], '?'],
  ])('on servers of the versions %j: %s', (versions, expected) => {
    expect(access(versions)).toBe(expected)
    expect(access(versions, 'exchange-server')).toBe('not-across')
  })
})
