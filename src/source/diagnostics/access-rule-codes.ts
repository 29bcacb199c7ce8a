import { entry } from './entry.ts'
import { didYouMean, tick } from './words.ts'

/** The claims, values and patterns of access rules of an identity provider. */
export const accessRuleCodes = {
  'TEN-16': entry<{ readonly claim: string; readonly suggestion?: string }>({
    severity: 'warning',
    title: 'unknown claim',
    message: ({ claim }) => `unknown claim ${tick(claim)}`,
    help: ({ suggestion }) =>
      `conditions that use it stay undetermined; name a claim that the identity provider sees or passes on${didYouMean(suggestion)}`,
    citation: 'adfs-access-control',
  }),
  'TEN-17': entry<{ readonly pattern: string; readonly problem: string }>({
    severity: 'error',
    title: 'invalid regular expression',
    message: ({ pattern, problem }) => `${tick(pattern)} is not a valid regular expression: ${problem}`,
    help: () => 'close open groups and escape literal characters, for example `\\.`',
  }),
  'TEN-18': entry<{ readonly pattern: string; readonly part: string }>({
    severity: 'warning',
    title: 'regular expression with an unsupported part',
    message: ({ pattern, part }) => `${tick(pattern)} uses ${part}, which authplan does not support`,
    help: () => 'conditions that use it stay undetermined; rewrite it without that part',
  }),
  'TEN-40': entry<{ readonly claim: string; readonly value: string; readonly suggestion?: string }>({
    severity: 'warning',
    title: 'value that a claim never has',
    message: ({ claim, value }) => `the claim ${tick(claim)} never has the value ${tick(value)}`,
    help: ({ suggestion }) => `correct the value, or remove the condition${didYouMean(suggestion)}`,
    citation: 'adfs-access-control',
  }),
  'TEN-41': entry<{ readonly claim: string; readonly problem: 'pattern' | 'sid' }>({
    severity: 'warning',
    title: 'condition on groups that stays undetermined',
    message: ({ claim, problem }) =>
      problem === 'pattern'
        ? `a pattern cannot be compared with the groups in ${tick(claim)}, whose names and identifiers are not all known`
        : `no declared group has the security identifier that ${tick(claim)} is compared with`,
    help: ({ problem }) =>
      problem === 'pattern'
        ? 'name each group with `equals` or `not-equals`'
        : 'the condition is undetermined for users who are not said to be members; name the group instead',
  }),
  'TEN-42': entry<{ readonly operator: string }>({
    severity: 'warning',
    title: 'value that nothing is compared with',
    message: ({ operator }) => `${tick(operator)} compares the claim with no value`,
    help: () => 'remove `value`, or use `equals` or `matches` instead',
  }),
}
