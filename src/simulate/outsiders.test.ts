import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import { messages } from '../trace/views.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

const kinds = [
  { userType: 'Guest' },
  { externalUserType: 'b2bCollaborationMember' },
  { externalUserType: 'serviceProvider' },
  { kind: 'guest', externalUserType: 'b2bDirectConnectUser' },
  { kind: 'guest', homeIdentity: 'microsoft-account' },
  { kind: 'guest', homeIdentity: 'federated' },
] as const

/** The plan with an outsider of each kind in each of its domains in addition to its own users. */
function withOutsiders(file: string): Tenant {
  // The files of the library are checked by their own tests.
  const plan = parse(readFileSync(`scenarios/${file}`, 'utf8')) as Record<string, unknown>
  const domains = (plan['domains'] as readonly { readonly name: string }[]).map(({ name }) => name)
  const outsiders = domains.flatMap((domain) =>
    kinds.map((kind, index) => ({
      userPrincipalName: `p${index}_fabrikam.com#EXT#@${domain}`,
      displayName: `Outsider ${index} of ${domain}`,
      ...kind,
      perUserMfaState: 'disabled',
      registered: false,
      methods: [],
      appPasswords: [],
      mailbox: 'none',
      archive: 'none',
      registrar: 'none',
    })),
  )
  const { events: _events, users, ...rest } = plan
  const clients = (plan['clients'] as readonly unknown[] | undefined)?.map((one) =>
    typeof one === 'object' && one !== null && 'users' in one ? { ...one, users: undefined } : one,
  )
  const loaded = loadTenantText(
    stringify({
      ...rest,
      users: [...(users as readonly unknown[]), ...outsiders],
      ...(clients === undefined ? {} : { clients }),
    }),
    file,
  )
  if (!loaded.ok) throw new Error(`${file}: ${loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args))}`)
  return loaded.value
}

const files = readdirSync('scenarios').filter((file) => file.endsWith('.yaml'))

/** Who checks guests that come from no tenant: a code that is mailed is checked where it was mailed from. */
const homes: Readonly<Record<string, string>> = {
  'other-identity-provider': 'federated-idp',
  'microsoft-account': 'microsoft-account',
  'one-time-passcode': 'entra-id',
}

test.each(files)('no outsider with a home elsewhere is verified by the tenant of %s', (file) => {
  const tenant = withOutsiders(file)
  const wrong = new Set<string>()
  for (const request of planRequests(tenant)) {
    if (tenant.users.get(request.user)?.accountHome === 'here') continue
    for (const trace of simulateSession(tenant, request)) {
      const verdict = verdictOf(trace)
      if (trace.issuer !== 'entra-id') continue
      const user = tenant.users.get(request.user)
      const home = homes[user?.accountHome ?? ''] ?? 'home-tenant'
      // The application proxy asks for a ticket on behalf of people whom others have verified.
      const asked = messages(trace).some(
        ({ from, to }) => from !== 'application-proxy' && (to === 'active-directory' || to === 'pass-through-agent'),
      )
      if (asked) wrong.add(`${request.user} ${request.client}: a directory of ours is asked`)
      if (verdict.kind === 'signs-in' && verdict.credential !== 'app-only' && verdict.verifier !== home)
        wrong.add(`${request.user} ${request.client}: ${verdict.credential} checked by ${verdict.verifier}`)
    }
  }
  expect([...wrong]).toEqual([])
})
