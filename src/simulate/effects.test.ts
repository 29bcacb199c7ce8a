import { expect, test } from 'vitest'
import type { Trace } from '../trace/step.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { federated, legsOf, type Plan, policy } from './sign-in.fixture.ts'

const old = { client: 'outlook-2010' } as const
const chat = { purpose: 'send-instant-messages' } as const
const everything = ['mfa', 'certificate', 'conditional-access'] as const
const grant = { client: { flows: ['password-grant'], protocols: { 'read-mail': ['ews'] } } }
const skypeOnline = {
  workloads: { 'exchange-online': {}, 'skype-for-business-online': { ClientAdalAuthOverride: 'Allowed' } },
  user: { registrar: 'skype-for-business-online' },
}
const skypeServer = {
  workloads: { 'skype-for-business-server': { servers: [{ version: '2015' }] } },
  user: { mailbox: 'none', registrar: 'skype-for-business-server' },
}
const withCertificate = {
  ...skypeServer,
  tenant: { clients: [{ name: 'skype', client: 'skype-for-business-2016', registrarCertificate: 'held' }] },
}
const legacyBlock = [policy({ builtInControls: ['block'] }, { clientAppTypes: ['exchangeActiveSync', 'other'] })]
const adfs = {
  asOf: '2024-06-01',
  domain: federated,
  provider: { performsMfa: true, passesClaims: ['authnmethodsreferences'] },
  user: { mailbox: 'exchange-server' },
  workloads: {
    'exchange-server': {
      modernAuthority: 'ad-fs',
      OAuth2ClientProfileEnabled: true,
      hybrid: 'none',
      MapiHttpEnabled: true,
      servers: [{ version: '2019', cumulativeUpdate: 13, role: 'mailbox' }],
    },
  },
  tenant: {
    clients: [{ name: 'desktop', client: 'outlook-microsoft-365', registry: { EnableExchangeOnPremModernAuth: 1 } }],
  },
}

const evaluated = { asOf: '2024-06-01' }
const evaluatedRequest = { client: 'outlook-microsoft-365' } as const
const evaluationOff = {
  ...policy({}),
  grantControls: undefined,
  sessionControls: { continuousAccessEvaluation: { mode: 'disabled' } },
}

type Case = readonly [
  name: string,
  plan: Plan,
  request: Partial<ClientRequest>,
  enforceable: Trace['enforceable'],
  takesEffect: Trace['takesEffect'],
]

/** What can be demanded of a client, and when a change reaches one that is signed in. */
test.each<Case>([
  ['a client with a token', {}, {}, everything, 'token-expiry'],
  ['a browser, whose session lasts', {}, { client: 'browser' }, everything, 'session-expiry'],
  ['a password with each request', {}, old, ['conditional-access'], 'next-request'],
  ['a policy that blocks old clients', { policies: legacyBlock }, old, ['conditional-access'], 'documented-delay'],
  [
    'a demand that old clients cannot meet',
    { policies: [policy({ builtInControls: ['mfa'] })] },
    old,
    ['conditional-access'],
    'documented-delay',
  ],
  [
    'a modern client under a policy that blocks',
    { policies: [policy({ builtInControls: ['block'] })] },
    {},
    everything,
    'token-expiry',
  ],
  [
    'an old client with a wrong password',
    {},
    { ...old, signals: { firstFactor: 'wrong' } },
    ['conditional-access'],
    'next-request',
  ],
  ['a password that is exchanged for a token', grant, {}, ['conditional-access'], 'token-expiry'],
  [
    'Skype on Windows',
    skypeOnline,
    { ...chat, client: 'skype-for-business-2016' },
    ['mfa', 'certificate'],
    'token-expiry',
  ],
  ['Skype on a Mac', skypeOnline, { ...chat, client: 'skype-for-business-mac' }, ['mfa'], 'token-expiry'],
  ['Skype on an iPhone', skypeOnline, { ...chat, client: 'skype-for-business-mobile-ios' }, everything, 'token-expiry'],
  [
    'Skype against a server that asks a directory',
    skypeServer,
    { ...chat, client: 'skype-for-business-2016' },
    [],
    'next-request',
  ],
  ['a certificate of the registrar', withCertificate, { ...chat, client: 'skype' }, [], 'session-expiry'],
  ['tokens of AD FS on Windows', adfs, { client: 'desktop' }, ['mfa'], 'token-expiry'],
  ['a token that Exchange Online goes on evaluating', evaluated, evaluatedRequest, everything, 'documented-delay'],
  ['mail in a browser', evaluated, { client: 'browser' }, everything, 'documented-delay'],
  ['a client of which the page says nothing', evaluated, { client: 'thunderbird' }, everything, 'token-expiry'],
  ['before tenants had it', { asOf: '2021-06-01' }, evaluatedRequest, everything, 'token-expiry'],
  [
    'a policy that switches it off',
    { ...evaluated, policies: [evaluationOff] },
    evaluatedRequest,
    everything,
    'token-expiry',
  ],
  ['no flow that is open', { asOf: '2023-02-01' }, old, undefined, undefined],
])('%s', (_, plan, request, enforceable, takesEffect) => {
  const leg = legsOf(plan, request).at(-1)
  expect([leg?.enforceable, leg?.takesEffect]).toEqual([enforceable, takesEffect])
})
