import type { LeverKind } from '../../analysis/why-not/lever.ts'
import type { SideEffects } from '../../analysis/why-not/side-effects.ts'
import type { WhyNot } from '../../analysis/why-not/why-not.ts'
import type { PolicyInWords } from '../../analysis/wording/policy-in-words.ts'
import { purposes } from '../../vocabulary/requests.ts'
import { answeringTokens } from '../../vocabulary/tokens.ts'
import { combinedWithBasis } from './policies.ts'
import {
  constant,
  count,
  flag,
  instant,
  list,
  object,
  oneOf,
  optional,
  type Schema,
  shape,
  text,
  texts,
  version,
  wordOf,
} from './schema.ts'
import { device } from './verdicts.ts'

const leverKind = wordOf<LeverKind>('What is changed.', {
  'client-version': true,
  'client-registry': true,
  'client-setting': true,
  'user-setting': true,
  'user-method': true,
  'user-role': true,
  'user-home': true,
  'mailbox-switch': true,
  'tenant-setting': true,
  'policy-state': true,
  'policy-scope': true,
  domain: true,
  'identity-provider': true,
  'workload-setting': true,
  device: true,
  'device-enrolment': true,
  network: true,
  rollout: true,
  autodiscover: true,
})

const purpose = oneOf('The purpose.', purposes)

/** The document of `why-not`. */
export const whyNot = shape('The smallest changes that lead to a wanted outcome.', {
  formatVersion: version,
  tenant: text('The name of the tenant.'),
  file: text('The file.'),
  asOf: instant('The date.'),
  want: text('The wanted outcome.'),
  signIns: list(
    'The sign-ins in question.',
    shape('One sign-in.', {
      user: text('The user.'),
      client: text('The client.'),
      purpose,
      network: text('The network.'),
    }),
  ),
  already: flag('Whether they already end that way.'),
  levers: count('The number of single changes.'),
  tried: count('The number of changes tried.'),
  size: { json: { description: 'The number of changes in each set; 0 if there is none.', enum: [0, 1, 2] } } as Schema<
    WhyNot['size']
  >,
  sets: list(
    'The sets.',
    shape('One set.', {
      changes: list(
        'The changes.',
        shape('One change.', {
          kind: leverKind,
          what: text('The path in the file.'),
          from: optional(text('The value before, as JSON.')),
          to: optional(text('The value after, as JSON.')),
        }),
      ),
      sideEffects: object<SideEffects>('What else changes.', {
        verdicts: count('The number of other sign-ins.'),
        users: count('The number of users.'),
        lost: count('The number of sign-ins that no longer work.'),
      }),
      patch: text('The changes as a unified diff.'),
      files: texts('The changed files.'),
    }),
  ),
  gentlerPairs: count('The number of pairs that weaken less.'),
  more: count('The number of sets that are not listed.'),
})

/** The document of `day`. */
export const day = shape('A day of a user: who is asked what.', {
  formatVersion: version,
  tenant: text('The name of the tenant.'),
  asOf: instant('The date.'),
  user: text('The user.'),
  prompts: optional(count('The number of prompts; absent if undetermined.')),
  before: constant('nothing-held'),
  steps: list(
    'The steps.',
    shape('One step.', {
      at: instant('When.'),
      do: oneOf('What the user does.', ['unlock', ...purposes] as const),
      client: text('The client, or the device.'),
      network: text('The network.'),
      verdict: optional(text('The verdict.')),
      prompts: optional(count('The number of prompts.')),
      presents: texts('What is presented.'),
      answeredBy: list('What answers instead.', oneOf('A token, ticket or secret.', answeringTokens)),
      device: optional(device),
    }),
  ),
})

/** The document of `explain --policy`. */
export const policy = object<PolicyInWords>('One policy in words, nothing left out.', {
  name: text('The name.'),
  state: text('The state.'),
  users: texts('Who.'),
  resources: texts('To what.'),
  conditions: texts('Under which conditions.'),
  grant: texts('What is granted or required.'),
  session: texts('What holds in the session.'),
  notUnderstood: texts('What is not understood.'),
})

/** The document of `what-if`. */
export const whatIf = shape('What the policies decide about a request, in the form of Microsoft Graph.', {
  value: list('Every policy.', {
    json: {
      type: 'object',
      description: 'The policy as authored, with its result.',
      properties: {
        policyApplies: flag('Whether it applies.').json,
        analysisReasons: text('Why it does not, joined by commas.').json,
        result: text('The result, in the words of the sign-in log.').json,
      },
      required: ['policyApplies', 'analysisReasons', 'result'],
    },
  }),
  combined: combinedWithBasis,
})
