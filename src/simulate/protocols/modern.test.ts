import { describe, expect, test } from 'vitest'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { federated, legsOf, type Plan, policy } from '../sign-in.fixture.ts'
import { checked, checkedByAgent, conversation, typed } from './conversation.fixture.ts'

const mfa = [policy({ builtInControls: ['mfa'] })]
const block = [policy({ builtInControls: ['block'] })]
const agent = { managedSignIn: 'pass-through' }
const mfaAtProvider = { ...federated, federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp' }
const mfaInTheCloud = { ...federated, federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp' }
const wrong = { signals: { firstFactor: 'wrong' } } as const
const guest = {
  kind: 'guest',
  userPrincipalName: 'gus@fabrikam.com',
  externalUserType: 'b2bCollaborationGuest',
  externalTenantId: '30000000-0000-4000-8000-000000000001',
  appPasswords: undefined,
  mailbox: 'none',
}
const visited = { user: guest, workloads: { 'exchange-online': {}, 'sharepoint-online': {} } }
const trusted = { crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: true } } } }
const documents = { client: 'browser', purpose: 'open-documents' } as const
const program = {
  userPrincipalName: 'job',
  kind: 'service-principal',
  perUserMfaState: undefined,
  registered: undefined,
  methods: undefined,
  appPasswords: undefined,
  mailbox: undefined,
  archive: undefined,
}
const job = { client: 'exchange-online-powershell-v3-certificate', purpose: 'administer' } as const
const blockPrograms = policy(
  { builtInControls: ['block'] },
  { users: undefined, clientApplications: { includeServicePrincipals: ['ServicePrincipalsInMyTenant'] } },
)

const page = (at = 'entra-id') => [
  `${at} > client: sign-in-page`,
  ...typed('interactive'),
  `client > ${at}: credential-presented account-password`,
]
const redirected = (to: string) => ['entra-id > client: passive-redirect', `client > ${to}: passive-redirect`]
const back = (from: string) => [`${from} > client: federation-token`, 'client > entra-id: federation-token']
const answered = (by: string) => [
  '(asks for second-factor)',
  'user > client: second-factor-response',
  `client > ${by}: second-factor-response`,
]
const challenged = (by: string) => [`${by} > client: second-factor-challenge`, ...answered(by)]
const token = (service = 'exchange-online') => [
  'entra-id > client: token-issued',
  `client > ${service}: token-presented`,
  `${service} > client: access-granted`,
]

/** The same where the methods of the user are known, so that the messages name them. */
const naming = (lines: readonly string[], first: string, second = ''): readonly string[] =>
  lines.map((line) => {
    if (line === 'user > client: credential-presented interactive') return `${line} ${first}`
    return second !== '' && line.endsWith('second-factor-response') ? `${line} ${second}` : line
  })

type Case = readonly [name: string, plan: Plan, request: Partial<ClientRequest>, expected: readonly string[]]

/** The conversation of the last leg, after the client has asked for a token. */
function said(plan: Plan, request: Partial<ClientRequest>): readonly string[] {
  const leg = legsOf(plan, request).at(-1)
  if (leg === undefined) throw new Error('no leg')
  const [first, ...rest] = conversation(leg)
  expect(first).toMatch(/^client > \S+: authorization-request$/)
  return rest
}

const inTheCloud: readonly Case[] = [
  ['the right password', {}, {}, naming([...page(), '(policies)', ...token()], 'password')],
  ['a wrong password', {}, wrong, [...page(), 'entra-id > client: refusal AADSTS50126']],
  [
    'a second factor',
    { policies: mfa },
    {},
    naming([...page(), '(policies)', ...challenged('entra-id'), ...token()], 'password', 'microsoftAuthenticatorPush'),
  ],
  ['a blocking policy', { policies: block }, {}, [...page(), '(policies)', 'entra-id > client: refusal AADSTS53003']],
  [
    'MFA without a registered method',
    { policies: mfa, user: { registered: false, methods: [] } },
    {},
    naming(
      [
        ...page(),
        '(policies)',
        'entra-id > client: registration-required',
        '(asks for second-factor)',
        'user > client: register-method',
        'client > entra-id: register-method',
        ...token(),
      ],
      'password',
    ),
  ],
  [
    'a client that has been signed in prompts nobody',
    {},
    { signals: { signedIn: 'yes' } },
    [
      'entra-id > client: sign-in-page',
      'client > entra-id: credential-presented account-password',
      '(policies)',
      ...token(),
    ],
  ],
  [
    'an app password typed on the page',
    { user: { perUserMfaState: 'enforced', appPasswords: ['Laptop'] } },
    { presents: 'app-password' },
    [
      'entra-id > client: sign-in-page',
      ...typed('app-password'),
      'client > entra-id: credential-presented app-password',
      'entra-id > client: refusal AADSTS50126',
    ],
  ],
]

