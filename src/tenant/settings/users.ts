import { factDomains } from '../../vocabulary/facts.ts'
import { registrableMethods } from '../../vocabulary/methods.ts'
import { flag as flagSchema, instant, type JsonSchema, oneOf, text } from '../schema/parts.ts'
import { type MailboxSwitchesFile, mailboxSwitches } from './mailbox.ts'
import { type Authored, choice, flag, listOf, plain, schemaOf, setting } from './setting.ts'

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

/** A role of a user: its name or template id, and what it is limited to. */
export interface RoleFile {
  readonly role: string
  readonly directoryScopeId?: string
  readonly isBuiltIn?: boolean
}

const appPassword: JsonSchema = {
  type: ['string', 'object'],
  title: 'an app password',
  description: 'The name of an app password; best the device it is for.',
  minLength: 1,
  properties: { name: text('app-password name', 'Its name.') },
  required: ['name'],
  additionalProperties: false,
}

const role: JsonSchema = {
  type: ['string', 'object'],
  title: 'a role',
  description: 'A directory role by name or template id.',
  minLength: 1,
  properties: {
    role: text('role', 'Its name or template id.'),
    directoryScopeId: text('scope', 'What the assignment is limited to; `/` is the whole tenant.'),
    isBuiltIn: flagSchema('built-in role', 'False for a custom role, which policies do not see.'),
  },
  required: ['role'],
  additionalProperties: false,
}

const exchangeHomes = ['exchange-online', 'exchange-server', 'none'] as const
const homeTried = 'the homes to try are those that the file declares'
const identity = 'another name or kind would be another person'

/** A person or a program that signs in. */
export const userSettings = {
  userPrincipalName: setting<string>((title, about) => text(title, about, { examples: ['finance.lead@contoso.com'] }), {
    title: 'user principal name',
    about: 'The user principal name; for a program, the name by which requests refer to it.',
    readBy: 'the domain of the user',
    notTried: identity,
  }),
  id: setting<string>(text, { title: 'user id', about: 'The object id.', readBy: 'policies', notTried: identity }),
  displayName: setting<string>(text, {
    title: 'display name',
    about: 'The name in words; requests may use it too.',
    readBy: 'requests',
    notTried: identity,
  }),
  kind: choice(principalKinds, {
    title: 'kind of principal',
    about: 'What sort of principal it is; a member when left out.',
    states: 'accountKind',
    notTried: identity,
  }),
  userType: choice(['Member', 'Guest'], {
    title: 'user type',
    about: "Graph's property.",
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
      'What a guest signs in with: an account of another tenant, a Microsoft account, a federated identity provider (SAML, WS-Federation, Google), or a mailed code. Silent: an account of another tenant.',
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
  appPasswords: listOf<string | { readonly name: string }>(appPassword, {
    title: 'app passwords',
    about: 'The app passwords that exist; an empty list says that there are none.',
    states: 'appPasswordCount',
    notTried: 'none are tried where there are some, and one where there is none',
  }),
  accountEnabled: flag({
    title: 'account state',
    about: 'Whether the account is enabled in the cloud.',
    states: 'accountInCloud',
    notTried: 'a disabled account is enabled, never the other way',
  }),
  onPremisesSyncEnabled: flag({
    title: 'synchronised account',
    about: 'Whether the account is synchronised from Active Directory.',
    readBy: 'who checks the password',
    notTried: identity,
  }),
  onPremisesAccountState: choice(factDomains.accountOnPremises, {
    title: 'account state on-premises',
    about: 'The state in Active Directory; sound when left out.',
    states: 'accountOnPremises',
    notTried: 'a state is cleared, never set',
  }),
  cloudPasswordExpired: flag({
    title: 'expired cloud password',
    about: 'Whether the password in the cloud has expired and has to be changed first.',
    states: 'accountInCloud',
    notTried: 'an expired password is renewed, never the other way',
  }),
  groups: listOf<string>(text('group', 'One group.'), {
    title: 'groups',
    about: 'Groups that the user is a direct member of; with it, the user is in no others but those listing the user.',
    readBy: 'policies, roll-outs and access rules',
    notTried: 'the scope of policies is tried',
  }),
  roles: listOf<string | RoleFile>(role, {
    title: 'roles',
    about: 'Directory roles of the user; with it, the user has no others.',
    states: 'adminRole',
    notTried: 'a list has no next value',
  }),
  mailbox: plain(
    choice(exchangeHomes, {
      title: 'mailbox home',
      about: 'Where the mailbox is, or `none`.',
      readBy: 'the plan of legs',
      notTried: homeTried,
    }),
  ),
  archive: plain(
    choice(exchangeHomes, {
      title: 'archive home',
      about: 'Where the archive mailbox is, or `none`.',
      readBy: 'the plan of legs',
      notTried: homeTried,
    }),
  ),
  registrar: plain(
    choice(['skype-for-business-online', 'skype-for-business-server', 'none'], {
      title: 'registrar home',
      about: 'Where the user is homed for Skype for Business, or `none`.',
      states: 'skypeHome',
      notTried: homeTried,
    }),
  ),
  mailboxSwitches: setting<MailboxSwitchesFile>((title, about) => schemaOf(`the ${title}`, about, mailboxSwitches), {
    title: 'mailbox switches',
    about: 'Protocol switches of the mailbox by their `Set-CASMailbox` names; null follows the organization.',
    states: 'mailboxSwitch',
    notTried: 'each switch is tried by itself',
  }),
  authenticationPolicy: setting<string>(text, {
    title: 'authentication policy',
    about: 'The authentication policy assigned to the user.',
    states: 'authenticationPolicy',
    notTried: 'the policies to try are those that the file declares',
  }),
  firstInteractiveSignIn: setting<string>(instant, {
    title: 'first interactive sign-in',
    about: 'When the user first signed in interactively under security defaults, from which the days to register run.',
    states: 'registrationGrace',
    notTried: 'what has happened is not changed',
  }),
  lastMfa: setting<string>(instant, {
    title: 'last MFA',
    about: 'When the user last did MFA on the devices in use.',
    readBy: 'the age of the last MFA',
    notTried: 'it is what the request states',
  }),
}

/** A principal as authored. */
export type UserFile = Authored<typeof userSettings, 'userPrincipalName'>
