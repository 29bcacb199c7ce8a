import { describe, expect, test } from 'vitest'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { federated, legsOf, type Plan, policy } from '../sign-in.fixture.ts'
import { checked, checkedByAgent, conversation, typed } from './conversation.fixture.ts'

const block = [policy({ builtInControls: ['block'] })]
const agent = { managedSignIn: 'pass-through' }
const enforced = { perUserMfaState: 'enforced', appPasswords: ['Laptop'] }
const wrong = { signals: { firstFactor: 'wrong' } } as const
const rules = { accessRules: ['block-all-external'], passesClaims: ['insidecorporatenetwork'] }

/** A program that gets tokens with a stored password. */
const grant = (more = {}) => ({ client: { flows: ['password-grant'], protocols: { 'read-mail': ['ews'] }, ...more } })

/** A mailbox on a server, and a client of one flow. */
function onServer(flow: string, plan: Plan = {}): Plan {
  return {
    ...plan,
    workloads: {
      'exchange-server': { OAuth2ClientProfileEnabled: false, servers: [{ version: '2016', cumulativeUpdate: 15 }] },
    },
    user: { mailbox: 'exchange-server' },
    client: { flows: [flow], protocols: { 'read-mail': ['ews'] }, ...plan.client },
  }
}
const inside = { network: { insideCorporateNetwork: true } }
const joined = {
  tenant: { devices: [{ name: 'pc', platform: 'windows', domainJoined: true }] },
  client: { device: 'pc' },
}

const online = 'exchange-online'
const toService = (credential: string, service = online) => [
  ...typed(credential),
  `client > ${service}: credential-presented ${credential}`,
]
const passedOn = (credential = 'account-password') => [
  ...toService(credential),
  `exchange-online > entra-id: credential-forwarded ${credential}`,
]
const accepted = ['(policies)', 'entra-id > exchange-online: token-issued', 'exchange-online > client: access-granted']
const refused = (by: string, error = '') => [
  `${by} > exchange-online: refusal${error}`,
  `exchange-online > client: refusal${error}`,
]
const realm = (bringer: string) => [
  `${bringer} > entra-id: home-realm-query`,
  `entra-id > ${bringer}: home-realm-answer federated`,
]
const exchanged = (bringer: string) => [
  `federated-idp > ${bringer}: ws-trust-response`,
  `${bringer} > entra-id: federation-token`,
]
const active = (answer: string) => [
  ...toService('account-password'),
  ...realm(online),
  'exchange-online > federated-idp: ws-trust-request',
  ...checked('federated-idp', answer),
]
const fromClient = [...typed('account-password'), 'client > entra-id: credential-presented account-password']
const token = [
  '(policies)',
  'entra-id > client: token-issued',
  'client > exchange-online: token-presented',
  'exchange-online > client: access-granted',
]
const atServer = [...toService('account-password', 'exchange-server')]
const granted = 'exchange-server > client: access-granted'

type Case = readonly [name: string, plan: Plan, request: Partial<ClientRequest>, expected: readonly string[]]

const old = { client: 'outlook-2010' } as const

const basic: readonly Case[] = [
  ['the right password', {}, old, [...passedOn(), ...accepted]],
  ['a wrong password', {}, { ...old, ...wrong }, [...passedOn(), ...refused('entra-id', ' AADSTS50126')]],
  ['an app password', { user: enforced }, old, [...passedOn('app-password'), ...accepted]],
  [
    'a password of a person who must pass MFA',
    { user: enforced },
    { ...old, presents: 'account-password' },
    [...passedOn(), '(policies)', ...refused('entra-id', ' AADSTS50076')],
  ],
  [
    'a blocking policy',
    { policies: block },
    old,
    [...passedOn(), '(policies)', ...refused('entra-id', ' AADSTS53003')],
  ],
  [
    'a client that has been signed in prompts nobody',
    {},
    { ...old, signals: { signedIn: 'yes' } },
    [
      'client > exchange-online: credential-presented account-password',
      'exchange-online > entra-id: credential-forwarded account-password',
      ...accepted,
    ],
  ],
  ['a pass-through agent', { domain: agent }, old, [...passedOn(), ...checkedByAgent('true'), ...accepted]],
  [
    'a pass-through agent and a wrong password',
    { domain: agent },
    { ...old, ...wrong },
    [...passedOn(), ...checkedByAgent('false'), ...refused('entra-id', ' AADSTS50126')],
  ],
  [
    'an app password, which no agent sees',
    { domain: agent, user: enforced },
    old,
    [...passedOn('app-password'), ...accepted],
  ],
  ['federation', { domain: federated }, old, [...active('true'), ...exchanged(online), ...accepted]],
  [
    'federation and a wrong password',
    { domain: federated },
    { ...old, ...wrong },
    [...active('false'), ...refused('federated-idp')],
  ],
  [
    'federation and a blocking policy',
    { domain: federated, policies: block },
    old,
    [...active('true'), ...exchanged(online), '(policies)', ...refused('entra-id', ' AADSTS53003')],
  ],
  [
    'an identity provider that cannot be reached',
    { domain: federated, provider: { reachableFromInternet: false } },
    old,
    [...toService('account-password'), ...realm(online), 'exchange-online > client: refusal'],
  ],
  [
    'access rules that deny',
    { domain: federated, provider: rules },
    old,
    [
      ...toService('account-password'),
      ...realm(online),
      'exchange-online > federated-idp: ws-trust-request',
      ...refused('federated-idp'),
    ],
  ],
  [
    'a fact that is missing: nothing is presented',
    { domain: federated, provider: { reachableFromInternet: undefined } },
    old,
    ['(policies)'],
  ],
]

