import { partOfMethods } from '../graph/documented.ts'
import { asReturned } from '../schema/as-returned.ts'
import { flag, list, object, oneOf, text } from '../schema/parts.ts'
import { setting } from './setting.ts'

/** Who is asked to register a method, and which. */
export interface CampaignTargetFile {
  readonly id: string
  readonly targetType?: string
  readonly targetedAuthenticationMethod?: string
}

/** The registration campaign: after MFA, users who lack a method are asked to register it. */
export interface RegistrationCampaignFile {
  readonly state?: 'enabled' | 'disabled' | 'default'
  readonly includeTargets?: readonly CampaignTargetFile[]
  readonly excludeTargets?: readonly CampaignTargetFile[]
  readonly enforceRegistrationAfterAllowedSnoozes?: boolean
}

/** What the policy has people register. */
export interface RegistrationEnforcementFile {
  readonly authenticationMethodsRegistrationCampaign?: RegistrationCampaignFile
}

const target = asReturned(
  object(
    'a target',
    'A user, a group, or everyone.',
    {
      id: text('target', 'The name or id of a group or a user, or `all_users`.'),
      targetType: oneOf('target type', 'What the target is.', ['group', 'user', 'unknownFutureValue']),
      targetedAuthenticationMethod: text('method', 'The id of the configuration of the method to register.'),
    },
    ['id'],
  ),
  partOfMethods,
)

const campaign = asReturned(
  object('the registration campaign', 'Whether users who lack a method are asked to register it after MFA.', {
    state: oneOf('state', 'On, off, or as the vendor manages it.', ['enabled', 'disabled', 'default']),
    includeTargets: list('included targets', 'Of whom, and which method.', target),
    excludeTargets: list('excluded targets', 'Of whom not, whatever else they are in.', target),
    enforceRegistrationAfterAllowedSnoozes: flag('limit', 'Whether users can postpone it three times at most.'),
  }),
  { ...partOfMethods, withoutEffect: ['snoozeDurationInDays'] },
)

/** The setting of the authentication methods policy. */
export const registrationEnforcement = setting<RegistrationEnforcementFile>(
  () =>
    asReturned(
      object('the registration enforcement', 'What the policy has people register.', {
        authenticationMethodsRegistrationCampaign: campaign,
      }),
      partOfMethods,
    ),
  {
    title: 'registration enforcement',
    about:
      'The registration campaign: a sign-in assumes that users postpone what it asks for, and says so where it asks.',
    readBy: 'assumptions',
    notTried: 'it changes what is asked after a sign-in, not how it ends',
  },
)
