import { clientOf } from '../../catalog/clients.ts'
import { publishedNames } from '../normalize-clients.ts'
import type { TenantClient, TenantEvent } from '../tenant.ts'
import { restated, textOf } from './draft.ts'

type Change = (client: TenantClient, event: TenantEvent) => TenantClient

/** An account that was there before its program learnt modern authentication stays as it was set up. */
function setupAfter(client: TenantClient, product: TenantClient['product']): Pick<TenantClient, 'accountSetup'> {
  const learns = product.modernDependsOnSetup === true && !client.product.flows.includes('modern')
  return learns ? { accountSetup: 'before-modern' } : {}
}

function upgraded(client: TenantClient, event: TenantEvent): TenantClient {
  const product = clientOf(textOf(event, 'to')?.toLowerCase() ?? '') ?? client.product
  const build = textOf(event, 'build')
  // The schema allows only numbers and texts as registry values.
  const set = (event.details['registry'] ?? {}) as TenantClient['registry']
  const registry = { ...client.registry, ...publishedNames(set) }
  return {
    ...client,
    ...restated(client, event, ['office', 'enableAdal', 'alwaysUseMsoAuth', 'adalBuild']),
    ...setupAfter(client, product),
    product,
    registry,
    ...(build === undefined ? {} : { build }),
  }
}

/** What each event does to its client. */
export const clientEvents: Readonly<Record<string, Change>> = {
  'client-upgraded': upgraded,
  'account-added-again': (client, event) => ({
    ...client,
    ...restated(client, event, ['accountSetup']),
    accountSetup: 'since-modern',
  }),
  'device-restored-from-backup': (client, event) => ({
    ...client,
    ...restated(client, event, ['accountSetup']),
    accountSetup: 'before-modern',
  }),
}
