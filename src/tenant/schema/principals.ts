import { factDomains } from '../../vocabulary/facts.ts'
import { registrableMethods } from '../../vocabulary/methods.ts'
import { principalKinds } from '../principal-file.ts'
import { flag, flagOrNull, instant, type JsonSchema, list, names, object, oneOf, text } from './parts.ts'

/** Mailbox switches by their `Set-CASMailbox` names. */
export const mailboxSwitchNames = [
  'ActiveSyncEnabled',
  'OWAEnabled',
  'PopEnabled',
  'ImapEnabled',
  'MAPIEnabled',
  'MapiHttpEnabled',
  'EwsEnabled',
  'EwsAllowOutlook',
  'EwsAllowMacOutlook',
  'OutlookMobileEnabled',
  'MacOutlookEnabled',
  'OneWinNativeOutlookEnabled',
  'UniversalOutlookEnabled',
  'SmtpClientAuthenticationDisabled',
] as const

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
    isBuiltIn: flag('built-in role', 'False for a custom role, which policies do not see.'),
  },
  required: ['role'],
  additionalProperties: false,
}

const mailboxSwitches = object(
  'the mailbox switches',
  'Protocol switches of the mailbox by their `Set-CASMailbox` names; null follows the organization.',
  Object.fromEntries(mailboxSwitchNames.map((name) => [name, flagOrNull(name, 'A protocol switch of the mailbox.')])),
)

const exchangeHomes = ['exchange-online', 'exchange-server', 'none']

const user = object(
  'a user',
  'A person or a program that signs in.',
  {
    userPrincipalName: text(
      'user principal name',
      'The user principal name; for a program, the name by which requests refer to it.',
      {
        examples: ['finance.lead@contoso.com'],
      },
    ),
    id: text('user id', 'The object id.'),
    displayName: text('display name', 'The name in words; requests may use it too.'),
    kind: oneOf('kind of principal', 'What sort of principal it is; a member when left out.', principalKinds),
    userType: oneOf('user type', "Graph's property.", ['Member', 'Guest']),
    externalUserType: oneOf('external user type', 'The kind of guest.', [
      'internalGuest',
      'b2bCollaborationGuest',
      'b2bCollaborationMember',
      'b2bDirectConnectUser',
      'otherExternalUser',
      'serviceProvider',
    ]),
    externalTenantId: text('home tenant', 'The tenant that a guest comes from.'),
    perUserMfaState: oneOf('per-user MFA state', 'The state of per-user MFA.', ['disabled', 'enabled', 'enforced']),
    registered: flag('registration', 'Whether the user completed the registration for MFA.'),
    methods: list(
      'methods',
      'Authentication methods that the user registered.',
      oneOf('method', 'One method.', registrableMethods),
    ),
    appPasswords: list(
      'app passwords',
      'The app passwords that exist; an empty list says that there are none.',
      appPassword,
    ),
    accountEnabled: flag('account state', 'Whether the account is enabled in the cloud.'),
    onPremisesSyncEnabled: flag('synchronised account', 'Whether the account is synchronised from Active Directory.'),
    onPremisesAccountState: oneOf(
      'account state on-premises',
      'The state in Active Directory; sound when left out.',
      factDomains.accountOnPremises,
    ),
    cloudPasswordExpired: flag(
      'expired cloud password',
      'Whether the password in the cloud has expired and has to be changed first.',
    ),
    groups: names(
      'groups',
      'Groups that the user is a direct member of; with it, the user is in no others but those listing the user.',
      'group',
    ),
    roles: list('roles', 'Directory roles of the user; with it, the user has no others.', role),
    mailbox: oneOf('mailbox home', 'Where the mailbox is, or `none`.', exchangeHomes),
    archive: oneOf('archive home', 'Where the archive mailbox is, or `none`.', exchangeHomes),
    registrar: oneOf('registrar home', 'Where the user is homed for Skype for Business, or `none`.', [
      'skype-for-business-online',
      'skype-for-business-server',
      'none',
    ]),
    mailboxSwitches,
    authenticationPolicy: text('authentication policy', 'The authentication policy assigned to the user.'),
    lastMfa: instant('last MFA', 'When the user last did MFA on the devices in use.'),
  },
  ['userPrincipalName'],
)

/** Groups and users. */
export const principalProperties = {
  groups: list(
    'groups',
    'Groups that policies, roll-outs or access rules name.',
    object(
      'a group',
      'A group; its members may be groups.',
      {
        name: text('group name', 'The name by which it is referred to.'),
        id: text('group id', 'The object id.'),
        members: names('members', 'Users and groups in it, by name or id.', 'member'),
      },
      ['name'],
    ),
  ),
  users: {
    type: ['array', 'object'],
    title: 'users',
    description:
      'The people and programs that sign in, or a CSV or JSON Lines file with one in each row: `{from: users.csv}`.',
    items: user,
    properties: {
      from: text('file of users', 'The file, relative to this one; its columns are the property names of a user.'),
    },
    required: ['from'],
    additionalProperties: false,
  },
}
