import type { Citation } from '../../vocabulary/citations.ts'
import type { WordTable } from './expression.ts'

/** Words of the sign-in log with ours for them, and the page that lists them. */
export interface LogWords {
  readonly table: WordTable
  readonly citation: Citation
}

/** What a client spoke, by the log's word for it. */
export const clientWords: LogWords = {
  table: [
    ['browser', 'browser'],
    ['mobile apps and desktop clients', 'modern'],
    ['modern clients', 'modern'],
    ['exchange activesync', 'exchange-activesync'],
    ['exchange activesync (eas)', 'exchange-activesync'],
    ['authenticated smtp', 'smtp-auth'],
    ['smtp', 'smtp-auth'],
    ['imap4', 'imap4'],
    ['imap', 'imap4'],
    ['pop3', 'pop3'],
    ['pop', 'pop3'],
    ['mapi over http', 'mapi-http'],
    ['mapi', 'mapi-http'],
    ['outlook anywhere (rpc over http)', 'rpc-http'],
    ['exchange web services', 'ews'],
    ['offline address book', 'oab'],
    ['autodiscover', 'autodiscover'],
    ['exchange online powershell', 'remote-powershell'],
    ['reporting web services', 'reporting-web-services'],
    ['outlook service', 'outlook-service'],
    ['universal outlook', 'outlook-service'],
    ['other clients', 'other'],
    ['other clients; older office clients', 'other'],
  ],
  citation: { source: 'ca-block-legacy', section: 'Identify legacy authentication use' },
}

/** Operating systems by how the log's free text begins, the longer beginnings first. */
export const platformWords: LogWords = {
  table: [
    ['windows phone', 'windowsPhone'],
    ['windows', 'windows'],
    ['ios', 'iOS'],
    ['ipad', 'iOS'],
    ['iphone', 'iOS'],
    ['android', 'android'],
    ['macos', 'macOS'],
    ['mac os', 'macOS'],
    ['linux', 'linux'],
    ['ubuntu', 'linux'],
  ],
  citation: { source: 'ca-conditions', section: 'Device platforms' },
}

/** How a device is known to the directory; the vendor's name of the directory has changed, and logs hold both. */
export const trustWords: LogWords = {
  table: [
    ['azure ad joined', 'AzureAD'],
    ['microsoft entra joined', 'AzureAD'],
    ['hybrid azure ad joined', 'ServerAD'],
    ['microsoft entra hybrid joined', 'ServerAD'],
    ['azure ad registered', 'Workplace'],
    ['microsoft entra registered', 'Workplace'],
    ['azuread', 'AzureAD'],
    ['serverad', 'ServerAD'],
    ['workplace', 'Workplace'],
    ['workplace joined', 'Workplace'],
    ['azuread joined', 'AzureAD'],
    ['domain joined', 'ServerAD'],
  ],
  citation: { source: 'graph-device-detail', section: 'Properties' },
}

/** The grant by which a token was asked for. `none` is the log's word for everything that it does not list. */
export const protocolWords: LogWords = {
  table: [
    ['none', 'none'],
    ['oauth2', 'none'],
    ['oauth 2.0', 'none'],
    ['wsfederation', 'none'],
    ['saml20', 'none'],
    ['saml 2.0', 'none'],
    ['nativeauth', 'none'],
    ['ropc', 'ropc'],
    ['rpoc', 'ropc'],
    ['devicecode', 'device-code'],
    ['device code', 'device-code'],
    ['authenticationtransfer', 'transfer'],
  ],
  citation: { source: 'graph-sign-in', section: 'authenticationProtocol' },
}

/** How a session began on another device. */
export const transferWords: LogWords = {
  table: [
    ['none', 'none'],
    ['devicecodeflow', 'deviceCodeFlow'],
    ['device code flow', 'deviceCodeFlow'],
    ['authenticationtransfer', 'authenticationTransfer'],
    ['authentication transfer', 'authenticationTransfer'],
  ],
  citation: { source: 'graph-sign-in', section: 'originalTransferMethod' },
}

/** Risk levels; `hidden` says that the tenant has no licence to see the level, which is not the level `none`. */
export const riskWords: LogWords = {
  table: [
    ['none', 'none'],
    ['low', 'low'],
    ['medium', 'medium'],
    ['high', 'high'],
    ['hidden', 'hidden'],
    ['unknownfuturevalue', 'hidden'],
  ],
  citation: { source: 'graph-sign-in', section: 'riskLevelDuringSignIn' },
}

/** Whether more than one factor was required. */
export const requirementWords: LogWords = {
  table: [
    ['singlefactorauthentication', 'single'],
    ['single-factor authentication', 'single'],
    ['multifactorauthentication', 'multi'],
    ['multifactor authentication', 'multi'],
  ],
  citation: { source: 'graph-sign-in', section: 'authenticationRequirement' },
}

/** How the second factor ended, by the sentence that the details hold; the first that is found counts. */
export const secondFactorWords: LogWords = {
  table: [
    ['mfa requirement satisfied by claim provided by external provider', 'provider-claim'],
    ['mfa requirement satisfied by claim in the token', 'claim'],
    ['mfa requirement skipped due to app password', 'app-password'],
    ['mfa requirement skipped', 'skipped'],
    ['mfa completed in azure ad', 'done'],
    ['mfa successfully completed', 'done'],
    ['mfa denied', 'denied'],
    ['mfa required in azure ad', 'asked'],
  ],
  citation: { source: 'graph-authentication-detail', section: 'authenticationStepResultDetail' },
}

/** Who issued the token that answered. */
export const issuerWords: LogWords = {
  table: [
    ['azuread', 'entra-id'],
    ['azure ad', 'entra-id'],
    ['microsoft entra id', 'entra-id'],
    ['adfederationservices', 'federated-idp'],
    ['adfederationservicesmfaadapter', 'federated-idp'],
    ['azureadbackupauth', 'entra-id'],
    ['nps', 'entra-id'],
  ],
  citation: { source: 'graph-sign-in', section: 'tokenIssuerType' },
}

/** Whose account it is. */
export const userTypeWords: LogWords = {
  table: [
    ['member', 'member'],
    ['guest', 'guest'],
  ],
  citation: { source: 'graph-sign-in', section: 'userType' },
}

/** Texts for true and false, as JSON and the portal write them. */
export const truthWords: LogWords = {
  table: [
    ['true', 'True'],
    ['yes', 'True'],
    ['false', 'False'],
    ['no', 'False'],
  ],
  citation: { source: 'graph-device-detail', section: 'Properties' },
}
