import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dropAll } from '../memory/declared-cache.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant, loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { credentials } from '../vocabulary/credentials.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

/** The same sign-in is blocked by another policy, or needs another control. */
const policy = (name: string, control: string) => `{
  displayName: ${name}, state: enabled,
  conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] },
  grantControls: { operator: OR, builtInControls: [${control}] } }`

const blockedBy = (name: string, control: string) => `
name: ${name}
asOf: 2021-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-2010, outlook-2016]
conditionalAccess: { policies: [${policy(name, control)}] }
users: [{ userPrincipalName: a@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], roles: [],
  groups: [], mailbox: exchange-online, archive: none }]
`

const folder = 'scenarios'

function tenants(): readonly Tenant[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const loaded = [
    ...files.map((file) => loadTenant(`${folder}/${file}`, nodeSourceReader('.'))),
    ...['block', 'mfa', 'compliantDevice'].flatMap((control) =>
      ['one', 'other'].map((name) => loadTenantText(blockedBy(name, control), `${name}.yaml`)),
    ),
  ]
  return loaded.map((one) => {
    if (!one.ok) throw new Error('a tenant does not load')
    return one.value
  })
}

interface SignIn {
  readonly tenant: Tenant
  readonly request: ClientRequest
}

function signIns(tenant: Tenant): readonly SignIn[] {
  const requests = [undefined, ...credentials].flatMap((presents, turn) =>
    [...planRequests(tenant, presents === undefined ? {} : { presents })].filter((_, at) => turn === 0 || at % 7 === 0),
  )
  return requests.map((request) => ({ tenant, request }))
}

const played = ({ tenant, request }: SignIn): string => JSON.stringify(simulateSession(tenant, request))

test('what is remembered of other sign-ins, of this tenant or another, changes none', () => {
  const all = tenants().flatMap(signIns)
  // Some of them are enough to be caught by what all the others left behind.
  const chosen = all.filter((_, at) => at % 9 === 0 || at > all.length - 400)
  const anew = chosen.map((one) => {
    dropAll()
    return played(one)
  })
  // What is asked for once is not kept yet.
  for (const one of [...all, ...all]) played(one)
  for (const [at, one] of chosen.entries()) expect(played(one)).toBe(anew[at])
}, 60_000)
