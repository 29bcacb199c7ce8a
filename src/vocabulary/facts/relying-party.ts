import { workloadNames } from '../actors.ts'
import { fact, noYes, yesNo } from './row.ts'

/** What the service and its settings bring along. */
export const relyingPartyFacts = {
  service: fact(workloadNames, { words: 'service', of: 'service' }),
  servicePlace: fact(['declared', 'not-declared'], { words: 'which declared service this is for', of: 'service' }),
  hosting: fact(['online', 'on-premises'], { words: 'hosting of the service', of: 'service' }),
  protocolKind: fact(['other', 'smtp-auth', 'smtp', 'ews', 'pop-imap', 'remote-powershell', 'sip', 'activesync'], {
    words: 'protocol',
    of: 'service',
  }),
  carriesModern: fact(yesNo, { words: 'the protocol carries modern authentication', of: 'service' }),
  modernAuthentication: fact(['on', 'off'], { words: 'modern authentication of the service', of: 'service' }),
  modernAuthority: fact(['entra-id', 'ad-fs', 'none'], { words: 'token issuer of the server', of: 'service' }),
  serverPrerequisites: fact(['not-contradicted', 'contradicted'], {
    words: 'prerequisites for on-premises tokens',
    of: 'service',
  }),
  adFsTokens: fact(['used', 'not-used', 'unsupported'], {
    words: 'whether this version of the client uses tokens of AD FS',
    of: 'client',
  }),
  onlineMailboxesOnly: fact(noYes, { words: 'client for online mailboxes only', of: 'client' }),
  serverFlow: fact(['offered', 'not-offered'], { words: 'offered by the server', of: 'service' }),
  windowsAuthAllowed: fact(yesNo, { words: 'Windows authentication allowed on this side', of: 'service' }),
  modernAuthAllowed: fact(yesNo, { words: 'modern authentication allowed on this side', of: 'service' }),
  serviceAvailable: fact(['available', 'retired', 'not-yet'], { words: 'the service at this date', of: 'service' }),
  protocolAvailable: fact(['available', 'retired'], { words: 'the protocol at this date', of: 'service' }),
  basicAuthentication: fact(['served', 'retired', 'off-by-default'], {
    words: 'basic authentication at this date',
    of: 'service',
  }),
  basicTurnedOnAgain: fact(noYes, { words: 'basic authentication turned on again', of: 'service' }),
  outlookWebServices: fact(['open', 'closed'], {
    words: 'basic authentication for Exchange web services, on which Outlook depends',
    of: 'service',
  }),
  neededProtocols: fact(['open', 'closed'], {
    words: 'other protocols that the client requires',
    of: 'service',
  }),
  directSend: fact(['accepted', 'rejected'], { words: 'mail without authentication', of: 'service' }),
  legacySharePoint: fact(['enabled', 'disabled', 'ended'], {
    words: 'whether SharePoint Online still accepts the older sign-in of Office in this tenant',
    of: 'service',
  }),
  acsAppOnly: fact(['not-used', 'allowed', 'disabled', 'ended'], {
    words: 'app-only access to SharePoint Online with Azure ACS',
    of: 'service',
  }),
  authenticationPolicy: fact(['none', 'allows', 'blocks'], { words: 'authentication policy', of: 'service' }),
  smtpAuthOrganization: fact(['enabled', 'disabled'], { words: 'SMTP AUTH of the organization', of: 'service' }),
  smtpAuthMailbox: fact(['inherit', 'enabled', 'disabled'], { words: 'SMTP AUTH of the mailbox', of: 'user' }),
  mailboxSwitch: fact(['on', 'off'], { words: 'protocol switch of the mailbox', of: 'user' }),
  clientAccessRules: fact(['allow', 'deny'], {
    words: 'whether a client access rule denies this connection',
    of: 'service',
  }),
  hostSession: fact(['not-used', 'open', 'denied'], {
    words: 'single sign-on to the session host',
    of: 'user',
  }),
  mailbox: fact(['there', 'none'], { words: 'mailbox', of: 'user' }),
  sharedMailboxAccess: fact(['not-across', 'across', 'across-unsupported'], {
    words: 'mailbox of the other organization',
    of: 'service',
  }),
  applicationAccess: fact(['not-needed', 'granted', 'not-granted'], {
    words: 'permission of the application on the mailbox',
    of: 'user',
  }),
  publicFolders: fact(['not-asked', 'here', 'across', 'across-unknown', 'none'], {
    words: 'where the public folders are',
    of: 'user',
  }),
  hveAccount: fact(['not-asked', 'yes', 'no', 'not-allowed'], { words: 'High Volume Email account', of: 'user' }),
  npsExtension: fact(['not-used', 'installed'], { words: 'NPS extension', of: 'service' }),
  applicationProxy: fact(['not-used', 'preauthenticates', 'passes-through'], {
    words: 'preauthentication of the application proxy',
    of: 'service',
  }),
  shareTickets: fact(
    [
      'not-used',
      'entra-id',
      'active-directory',
      'no-controller',
      'domain-services',
      'nobody',
      'domain-server',
      'domain-logon',
      'out-of-domain',
      'delegated',
      'managed-domain',
      'ldaps-closed',
      'joined-computer',
    ],
    { words: 'whose tickets the service takes', of: 'service' },
  ),
  requireUserMatch: fact(yesNo, { words: 'REQUIRE_USER_MATCH', of: 'service' }),
  ewsOrganization: fact(['null', 'true', 'false'], { words: 'EwsEnabled of the organization', of: 'service' }),
  ewsMailbox: fact(['null', 'true', 'false'], { words: 'EwsEnabled of the mailbox', of: 'user' }),
  ewsReading: fact(['user-wins', 'both-must-allow', 'organization-must-allow', 'retired'], {
    words: 'how the two EwsEnabled values combine',
    of: 'service',
  }),
  ewsOutlook: fact(['allowed', 'refused'], { words: 'EwsAllowOutlook and EwsAllowMacOutlook', of: 'service' }),
  ewsApplication: fact(['listed', 'not-listed'], { words: 'app id of the client in EwsAllowedAppIDs', of: 'service' }),
  sendingRoute: fact(['none', 'direct', 'relay', 'relay-certificate'], {
    words: 'method of sending without a mailbox',
    of: 'service',
  }),
  sendsFromAllowedAddress: fact(noYes, { words: 'sends from an allowed address', of: 'service' }),
  connectorNamesCertificate: fact(yesNo, { words: 'a connector names the certificate', of: 'service' }),
}
