import { describe, expect, test } from 'vitest'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { legsOf, type Plan } from './sign-in.fixture.ts'

/** The legs of a session: what each is for, with whom, what is spoken, and which prompt it shares. */
function legs(plan: Plan, request: Partial<ClientRequest> = {}): readonly string[] {
  return legsOf(plan, request).map(({ request: { leg, relyingParty, protocol, prompt, optional } }) =>
    [leg, relyingParty, protocol, prompt, ...(optional ? ['optional'] : [])].join(' '),
  )
}

const servers = { servers: [{ version: '2016', cumulativeUpdate: 15 }] }
const hybrid = { 'exchange-online': {}, 'exchange-server': servers }
const onServer = { workloads: { 'exchange-server': servers }, user: { mailbox: 'exchange-server' } }
const cloudArchive = { workloads: hybrid, user: { mailbox: 'exchange-server', archive: 'exchange-online' } }
const everything = {
  'exchange-online': {},
  'sharepoint-online': {},
  'skype-for-business-online': {},
  'skype-for-business-server': { servers: [{ version: '2015' }] },
  teams: {},
  'microsoft-graph': {},
  application: {},
}
const all = (registrar = 'skype-for-business-online') => ({ workloads: everything, user: { registrar } })
const mapiOff = { workloads: { 'exchange-server': { ...servers, MapiHttpEnabled: false } }, user: onServer.user }

type Case = readonly [name: string, plan: Plan, request: Partial<ClientRequest>, expected: readonly string[]]

test.each<Case>([
  ['a mailbox in the cloud', {}, {}, ['mailbox exchange-online mapi-http profile']],
  ['a mailbox on a server', onServer, {}, ['mailbox exchange-server mapi-http profile']],
  ['a server without MAPI over HTTP', mapiOff, {}, ['mailbox exchange-server rpc-http profile']],
  [
    'a mailbox of its own mind about it',
    { ...mapiOff, user: { mailbox: 'exchange-server', mailboxSwitches: { MapiHttpEnabled: true } } },
    {},
    ['mailbox exchange-server mapi-http profile'],
  ],
  [
    'a mailbox without MAPI over HTTP',
    { ...onServer, user: { mailbox: 'exchange-server', mailboxSwitches: { MapiHttpEnabled: false } } },
    {},
    ['mailbox exchange-server rpc-http profile'],
  ],
  [
    'MAPI over HTTP is no choice in the cloud',
    { user: { mailboxSwitches: { MapiHttpEnabled: false } } },
    {},
    ['mailbox exchange-online mapi-http profile'],
  ],
  [
    'an archive elsewhere comes along',
    cloudArchive,
    {},
    ['mailbox exchange-server mapi-http profile', 'archive exchange-online mapi-http profile optional'],
  ],
  [
    'a mailbox of the other organization comes along once it is in the profile',
    { workloads: hybrid, user: { mailbox: 'exchange-online', sharedMailbox: 'exchange-server' } },
    {},
    ['mailbox exchange-online mapi-http profile', 'shared-mailbox exchange-server mapi-http shared-mailbox optional'],
  ],
  [
    'a shared mailbox in the same place does not',
    { workloads: hybrid, user: { mailbox: 'exchange-online', sharedMailbox: 'exchange-online' } },
    {},
    ['mailbox exchange-online mapi-http profile'],
  ],
  [
    'nor one that is nowhere',
    { workloads: hybrid, user: { mailbox: 'exchange-online', sharedMailbox: 'none' } },
    {},
    ['mailbox exchange-online mapi-http profile'],
  ],
  [
    'nor with a browser',
    { workloads: hybrid, user: { mailbox: 'exchange-online', sharedMailbox: 'exchange-server' } },
    { client: 'outlook-web' },
    ['mailbox exchange-online https profile'],
  ],
  [
    'an archive in the same place does not',
    { workloads: hybrid, user: { archive: 'exchange-online' } },
    {},
    ['mailbox exchange-online mapi-http profile'],
  ],
  [
    'a client that opens no archives',
    cloudArchive,
    { client: 'eas-client' },
    ['mailbox exchange-server exchange-activesync profile'],
  ],
  [
    'an archive that is asked for',
    cloudArchive,
    { purpose: 'open-archive' },
    ['mailbox exchange-server mapi-http profile', 'archive exchange-online mapi-http profile'],
  ],
  [
    'an archive that is asked for, of which nobody says where',
    { user: { archive: undefined } },
    { purpose: 'open-archive' },
    ['mailbox exchange-online mapi-http profile', 'archive exchange-online mapi-http profile'],
  ],
  ['an address book', {}, { purpose: 'open-address-book' }, ['address-book exchange-online oab profile']],
  ['free and busy times', {}, { purpose: 'check-free-busy' }, ['free-busy exchange-online ews profile']],
  [
    'Skype asks for free and busy times',
    all(),
    { client: 'skype-for-business-2016', purpose: 'check-free-busy' },
    [
      'registrar skype-for-business-online sip registrar',
      'exchange-web-services exchange-online ews exchange-web-services',
    ],
  ],
  [
    'instant messages of Skype',
    all(),
    { client: 'skype-for-business-2016', purpose: 'send-instant-messages' },
    ['registrar skype-for-business-online sip registrar'],
  ],
  [
    'instant messages of Skype on a server',
    all('skype-for-business-server'),
    { client: 'skype-for-business-2016', purpose: 'send-instant-messages' },
    ['registrar skype-for-business-server sip registrar'],
  ],
  [
    'instant messages of Teams',
    all(),
    { client: 'teams-desktop', purpose: 'send-instant-messages' },
    ['registrar teams https profile'],
  ],
  [
    'a meeting of Skype',
    all(),
    { client: 'skype-for-business-2016', purpose: 'join-meeting' },
    ['meeting skype-for-business-online sip meeting'],
  ],
  ['a meeting of Teams', all(), { client: 'teams-desktop', purpose: 'join-meeting' }, ['meeting teams https profile']],
  ['documents', all(), { client: 'browser', purpose: 'open-documents' }, ['documents sharepoint-online https profile']],
  [
    'sending by SMTP',
    {},
    { client: 'multifunction-device', purpose: 'send-mail' },
    ['submission exchange-online smtp-auth profile'],
  ],
  ['sending by Outlook', {}, { purpose: 'send-mail' }, ['mailbox exchange-online mapi-http profile']],
  [
    'direct send of a mailbox on a server',
    { ...cloudArchive },
    { client: 'direct-send-device', purpose: 'send-mail' },
    ['submission exchange-online smtp profile'],
  ],
  [
    'SMTP with a password of a mailbox on a server',
    { ...cloudArchive },
    { client: 'multifunction-device', purpose: 'send-mail' },
    ['submission exchange-server smtp-auth profile'],
  ],
  [
    'a token for Graph',
    all(),
    { client: 'ropc-script', purpose: 'get-token' },
    ['token microsoft-graph oauth profile'],
  ],
  [
    'a token for an application',
    all(),
    { client: 'ropc-script', purpose: 'get-token', application: '11111111-0000-4000-8000-000000000001' },
    ['token application oauth profile'],
  ],
  [
    'administration in a browser',
    all(),
    { client: 'browser', purpose: 'administer' },
    ['administration microsoft-365-admin https profile'],
  ],
  [
    'administration by PowerShell',
    all(),
    { client: 'windows-powershell-basic', purpose: 'administer' },
    ['administration exchange-online remote-powershell profile'],
  ],
  [
    "one's own credentials",
    all(),
    { client: 'browser', purpose: 'register-for-mfa' },
    ['self-service entra-self-service https profile'],
  ],
  [
    'a device',
    all(),
    { client: 'browser', purpose: 'register-device' },
    ['self-service entra-self-service https profile'],
  ],
])('%s', (_, plan, request, expected) => expect(legs(plan, request)).toEqual(expected))

