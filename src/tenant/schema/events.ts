import { anyPolicies } from '../settings/authentication-policies.ts'
import { mfaSettings } from '../settings/mfa.ts'
import { plainSettings, propertiesOf, type Settings } from '../settings/setting.ts'
import { userSettings } from '../settings/users.ts'
import { anyWorkloadSettings } from '../settings/workloads.ts'
import { build, flag, instant, type JsonSchema, names, oneOf, type Properties, text } from './parts.ts'

const user = text('user', 'The affected user.')
const where = oneOf(
  'directory',
  'Where it is changed. Default: on-premises for a synchronized account, otherwise in the cloud.',
  ['on-premises', 'cloud'],
)
const client = text('client', 'The affected client.')
const newValues = (settings: Settings): JsonSchema => ({
  type: 'object',
  title: 'the settings',
  description: 'The new values, by name.',
  properties: propertiesOf(plainSettings(settings)),
  additionalProperties: false,
  minProperties: 1,
})

/** The keys of each type of event: those it must have, and those it may have. */
const eventTypes: {
  readonly [type: string]: { readonly about: string; readonly must: Properties; readonly may?: Properties }
} = {
  'app-password-created': {
    about: 'A user creates an app password.',
    must: { user, name: text('app-password name', 'Its name.') },
  },
  'app-password-deleted': {
    about: 'A user deletes an app password.',
    must: { user, name: text('app-password name', 'Its name.') },
  },
  'app-passwords-deleted': { about: 'An administrator deletes all app passwords of a user.', must: { user } },
  'password-reset': { about: 'The account password is reset.', must: { user } },
  'mfa-state-changed': {
    about: 'The per-user MFA state is set.',
    must: { user, perUserMfaState: oneOf('per-user MFA state', 'The new state.', ['disabled', 'enabled', 'enforced']) },
  },
  'registration-completed': {
    about: 'A user completes the registration for MFA, which moves an enabled user to enforced.',
    must: { user },
    may: { methods: names('methods', 'The methods registered.', 'method') },
  },
  'first-signed-in': {
    about:
      'A user signs in interactively for the first time, which starts the registration period under security defaults.',
    must: { user },
  },
  'account-disabled': { about: 'An account is disabled.', must: { user }, may: { directory: where } },
  'account-enabled': { about: 'An account is enabled.', must: { user }, may: { directory: where } },
  'account-deleted': { about: 'An account is deleted.', must: { user }, may: { directory: where } },
  'account-state-changed': {
    about: 'The state of an on-premises account changes.',
    must: {
      user,
      state: oneOf('account state', 'The new state.', [
        'sound',
        'disabled',
        'locked',
        'expired',
        'password-expired',
        'outside-logon-hours',
        'deleted',
      ]),
    },
  },
  'app-passwords-setting-changed': {
    about: 'The setting for creating app passwords is changed.',
    must: { appPasswords: oneOf('app-password setting', 'The new setting.', ['allowed', 'blocked']) },
    may: { by: text('user', 'The administrator who changes it.') },
  },
  'policy-enabled': {
    about: 'A Conditional Access policy is enabled.',
    must: { policy: text('policy', 'The policy.') },
  },
  'policy-state-changed': {
    about: 'The state of a Conditional Access policy changes.',
    must: {
      policy: text('policy', 'The policy.'),
      state: oneOf('policy state', 'The new state.', ['enabled', 'disabled', 'enabledForReportingButNotEnforced']),
    },
  },
  'security-defaults-changed': {
    about: 'Security defaults are turned on or off.',
    must: { isEnabled: flag('security defaults', 'The new state.') },
  },
  'user-setting-changed': {
    about: 'Settings of a user change.',
    must: { user, settings: newValues(userSettings) },
  },
  'mfa-setting-changed': {
    about: 'Settings of multifactor authentication change.',
    must: { settings: newValues(mfaSettings) },
  },
  'workload-setting-changed': {
    about: 'Settings of a workload change.',
    must: {
      workload: text('workload', 'The workload.'),
      settings: {
        type: 'object',
        title: 'the settings',
        description: 'The new values, by name.',
        // Which of them the workload has is checked with the workload at hand.
        properties: propertiesOf({ ...anyWorkloadSettings, authenticationPolicies: anyPolicies }),
        minProperties: 1,
      },
    },
  },
  'domain-authentication-changed': {
    about: 'A domain becomes managed or federated.',
    must: {
      domain: text('domain', 'The domain.'),
      authenticationType: oneOf('domain authentication', 'The new kind.', [
        'managed',
        'federated',
        'Managed',
        'Federated',
      ]),
    },
    may: {
      identityProvider: text('identity provider', 'The identity provider of a domain that becomes federated.'),
      managedSignIn: oneOf('managed sign-in', 'How passwords are checked in a domain that becomes managed.', [
        'password-hash-sync',
        'pass-through',
        'cloud-only',
      ]),
    },
  },
  'client-upgraded': {
    about: 'A client is replaced by another catalog client, or its registry values or build change.',
    must: { client },
    may: {
      to: text('client', 'The catalog client it becomes.'),
      build: build('build', 'The new build.'),
      registry: {
        type: 'object',
        title: 'the registry values',
        description: 'Registry values that are set.',
        additionalProperties: { type: ['number', 'string'], title: 'registry value', description: 'The value.' },
      },
    },
  },
  'account-added-again': { about: 'The account is removed from a client and added again.', must: { client } },
  'device-restored-from-backup': { about: 'The device of a client is restored from a backup.', must: { client } },
  'mailbox-moved': {
    about: 'A mailbox is moved.',
    must: {
      user,
      mailbox: oneOf('mailbox home', 'Where it is moved to.', ['exchange-online', 'exchange-server', 'none']),
    },
    may: {
      archive: oneOf('archive home', 'Where the archive is moved to.', ['exchange-online', 'exchange-server', 'none']),
    },
  },
}

/** All types of events. */
export const eventTypeNames = Object.keys(eventTypes)

function branch([type, { about, must, may }]: [string, (typeof eventTypes)[string]]): JsonSchema {
  return {
    type: 'object',
    title: 'this event',
    description: about,
    properties: { at: instant('time', 'When it happens.'), type: { const: type, description: about }, ...must, ...may },
    required: ['at', ...Object.keys(must)],
    additionalProperties: false,
  }
}

/** One dated event. */
export const eventSchema: JsonSchema = {
  type: 'object',
  title: 'event',
  description: 'A dated event in the tenant.',
  discriminator: { propertyName: 'type' },
  required: ['type'],
  oneOf: Object.entries(eventTypes).map(branch),
}
