import { type Decision, decide } from '../rules/decide.ts'
import type { TenantClient } from '../tenant/tenant.ts'
import { type FactName, factDomains, type LegFacts } from '../vocabulary/facts.ts'
import type { Flow } from '../vocabulary/protocols.ts'
import type { ClientOrder } from '../vocabulary/questions.ts'

const orders: Readonly<Record<Exclude<ClientOrder, 'own-order'>, readonly Flow[]>> = {
  modern: ['modern'],
  basic: ['basic'],
  'modern-then-basic': ['modern', 'basic'],
  'sign-in-assistant': ['sign-in-assistant'],
  'modern-then-sign-in-assistant': ['modern', 'sign-in-assistant'],
  'windows-then-basic': ['windows-integrated', 'basic'],
  'modern-then-windows-then-basic': ['modern', 'windows-integrated', 'basic'],
  certificate: ['certificate'],
  windows: ['windows-integrated'],
  'modern-then-windows': ['modern', 'windows-integrated'],
}

function flowsOf(order: ClientOrder, { product }: TenantClient): readonly Flow[] {
  return order === 'own-order' ? product.flows : orders[order]
}

/**
 * The orders in which a client may try its flows: the one that is decided, or every one that the missing fact could give
 * it. None where it is not known which ones these are.
 */
export function waysToTry(
  order: Decision<'client-order'>,
  facts: LegFacts,
  client: TenantClient,
): readonly (readonly Flow[])[] {
  if (order.answer !== undefined) return [flowsOf(order.answer, client)]
  const older = client.product.flows.filter((flow) => flow !== 'modern')
  if (facts.modernStated === 'no') return [['modern', ...older], older]
  const [name, ...others] = order.missing
  if (name === undefined || others.length > 0 || !Object.hasOwn(factDomains, name)) return []
  // The name is one of the facts, as the line above has found.
  const values: readonly string[] = factDomains[name as FactName]
  const decided = values.map((value) => decide('client-order', { ...facts, [name]: value }).answer)
  return decided.includes(undefined) ? [] : decided.flatMap((one) => (one === undefined ? [] : [flowsOf(one, client)]))
}
