import type { Declared } from '../../tenant/declared.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Origin } from '../../vocabulary/origin.ts'

const afterWord = (id: string): string => id.slice(id.indexOf(' ') + 1)

/** What the file declares for a box. */
function declaredFor(tenant: Tenant, id: string): readonly (Declared | undefined)[] {
  if (id === 'clients') return [...tenant.clients.values()]
  if (id === 'people') return [...tenant.users.values()]
  if (id === 'entra-id') return [...tenant.domains.values(), tenant.multifactorAuthentication, tenant]
  if (id === 'active-directory') return [...tenant.domains.values()]
  if (id.startsWith('network ')) return [tenant.networks.get(afterWord(id))]
  if (id.startsWith('provider ')) return [tenant.identityProviders.get(afterWord(id))]
  const workload = [...tenant.workloads.values()].find(({ name }) => name === id)
  const mail = id.startsWith('exchange')
    ? [tenant.autodiscover, ...(workload?.authenticationPolicies.values() ?? [])]
    : []
  return [workload, ...mail]
}

/** The lines of the file that declare what a box stands for and state its settings, in order. */
export function linesFor(tenant: Tenant, id: string): readonly Origin[] {
  const lines = new Map<string, Origin>()
  const add = (origin: Origin | undefined): void => {
    if (origin !== undefined) lines.set(`${origin.file}:${origin.line}`, origin)
  }
  for (const thing of declaredFor(tenant, id)) {
    // Where the file as a whole begins says nothing about a service.
    if (thing !== tenant) add(thing?.origin)
    for (const origin of Object.values(thing?.origins ?? {})) add(origin)
  }
  if (id === 'entra-id') for (const { origin } of tenant.conditionalAccess.policies) add(origin)
  const inOrder = (one: Origin, other: Origin): number =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1
  return [...lines.values()].sort(inOrder)
}
