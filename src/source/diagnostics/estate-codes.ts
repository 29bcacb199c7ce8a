import { entry, type NoArgs } from './entry.ts'
import { tick } from './words.ts'

/** Why a claim rule is not understood. */
export type ClaimRuleProblem =
  | 'syntax'
  | 'type'
  | 'claim'
  | 'issuer'
  | 'pattern'
  | 'comparison'
  | 'computed'
  | 'count'
  | 'too-many'

const problems: { readonly [Problem in ClaimRuleProblem]: string } = {
  syntax: 'it is not written in the claim rule language',
  type: 'it does not name the type of a claim',
  claim: 'it depends on a claim that neither the request nor an earlier rule has',
  issuer: 'it depends on who issued a claim, or on another property of it',
  pattern: 'it has a regular expression that cannot be evaluated in linear time',
  comparison: 'it compares the value of a claim in a way that access rules do not have',
  computed: 'it depends on a value that is computed',
  count: 'it counts claims',
  'too-many': 'it stands for too many rules',
}

/** Exports of a federation service, and code of an estate: what is not understood of them. */
export const estateCodes = {
  'IMP-30': entry<{
    readonly rule: string
    readonly of: string
    readonly problem: ClaimRuleProblem
    readonly near?: string
  }>({
    severity: 'warning',
    title: 'claim rule that is not understood',
    message: ({ rule, of, problem, near }) =>
      `the claim rule ${tick(rule)} of ${tick(of)} is not understood: ${problems[problem]}${near === undefined || near === '' ? '' : `, near ${tick(near)}`}`,
    help: () =>
      'what it decides is left open; write it by hand as one of the `accessRules`, and take it out of `notUnderstood`',
  }),
  'IMP-31': entry<{ readonly policy: string; readonly of: string; readonly problem: 'unknown' | 'no-groups' }>({
    severity: 'warning',
    title: 'access control policy that is not understood',
    message: ({ policy, of, problem }) =>
      problem === 'unknown'
        ? `the access control policy ${tick(policy)} of ${tick(of)} is none of those that come with AD FS`
        : `which groups the access control policy ${tick(policy)} of ${tick(of)} is for is not in the export`,
    help: () => 'what it decides is left open; write it by hand as `accessRules`, and take it out of `notUnderstood`',
  }),
  'IMP-33': entry<NoArgs>({
    severity: 'error',
    title: 'Terraform configuration in place of its state',
    message: () => 'a configuration of Terraform is not read: its values may be computed',
    help: () => 'give what `terraform show -json` writes of the state or of a plan',
  }),
  'IMP-34': entry<NoArgs>({
    severity: 'warning',
    title: 'resources that a script makes of data',
    message: () => 'these resources are made by a loop or a condition, which only PowerShell can evaluate',
    help: () =>
      'export the tenant with `Export-M365DSCConfiguration`, which writes every value; what they say is left open',
  }),
}
