import type {
  AuthenticationMethodsFile,
  MethodConfigurationFile,
  MethodConfigurationId,
} from './settings/authentication-methods.ts'

/** The authentication methods policy: which methods people may use, and which kinds of them. */
export interface AuthenticationMethodsPolicy {
  /** Whether the older settings of MFA and password reset count as well; undefined if the migration state is not stated. */
  readonly olderCount?: boolean
  readonly configurations: ReadonlyMap<MethodConfigurationId, MethodConfigurationFile>
}

/** The policy as the file states it; undefined if it has none. */
export function normalizeAuthenticationMethods(
  file: AuthenticationMethodsFile | undefined,
): AuthenticationMethodsPolicy | undefined {
  if (file === undefined) return undefined
  const { policyMigrationState: state, authenticationMethodConfigurations: stated = [] } = file
  const configurations = new Map(stated.map((one) => [one.id, one] as const))
  return state === undefined ? { configurations } : { olderCount: state !== 'migrationComplete', configurations }
}

/** The groups that the policy names, lower-cased. */
export function groupsOfMethods(policy: AuthenticationMethodsPolicy | undefined): readonly string[] {
  return [...(policy?.configurations.values() ?? [])].flatMap(({ includeTargets = [], excludeTargets = [] }) =>
    [...includeTargets, ...excludeTargets].map(({ id }) => id.toLowerCase()),
  )
}
