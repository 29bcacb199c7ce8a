import { keysOfMethods, methodConfiguration, methodTarget, partOfMethods } from '../graph/documented.ts'
import { asReturned } from '../schema/as-returned.ts'
import { flag, type JsonSchema, list, names, object, oneOf, text } from '../schema/parts.ts'
import { type CertificateModeFile, certificates } from './certificates.ts'
import { registrationEnforcement } from './registration-campaign.ts'
import { type Authored, choice, setting } from './setting.ts'

/** The methods that the policy manages, by the ids of their configurations in Graph. */
export const methodConfigurationIds = [
  'Fido2',
  'MicrosoftAuthenticator',
  'Sms',
  'Voice',
  'Email',
  'TemporaryAccessPass',
  'SoftwareOath',
  'HardwareOath',
  'X509Certificate',
  'QRCodePin',
  'ExternalAuthenticationMethod',
] as const

/** The id of the configuration of a method. */
export type MethodConfigurationId = (typeof methodConfigurationIds)[number]

/** Who may use a method: a group by name or id, or `all_users`. */
export interface MethodTargetFile {
  readonly id: string
  readonly targetType?: string
  readonly isRegistrationRequired?: boolean
  readonly authenticationMode?: 'any' | 'push' | 'deviceBasedPush'
  readonly isUsableForSignIn?: boolean
  readonly allowedPasskeyProfiles?: readonly string[]
}

/** Which passkeys are meant, by the AAGUID of their model. */
export interface KeyRestrictionsFile {
  readonly isEnforced?: boolean
  readonly enforcementType?: 'allow' | 'block'
  readonly aaGuids?: readonly string[]
}

/** What a passkey of the people with this profile must be. */
export interface PasskeyProfileFile {
  readonly id: string
  readonly name?: string
  /** `deviceBound`, `synced`, or both with a comma. */
  readonly passkeyTypes?: string
  readonly attestationEnforcement?: 'disabled' | 'registrationOnly'
  readonly keyRestrictions?: KeyRestrictionsFile
}

/** A group for which a feature is on or off. */
export interface FeatureTargetFile {
  readonly id: string
  readonly targetType?: string
}

/** Whether sign-ins ask for the highest-ranked method, and of whom. */
export interface CredentialPreferencesFile {
  readonly state?: 'enabled' | 'disabled' | 'default'
  readonly includeTargets?: readonly FeatureTargetFile[]
  readonly excludeTargets?: readonly FeatureTargetFile[]
}

/** One method: whether people may use it, who, and which kinds of it. */
export interface MethodConfigurationFile {
  readonly id: MethodConfigurationId
  readonly state: 'enabled' | 'disabled'
  readonly includeTargets?: readonly MethodTargetFile[]
  readonly excludeTargets?: readonly MethodTargetFile[]
  readonly isSelfServiceRegistrationAllowed?: boolean
  readonly isAttestationEnforced?: boolean
  readonly keyRestrictions?: KeyRestrictionsFile
  readonly passkeyProfiles?: readonly PasskeyProfileFile[]
  readonly isUsableOnce?: boolean
  readonly isSoftwareOathEnabled?: boolean
  readonly authenticationModeConfiguration?: CertificateModeFile
  readonly allowExternalIdToUseEmailOtp?: 'default' | 'enabled' | 'disabled'
}

const target: JsonSchema = asReturned(
  object(
    'a target',
    'A group, or everyone.',
    {
      id: text('target', 'The name or id of a group, or `all_users`.'),
      targetType: oneOf('target type', 'What the target is.', ['group', 'user', 'unknownFutureValue']),
      isRegistrationRequired: flag('registration', 'Whether people are led to register the method.'),
      authenticationMode: oneOf('mode', 'How Authenticator may be used.', ['any', 'push', 'deviceBasedPush']),
      isUsableForSignIn: flag('sign-in by text message', 'Whether a text message is a first factor as well.'),
      allowedPasskeyProfiles: names('profiles', 'Ids of the passkey profiles of these people.', 'profile'),
    },
    ['id'],
  ),
  methodTarget,
)

