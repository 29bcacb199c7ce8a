import { expect, test } from 'vitest'
import type { LegPathContext } from '../leg-context.ts'
import { serverPrerequisites, tokenServer } from './server-prerequisites.ts'

interface Case {
  readonly protocol?: string
  /** The server that the leg goes to, and the others of the tenant. */
  readonly at?: string
  readonly fetched?: boolean
  readonly modernAuthentication?: 'on' | 'off'
  readonly modernAuthority?: 'entra-id' | 'ad-fs'
  readonly servers?: readonly object[]
  readonly settings?: object
  readonly skype?: readonly object[]
  readonly providers?: readonly object[]
}

const exchange = 'exchange-server'
const skype = 'skype-for-business-server'

/** A leg to a server; no more of it is read than this. */
function contextOf(one: Case): LegPathContext {
  const { protocol = 'mapi-http', at = exchange, fetched = false, servers = [], settings = {} } = one
  const { modernAuthentication = 'on', modernAuthority = 'entra-id', skype: others = [], providers = [] } = one
  const server = (name: string, own: readonly object[]) => ({
    name,
    modernAuthentication,
    modernAuthority,
    servers: own,
    settings,
  })
  const workloads = new Map([
    [exchange, server(exchange, at === exchange ? servers : [])],
    [skype, server(skype, at === skype ? servers : others)],
  ])
  return {
    tenant: { workloads, identityProviders: new Map(providers.map((provider, index) => [index, provider])) },
    workload: fetched ? undefined : workloads.get(at),
    client: { product: { cloudBacked: fetched } },
    profile: { mailbox: exchange },
    request: { relyingParty: fetched ? 'exchange-online' : at, protocol },
  } as unknown as LegPathContext
}

const old = [{ version: '2016', cumulativeUpdate: 7 }]
const recent = [{ version: '2019', cumulativeUpdate: 14 }]
const onTheWeb = { settings: { owaModernAuthentication: true } }
const web = { protocol: 'https', ...onTheWeb }

test.each<[string, Case, 'contradicted' | 'not-contradicted']>([
  ['a server that is too old', { servers: old }, 'contradicted'],
  ['a server that is recent enough', { servers: recent }, 'not-contradicted'],
  ['a server that takes no tokens, however old', { servers: old, modernAuthentication: 'off' }, 'not-contradicted'],
  ['a server whose mail the cloud of the vendor fetches', { servers: old, fetched: true }, 'contradicted'],
  ['Outlook on the web without tokens', { servers: old, protocol: 'https' }, 'not-contradicted'],
  [
    'the same in a browser on a server of another product',
    { at: skype, servers: [], protocol: 'https' },
    'not-contradicted',
  ],
  [
    'an old server of another product, in a browser',
    { at: skype, servers: [{ version: '2015', cumulativeUpdate: 4 }], protocol: 'https' },
    'contradicted',
  ],
  [
    'an old server of another product',
    { at: skype, servers: [{ version: '2015', cumulativeUpdate: 4 }], protocol: 'sip' },
    'contradicted',
  ],
  ['Outlook on the web with tokens, on an old server', { ...web, servers: old }, 'contradicted'],
  ['Outlook on the web with tokens, on a recent server', { ...web, servers: recent }, 'not-contradicted'],
  [
    'Outlook on the web with tokens, a little too old',
    { ...web, servers: [{ version: '2019', cumulativeUpdate: 13 }] },
    'contradicted',
  ],
  [
    'Outlook on the web, where one of several servers is too old',
    { ...web, servers: [...recent, { version: '2019', cumulativeUpdate: 13 }] },
    'contradicted',
  ],
  [
    'the same server for another protocol',
    { servers: [{ version: '2019', cumulativeUpdate: 13 }], ...onTheWeb },
    'not-contradicted',
  ],
  [
    'a server of another product that is set up so, in a browser',
    { at: skype, ...web, servers: [{ version: '2019', cumulativeUpdate: 13 }] },
    'not-contradicted',
  ],
  [
    'Outlook on the web with tokens of AD FS',
    { ...web, modernAuthority: 'ad-fs', servers: [{ version: '2019', cumulativeUpdate: 13 }] },
    'not-contradicted',
  ],
  ['tokens of AD FS and servers that cannot use them', { modernAuthority: 'ad-fs', servers: old }, 'contradicted'],
  ['tokens of AD FS for another product', { at: skype, modernAuthority: 'ad-fs', servers: old }, 'not-contradicted'],
  ['SSL offloading', { servers: recent, settings: { SSLOffloading: true } }, 'contradicted'],
  ['another kind of hybrid', { servers: recent, settings: { hybrid: 'modern' } }, 'contradicted'],
  ['Lync Server beside it', { servers: recent, skype: [{ version: '2013' }] }, 'contradicted'],
  ['an AD FS that is too old', { servers: recent, providers: [{ product: 'ad-fs', version: '2.0' }] }, 'contradicted'],
  ['an AD FS that is not', { servers: recent, providers: [{ product: 'ad-fs', version: '2019' }] }, 'not-contradicted'],
])('%s', (_, one, expected) => {
  expect(serverPrerequisites(contextOf(one))).toBe(expected)
})

test('the server is that of the leg, or the one whose mail is fetched', () => {
  expect(tokenServer(contextOf({ at: skype }))?.name).toBe(skype)
  expect(tokenServer(contextOf({ fetched: true }))?.name).toBe(exchange)
  const online = contextOf({})
  expect(tokenServer({ ...online, workload: undefined })).toBeUndefined()
  const fetched = contextOf({ fetched: true })
  expect(tokenServer({ ...fetched, profile: { ...fetched.profile, mailbox: 'exchange-online' } })).toBeUndefined()
})
