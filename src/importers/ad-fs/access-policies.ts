import { isSecurityIdentifier } from '../../tenant/claim-names.ts'
import type { AccessRuleFile, ClaimConditionFile } from '../../tenant/settings/access-rules.ts'
import { secondFactorRules } from './access-rules.ts'

/** What one of the access control policies that come with AD FS amounts to. */
export interface AccessPolicy {
  readonly rules: readonly AccessRuleFile[]
  /** Whether everyone has to pass a second factor. */
  readonly always: boolean
}

type Policy = (name: string, groups: readonly string[]) => AccessPolicy

const inside: ClaimConditionFile = { claim: 'insidecorporatenetwork', operator: 'equals', value: 'true' }
const outside: ClaimConditionFile = { claim: 'insidecorporatenetwork', operator: 'equals', value: 'false' }
const memberOf = (value: string): readonly ClaimConditionFile[] => [
  { claim: isSecurityIdentifier(value) ? 'groupsid' : 'group', operator: 'equals', value },
]

const permitting = (name: string, conditions: readonly ClaimConditionFile[]): AccessRuleFile => ({
  effect: 'permit',
  name,
  conditions,
})

const withSecondFactor: Policy = (name) => ({ rules: secondFactorRules(name, [[]]), always: true })

/** The policies that come with AD FS, by name in lower case. */
const policies: ReadonlyMap<string, Policy> = new Map<string, Policy>([
  ['permit everyone', () => ({ rules: [], always: false })],
  ['permit everyone and require mfa', withSecondFactor],
  ['permit everyone and require mfa, allow automatic device registration', withSecondFactor],
  // Which devices are registered is not seen: a second factor may be asked of anyone.
  [
    'permit everyone and require mfa from unauthenticated devices',
    (name) => ({ rules: secondFactorRules(name, [[]]), always: false }),
  ],
  [
    'permit everyone and require mfa from extranet access',
    (name) => ({ rules: secondFactorRules(name, [[outside]]), always: false }),
  ],
  [
    'permit everyone and require mfa for specific group',
    (name, groups) => ({ rules: secondFactorRules(name, groups.map(memberOf)), always: false }),
  ],
  ['permit everyone for intranet access', (name) => ({ rules: [permitting(name, [inside])], always: false })],
  [
    'permit specific group',
    (name, groups) => ({ rules: groups.map((group) => permitting(name, memberOf(group))), always: false }),
  ],
])

/** Whether a policy of AD FS names groups. */
export const takesGroups = (name: string): boolean => /specific group/i.test(name)

/** What an access control policy amounts to; undefined for one that does not come with AD FS. */
export function accessPolicy(name: string, groups: readonly string[]): AccessPolicy | undefined {
  return policies.get(name.trim().toLowerCase())?.(name, groups)
}
