import { disputesOf } from './disputes.ts'
import { type Authored, choice } from './setting.ts'
import { identity, statedOfUsers } from './stated-of-users.ts'

const { accountEnabled, userType, perUserMfaState, registered, methods, onPremisesSyncEnabled } = statedOfUsers
const { onPremisesAccountState, cloudPasswordExpired, homeIdentity, groups, roles } = statedOfUsers
const { mailbox, archive, sharedMailbox, mailboxAccess, hveAccount, registrar, authenticationPolicy } = statedOfUsers
const { passkeys, appPasswords, externalUserType, externalTenantId, homeCloud } = statedOfUsers
const { blockedForRiskAtHome, passwordChangedForDomainServices, privilegedInActiveDirectory } = statedOfUsers
const { firstInteractiveSignIn, lastMfa } = statedOfUsers

/** Settings of a user in dispute that are not left open: a sign-in is played under each of their values. */
export const playedSettings = {
  mailbox,
  archive,
  sharedMailbox,
  mailboxAccess,
  hveAccount,
  registrar,
  authenticationPolicy,
  passkeys,
  appPasswords,
  externalUserType,
  externalTenantId,
  homeCloud,
  blockedForRiskAtHome,
  passwordChangedForDomainServices,
  privilegedInActiveDirectory,
  firstInteractiveSignIn,
  lastMfa,
}

/** The settings of a user on which exports can disagree: a guest may be a member. */
export const disputableSettings = {
  accountEnabled,
  kind: choice(['member', 'guest'], {
    title: 'kind of principal',
    about: 'A member or a guest.',
    states: 'accountKind',
    notTried: identity,
  }),
  userType,
  homeIdentity,
  perUserMfaState,
  registered,
  methods,
  onPremisesSyncEnabled,
  onPremisesAccountState,
  cloudPasswordExpired,
  groups,
  roles,
  ...playedSettings,
}

/** A user or a program that signs in. */
export const userSettings = {
  ...statedOfUsers,
  exportsDisagree: disputesOf(disputableSettings, {
    title: 'settings in dispute',
    about:
      'Settings that are not stated because exports disagree on them, each with the values of the exports. What depends on such a setting is undetermined.',
    readBy: 'the settings that it names',
    notTried: 'the settings themselves are tried',
  }),
}

/** A principal as authored. */
export type UserFile = Authored<typeof userSettings, 'userPrincipalName'>

/** The account of a user in Active Directory and its domain, by which servers log `DOMAIN\\user`. */
export type AccountOnPremises = Pick<UserFile, 'onPremisesSamAccountName' | 'onPremisesDomainName'>
