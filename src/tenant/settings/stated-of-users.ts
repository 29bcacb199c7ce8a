import { factDomains } from '../../vocabulary/facts.ts'
import { registrableMethods } from '../../vocabulary/methods.ts'
import { instant, oneOf, text } from '../schema/parts.ts'
import { directoryAccountSettings } from './directory-accounts.ts'
import { managedDomainSettings } from './domain-services.ts'
import { guestHomeSettings, homeSettings } from './homes.ts'
import { type MailboxSwitchesFile, mailboxSwitchesWithDisputes } from './mailbox.ts'
import { type PasskeyFile, passkey } from './passkeys.ts'
import { appPassword, type RoleFile, role } from './roles-and-app-passwords.ts'
import { choice, flag, listOf, plain, schemaOf, setting } from './setting.ts'

/** What sort of principal a user entry is. */
export const principalKinds = [
  'member',
  'guest',
  'service-account',
  'emergency-access',
  'service-principal',
  'managed-identity',
  'directory-sync',
  'anonymous',
] as const

/** One sort of principal. */
export type PrincipalKind = (typeof principalKinds)[number]

/** Why no other value is tried of what identifies a user. */
export const identity = 'a different name or kind would be a different user'

/** What a user or a program that signs in has. */
export const statedOfUsers = {
  userPrincipalName: setting<string>((title, about) => text(title, about, { examples: ['finance.lead@contoso.com'] }), {
    title: 'user principal name',
    about: 'The user principal name; for a program, the name that requests use for it.',
    readBy: 'the domain of the user',
    notTried: identity,
  }),
  id: setting<string>(text, { title: 'user id', about: 'The object id.', readBy: 'policies', notTried: identity }),
  displayName: setting<string>(text, {
    title: 'display name',
    about: 'The display name; requests may also use it.',
    readBy: 'requests',
    notTried: identity,
  }),
  kind: choice(principalKinds, {
    title: 'kind of principal',
    about: 'The kind of principal. Default: member.',
    states: 'accountKind',
    notTried: identity,
  }),
  userType: choice(['Member', 'Guest'], {
    title: 'user type',
    about: 'The Graph property.',
    readBy: 'policies',
    notTried: identity,
  }),
  externalUserType: choice(
    [
      'internalGuest',
      'b2bCollaborationGuest',
      'b2bCollaborationMember',
      'b2bDirectConnectUser',
      'otherExternalUser',
      'serviceProvider',
    ],
    { title: 'external user type', about: 'The kind of guest.', readBy: 'policies', notTried: identity },
  ),
  externalTenantId: setting<string>(text, {
    title: 'home tenant',
    about: 'The tenant that a guest comes from.',
    readBy: 'policies',
    notTried: identity,
  }),
  homeIdentity: choice(['entra-tenant', 'microsoft-account', 'federated', 'one-time-passcode'], {
    title: 'home identity',
    about:
      'What a guest signs in with: an account of another tenant, a Microsoft account, a federated identity provider (SAML, WS-Federation, Google), or an emailed code. Default: an account of another tenant.',
    states: 'accountHome',
    notTried: identity,
  }),
  perUserMfaState: choice(factDomains.perUserMfaState, {
    title: 'per-user MFA state',
    about: 'The state of per-user MFA.',
    states: 'perUserMfaState',
    tries: 'every value',
    label: 'Per-user MFA state',
  }),
  registered: flag({
    title: 'registration',
    about: 'Whether the user completed the registration for MFA.',
    states: 'mfaRegistered',
    tries: 'every value',
    label: 'Registered for MFA',
  }),
  methods: plain(
    listOf<string>(oneOf('method', 'One method.', registrableMethods), {
      title: 'methods',
      about: 'Authentication methods that the user registered.',
      readBy: 'authentication strengths',
      notTried: 'a list has no next value',
    }),
  ),
  passkeys: plain(
    listOf<string | PasskeyFile>(passkey, {
      title: 'passkeys',
      about:
        "The passkeys of a user whose `methods` have `fido2`, by AAGUID or in the terms of Graph's `fido2AuthenticationMethod`. Needed where a policy allows certain keys only.",
      states: 'methodAllowed',
      notTried: 'a list has no next value',
    }),
  ),
  appPasswords: listOf<string | { readonly name: string }>(appPassword, {
    title: 'app passwords',
    about: 'The existing app passwords; an empty list means none.',
    states: 'appPasswordCount',
    notTried: 'removing all is tried if there are any, and adding one if there are none',
  }),
  accountEnabled: flag({
    title: 'account state',
    about: 'Whether the account is enabled in the cloud.',
    states: 'accountInCloud',
    notTried: 'a disabled account is enabled, never the reverse',
  }),
  onPremisesSyncEnabled: flag({
    title: 'synchronized account',
    about: 'Whether the account is synchronized from Active Directory.',
    readBy: 'who checks the password',
    notTried: identity,
  }),
  onPremisesAccountState: choice(factDomains.accountOnPremises, {
    title: 'account state on-premises',
    about: 'The state in Active Directory. Default: enabled, with no restrictions.',
    states: 'accountOnPremises',
    notTried: 'a state is cleared, never set',
  }),
  cloudPasswordExpired: flag({
    title: 'expired cloud password',
    about: 'Whether the cloud password has expired and must be changed first.',
    states: 'accountInCloud',
    notTried: 'an expired password is renewed, never the reverse',
  }),
  onPremisesSamAccountName: setting<string>(text, {
    title: 'account name on-premises',
    about: 'The name of the account in Active Directory (`sAMAccountName`), by which servers log `DOMAIN\\user`.',
    readBy: 'who a log names',
    notTried: identity,
  }),
  onPremisesDomainName: setting<string>(text, {
    title: 'domain on-premises',
    about: 'The Active Directory domain of the account, by its DNS name or the name that servers log.',
    readBy: 'who a log names',
    notTried: identity,
  }),
  groups: listOf<string>(text('group', 'One group.'), {
    title: 'groups',
    about:
      'Groups that the user is a direct member of. If set, the user is in no other groups except those that list the user.',
    readBy: 'policies, rollouts and access rules',
    notTried: 'the scope of policies is tried',
  }),
  roles: listOf<string | RoleFile>(role, {
    title: 'roles',
    about: 'Directory roles of the user. If set, the user has no other roles.',
    states: 'adminRole',
    notTried: 'a list has no next value',
  }),
  ...homeSettings,
  mailboxSwitches: setting<MailboxSwitchesFile>(
    (title, about) => schemaOf(`the ${title}`, about, mailboxSwitchesWithDisputes),
    {
      title: 'mailbox switches',
      about: 'Protocol switches of the mailbox, by their `Set-CASMailbox` names. null follows the organization.',
      states: 'mailboxSwitch',
      notTried: 'each switch is tried individually',
    },
  ),
  authenticationPolicy: setting<string>(text, {
    title: 'authentication policy',
    about: 'The authentication policy assigned to the user.',
    states: 'authenticationPolicy',
    notTried: 'only the policies declared in the file are tried',
  }),
  firstInteractiveSignIn: setting<string>(instant, {
    title: 'first interactive sign-in',
    about: 'When the user first signed in interactively under security defaults, which starts the registration period.',
    states: 'registrationGrace',
    notTried: 'past events are not changed',
  }),
  lastMfa: setting<string>(instant, {
    title: 'last MFA',
    about: 'When the user last completed MFA on the devices in use.',
    readBy: 'the age of the last MFA',
    notTried: 'the request states it',
  }),
  ...guestHomeSettings,
  ...managedDomainSettings,
  ...directoryAccountSettings,
}
