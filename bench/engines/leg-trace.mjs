// The same policies in a whole tenant: a mail client simulates its sign-in and everything that happens is recorded.
import { loadTenantText, planRequests, simulateSession } from '../../dist/index.js'
import { groupName } from '../problem.mjs'
import { tenantText } from './authplan.mjs'

export function legTrace(policies) {
  const tenant = JSON.parse(tenantText(policies))
  const loaded = loadTenantText(
    JSON.stringify({
      ...tenant,
      workloads: { 'exchange-online': { modernAuthentication: true } },
      networks: [{ name: 'office', ranges: ['198.51.100.0/28'] }],
      clients: ['outlook-2016', 'outlook-2010', 'browser'],
      users: Array.from({ length: 200 }, (_, index) => ({
        userPrincipalName: `u${index}@contoso.com`,
        perUserMfaState: 'disabled',
        registered: true,
        appPasswords: [],
        roles: [],
        groups: [0, 40, 80, 120, 160].map((step) => groupName((index + step) % 200)),
        mailbox: 'exchange-online',
        archive: 'none',
      })),
    }),
    'leg.json',
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  const requests = [...planRequests(loaded.value, { purpose: 'read-mail' })]
  if (requests.some((request) => simulateSession(loaded.value, request).length !== 1))
    throw new Error('one leg expected')
  let at = 0
  return {
    name: 'leg',
    run: (calls) => {
      for (let call = 0; call < calls; call += 1) {
        at = at + 1 === requests.length ? 0 : at + 1
        simulateSession(loaded.value, requests[at])
      }
    },
  }
}