const fromClients: readonly Case[] = [
  ['a password grant', grant(), {}, [...fromClient, ...token]],
  ['a password grant with a wrong password', grant(), wrong, [...fromClient, 'entra-id > client: refusal AADSTS50126']],
  [
    'a password grant that a policy blocks',
    { ...grant(), policies: block },
    {},
    [...fromClient, '(policies)', 'entra-id > client: refusal AADSTS53003'],
  ],
  [
    'a password grant with WS-Trust',
    { ...grant({ wsTrust: true }), domain: federated },
    {},
    [
      ...typed('account-password'),
      ...realm('client'),
      'client > federated-idp: ws-trust-request',
      ...checked('federated-idp', 'true'),
      ...exchanged('client'),
      ...token,
    ],
  ],
  [
    'the Sign-in Assistant',
    { workloads: { 'exchange-online': {}, 'sharepoint-online': {} } },
    { client: 'office-2010', purpose: 'open-documents' },
    [...fromClient, ...token].map((line) => line.replace(online, 'sharepoint-online')),
  ],
]

const servers: readonly Case[] = [
  ['basic', onServer('basic'), {}, [...atServer, ...checked('exchange-server', 'true'), granted]],
  [
    'basic and a wrong password',
    onServer('basic'),
    wrong,
    [...atServer, ...checked('exchange-server', 'false'), 'exchange-server > client: refusal'],
  ],
  [
    'NTLM from outside',
    onServer('windows-integrated'),
    {},
    [...atServer, ...checked('exchange-server', 'true'), granted],
  ],
  [
    'NTLM and a wrong password',
    onServer('windows-integrated'),
    wrong,
    [...atServer, ...checked('exchange-server', 'false'), 'exchange-server > client: refusal'],
  ],
  [
    'Kerberos inside, with the logon of a joined device: nobody types',
    onServer('windows-integrated', { ...inside, ...joined }),
    {},
    [
      'client > active-directory: ticket-request kerberos',
      'active-directory > client: ticket-issued kerberos',
      'client > exchange-server: credential-presented windows-integrated',
      granted,
    ],
  ],
  [
    'Kerberos inside, with a password that is typed',
    onServer('windows-integrated', inside),
    { presents: 'account-password' },
    [
      ...typed('account-password'),
      'client > active-directory: ticket-request kerberos',
      'active-directory > client: ticket-issued kerberos',
      'client > exchange-server: credential-presented account-password',
      granted,
    ],
  ],
  [
    'Kerberos inside, with a wrong password',
    onServer('windows-integrated', inside),
    { presents: 'account-password', ...wrong },
    [
      ...typed('account-password'),
      'client > active-directory: ticket-request kerberos',
      'active-directory > client: refusal',
    ],
  ],
]

describe.each([
  ['that the service passes on', basic],
  ['that the client sends to the token issuer', fromClients],
  ['that a server checks', servers],
])('a password %s', (_, cases) => {
  test.each(cases)('%s', (__, plan, request, expected) => {
    const leg = legsOf(plan, request).at(-1)
    expect(leg && conversation(leg)).toEqual(expected)
  })
})
