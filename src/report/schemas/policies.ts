import {
  type CombinedDecision,
  type ConditionResult,
  conditionNames,
  type PolicyDecision,
  type PolicyOutcome,
} from '../../vocabulary/policies.ts'
import {
  flag,
  foreign,
  list,
  object,
  oneOf,
  optional,
  partial,
  record,
  type Schema,
  shape,
  text,
  texts,
  wordOf,
} from './schema.ts'
import { missingFacts } from './verdicts.ts'

const decision = wordOf<PolicyDecision>('What the policies decide together.', {
  allow: true,
  block: true,
  'controls-required': true,
  'cannot-satisfy': true,
  undetermined: true,
})
const policies = texts('The policies that contribute.')
const required: Schema<readonly (readonly string[])[]> = list(
  'All clauses must hold; any one control satisfies a clause.',
  texts('Alternative controls; a strength is `authenticationStrength:ID`.'),
)
/** Session controls in the form of Microsoft Graph. */
export const sessionControls = foreign<Readonly<Record<string, unknown>>>(
  'The session controls, in the form of Microsoft Graph.',
  { type: 'object' },
)
const missing = optional(missingFacts)

const combinedFields = {
  decision,
  policies,
  required,
  session: optional(sessionControls),
  missing,
  ifReportOnlyEnforced: optional(
    object<NonNullable<CombinedDecision['ifReportOnlyEnforced']>>('The same with report-only policies enforced.', {
      decision,
      policies,
      missing,
    }),
  ),
} as const

/** The decision of all policies together. */
export const combinedDecision = object<CombinedDecision>('The decision of all policies together.', combinedFields)

/** The same as `what-if` gives it, with the policies that set each session control. */
export const combinedWithBasis = shape('The decision of all policies together.', {
  ...combinedFields,
  sessionBasis: optional(
    record(
      'For each session control, the policies that set it and the rule that joins them.',
      shape('How one session control is set.', {
        policies: texts('The policies that set it.'),
        rule: oneOf('How several are joined.', ['only-one', 'strictest']),
        basis: oneOf('Whether the vendor documents this.', ['documented', 'inferred']),
      }),
    ),
  ),
})

const binding = wordOf<NonNullable<PolicyOutcome['via']>['binding']>('When the policy binds.', {
  early: true,
  late: true,
})
const via = optional(
  object<NonNullable<PolicyOutcome['via']>>('The service whose policy binds here.', { service: text('It.'), binding }),
)
const id = optional(text('The id of the policy.'))
const result = text('The result, in the words of the sign-in log.')

/** Every policy of a leg in the form of Microsoft Graph, and the combined decision. */
export const conditionalAccess = shape('What Conditional Access decides for this leg.', {
  value: list(
    'Every policy, in the order of the file.',
    shape('One policy.', {
      id,
      displayName: text('The name of the policy.'),
      policyApplies: flag('Whether the policy applies.'),
      analysisReasons: text('Why it does not apply, joined by commas.'),
      result,
      missing,
      via,
    }),
  ),
  combined: combinedDecision,
})

const conditionResult = wordOf<ConditionResult>('The result of the condition.', {
  hit: true,
  miss: true,
  may: true,
  'not-configured': true,
})

/** The outcome of a policy as a trace holds it. */
export const policyOutcome = object<PolicyOutcome>('The outcome of one policy.', {
  policy: text('The name of the policy.'),
  id,
  effect: wordOf<PolicyOutcome['effect']>('What the policy does here.', {
    applies: true,
    skipped: true,
    'report-only': true,
    'signal-dependent': true,
    disabled: true,
  }),
  conditions: partial('The result of each condition.', conditionResult, conditionNames),
  result,
  reasons: texts('Why it does not apply.'),
  missing,
  via,
})
