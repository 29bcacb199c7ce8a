import { expect, test } from 'vitest'
import { servedHome } from './cloud-backed.ts'
import { tenantOf } from './sign-in.fixture.ts'

/** The service that an app connects to for a mailbox on a server with these settings. */
function served(
  settings: object,
  mailbox: 'exchange-server' | 'exchange-online' | 'none' = 'exchange-server',
  cloudBacked = true,
) {
  const tenant = tenantOf({ workloads: { 'exchange-online': {}, 'exchange-server': { servers: [], ...settings } } })
  // Of the client no more is read.
  return servedHome({ tenant, client: { product: { cloudBacked } } as never }, mailbox)
}

const tokens = { OAuth2ClientProfileEnabled: true, modernAuthority: 'entra-id' }

test.each([
  ['Exchange Online once the server takes tokens', tokens, 'exchange-online'],
  ['the server before', {}, 'exchange-server'],
  ['the server where AD FS gives the tokens', { ...tokens, modernAuthority: 'ad-fs' }, 'exchange-server'],
  [
    'the server whose directory for ActiveSync takes passwords alone',
    { ...tokens, authenticationMethods: { 'exchange-activesync': ['Basic'] } },
    'exchange-server',
  ],
  [
    'Exchange Online where that directory takes tokens as well',
    { ...tokens, authenticationMethods: { 'exchange-activesync': ['Basic', 'OAuth'] } },
    'exchange-online',
  ],
  [
    'the server none of whose directories takes tokens',
    { ...tokens, authenticationMethods: { default: ['Basic'] } },
    'exchange-server',
  ],
  [
    'Exchange Online where ActiveSync is the exception',
    { ...tokens, authenticationMethods: { default: ['Basic'], 'exchange-activesync': ['OAuth'] } },
    'exchange-online',
  ],
] as const)('an app whose mail the cloud fetches connects to %s', (_, settings, expected) => {
  expect(served(settings)).toBe(expected)
})

test('other apps connect to the server, and a mailbox elsewhere is where it is', () => {
  expect(served(tokens, 'exchange-server', false)).toBe('exchange-server')
  expect(served(tokens, 'none')).toBe('none')
  expect(served({}, 'exchange-online')).toBe('exchange-online')
})
