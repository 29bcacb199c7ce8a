import { adfsAccessPolicies } from '../catalog/adfs-access.ts'
import type { AccessRule, ClaimCondition } from './domain.ts'
import type { PublishedAccessPolicy } from './settings/access-rules.ts'

const unlike = (claim: string, value: string): ClaimCondition => ({ claim, operator: 'not-equals', value })

/** A published client access policy as the rule over claims that it is. */
export function publishedAccessRule(policy: PublishedAccessPolicy, groups: readonly string[] = []): AccessRule {
  const denies = adfsAccessPolicies.find(({ id }) => id === policy)?.deniesWhen
  // The published text means where the user is; the claim itself is false whenever Exchange Online asks for a client.
  const conditions: ClaimCondition[] = [unlike('client-inside', 'true')]
  if (denies?.clientApplicationIsNot !== undefined) {
    conditions.push(unlike('x-ms-client-application', denies.clientApplicationIsNot))
  }
  if (denies?.endpointPathIsNot !== undefined) {
    conditions.push(unlike('x-ms-endpoint-absolute-path', denies.endpointPathIsNot))
  }
  if (denies?.outsideGroups) conditions.push(...groups.map((group) => unlike('group', group)))
  return { effect: 'deny', name: policy, conditions }
}
