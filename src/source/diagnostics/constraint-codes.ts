import { entry, type NoArgs } from './entry.ts'
import { anyOf, tick } from './words.ts'

/** A server and the minimum version it would need. */
export interface ServerArgs {
  readonly server: string
  readonly least: string
}

/** Documented constraints that a plan violates; each entry cites its page in `citation`. */
export const constraintCodes = {
  'CON-1': entry<{ readonly on: readonly string[]; readonly off: readonly string[] }>({
    severity: 'warning',
    title: 'modern authentication on in one place and off in another',
    message: ({ on, off }) => `modern authentication is on for ${anyOf(on)} and off for ${anyOf(off)}`,
    help: () =>
      'use the same state everywhere: Skype for Business clients also call Exchange and may prompt for each service',
    citation: 'skype-ma-topologies',
  }),
  'CON-2': entry<{ readonly topology: string }>({
    severity: 'warning',
    title: 'topology without the client setting it needs',
    message: ({ topology }) =>
      `the topology ${topology} needs \`AllowAdalForNonLyncIndependentOfLync\` on Windows desktops, which is not set`,
    help: () =>
      'set it: without it, Skype for Business clients ignore the OAuth offer of Exchange Online and cannot do MFA there',
    citation: 'skype-ma-topologies',
  }),
  'CON-3': entry<ServerArgs>({
    severity: 'warning',
    title: 'Exchange Server too old for hybrid modern authentication',
    message: ({ server, least }) => `hybrid modern authentication needs ${least} or later, and ${server} is older`,
    help: () => 'install the cumulative update on all servers before turning it on',
    citation: 'hma-overview',
  }),
  'CON-4': entry<{ readonly server: string }>({
    severity: 'warning',
    title: 'Exchange 2010 with hybrid modern authentication',
    message: ({ server }) =>
      `hybrid modern authentication does not support Exchange 2010 in the environment, which has ${server}`,
    help: () =>
      'retire it first: its mailboxes would be offered OAuth, which they cannot use, and Outlook would stay disconnected',
    citation: 'hma-overview',
  }),
  'CON-5': entry<NoArgs>({
    severity: 'warning',
    title: 'SSL offloading with hybrid modern authentication',
    message: () => 'hybrid modern authentication does not work with SSL offloading',
    help: () => 're-encrypt after termination (SSL bridging), or turn off offloading',
    citation: 'hma-overview',
  }),
  'CON-6': entry<{ readonly hybrid: string }>({
    severity: 'warning',
    title: 'hybrid modern authentication without a classic full hybrid',
    message: ({ hybrid }) =>
      `hybrid modern authentication needs a classic full hybrid, but this one is ${tick(hybrid)}`,
    help: () => 'run the hybrid wizard for a classic full hybrid; the hybrid agent is not supported',
    citation: 'hma-overview',
  }),
  'CON-7': entry<ServerArgs>({
    severity: 'warning',
    title: 'Skype for Business Server too old for hybrid modern authentication',
    message: ({ server, least }) => `hybrid modern authentication needs ${least} or later, and ${server} is older`,
    help: () => 'install the cumulative update on all servers before turning it on',
    citation: 'hma-overview',
  }),
  'CON-8': entry<{ readonly provider: string; readonly version: string }>({
    severity: 'warning',
    title: 'AD FS too old for hybrid modern authentication',
    message: ({ provider, version }) =>
      `hybrid modern authentication needs AD FS 3.0 or later, and ${tick(provider)} is version ${tick(version)}`,
    help: () => 'upgrade the federation service',
    citation: 'hma-overview',
  }),
  'CON-9': entry<{ readonly server: string }>({
    severity: 'warning',
    title: 'AD FS as the authorization server of an Exchange version that cannot use it',
    message: ({ server }) =>
      `only Exchange 2019 CU13 or later can use AD FS as the authorization server, either alone or in front of Exchange 2016, and the environment has ${server}`,
    help: () => 'update Exchange, or use hybrid modern authentication',
    citation: 'exchange-server-modern-auth',
  }),
  'CON-10': entry<NoArgs>({
    severity: 'warning',
    title: 'modern authentication without MAPI over HTTP',
    message: () => 'Outlook needs MAPI over HTTP for modern authentication with Exchange Server, but it is off',
    help: () => 'turn on `MapiHttpEnabled`',
    citation: 'hma-overview',
  }),
  'CON-11': entry<{ readonly users: number; readonly with: 'conditional-access' | 'security-defaults' }>({
    severity: 'warning',
    title: 'per-user MFA mixed with policies',
    message: ({ users, with: other }) =>
      `per-user MFA is on for ${users} ${users === 1 ? 'user' : 'users'} alongside ${
        other === 'conditional-access' ? 'Conditional Access policies' : 'security defaults'
      }`,
    help: () => 'set per-user MFA to `disabled` and let the policies require MFA; the two should not be mixed',
    citation: 'entra-per-user-mfa',
  }),
  'CON-12': entry<{ readonly count: number; readonly most: number }>({
    severity: 'warning',
    title: 'too many trusted addresses',
    message: ({ count, most }) => `${count} trusted ranges are set, but the limit is ${most}`,
    help: () => 'merge adjacent ranges, or use named locations and Conditional Access',
    citation: 'entra-mfa-settings',
  }),
  'CON-13': entry<{ readonly range: string }>({
    severity: 'warning',
    title: 'trusted address that is not a public IPv4 range',
    message: ({ range }) => `the trusted range ${tick(range)} is not a public IPv4 range`,
    help: () => 'give the public IPv4 addresses behind which the network reaches the internet',
    citation: 'entra-mfa-settings',
  }),
  'CON-14': entry<NoArgs>({
    severity: 'warning',
    title: 'intranet setting without a federated domain',
    message: () => '`skipForFederatedIntranet` trusts a claim from the identity provider, but no domain is federated',
    help: () => 'list the public ranges under `trustedIps` instead',
    citation: 'entra-mfa-settings',
  }),
  'CON-15': entry<{ readonly provider: string }>({
    severity: 'warning',
    title: 'intranet setting without the claim it needs',
    message: ({ provider }) =>
      `\`skipForFederatedIntranet\` reads the claim \`insidecorporatenetwork\`, which ${tick(provider)} does not pass on`,
    help: () => 'pass the claim on to Microsoft Entra ID and add it to `passesClaims`',
    citation: 'entra-mfa-adfs',
  }),
  'CON-16': entry<{ readonly policy: string }>({
    severity: 'warning',
    title: 'remembered MFA with a sign-in frequency',
    message: ({ policy }) => `remembered MFA conflicts with the sign-in frequency of the policy ${tick(policy)}`,
    help: () => 'keep the sign-in frequency and remove `rememberDays`',
    citation: 'entra-mfa-settings',
  }),
  'CON-17': entry<{ readonly policy: string }>({
    severity: 'warning',
    title: 'security defaults with Conditional Access',
    message: ({ policy }) =>
      `security defaults cannot be combined with Conditional Access, but ${tick(policy)} is enabled`,
    help: () => 'turn off either security defaults or the policies',
    citation: 'entra-security-defaults',
  }),
  'CON-18': entry<{ readonly feature: string; readonly licence: string }>({
    severity: 'warning',
    title: 'feature without its licence',
    message: ({ feature, licence }) => `${feature} needs the licence ${tick(licence)}, which the tenant does not have`,
    help: ({ licence }) => `add ${tick(licence)} to \`licences\`, or do not use the feature`,
    citation: 'entra-mfa-licensing',
  }),
  'CON-19': entry<{ readonly policy: string; readonly reason: string }>({
    severity: 'warning',
    title: 'Exchange ActiveSync policy with unsupported settings',
    message: ({ policy, reason }) => `the policy ${tick(policy)} for Exchange ActiveSync ${reason}`,
    help: () =>
      'target only Exchange Online, with no condition other than the platform, and assign it to users or groups',
    citation: 'ca-conditions',
  }),
  'CON-20': entry<{ readonly provider: string }>({
    severity: 'warning',
    title: 'MFA by an identity provider that no domain is federated with',
    message: ({ provider }) => `${tick(provider)} performs MFA, but no federated domain uses it`,
    help: () =>
      'a second factor from another provider counts only with federation: federate a domain, or remove `performsMfa`',
    citation: 'entra-choose-authentication',
  }),
  'CON-21': entry<{ readonly provider: string }>({
    severity: 'warning',
    title: 'MFA by an identity provider that does not report it',
    message: ({ provider }) =>
      `${tick(provider)} performs MFA but does not pass on the claim \`authnmethodsreferences\` that makes it count`,
    help: () => 'pass the claim on to Microsoft Entra ID and add it to `passesClaims`',
    citation: 'entra-mfa-adfs',
  }),
  'CON-22': entry<{ readonly domain: string; readonly key: string }>({
    severity: 'warning',
    title: 'federation setting on a managed domain',
    message: ({ domain, key }) => `${tick(key)} applies only to federated domains, but ${tick(domain)} is managed`,
    help: () => 'remove it, or make the domain federated',
    citation: 'graph-domain-federation',
  }),
  'CON-23': entry<{ readonly client: string; readonly protocol: string; readonly domain: string }>({
    severity: 'warning',
    title: 'staged rollout with a protocol it does not support',
    message: ({ client, protocol, domain }) =>
      `the client ${tick(client)} uses ${tick(protocol)}, which the staged rollout of ${tick(domain)} does not support`,
    help: () => 'keep the users of this client out of the rollout groups',
    citation: 'entra-staged-rollout',
  }),
  'CON-24': entry<{ readonly domain: string }>({
    severity: 'warning',
    title: 'staged rollout on a managed domain',
    message: ({ domain }) => `a staged rollout moves users of a federated domain, but ${tick(domain)} is managed`,
    help: () => 'remove `stagedRollout`, or make the domain federated',
    citation: 'entra-staged-rollout',
  }),
  'CON-25': entry<{ readonly user: string }>({
    severity: 'warning',
    title: 'per-user MFA enforced before registration',
    message: ({ user }) =>
      `per-user MFA of ${tick(user)} is enforced before registration, so there is no app password yet`,
    help: () => 'set `enabled`; completing registration moves the user to `enforced`',
    citation: 'entra-per-user-mfa',
  }),
  'CON-71': entry<{ readonly user: string; readonly contradiction: string }>({
    severity: 'warning',
    title: 'registration that contradicts the methods',
    message: ({ user, contradiction }) => `${tick(user)} ${contradiction}`,
    help: () =>
      'whether the user is registered stays undetermined; leave out `registered` if the methods are right, or correct them',
    citation: 'graph-user-registration',
  }),
  'CON-26': entry<{ readonly user: string; readonly count: number; readonly most: number }>({
    severity: 'warning',
    title: 'more app passwords than a user can have',
    message: ({ user, count, most }) => `${tick(user)} has ${count} app passwords, but the limit is ${most}`,
    help: () => 'delete one before creating the next',
    citation: 'entra-app-passwords',
  }),
  'CON-27': entry<{ readonly user: string }>({
    severity: 'warning',
    title: 'app passwords of a user without per-user MFA',
    message: ({ user }) => `${tick(user)} has app passwords, but per-user MFA is disabled`,
    help: () => 'only users with per-user MFA enforced can create app passwords',
    citation: 'entra-combined-registration',
  }),
  'CON-28': entry<{ readonly provider: string; readonly client: string }>({
    severity: 'warning',
    title: 'PowerShell with an unreachable identity provider',
    message: ({ provider, client }) =>
      `${tick(client)} cannot sign in federated users: ${tick(provider)} is not reachable from the internet`,
    help: () => 'publish the federation service, or use accounts in a managed domain',
    citation: 'exo-powershell-connect',
  }),
  'CON-29': entry<NoArgs>({
    severity: 'warning',
    title: 'passive authentication with modern authentication',
    message: () => 'a Skype for Business Server pool cannot use both passive authentication and modern authentication',
    help: () => 'turn off `UsePassiveAuthentication` before turning on modern authentication',
    citation: 'skype-use-adal',
  }),
  'CON-30': entry<{ readonly policy: string; readonly from: string }>({
    severity: 'warning',
    title: 'Microsoft-managed policy that will be turned on',
    message: ({ policy, from }) => `${tick(policy)} is report-only, and Microsoft may turn it on from ${from}`,
    help: () => 'enable it, turn it off, or exclude users before then; `authplan diff` shows who is affected',
    citation: 'ca-managed-policies',
  }),
}