const byAgent: readonly Case[] = [
  [
    'the right password',
    { domain: agent },
    {},
    naming([...page(), ...checkedByAgent('true'), '(policies)', ...token()], 'password'),
  ],
  [
    'a wrong password',
    { domain: agent },
    wrong,
    [...page(), ...checkedByAgent('false'), 'entra-id > client: refusal AADSTS50126'],
  ],
  [
    'an account that is switched off on-premises',
    { domain: agent, user: { onPremisesAccountState: 'disabled' } },
    {},
    [...page(), ...checkedByAgent('false unusable'), 'entra-id > client: refusal'],
  ],
  [
    'a blocking policy',
    { domain: agent, policies: block },
    {},
    [...page(), ...checkedByAgent('true'), '(policies)', 'entra-id > client: refusal AADSTS53003'],
  ],
]

const adfs = (answer: string) => [
  ...redirected('federated-idp'),
  ...page('federated-idp'),
  ...checked('federated-idp', answer),
]

const byProvider: readonly Case[] = [
  [
    'the right password',
    { domain: federated },
    {},
    naming([...adfs('true'), ...back('federated-idp'), '(policies)', ...token()], 'federatedSingleFactor'),
  ],
  ['a wrong password', { domain: federated }, wrong, [...adfs('false'), 'federated-idp > client: refusal']],
  [
    'a second factor in the cloud',
    { domain: mfaInTheCloud, policies: mfa },
    {},
    naming(
      [...adfs('true'), ...back('federated-idp'), '(policies)', ...challenged('entra-id'), ...token()],
      'federatedSingleFactor',
      'microsoftAuthenticatorPush',
    ),
  ],
  [
    'a second factor at the provider, which policies demand first',
    { domain: mfaAtProvider, provider: { performsMfa: true }, policies: mfa },
    {},
    ['(policies)', ...adfs('true'), ...challenged('federated-idp'), ...back('federated-idp'), ...token()],
  ],
  [
    'a blocking policy',
    { domain: federated, policies: block },
    {},
    [...adfs('true'), ...back('federated-idp'), '(policies)', 'entra-id > client: refusal AADSTS53003'],
  ],
  [
    'a provider that cannot be reached',
    { domain: federated, provider: { reachableFromInternet: false } },
    {},
    ['entra-id > client: passive-redirect'],
  ],
  [
    'access rules that deny',
    { domain: federated, provider: { accessRules: ['block-all-external'], passesClaims: ['insidecorporatenetwork'] } },
    {},
    [...redirected('federated-idp'), 'federated-idp > client: refusal'],
  ],
]

const elsewhere = [...redirected('home-tenant'), ...page('home-tenant')]
const fromHome = [...elsewhere, ...back('home-tenant')]

/** No directory here is asked about the password of a guest. */
const byHomeTenant: readonly Case[] = [
  ['the right password', visited, documents, [...fromHome, '(policies)', ...token('sharepoint-online')]],
  [
    'a wrong password',
    visited,
    { ...documents, ...wrong },
    [...elsewhere, 'home-tenant > client: refusal AADSTS50126'],
  ],
  [
    'a second factor here',
    { ...visited, policies: mfa },
    documents,
    [...fromHome, '(policies)', ...challenged('entra-id'), ...token('sharepoint-online')],
  ],
  [
    'a second factor at home, which is trusted here',
    { ...visited, policies: mfa, tenant: trusted },
    documents,
    ['(policies)', ...elsewhere, ...challenged('home-tenant'), ...back('home-tenant'), ...token('sharepoint-online')],
  ],
]

test('a custom control is met at its provider, from where the browser comes back', () => {
  const custom = [policy({ builtInControls: [], customAuthenticationFactors: ['DuoMfa'] })]
  expect(said({ policies: custom }, {})).toEqual([
    ...naming(page(), 'password'),
    '(policies)',
    ...redirected('custom-provider'),
    ...challenged('custom-provider'),
    ...back('custom-provider'),
    ...token(),
  ])
})

describe('an application asks for a token with its own credential', () => {
  test.each<Case>([
    ['and gets it', { user: program }, job, ['(policies)', ...token()]],
    [
      'and is blocked by a policy',
      { user: program, policies: [blockPrograms] },
      job,
      ['(policies)', 'entra-id > client: refusal AADSTS53003'],
    ],
    [
      'and what is no credential of its own is refused before any policy',
      { user: program },
      { ...job, presents: 'account-password' },
      ['entra-id > client: refusal'],
    ],
  ])('%s', (_, plan, request, expected) => {
    const leg = legsOf(plan, request).at(-1)
    expect(leg && conversation(leg)).toEqual(['client > entra-id: token-request', ...expected])
  })
})

describe.each([
  ['in the cloud', inTheCloud],
  ['by a pass-through agent', byAgent],
  ['by an identity provider', byProvider],
  ['by a home tenant', byHomeTenant],
])('a password checked %s', (_, cases) => {
  test.each(cases)('%s', (__, plan, request, expected) => expect(said(plan, request)).toEqual(expected))
})
