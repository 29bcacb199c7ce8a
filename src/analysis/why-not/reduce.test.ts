import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planRequests } from '../../simulate/plan-requests.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { readPlan, tenantOfValue } from '../matrix/plan.ts'
import { reducer } from './reduce.ts'
import { sessionsOf } from './search.ts'
import { whyNot } from './why-not.ts'

const reader = nodeSourceReader(process.cwd())
const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))

/** One sign-in with each client, and one of each user. */
function someOf(requests: Iterable<ClientRequest>): readonly ClientRequest[] {
  const clients = new Map<string, ClientRequest>()
  const users = new Map<string, ClientRequest>()
  for (const request of requests) {
    if (!clients.has(request.client)) clients.set(request.client, request)
    users.set(request.user, request)
  }
  return [...new Set([...clients.values(), ...users.values()])]
}

test.each(files)(
  '%s without the users and clients that a sign-in has nothing to do with loads, and it goes alike',
  (file) => {
    const read = readPlan(`scenarios/${file}`, reader)
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
    const { document, tenant } = read.value
    const { source } = document
    // A plan that loads is a mapping.
    const value = document.value as Mapping
    const verdicts = (of: typeof tenant, request: ClientRequest): string =>
      JSON.stringify(
        sessionsOf(of, [request])
          ?.flat()
          .map(({ facts }) => facts),
      )
    for (const request of someOf(planRequests(tenant))) {
      const reduced = tenantOfValue(reducer(value, request.user)(value, request.client), source.name, reader)
      expect(reduced.ok || reduced.diagnostics.map(({ code, args }) => [code, args])).toBe(true)
      if (reduced.ok) expect(verdicts(reduced.value, request)).toBe(verdicts(tenant, request))
    }
  },
)

const plan = {
  name: 'T',
  asOf: '2026-01-15',
  domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
  networks: [{ name: 'internet' }],
  workloads: { 'exchange-online': { modernAuthentication: true } },
  clients: ['outlook-2016', { name: 'lab', client: 'outlook-microsoft-365', users: ['Berta'] }],
  users: { from: 'people.csv' },
  events: [{ at: '2026-03-01', type: 'mfa-state-changed', user: 'cara@contoso.com', perUserMfaState: 'enforced' }],
  conditionalAccess: {
    policies: [
      {
        displayName: 'Block',
        state: 'enabled',
        conditions: {
          users: { includeUsers: ['All'], excludeUsers: ['dora@contoso.com'] },
          applications: { includeApplications: ['All'] },
          clientAppTypes: ['all'],
        },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
    ],
  },
}
const names = ['anna', 'berta', 'cara', 'dora', 'emil']
const people = names.map((name) => `${name}@contoso.com,${name},true,exchange-online`)

test('people in a file of their own whom clients, events and policies name do not stand in the way of an answer', () => {
  const files = memorySourceReader({
    't.json': JSON.stringify(plan),
    'people.csv': ['userPrincipalName,displayName,registered,mailbox', ...people].join('\n'),
  })
  const read = readPlan('t.json', files)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  const filter = { user: 'anna@contoso.com', client: 'outlook-2016', purpose: 'read-mail' } as const
  const wanted = (traces: readonly Trace[]): boolean => sessionVerdict(traces).kind === 'signs-in'
  const found = whyNot({ plan: read.value, filter, wanted, reader: files })
  expect(found.ok && found.value.sets.map(({ levers }) => levers.map(({ what }) => what))).toContainEqual([
    'conditionalAccess.policies[Block].state',
  ])
})