const keyRestrictions = asReturned(
  object('the key restrictions', 'Which models of authenticators are meant, by AAGUID.', {
    isEnforced: flag('enforcement', 'Whether the list counts.'),
    enforcementType: oneOf('kind of list', 'Whether the listed models are allowed or blocked.', ['allow', 'block']),
    aaGuids: names('AAGUIDs', 'The models, by AAGUID.', 'AAGUID'),
  }),
  partOfMethods,
)

const profile = asReturned(
  object(
    'a passkey profile',
    'What the passkeys of the people with this profile must be.',
    {
      id: text('profile id', 'The id that targets use for it.'),
      name: text('profile name', 'Its name.'),
      passkeyTypes: oneOf('passkey types', 'Which types are allowed.', ['deviceBound', 'synced', 'deviceBound,synced']),
      attestationEnforcement: oneOf('attestation', 'Whether it is enforced at registration.', [
        'disabled',
        'registrationOnly',
      ]),
      keyRestrictions,
    },
    ['id'],
  ),
  partOfMethods,
)

const configuration = asReturned(
  object(
    'a method configuration',
    'One method: whether it is on, for whom, and which kinds of it.',
    {
      id: oneOf('method', 'The method.', Object.keys(keysOfMethods)),
      state: oneOf('state', 'Whether the method is on.', ['enabled', 'disabled']),
      includeTargets: list('included targets', 'Who may use it. Default: nobody.', target),
      excludeTargets: list('excluded targets', 'Groups that may not, whatever else they are in.', target),
      isSelfServiceRegistrationAllowed: flag(
        'self-service set-up',
        'Whether people can register a passkey themselves.',
      ),
      isAttestationEnforced: flag('attestation', 'Whether passkeys must be attested when they are registered.'),
      keyRestrictions,
      passkeyProfiles: list('passkey profiles', 'Rules for the passkeys of groups.', profile),
      isUsableOnce: flag('one use', 'Whether every Temporary Access Pass is for one use.'),
      isSoftwareOathEnabled: flag('codes of Authenticator', 'Whether codes that Authenticator makes are accepted.'),
      authenticationModeConfiguration: certificates,
      allowExternalIdToUseEmailOtp: oneOf('one-time passcode', 'Whether guests can sign in with a mailed code.', [
        'default',
        'enabled',
        'disabled',
      ]),
    },
    ['id', 'state'],
  ),
  methodConfiguration,
)

const featureTarget = asReturned(
  object(
    'a target',
    'A group, or everyone.',
    {
      id: text('target', 'The name or id of a group, or `all_users`.'),
      targetType: oneOf('target type', 'What the target is.', ['group', 'role', 'administrativeUnit']),
    },
    ['id'],
  ),
  partOfMethods,
)

const preferences = asReturned(
  object('the credential preferences', 'Whether sign-ins ask for the highest-ranked method.', {
    state: oneOf('state', 'On, off, or as the vendor manages it.', ['enabled', 'disabled', 'default']),
    includeTargets: list('included targets', 'Of whom. Default: everyone.', featureTarget),
    excludeTargets: list('excluded targets', 'Of whom not, whatever else they are in.', featureTarget),
  }),
  partOfMethods,
)

/** The authentication methods policy, in the terms of Graph. */
export const authenticationMethodsSettings = {
  policyMigrationState: choice(['preMigration', 'migrationInProgress', 'migrationComplete'], {
    title: 'migration state',
    about:
      'Whether the older settings of MFA and password reset still count: they do until the migration is complete. The older settings are `multifactorAuthentication.availableMethods`.',
    states: 'methodAllowed',
    tries: 'every value',
  }),
  authenticationMethodConfigurations: setting<readonly MethodConfigurationFile[]>(
    (title, about) => list(title, about, configuration),
    {
      title: 'method configurations',
      about: 'What the policy says about each method. A method that is not listed is unknown.',
      states: 'methodAllowed',
      notTried: 'a list has no next value',
    },
  ),
  systemCredentialPreferences: setting<CredentialPreferencesFile>(() => preferences, {
    title: 'credential preferences',
    about:
      'Whether sign-ins ask for the highest-ranked method. It counts instead of `multifactorAuthentication.systemCredentialPreferences`.',
    states: 'systemPreferred',
    notTried: 'the setting of `multifactorAuthentication` is tried',
  }),
  registrationEnforcement,
}

/** The authentication methods policy as authored. */
export type AuthenticationMethodsFile = Authored<typeof authenticationMethodsSettings>
