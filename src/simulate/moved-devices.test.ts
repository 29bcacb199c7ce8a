import { expect, test } from 'vitest'
import type { TenantClient } from '../tenant/tenant.ts'
import { isSetUpOnPremises } from './moved-devices.ts'
import type { Session } from './session.ts'

interface Given {
  readonly client?: Partial<TenantClient>
  readonly flows?: readonly string[]
  readonly hybrid?: string
  readonly modern?: string
  readonly autodiscover?: string
  readonly server?: boolean
}

/** A session as far as it is read here. */
function isOnPremises({
  client,
  flows = ['basic'],
  hybrid = 'full',
  modern = 'off',
  autodiscover,
  server = true,
}: Given) {
  const workload = { settings: { hybrid }, modernAuthentication: modern }
  return isSetUpOnPremises({
    tenant: {
      workloads: new Map(server ? [['exchange-server', workload]] : []),
      ...(autodiscover === undefined ? {} : { autodiscover: { kind: autodiscover } }),
    },
    client: { product: { flows }, ...client },
    // Nothing else of a session is read.
  } as unknown as Session)
}

test.each<readonly [string, Given, boolean]>([
  ['no server', { server: false }, false],
  ['a server of its own', { hybrid: 'none', client: { accountServer: 'exchange-server' } }, false],
  ['a device that names the server, as stated', { client: { accountServer: 'exchange-server' }, flows: [] }, true],
  ['a device that names the cloud, as stated', { client: { accountServer: 'exchange-online' } }, false],
  ['autodiscover that names the cloud', { autodiscover: 'cloud' }, false],
  ['a server with modern authentication', { modern: 'on', flows: ['modern'] }, true],
  ['a device that could send a password', {}, true],
  ['a device that never sends one', { flows: ['modern'] }, false],
  ['an account added since the device has modern authentication', { client: { accountSetup: 'since-modern' } }, false],
])('%s', (_, given, expected) => {
  expect(isOnPremises(given)).toBe(expected)
})
