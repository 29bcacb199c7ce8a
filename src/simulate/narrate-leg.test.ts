import { describe, expect, test } from 'vitest'
import type { Trace } from '../trace/step.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { federated, legsOf, type Plan, policy } from './sign-in.fixture.ts'

function legOf(plan: Plan, request: Partial<ClientRequest> = {}): Trace {
  const leg = legsOf(plan, request).at(-1)
  if (leg === undefined) throw new Error('no leg')
  return leg
}

const old = { client: 'outlook-2010' } as const
const wrong = { signals: { firstFactor: 'wrong' } } as const
const block = [policy({ builtInControls: ['block'] })]
const adfs = { domain: federated }
const skype = {
  workloads: { 'skype-for-business-server': { servers: [{ version: '2015' }] } },
  user: { mailbox: 'none', registrar: 'skype-for-business-server' },
}
const chat = { client: 'skype-for-business-2016', purpose: 'send-instant-messages' } as const
const withCertificate = {
  ...skype,
  tenant: { clients: [{ name: 'skype', client: 'skype-for-business-2016', registrarCertificate: 'held' }] },
}
const kiosk = { client: 'browser', purpose: 'register-for-mfa' } as const
const self = (purpose: ClientRequest['purpose']) => ({ client: 'browser', purpose })

describe('who keeps a record', () => {
  test.each<[name: string, plan: Plan, request: Partial<ClientRequest>, audit: readonly string[]]>([
    ['Microsoft Entra ID', {}, {}, ['entra-id']],
    ['and the identity provider with its directory', adfs, {}, ['entra-id', 'federated-idp', 'active-directory']],
    ['Active Directory, which a server asks', skype, chat, ['active-directory']],
    [
      'the service itself, which issued the certificate',
      withCertificate,
      { ...chat, client: 'skype' },
      ['relying-party'],
    ],
    ['nobody, where no flow is open', { asOf: '2023-02-01' }, old, []],
  ])('%s', (_, plan, request, audit) => expect(legOf(plan, request).audit).toEqual(audit))
})

describe('what policies decided is reported once the first factor is right', () => {
  const policies = [policy({ builtInControls: ['mfa'] })]
  test.each<[name: string, plan: Plan, request: Partial<ClientRequest>, reported: string | undefined]>([
    ['signed in', { policies }, {}, 'controls-required'],
    ['blocked', { policies: block }, {}, 'block'],
    ['a wrong password', { policies }, wrong, undefined],
    ['a password that cannot pass MFA', { policies }, old, 'block'],
    [
      'undetermined',
      { policies: [policy({ builtInControls: ['mfa'] }, { signInRiskLevels: ['high'] })] },
      {},
      'undetermined',
    ],
    [
      'closed by the service afterwards',
      { policies, user: { mailboxSwitches: { MAPIEnabled: false } } },
      {},
      'controls-required',
    ],
    ['access rules that deny', { ...adfs, policies, provider: { accessRules: ['block-all-external'] } }, {}, undefined],
  ])('%s', (_, plan, request, reported) => {
    const leg = legOf(plan, request)
    expect(leg.conditionalAccess?.decision).toBe(reported)
    expect(leg.policyOutcomes?.map((outcome) => outcome.policy)).toEqual(
      reported === undefined ? undefined : ['Policy'],
    )
  })
})

describe('the claims that an identity provider sees', () => {
  const outside = { insidecorporatenetwork: 'false', 'x-ms-proxy': 'proxy' }
  test.each<[name: string, plan: Plan, request: Partial<ClientRequest>, claims: object | undefined]>([
    ['of a browser outside', adfs, {}, { 'x-ms-endpoint-absolute-path': '/adfs/ls/', ...outside }],
    [
      'of a browser inside',
      { ...adfs, network: { insideCorporateNetwork: true, ranges: ['203.0.113.0/24'] } },
      {},
      { 'x-ms-endpoint-absolute-path': '/adfs/ls/', insidecorporatenetwork: 'true' },
    ],
    [
      'of a password that the service passes on from inside',
      { ...adfs, network: { insideCorporateNetwork: true, ranges: ['203.0.113.7/32'] } },
      { client: 'imap-client' },
      {
        'x-ms-endpoint-absolute-path': '/adfs/services/trust/2005/usernamemixed',
        ...outside,
        'x-ms-forwarded-client-ip': '203.0.113.7',
        'x-ms-client-application': 'Microsoft.Exchange.Imap',
      },
    ],
    ['are none where no provider takes part', {}, {}, undefined],
    ['are none where it is out of reach', { ...adfs, provider: { reachableFromInternet: false } }, {}, undefined],
    ['are none where no flow is open', { ...adfs, asOf: '2023-02-01' }, old, undefined],
  ])('%s', (_, plan, request, claims) => expect(legOf(plan, request).claims).toEqual(claims))

  test.each([
    [['203.0.113.7'], {}, '203.0.113.7'],
    [['2001:db8::7/128'], {}, '2001:db8::7'],
    [['2001:db8::/32'], {}, undefined],
    [['203.0.113.0/24'], {}, undefined],
    [['203.0.113.7/32', '203.0.113.8/32'], {}, undefined],
    [['203.0.113.0/24'], { ipAddress: '203.0.113.9' }, '203.0.113.9'],
  ])('the address behind %j and %j is %s', (ranges, signals, address) => {
    const leg = legOf({ ...adfs, network: { ranges } }, { ...old, signals })
    expect(leg.claims?.['x-ms-forwarded-client-ip']).toBe(address)
  })
})

