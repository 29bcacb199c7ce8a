import { methodsGivenByOutsiders } from '../../../catalog/methods-of-outsiders.ts'
import type { Policy } from '../../conditional-access/model.ts'
import type { PoliciesRead } from '../../read-policies-of.ts'
import type { Check } from '../check.ts'
import { rangeOfPolicy } from './activesync-policy-limits.ts'

const canBeGivenHere = (combination: string): boolean =>
  combination
    .toLowerCase()
    .split(',')
    .every((method) => methodsGivenByOutsiders.has(method.trim()))

function combinationsOf({ grant }: Policy, { value }: PoliciesRead): readonly string[] | undefined {
  const strength = grant?.strength
  if (strength === undefined || strength.unclear.length > 0) return undefined
  return (
    strength.allowedCombinations ??
    value.authenticationStrengths.find(({ id, name }) => id === strength.id || name === strength.name)
      ?.allowedCombinations
  )
}

/** A strength that guests can only meet at home is demanded of them where MFA done at home counts. */
export const strengthOfOutsiders: Check = (file, policies) => {
  const access = file.section('crossTenantAccess')
  const all = [access?.default?.inboundTrust, ...(access?.partners ?? []).map(({ inboundTrust }) => inboundTrust)]
  if (all.some((trust) => trust?.isMfaAccepted === true)) return []
  return policies.value.policies.flatMap((policy) => {
    const { include } = policy.conditions
    const combinations = combinationsOf(policy, policies)
    const at = rangeOfPolicy(policy, policies)
    const concerned = policy.state !== 'disabled' && (include.guests || include.external !== undefined)
    if (!concerned || at === undefined || combinations === undefined || combinations.some(canBeGivenHere)) return []
    return [{ code: 'CON-70' as const, args: { policy: policy.name }, at }]
  })
}
