import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { randomPlan } from '../analysis/random-plan.fixture.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { clientNamed, planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

const tenantOf = (text: string, name: string): Tenant => {
  const loaded = loadTenantText(text, name)
  if (!loaded.ok) throw new Error(`${name} does not load: ${JSON.stringify(loaded.diagnostics)}`)
  return loaded.value
}

const blockEverything = tenantOf(
  `
name: One policy
asOf: 2024-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
users: []
conditionalAccess:
  namedLocations: []
  policies:
    - displayName: Block everything
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
`,
  'one-policy.yaml',
).conditionalAccess

const eras = ['2016-06-01', '2019-10-01', '2022-11-15', '2026-11-22'].map((day) => Date.parse(day))

const libraries = readdirSync('scenarios')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, () => tenantOf(readFileSync(`scenarios/${file}`, 'utf8'), file)] as const)

const random = Array.from(
  { length: 4 },
  (_, seed) => [`random plan ${seed}`, () => tenantOf(randomPlan(seed, 12), 'plan.yaml')] as const,
)

/** Why a leg on which Microsoft Entra ID issues the token need not meet a policy for all users and all resources. */
function exemptionOf(tenant: Tenant, { request, facts }: Trace): string | undefined {
  if (request.purpose.endsWith('-app-password') || request.purpose.startsWith('register-')) return 'a user action'
  if (facts.accountKind === 'service-principal' || facts.accountKind === 'managed-identity')
    return 'a workload identity'
  return clientNamed(tenant, request.client)?.product.appOnly === undefined ? undefined : 'an application as itself'
}

/** Ways of authenticating on which no token is issued in the cloud: the service vouches for a certificate or an address. */
const withoutToken = ['certificate', 'none', 'digest']

/** Services in the cloud that a directory of Windows Server, which vouches for their users, can be in front of. */
const withDirectory = ['azure-files', 'domain-services']

/** Applications of the tenant's own, of which the file need not state the app id. */
const ofTheTenant = ['azure-files', 'application-proxy']

/** Whether a leg that Microsoft Entra ID takes no part in is one of those that its pages let out. */
function knownIssuer({ issuer, facts, authentication, request }: Trace): boolean {
  if (issuer === undefined || issuer === 'entra-id') return true
  const used = authentication?.used ?? 'none'
  if (withDirectory.includes(request.relyingParty)) return used !== 'modern'
  if (facts.hosting === 'online') return withoutToken.includes(used)
  return used !== 'modern' || facts.modernAuthority !== 'entra-id'
}

test.each([...libraries, ...random])(
  'on every leg of %s a token of Entra ID is one for a resource and meets the policies',
  (_, load) => {
    const tenant = { ...load(), conditionalAccess: blockEverything }
    const slipped = new Set<string>()
    for (const at of [tenant.asOf, ...eras])
      for (const request of planRequests(tenant, { at }))
        for (const trace of simulateSession(tenant, request)) {
          if (!knownIssuer(trace)) slipped.add(`${trace.request.client} ${trace.request.leg} issuer ${trace.issuer}`)
          const exempt = exemptionOf(tenant, trace)
          // Policies for users reach no program, whoever starts it.
          const itself = exempt === 'a workload identity' || exempt === 'an application as itself'
          if (itself && (trace.conditionalAccess?.decision ?? 'allow') !== 'allow')
            slipped.add(`${trace.request.client} ${trace.request.leg} ${trace.conditionalAccess?.decision} as itself`)
          if (trace.issuer !== 'entra-id' || exempt !== undefined) continue
          const { kind, ...verdict } = verdictOf(trace)
          // Where the first factor fails, the policies are not evaluated.
          const early = 'stage' in verdict && ['at-password', 'at-identity-provider'].includes(verdict.stage)
          const { relyingParty } = trace.request
          const isResource = trace.resource !== undefined || ofTheTenant.includes(relyingParty)
          const reached = isResource && (early || trace.conditionalAccess?.decision === 'block')
          // No page says which policies a password over Remote Desktop has to meet.
          const isOpen = kind === 'undetermined' && trace.facts.shareTickets !== 'joined-computer'
          if (!reached || kind === 'signs-in' || isOpen)
            slipped.add(
              `${trace.request.client} ${trace.request.leg} ${trace.resource} ${trace.conditionalAccess?.decision} ${kind}`,
            )
        }
    expect([...slipped]).toEqual([])
  },
)
