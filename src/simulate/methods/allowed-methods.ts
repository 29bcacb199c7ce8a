import type { AuthenticationMethodsPolicy } from '../../tenant/authentication-methods-policy.ts'
import type {
  MethodConfigurationFile,
  MethodConfigurationId,
  MethodTargetFile,
} from '../../tenant/settings/authentication-methods.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import { passkeyAllowed } from './passkey-allowed.ts'

/** Whether a method is in a list of the file, which may be written in other letters. */
export const includesMethod = (list: readonly string[] | undefined, method: string): boolean =>
  list?.some((one) => one.toLowerCase() === method.toLowerCase()) === true

type Person = Partial<Pick<User, 'groups' | 'passkeys' | 'id' | 'userPrincipalName'>>
type Policies = Pick<Tenant, 'multifactorAuthentication' | 'authenticationMethods'>

const configurationOf: Readonly<Record<string, MethodConfigurationId>> = {
  fido2: 'Fido2',
  microsoftauthenticatorpush: 'MicrosoftAuthenticator',
  devicebasedpush: 'MicrosoftAuthenticator',
  microsoftauthenticator: 'MicrosoftAuthenticator',
  sms: 'Sms',
  voice: 'Voice',
  email: 'Email',
  temporaryaccesspassonetime: 'TemporaryAccessPass',
  temporaryaccesspassmultiuse: 'TemporaryAccessPass',
  softwareoath: 'SoftwareOath',
  hardwareoath: 'HardwareOath',
  x509certificatesinglefactor: 'X509Certificate',
  x509certificatemultifactor: 'X509Certificate',
  qrcodepin: 'QRCodePin',
  externalauthenticationmethod: 'ExternalAuthenticationMethod',
}

/** Methods that the older settings know as well. */
const older: ReadonlySet<string> = new Set([
  'sms',
  'voice',
  'microsoftauthenticatorpush',
  'softwareoath',
  'hardwareoath',
])

/** Whether the tenant lets a user use a method: one policy that allows it is enough. Passwords and Hello are in none. */
export function methodAllowed(method: string, tenant: Policies, user: Person): Known<'methodAllowed'> {
  const { multifactorAuthentication, authenticationMethods: policy } = tenant
  const { availableMethods } = multifactorAuthentication
  if (method === 'password' || method.startsWith('federated')) return 'yes'
  const listed = availableMethods === undefined ? undefined : includesMethod(availableMethods, method)
  if (policy === undefined) return listed === false ? 'no' : 'yes'
  const said = codeOfAuthenticator(saidByPolicy(method.toLowerCase(), policy, user), method, policy, user)
  if (said === 'yes' || !older.has(method.toLowerCase()) || policy.olderCount === false || listed === false) return said
  return listed === true && policy.olderCount === true ? 'yes' : missing
}

/** A code may be one that Authenticator makes, which its own configuration allows. */
function codeOfAuthenticator(
  said: Known<'methodAllowed'>,
  method: string,
  { configurations }: AuthenticationMethodsPolicy,
  user: Person,
): Known<'methodAllowed'> {
  const authenticator = configurations.get('MicrosoftAuthenticator')
  if (method.toLowerCase() !== 'softwareoath' || said === 'yes' || said === missing) return said
  if (authenticator?.isSoftwareOathEnabled !== true) return said
  return saidByPolicy('microsoftauthenticator', { configurations }, user) === 'no' ? said : missing
}

function saidByPolicy(
  method: string,
  { configurations }: AuthenticationMethodsPolicy,
  user: Person,
): Known<'methodAllowed'> {
  const id = configurationOf[method]
  if (id === undefined) return 'yes'
  const configuration = configurations.get(id)
  if (configuration === undefined) return missing
  if (configuration.state === 'disabled') return 'no'
  const excluded = reachedBy(configuration.excludeTargets, user)
  if (excluded.sure.length > 0) return 'excluded'
  const included = reachedBy(configuration.includeTargets, user)
  const reaching = included.sure.length > 0 ? included.sure : included.perhaps
  if (reaching.length === 0) return 'no'
  const kind = kindAllowed(method, configuration, reaching, user)
  const sure = excluded.perhaps.length === 0 && included.sure.length > 0
  return kind === 'yes' && !sure ? missing : kind
}

/** Whether the kind of the method is allowed of people whom these targets reach. */
function kindAllowed(
  method: string,
  configuration: MethodConfigurationFile,
  reaching: readonly MethodTargetFile[],
  user: Person,
): Known<'methodAllowed'> {
  switch (method) {
    case 'fido2':
      return passkeyAllowed(configuration, reaching, user)
    case 'microsoftauthenticatorpush':
      return reaching.some(({ authenticationMode }) => authenticationMode !== 'deviceBasedPush') ? 'yes' : 'no'
    case 'devicebasedpush':
      return reaching.some(({ authenticationMode }) => authenticationMode !== 'push') ? 'yes' : 'no'
    case 'temporaryaccesspassmultiuse':
      return configuration.isUsableOnce === true ? 'several-uses' : 'yes'
    default:
      return 'yes'
  }
}

/** The targets that a user is among, for sure or perhaps. */
export function reachedBy<Target extends Pick<MethodTargetFile, 'id'>>(
  targets: readonly Target[] = [],
  { groups, id, userPrincipalName }: Person,
) {
  const own = [id, userPrincipalName].flatMap((name) => name?.toLowerCase() ?? [])
  const names = (one: Target): string => one.id.toLowerCase()
  const isOwn = (one: Target): boolean => names(one) === 'all_users' || own.includes(names(one))
  return {
    sure: targets.filter((one) => isOwn(one) || groups?.has(names(one)) === true),
    perhaps: groups === undefined ? targets.filter((one) => !isOwn(one)) : [],
  }
}
