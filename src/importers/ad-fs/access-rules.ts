import type { AccessRuleFile, ClaimConditionFile } from '../../tenant/settings/access-rules.ts'
import { authorization, multipleAuthentication, secondFactorTypes } from './claim-types.ts'
import type { Alternatives } from './rule-conditions.ts'
import type { OpenRule, RuleSet } from './rule-set.ts'

/** Access rules of a tenant file, and the rules that could not be written as such. */
export interface AccessRules {
  readonly rules: readonly AccessRuleFile[]
  readonly open: readonly OpenRule[]
}

const passive: ClaimConditionFile = { claim: 'x-ms-endpoint-absolute-path', operator: 'not-equals', value: '/adfs/ls/' }
const withoutSecondFactor: ClaimConditionFile = {
  claim: 'authnmethodsreferences',
  operator: 'not-equals',
  value: multipleAuthentication,
}

/**
 * Users who must pass a second factor are denied without it; only the pages of the passive endpoint can ask for one.
 */
export function secondFactorRules(name: string, ways: Alternatives): readonly AccessRuleFile[] {
  return ways.map((way) => ({ effect: 'deny', name, conditions: [...way, passive, withoutSecondFactor] }))
}

const isAuthorization = (type: string): boolean => type === authorization.permit || type === authorization.deny

/** A claim of the deny type denies and a claim of the permit type permits, regardless of its value. */
export function authorizationRules({ issued, open }: RuleSet): AccessRules {
  const rules = issued.flatMap(({ rule, type, ways }): readonly AccessRuleFile[] =>
    isAuthorization(type)
      ? ways.map((conditions) => ({ effect: type === authorization.deny ? 'deny' : 'permit', name: rule, conditions }))
      : [],
  )
  const everyone = rules.some(({ effect, conditions }) => effect === 'permit' && conditions?.length === 0)
  // Permitting a user whom another rule already permits has no effect; claims of other types have none either.
  const matters = ({ types, problem }: OpenRule): boolean =>
    problem === 'syntax' || types.includes(authorization.deny) || (!everyone && types.includes(authorization.permit))
  const left = open.filter(matters)
  const permits = rules.filter(({ effect }) => effect === 'permit')
  const denies = rules.filter(({ effect }) => effect === 'deny')
  if (everyone) return { rules: denies, open: left }
  // Without a permit rule no user gets a token; a tenant file without rules permits everyone.
  const nobody: AccessRuleFile = { effect: 'deny', name: 'no rule permits anyone', conditions: [] }
  const noOther =
    permits.length === 0 &&
    left.every(({ types, problem }) => problem !== 'syntax' && !types.includes(authorization.permit))
  return { rules: noOther ? [nobody] : [...permits, ...denies], open: left }
}

/** The rules for a second factor as access rules, and whether everyone has to pass one. */
export function additionalRules({ issued, open }: RuleSet): AccessRules & { readonly always: boolean } {
  const asking = issued.filter(
    ({ type, value }) =>
      secondFactorTypes.includes(type) && (value === undefined || value.toLowerCase() === multipleAuthentication),
  )
  return {
    rules: asking.flatMap(({ rule, ways }) => secondFactorRules(rule, ways)),
    open: open.filter(
      ({ types, problem }) => problem === 'syntax' || types.some((one) => secondFactorTypes.includes(one)),
    ),
    always: asking.some(({ ways }) => ways.some((way) => way.length === 0)),
  }
}
