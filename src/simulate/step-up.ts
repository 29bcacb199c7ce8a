import type { FactValue, Known } from '../vocabulary/facts.ts'
import { missing } from '../vocabulary/facts.ts'
import type { PolicyOutcome } from '../vocabulary/policies.ts'
import type { LegContext } from './leg-context.ts'

type Stepping = Exclude<FactValue<'stepUp'>, undefined>

const able: ReadonlySet<string> = new Set(['entra-admin-center', 'graph-powershell'])
const unable: ReadonlySet<string> = new Set(['azure-powershell', 'azure-powershell-credential'])

/** Whether the client can meet a policy that an action asks for in the middle of a session, where one applies. */
export function stepUpOf(
  { request, client, tenant }: Pick<LegContext, 'request' | 'client' | 'tenant'>,
  outcomes: () => readonly PolicyOutcome[],
): Known<'stepUp'> {
  const asked = request.signals.authenticationContext?.toLowerCase()
  if (asked === undefined || request.purpose !== 'administer') return 'possible'
  const { policies } = tenant.conditionalAccess
  const applies = outcomes().some(({ effect }, index) => {
    const contexts = policies[index]?.conditions.resources.contexts
    return effect === 'applies' && contexts?.has(asked) === true
  })
  return applies ? byClient(client.product.id) : 'possible'
}

function byClient(id: string): Stepping | typeof missing {
  if (unable.has(id)) return 'impossible'
  return able.has(id) ? 'possible' : missing
}