describe('where nobody says where a user has a place', () => {
  test.each<Case>([
    [
      'the only Exchange that is declared',
      { user: { mailbox: undefined } },
      {},
      ['mailbox exchange-online mapi-http profile'],
    ],
    [
      'the only Exchange Server that is declared',
      { ...onServer, user: { mailbox: undefined } },
      {},
      ['mailbox exchange-server mapi-http profile'],
    ],
    [
      'one of two stands for both',
      { workloads: hybrid, user: { mailbox: undefined } },
      {},
      ['mailbox exchange-online mapi-http profile'],
    ],
    [
      'a registrar of two',
      { workloads: everything },
      { client: 'skype-for-business-2016', purpose: 'send-instant-messages' },
      ['registrar skype-for-business-server sip registrar'],
    ],
    [
      'the only registrar that is declared',
      { workloads: { 'exchange-online': {}, 'skype-for-business-online': {} } },
      { client: 'skype-for-business-2016', purpose: 'send-instant-messages' },
      ['registrar skype-for-business-online sip registrar'],
    ],
    [
      'no mailbox: a service that is declared',
      { ...onServer, user: { mailbox: 'none' } },
      {},
      ['mailbox exchange-server mapi-http profile'],
    ],
  ])('%s', (_, plan, request, expected) => expect(legs(plan, request)).toEqual(expected))

  test('where a mailbox may be at two places it is undetermined', () => {
    const facts = (plan: Plan) => legsOf(plan).at(-1)?.facts.servicePlace
    expect(facts({ workloads: hybrid, user: { mailbox: undefined } })).toBe('?')
    expect(facts({ user: { mailbox: undefined } })).toBe('declared')
  })
})
