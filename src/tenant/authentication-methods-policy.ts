import type {
  AuthenticationMethodsFile,
  CredentialPreferencesFile,
  MethodConfigurationFile,
  MethodConfigurationId,
} from './settings/authentication-methods.ts'
import type { CertificateMode } from './settings/certificates.ts'
import type { RegistrationCampaignFile } from './settings/registration-campaign.ts'

/** The authentication methods policy: which methods people may use, and which kinds of them. */
export interface AuthenticationMethodsPolicy {
  /** Whether the older settings of MFA and password reset count as well; undefined if the migration state is not stated. */
  readonly olderCount?: boolean
  readonly configurations: ReadonlyMap<MethodConfigurationId, MethodConfigurationFile>
  /** Whether sign-ins ask for the highest-ranked method; undefined if not stated. */
  readonly preferences?: CredentialPreferencesFile
  /** The registration campaign, unless it is off. */
  readonly campaign?: RegistrationCampaignFile
}

const externalId = 'ExternalAuthenticationMethod'

/** The policy as the file states it; undefined if it has none. */
export function normalizeAuthenticationMethods(
  file: AuthenticationMethodsFile | undefined,
): AuthenticationMethodsPolicy | undefined {
  if (file === undefined) return undefined
  const {
    policyMigrationState: state,
    authenticationMethodConfigurations: stated = [],
    systemCredentialPreferences,
    registrationEnforcement,
  } = file
  // Of several external methods, which one a user is given is not stated.
  const several = stated.filter(({ id }) => id === externalId).length > 1
  const configurations = new Map(
    stated.filter(({ id }) => !several || id !== externalId).map((one) => [one.id, one] as const),
  )
  const campaign = registrationEnforcement?.authenticationMethodsRegistrationCampaign
  return {
    configurations,
    ...(state === undefined ? {} : { olderCount: state !== 'migrationComplete' }),
    ...(systemCredentialPreferences === undefined ? {} : { preferences: systemCredentialPreferences }),
    ...(campaign === undefined || campaign.state === 'disabled' ? {} : { campaign }),
  }
}

/** What every certificate is: the default, unless a rule makes some certificate something else. */
export function certificateModeOf(file: AuthenticationMethodsFile | undefined): CertificateMode | undefined {
  const certificates = file?.authenticationMethodConfigurations?.find(({ id }) => id === 'X509Certificate')
  const { x509CertificateAuthenticationDefaultMode: standard, rules = [] } =
    certificates?.authenticationModeConfiguration ?? {}
  return rules.every(({ x509CertificateAuthenticationMode: mode }) => mode === standard) ? standard : undefined
}

/** The groups that the policy names, lower-cased. */
export function groupsOfMethods(policy: AuthenticationMethodsPolicy | undefined): readonly string[] {
  const all = [...(policy?.configurations.values() ?? []), policy?.preferences ?? {}, policy?.campaign ?? {}]
  return all.flatMap(({ includeTargets = [], excludeTargets = [] }) =>
    [...includeTargets, ...excludeTargets].map(({ id }) => id.toLowerCase()),
  )
}
