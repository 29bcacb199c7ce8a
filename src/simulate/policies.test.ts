import { describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import type { PolicyState } from '../tenant/conditional-access/model.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

const files = [
  'conditional-access',
  'conditional-access-controls',
  'federated-skype-on-premises',
  'hybrid-autodiscover',
]

function tenantOf(file: string): Tenant {
  const loaded = loadTenant(`scenarios/${file}.yaml`, nodeSourceReader(process.cwd()))
  if (!loaded.ok) throw new Error(`${file} does not load`)
  return loaded.value
}

const blocking = tenantOf('conditional-access').conditionalAccess.policies.find(({ grant }) => grant?.block === true)
if (blocking === undefined) throw new Error('no blocking policy')

/** Who is reached by the added policy: everyone, legacy clients alone, or modern ones alone. */
const reaches = [
  ['every client', ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other']],
  ['old clients', ['exchangeActiveSync', 'other']],
  ['modern clients', ['browser', 'mobileAppsAndDesktopClients']],
] as const

function withBlock(tenant: Tenant, state: PolicyState, types: readonly string[]): Tenant {
  const { include, exclude } = blocking?.conditions ?? {}
  if (blocking === undefined || include === undefined || exclude === undefined) throw new Error('no policy to copy')
  const nobody = { ...exclude, groups: new Set<string>() }
  const conditions = {
    ...blocking.conditions,
    exclude: nobody,
    clientApps: { types: new Set(types), legacyUnclear: false },
  }
  const policy = { ...blocking, name: 'Added', state, conditions }
  const policies = [...tenant.conditionalAccess.policies, policy]
  return { ...tenant, conditionalAccess: { ...tenant.conditionalAccess, policies } }
}

/** Every leg of every sign-in: where it is, and how it ends. */
function endings(tenant: Tenant): ReadonlyMap<string, { readonly words: string; readonly opens: boolean }> {
  const found = new Map<string, { words: string; opens: boolean }>()
  for (const request of planRequests(tenant, {}))
    for (const trace of simulateSession(tenant, request)) {
      const verdict = verdictOf(trace)
      const { user, client, purpose, network } = request
      const place = [user, client, purpose, network, trace.request.leg].join(' / ')
      found.set(place, { words: JSON.stringify(verdict), opens: verdict.kind === 'signs-in' })
    }
  return found
}

describe.each(files)('a block policy added to %s', (file) => {
  const tenant = tenantOf(file)
  const before = endings(tenant)

  test.each(reaches)('for %s lets nobody in who was outside', (_, types) => {
    const after = endings(withBlock(tenant, 'enabled', types))
    const widened = [...after].filter(([place, { opens }]) => opens && before.get(place)?.opens !== true)
    expect(widened).toEqual([])
    const closed = [...before].filter(([place, { opens }]) => opens && after.get(place)?.opens !== true)
    expect(closed.length).toBeGreaterThan(0)
  })

  test.each(reaches)('for %s in report-only mode changes no verdict', (_, types) => {
    expect(endings(withBlock(tenant, 'enabledForReportingButNotEnforced', types))).toEqual(before)
  })

  test.each(reaches)('for %s, disabled, changes no verdict', (_, types) => {
    expect(endings(withBlock(tenant, 'disabled', types))).toEqual(before)
  })
})
