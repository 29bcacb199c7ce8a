import { fact, noYes } from './row.ts'

/** What the account brings along. */
export const accountFacts = {
  accountKind: fact(['user', 'guest', 'service-principal', 'managed-identity', 'directory-sync', 'anonymous'], {
    words: 'kind of account',
    of: 'user',
  }),
  accountHome: fact(
    ['here', 'entra-tenant', 'direct-connect', 'other-identity-provider', 'one-time-passcode', 'microsoft-account'],
    {
      words: 'home of the account',
      of: 'user',
    },
  ),
  crossTenant: fact(
    ['open', 'inbound-closed', 'outbound-closed', 'other-cloud', 'guest-at-risk', 'administrator-at-risk'],
    { words: 'cross-tenant access', of: 'tenant' },
  ),
  applicationAssignment: fact(['open', 'not-assigned', 'switched-off'], {
    words: 'assignment to the application',
    of: 'tenant',
  }),
  inboundMfaTrust: fact(['no', 'yes'], { words: 'MFA of the home tenant counts', of: 'tenant' }),
  domainAuthentication: fact(['managed', 'federated'], { words: 'domain authentication', of: 'domain' }),
  stagedRollout: fact(['out', 'in'], { words: 'staged rollout', of: 'user' }),
  managedSignIn: fact(['password-hash-sync', 'pass-through', 'cloud-only'], {
    words: 'sign-in of the managed domain',
    of: 'domain',
  }),
  homeRealm: fact(['managed', 'federated', 'elsewhere', 'not-asked'], { words: 'home realm', of: 'answer' }),
  perUserMfaState: fact(['disabled', 'enabled', 'enforced'], { words: 'per-user MFA state', of: 'user' }),
  mfaRegistered: fact(['yes', 'no', 'outside-strength'], { words: 'registered for MFA', of: 'user' }),
  appPasswordsSetting: fact(['allowed', 'blocked'], { words: 'app passwords setting', of: 'tenant' }),
  appPasswordCount: fact(['none', 'some', 'full'], { words: 'app passwords of the user', of: 'user' }),
  appPassword: fact(['none', 'creatable', 'exists'], { words: 'app password', of: 'user' }),
  adminRole: fact(noYes, { words: 'administrator role', of: 'user' }),
  accountOnPremises: fact(
    ['sound', 'disabled', 'locked', 'expired', 'password-expired', 'outside-logon-hours', 'deleted'],
    { words: 'account on-premises', of: 'user' },
  ),
  accountInCloud: fact(['sound', 'disabled', 'deleted', 'password-expired'], {
    words: 'account in the cloud',
    of: 'user',
  }),
  passwordGrantChecked: fact(['in-the-cloud', 'at-the-identity-provider', 'nowhere'], {
    words: 'where the password of a password grant can be verified',
    of: 'domain',
  }),
  firstFactor: fact(['right', 'wrong'], { words: 'what is typed', of: 'sign-in' }),
}