describe('the other credentials', () => {
  const enforced = { perUserMfaState: 'enforced', appPasswords: ['Laptop'] }
  test.each<[name: string, plan: Plan, request: Partial<ClientRequest>, accepted: unknown, undetermined: unknown]>([
    ['none', {}, {}, undefined, undefined],
    [
      'another that is accepted',
      { user: enforced },
      { ...old, presents: 'account-password' },
      ['app-password'],
      undefined,
    ],
    [
      'one that is open',
      { ...adfs, provider: { reachableFromInternet: undefined } },
      old,
      undefined,
      [{ credential: 'account-password', missing: ['idpReachable'] }],
    ],
  ])('%s', (_, plan, request, accepted, undetermined) => {
    const leg = legOf(plan, request)
    expect([leg.accepted, leg.undetermined]).toEqual([accepted, undetermined])
  })
})

describe('what is found of a leg', () => {
  test.each<[name: string, plan: Plan, request: Partial<ClientRequest>, expected: Partial<Trace>]>([
    ['a modern client', {}, {}, { issuer: 'entra-id', clientAppType: 'mobileAppsAndDesktopClients' }],
    ['a browser', {}, { client: 'browser' }, { issuer: 'entra-id', clientAppType: 'browser' }],
    ['an old client', {}, old, { issuer: 'entra-id', clientAppType: 'other' }],
    ['a server', skype, chat, { issuer: 'active-directory' }],
    ['no flow', { asOf: '2023-02-01' }, old, {}],
  ])('%s', (_, plan, request, { issuer, clientAppType }) => {
    const leg = legOf(plan, request)
    expect([leg.issuer, leg.clientAppType]).toEqual([issuer, clientAppType])
    expect(leg.resource !== undefined).toBe(issuer === 'entra-id')
  })
})

describe('the end of a conversation', () => {
  const last = (plan: Plan, request: Partial<ClientRequest>) =>
    legOf(plan, request)
      .steps.flatMap((step) => (step.kind === 'message' ? [step.message.kind] : []))
      .slice(-2)
  const unregistered = { registered: false, methods: [] }
  const enabled = { user: { ...unregistered, perUserMfaState: 'enabled' } }
  const noAppPasswords = { ...enabled, tenant: { multifactorAuthentication: { appPasswords: 'blocked' } } }

  test.each<[name: string, plan: Plan, request: Partial<ClientRequest>, ends: readonly string[]]>([
    ['registration offers an app password', enabled, kiosk, ['app-password-offered', 'access-granted']],
    [
      'to those who are enforced',
      { user: { ...enabled.user, perUserMfaState: 'enforced' } },
      kiosk,
      ['app-password-offered', 'access-granted'],
    ],
    ['not to those who are disabled', { user: unregistered }, kiosk, ['token-presented', 'access-granted']],
    ['not where they are blocked', noAppPasswords, kiosk, ['token-presented', 'access-granted']],
    [
      'an app password is made',
      { user: { perUserMfaState: 'enforced' } },
      self('create-app-password'),
      ['token-presented', 'app-password-issued'],
    ],
    [
      'and deleted',
      { user: { perUserMfaState: 'enforced', appPasswords: ['Laptop'] } },
      self('delete-app-password'),
      ['token-presented', 'app-password-deleted'],
    ],
    ['or refused', {}, self('create-app-password'), ['token-presented', 'refusal']],
  ])('%s', (_, plan, request, ends) => expect(last(plan, request)).toEqual(ends))

  test('autodiscover answers where the mailbox is, on a separate leg', () => {
    const [first] = legsOf({ tenant: { autodiscover: { kind: 'cloud' } } }, old)
    expect(first?.request.leg).toBe('autodiscover:cloud')
    const said = first?.steps.flatMap((step) => (step.kind === 'message' ? [step.message.kind] : []))
    expect(said?.at(-1)).toBe('autodiscover-answer')
  })
})

test('questions are answered in the order of the protocol', () => {
  const asked = (plan: Plan): readonly string[] => {
    const decided = legOf(plan, old).steps.flatMap((step) => (step.kind === 'decision' ? [step.question] : []))
    return [...new Set(decided)]
  }
  const negotiated = ['client-order', 'service-offer', 'service-gate', 'flow']
  const judged = ['verifier', 'account-state', 'acceptance']
  expect(asked({ asOf: '2023-02-01' })).toEqual(negotiated)
  expect(asked({})).toEqual([
    ...negotiated,
    'issuer',
    'home-realm',
    'app-password',
    'credential',
    'second-factor-outcome',
    ...judged,
    'second-factor',
    'policy-block',
    'mailbox-gate',
  ])
})
