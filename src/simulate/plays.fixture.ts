import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { dropAll } from '../memory/declared-cache.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant, loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { credentials } from '../vocabulary/credentials.ts'
import type { ClientRequest, Signals } from '../vocabulary/requests.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

/** One sign-in of one tenant. */
export interface SignIn {
  readonly tenant: Tenant
  readonly request: ClientRequest
}

/** Whatever a sign-in can bring along. */
export const anySignals: fc.Arbitrary<Signals> = fc.record(
  {
    devicePlatform: fc.constantFrom('windows', 'iOS', 'android', 'unknown'),
    clientAppType: fc.constantFrom('browser', 'exchangeActiveSync', 'other', 'mobileAppsAndDesktopClients'),
    signInRiskLevel: fc.constantFrom('none', 'medium', 'high', 'unknown'),
    userRiskLevel: fc.constantFrom('none', 'medium', 'high'),
    insiderRiskLevel: fc.constantFrom('none', 'minor', 'elevated'),
    servicePrincipalRiskLevel: fc.constantFrom('none', 'high'),
    country: fc.constantFrom('US', 'FR', 'unknown'),
    ipAddress: fc.constantFrom('203.0.113.7', '198.51.100.7', '192.0.2.9'),
    authenticationFlow: fc.constantFrom('none', 'deviceCodeFlow'),
    deviceInfo: fc.constantFrom<Record<string, string>>({ isCompliant: 'true' }, { trustType: 'ServerAD' }),
    methods: fc.constantFrom(['password', 'sms'], ['fido2']),
    satisfied: fc.constantFrom(['mfa'], ['compliantDevice']),
    mfaClaim: fc.constantFrom('entra-id', 'federated-idp', 'none'),
    lastMfa: fc.constantFrom(60_000, 10_000_000_000),
    firstFactor: fc.constantFrom('right', 'wrong'),
    signedIn: fc.constantFrom('no', 'yes'),
    scopes: fc.constantFrom(['openid'], ['Mail.Read']),
    domainHint: fc.constantFrom('none', 'contoso.com'),
    privateBrowsing: fc.constantFrom('no', 'yes'),
    compliantNetwork: fc.constantFrom('no', 'yes'),
    authenticationContext: fc.constantFrom('c1', 'c2'),
  },
  { requiredKeys: [] },
)

/** The tenants of the library. */
export function libraryTenants(): readonly Tenant[] {
  const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))
  return files.map((file) => tenantOf(loadTenant(`scenarios/${file}`, nodeSourceReader('.'))))
}

/** A tenant given as text. */
export const tenantOfText = (text: string, name: string): Tenant => tenantOf(loadTenantText(text, name))

function tenantOf(loaded: ReturnType<typeof loadTenant>): Tenant {
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args)).join())
  return loaded.value
}

/** Every request of a tenant as it is, and one of every so many with random signals and a credential presented. */
export function signInsOf(tenant: Tenant, every: number, seed: number): readonly SignIn[] {
  const planned = [...planRequests(tenant)]
  const some = planned.filter((_, at) => at % every === 0)
  const signals = fc.sample(anySignals, { seed, numRuns: some.length })
  const presented = fc.sample(fc.option(fc.constantFrom(...credentials)), { seed, numRuns: some.length })
  const random = some.map((request, at): ClientRequest => {
    const presents = presented[at]
    return { ...request, signals: signals[at] ?? {}, ...(presents ? { presents } : {}) }
  })
  return [...planned, ...random].map((request) => ({ tenant, request }))
}

/** The complete traces of a sign-in, as a text that is equal for equal traces. */
export const played = ({ tenant, request }: SignIn): string =>
  createHash('sha1')
    .update(JSON.stringify(simulateSession(tenant, request)))
    .digest('base64')

/** What something gives when nothing is kept from before. */
export function cold<T>(play: () => T): T {
  dropAll()
  return play()
}

/** The same things in another order, the same each time. */
export function shuffled<T>(things: readonly T[], seed: number): readonly T[] {
  const keys = fc.sample(fc.nat(2 ** 30), { seed, numRuns: things.length })
  return things
    .map((thing, at) => ({ thing, key: keys[at] ?? 0 }))
    .sort((one, other) => one.key - other.key)
    .map(({ thing }) => thing)
}
