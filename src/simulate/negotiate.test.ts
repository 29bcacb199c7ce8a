import { describe, expect, test } from 'vitest'
import { verdictOf } from '../trace/verdict.ts'
import { decisions } from '../trace/views.ts'
import type { Flow } from '../vocabulary/protocols.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { legsOf, type Plan } from './sign-in.fixture.ts'

/** Which flows the service of the last leg offers, in which order the client tries them, and the one they use. */
function negotiated(plan: Plan, request: Partial<ClientRequest> = {}): readonly [string, string, string] {
  const authentication = legsOf(plan, request).at(-1)?.authentication
  if (authentication === undefined) throw new Error('no leg')
  const { offered, order, used, mechanism } = authentication
  return [offered.join(' '), order.join(' '), [used ?? 'none', mechanism ?? ''].join(' ').trim()]
}

const client = (flows: readonly Flow[], more = {}) => ({
  client: { flows, protocols: { 'read-mail': ['ews'] }, ...more },
})
const server = (settings = {}) => ({
  user: { mailbox: 'exchange-server' },
  workloads: { 'exchange-server': { servers: [{ version: '2019', cumulativeUpdate: 13 }], ...settings } },
})
const inside = { network: { insideCorporateNetwork: true } }
const skype = (client = {}) => ({
  workloads: { 'skype-for-business-server': { servers: [{ version: '2019' }] } },
  user: { mailbox: 'none', registrar: 'skype-for-business-server' },
  tenant: { clients: [{ name: 'skype', client: 'skype-for-business-2016', ...client }] },
})
const chat = { client: 'skype', purpose: 'send-instant-messages' } as const
const owa = { client: 'browser' } as const

test.each<[name: string, plan: Plan, request: Partial<ClientRequest>, expected: readonly string[]]>([
  ['the first flow of the client that is open', {}, {}, ['modern basic', 'modern basic', 'modern']],
  [
    'the next one where the first is off',
    { workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: false } } },
    {},
    ['basic', 'modern basic', 'basic'],
  ],
  ['a client of one flow', client(['basic']), {}, ['modern basic', 'basic', 'basic']],
  ['the order is that of the client', client(['basic', 'modern']), {}, ['modern basic', 'basic modern', 'basic']],
  [
    'a program with a stored password',
    client(['password-grant']),
    {},
    ['modern basic password-grant', 'password-grant', 'password-grant'],
  ],
  [
    'a program that can do more',
    client(['modern', 'password-grant']),
    {},
    ['modern basic password-grant', 'modern password-grant', 'modern'],
  ],
  [
    'a program and a service without tokens',
    { ...client(['password-grant']), ...server(), client: client(['password-grant']).client },
    {},
    ['windows-integrated basic', 'password-grant', 'none'],
  ],
  [
    'a program and a website',
    { client: { flows: ['password-grant'], protocols: { 'read-mail': ['https'] } } },
    {},
    ['modern', 'password-grant', 'none'],
  ],
  ['a flow that the service does not have', client(['certificate']), {}, ['modern basic', 'certificate', 'none']],
  [
    'Windows-integrated from outside',
    { ...server(), ...client(['windows-integrated']) },
    {},
    ['windows-integrated basic', 'windows-integrated', 'windows-integrated ntlm'],
  ],
  [
    'Windows-integrated inside',
    { ...server(), ...client(['windows-integrated']), ...inside },
    {},
    ['windows-integrated basic', 'windows-integrated', 'windows-integrated kerberos'],
  ],
  [
    'a directory that lists basic alone',
    { ...server({ authenticationMethods: { ews: ['Basic'] } }), ...client(['windows-integrated', 'basic']) },
    {},
    ['basic', 'windows-integrated basic', 'basic'],
  ],
  [
    'a directory that lists one method by default',
    { ...server({ authenticationMethods: { default: ['Basic'] } }), ...client(['windows-integrated', 'basic']) },
    {},
    ['basic', 'windows-integrated basic', 'basic'],
  ],
  [
    'a registrar, and no certificate of it',
    skype({ registrarCertificate: 'not-held' }),
    chat,
    ['windows-integrated', 'modern windows-integrated', 'windows-integrated ntlm'],
  ],
  [
    'a registrar, and the certificate that it gave',
    skype({ registrarCertificate: 'held' }),
    chat,
    ['certificate windows-integrated', 'certificate', 'certificate tls-dsk'],
  ],
  [
    'a meeting guest, who uses digest',
    { ...skype(), workloads: skype().workloads },
    { client: 'skype-meeting-guest', purpose: 'join-meeting' },
    ['windows-integrated digest', 'digest', 'digest'],
  ],
  [
    'Outlook on the web as installed',
    { ...server(), user: { mailbox: 'exchange-server' } },
    owa,
    ['basic', 'modern windows-integrated basic', 'basic'],
  ],
])('%s', (_, plan, request, expected) => expect(negotiated(plan, request)).toEqual(expected))

describe('why no flow is used', () => {
  const end = (plan: Plan, request: Partial<ClientRequest>) => {
    const leg = legsOf(plan, request).at(-1)
    return leg && { ...verdictOf(leg), takesEffect: leg.takesEffect }
  }
  const closing = {
    workloads: {
      'exchange-online': { authenticationPolicies: [{ name: 'None' }], DefaultAuthenticationPolicy: 'None' },
    },
  }

  test('nothing in common: the client cannot sign in', () => {
    expect(end(client(['certificate']), {})).toMatchObject({ kind: 'cannot-sign-in', stage: 'before-password' })
  })
  test('a policy of the service closes it, which takes effect later', () => {
    expect(end(closing, { client: 'imap-client' })).toMatchObject({
      kind: 'blocked',
      stage: 'before-password',
      takesEffect: 'documented-delay',
    })
  })
  test('the vendor closed it', () => {
    const ended = end({ asOf: '2023-02-01' }, { client: 'imap-client' })
    expect(ended).toMatchObject({ kind: 'blocked', policies: [], stage: 'before-password' })
    expect(ended?.takesEffect).toBeUndefined()
  })
  test('the first flow that is withheld is named, not a later one', () => {
    const plan = {
      ...closing,
      workloads: { 'exchange-online': { ...closing.workloads['exchange-online'], OAuth2ClientProfileEnabled: false } },
    }
    const [modern, basic] = ['outlook-2016', 'outlook-2010'].map((client) => end(plan, { client }))
    expect(modern).toMatchObject({ kind: 'blocked' })
    expect(basic).toMatchObject({ kind: 'blocked', takesEffect: 'documented-delay' })
    expect(modern?.takesEffect).toBeUndefined()
  })
  test('a fact that is missing is named', () => {
    expect(end({ workloads: { 'exchange-online': {} }, tenant: { createdDateTime: undefined } }, {})).toMatchObject({
      kind: 'undetermined',
    })
  })
})

describe('the service answers for each flow, and the client chooses last', () => {
  const asked = (plan: Plan) => {
    const leg = legsOf(plan).at(-1)
    return (
      leg &&
      decisions(leg)
        .slice(0, 6)
        .map(({ question, about, at }) => [question, about, at].join(' ').trim())
    )
  }
  test('about its own flows first, then about those that only the client has', () => {
    expect(asked(client(['certificate', 'basic']))).toEqual([
      'client-order  client',
      'service-offer modern exchange-online',
      'service-gate modern exchange-online',
      'service-offer basic exchange-online',
      'service-gate basic exchange-online',
      'service-offer certificate exchange-online',
    ])
  })
})
