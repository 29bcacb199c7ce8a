import { describe, expect, test } from 'vitest'
import { missing } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'
import { accessToComputer, domainTickets, hashInManagedDomain, sessionAtServer } from './domain-server-facts.ts'
import { shareAccess, takesTickets } from './share-facts.ts'

interface Case {
  readonly relyingParty?: string
  readonly inside?: boolean
  readonly settings?: object
  readonly flows?: readonly string[]
  readonly user?: object
  readonly device?: object
}

/** No more is read of a leg than this. */
const contextOf = ({
  relyingParty = 'file-server',
  inside = false,
  settings = {},
  flows = ['basic'],
  user,
  device,
}: Case) =>
  ({
    request: { relyingParty, signals: {} },
    network: { inside },
    workload: { settings },
    client: { product: { flows }, ...(device === undefined ? {} : { device: { properties: {}, ...device } }) },
    user: { accountHome: 'here', synced: true, ...user },
  }) as unknown as LegContext

const kerberos = { singleSignOnMode: 'onPremisesKerberos' }

test.each<[string, Case, string | undefined]>([
  ['a connector that gets tickets for users', { relyingParty: 'application-proxy', settings: kerberos }, 'delegated'],
  ['a connector that gets none', { relyingParty: 'application-proxy' }, undefined],
  ['the same setting of another service', { relyingParty: 'application', settings: kerberos }, undefined],
  ['a computer that asks for the password', { relyingParty: 'joined-computer' }, 'joined-computer'],
  ['a computer with a web account', { relyingParty: 'joined-computer', flows: ['modern'] }, 'not-used'],
  ['a managed domain from inside', { relyingParty: 'domain-services', inside: true }, 'managed-domain'],
  ['a managed domain of which nothing is said', { relyingParty: 'domain-services' }, missing],
  [
    'a managed domain that is open to the internet',
    { relyingParty: 'domain-services', settings: { externalAccess: 'Enabled' } },
    'managed-domain',
  ],
  [
    'a managed domain that is not',
    { relyingParty: 'domain-services', settings: { externalAccess: 'Disabled' } },
    'ldaps-closed',
  ],
  ['a server of the domain from outside', {}, 'out-of-domain'],
  ['a server of the domain', { inside: true }, 'domain-server'],
  ['SQL Server', { relyingParty: 'sql-server', inside: true }, 'domain-logon'],
  ['any other service', { relyingParty: 'exchange-online', inside: true }, undefined],
])('what is taken: %s', (_, one, expected) => {
  expect(domainTickets(contextOf(one))).toBe(expected)
})

test.each([
  ['application-proxy', 'https', true],
  ['domain-services', 'ldap', true],
  ['joined-computer', 'rdp', true],
  ['file-server', 'smb', true],
  ['azure-files', 'smb', true],
  ['azure-files', 'https', false],
  ['exchange-online', 'smb', false],
] as const)('tickets decide at %s over %s: %s', (relyingParty, protocol, expected) => {
  expect(takesTickets({ relyingParty, protocol } as Parameters<typeof takesTickets>[0])).toBe(expected)
})

const registered = { registered: true, domainJoined: false, properties: { trustType: 'Workplace' } }
const unjoined = { registered: false, domainJoined: false }
const joined = { properties: { trustType: 'AzureAD' } }
const inDomain = { registered: false, domainJoined: true }

test.each<[string, Case, object, string]>([
  ['an outsider', { user: { accountHome: 'entra-tenant' } }, { shareTickets: 'joined-computer' }, 'outsider'],
  [
    'an outsider with a web account',
    { user: { accountHome: 'entra-tenant' } },
    { shareTickets: 'not-used' },
    'outsider',
  ],
  ['a user with a web account', { device: unjoined }, { shareTickets: 'not-used' }, 'open'],
  ['from a joined device', { device: joined }, { shareTickets: 'joined-computer' }, 'open'],
  ['from a registered device', { device: registered }, { shareTickets: 'joined-computer' }, 'open'],
  [
    'from a device that the tenant does not know',
    { device: unjoined },
    { shareTickets: 'joined-computer' },
    'no-joined-device',
  ],
  ['from a device of the domain alone', { device: inDomain }, { shareTickets: 'joined-computer' }, 'no-joined-device'],
  ['from a device of which nothing is said', {}, { shareTickets: 'joined-computer' }, missing],
])('who connects to a joined computer: %s', (_, one, facts, expected) => {
  expect(accessToComputer(facts, contextOf(one))).toBe(expected)
  expect(shareAccess(facts, contextOf({ ...one, relyingParty: 'joined-computer' }))).toBe(expected)
})

const open = { inDispute: ['onPremisesSyncEnabled'] }

test.each<[string, Case, string]>([
  ['a synchronized user', { settings: { syncOnPremPasswords: 'Enabled' } }, 'open'],
  [
    'a synchronized user whose hashes do not come',
    { settings: { syncOnPremPasswords: 'Disabled' } },
    'not-in-directory',
  ],
  ['a synchronized user of whom nobody says it', {}, missing],
  [
    'a user of the cloud who has changed the password',
    { user: { synced: false, passwordChangedForDomainServices: true } },
    'open',
  ],
  [
    'a user of the cloud who has not',
    { user: { synced: false, passwordChangedForDomainServices: false }, settings: { syncOnPremPasswords: 'Enabled' } },
    'not-in-directory',
  ],
  ['one or the other', { user: open, settings: { syncOnPremPasswords: 'Enabled' } }, missing],
  [
    'an outsider',
    { user: { accountHome: 'entra-tenant' }, settings: { syncOnPremPasswords: 'Enabled' } },
    'not-in-directory',
  ],
])('the password of whom a managed domain knows: %s', (_, one, expected) => {
  expect(hashInManagedDomain(contextOf(one))).toBe(expected)
  expect(shareAccess({ shareTickets: 'managed-domain' }, contextOf(one))).toBe(expected)
})

describe('who is in Active Directory', () => {
  test.each(['active-directory', 'domain-server', 'domain-logon', 'delegated'] as const)('%s', (shareTickets) => {
    const access = (user: object) => shareAccess({ shareTickets }, contextOf({ user }))
    expect(access({})).toBe('open')
    expect(access({ synced: false })).toBe('not-in-directory')
    expect(access(open)).toBe(missing)
  })
})

describe('the session of a device at a server of the domain', () => {
  const at = (session: 'domain' | 'none', one: Case) => sessionAtServer(session, contextOf(one))
  test.each<[string, 'domain' | 'none', Case, string]>([
    ['is that of the domain', 'domain', { inside: true, device: joined }, 'domain'],
    ['is open on a device that is joined to the cloud', 'none', { inside: true, device: joined }, missing],
    ['is none on another device', 'none', { inside: true, device: unjoined }, 'none'],
    ['is none from outside', 'none', { inside: false, device: joined }, 'none'],
    ['is none at another service', 'none', { inside: true, device: joined, relyingParty: 'exchange-server' }, 'none'],
  ])('%s', (_, session, one, expected) => expect(at(session, one)).toBe(expected))
})
