import { list, names, object, oneOf, text } from '../schema/parts.ts'

/** The operators that compare a claim with a value, which such a condition has to state. */
export const comparisonOperators = ['equals', 'not-equals', 'matches', 'not-matches'] as const

/** The operators that ask whether there is such a claim; a value beside them has no effect. */
export const presenceOperators = ['exists', 'absent'] as const

/** One operator that compares. */
export type ComparisonOperator = (typeof comparisonOperators)[number]

/** One operator that asks for presence. */
export type PresenceOperator = (typeof presenceOperators)[number]

interface PresenceFile {
  readonly claim: string
  readonly operator: PresenceOperator
  readonly value?: string
}

interface ComparisonFile {
  readonly claim: string
  readonly operator?: ComparisonOperator
  readonly value: string
}

/** A condition of an access rule as authored; the checks refuse a comparison without a value. */
export type ClaimConditionFile = PresenceFile | ComparisonFile

/** Whether a condition asks for the presence of a claim, whatever its value is. */
export const asksForPresence = (condition: { readonly operator?: unknown }): condition is PresenceFile =>
  presenceOperators.some((one) => one === condition.operator)

/** A published client access policy with its parameter, or a permit or deny rule over claims. */
export interface AccessRuleFile {
  readonly policy?: PublishedAccessPolicy
  readonly groups?: readonly string[]
  readonly effect?: 'permit' | 'deny'
  readonly name?: string
  readonly conditions?: readonly ClaimConditionFile[]
}

/** The client access policies that the vendor publishes for AD FS. */
export const publishedAccessPolicies = [
  'block-all-external',
  'block-all-external-except-activesync',
  'block-all-external-except-browser',
  'block-all-external-except-groups',
] as const

/** One published client access policy. */
export type PublishedAccessPolicy = (typeof publishedAccessPolicies)[number]

const condition = object(
  'a condition',
  'A condition on one claim that the identity provider sees.',
  {
    claim: text('claim', 'The claim, by the end of its type.', {
      examples: ['insidecorporatenetwork', 'x-ms-client-application'],
    }),
    operator: oneOf(
      'operator',
      'How the value is compared. Default: `equals`. `not-equals` and `not-matches` also hold without the claim.',
      [...comparisonOperators, ...presenceOperators],
    ),
    value: text(
      'claim value',
      'The value or, for `matches` and `not-matches`, the regular expression. Only `exists` and `absent` have none.',
    ),
  },
  ['claim'],
)

/** One access rule of an identity provider. */
export const accessRule = {
  type: ['string', 'object'],
  title: 'an access rule',
  description:
    'A published client access policy by name, optionally with groups, or a permit or deny rule over claims. Deny takes precedence.',
  if: { type: 'string' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { title: 'access policy', enum: publishedAccessPolicies },
  properties: {
    policy: oneOf('access policy', 'A published client access policy.', publishedAccessPolicies),
    groups: names('groups', 'The groups that `block-all-external-except-groups` allows.', 'group'),
    effect: oneOf('effect', 'What the rule does if all its conditions are met. Required, unless `policy` is given.', [
      'permit',
      'deny',
    ]),
    name: text('rule name', 'The name of the rule.'),
    conditions: list('conditions', 'All of them must be met.', condition),
  },
  additionalProperties: false,
}
