import type { Citation } from '../../vocabulary/citations.ts'
import type { WordTable } from './expression.ts'

/** Words of the sign-in log with our terms, and the page that lists them. */
export interface LogWords {
  readonly table: WordTable
  readonly citation: Citation
}

/** The protocol of a client, by the log's word. */
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

/** Operating systems by prefix of the log's free text, longer prefixes first. */
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

/** The trust type of a device; the vendor renamed the directory, and logs contain both names. */
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

/** The grant used to request a token. `none` is the log's word for every grant that it does not list. */
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

/** How a session was transferred from another device. */
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

/** Risk levels; `hidden` means that the tenant has no license to see the level, unlike the level `none`. */
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

/**
 * Whether multifactor authentication was required. The words in German and in Spanish are those of translations of
 * https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-find-coverage-gaps.
 */
export const requirementWords: LogWords = {
  table: [
    ['singlefactorauthentication', 'single'],
    ['single-factor authentication', 'single'],
    ['einstufige authentifizierung', 'single'],
    ['autenticación de factor único', 'single'],
    ['multifactorauthentication', 'multi'],
    ['multifactor authentication', 'multi'],
  ],
  citation: { source: 'graph-sign-in', section: 'authenticationRequirement' },
}

/** The result of the second factor, by a sentence in the details; the first match counts. */
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

/** Who issued the token that was used. */
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

/** The type of the account. */
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

/** Protocols in our terms, which readers of the logs of servers write; those of AD FS are its own words. */
export const serverClientWords: LogWords = {
  table: [
    ...['exchange-activesync', 'ews', 'mapi-http', 'rpc-http', 'oab', 'remote-powershell'].map(
      (word) => [word, word] as const,
    ),
    ['wsfederation', 'ws-federation'],
    ['saml', 'saml'],
    ['samlp', 'saml'],
    ['oauth', 'oauth'],
    ['wstrust', 'ws-trust'],
  ],
  citation: { source: 'exchange-log-collector', section: 'Parameters' },
}

/** The servers whose logs are read. */
export const serverWords: LogWords = {
  table: [
    ['exchange-server', 'exchange-server'],
    ['iis', 'iis'],
    ['ad-fs', 'ad-fs'],
  ],
  citation: { source: 'connect-health-agent', section: 'Enable auditing for AD FS' },
}

/** How a request to Exchange authenticated, in the words of the server. */
export const exchangeAuthenticationWords: LogWords = {
  table: [
    ['basic', 'basic'],
    ['digest', 'digest'],
    ['ntlm', 'ntlm'],
    ['negotiate', 'negotiate'],
    ['windowsintegrated', 'negotiate'],
    ['negoex', 'negotiate'],
    ['kerberos', 'kerberos'],
    ['fba', 'forms'],
    ['certificate', 'certificate'],
    ['oauth', 'modern'],
    ['bearer', 'modern'],
  ],
  citation: { source: 'exchange-authentication-methods', section: 'Members' },
}

/** How a person authenticated to AD FS, as the class of the authentication. */
export const adFsAuthenticationWords: LogWords = {
  table: [
    ['urn:oasis:names:tc:saml:2.0:ac:classes:password', 'password'],
    ['urn:oasis:names:tc:saml:2.0:ac:classes:passwordprotectedtransport', 'password'],
    ['urn:oasis:names:tc:saml:2.0:ac:classes:tlsclient', 'certificate'],
    ['urn:oasis:names:tc:saml:2.0:ac:classes:x509', 'certificate'],
    ['urn:federation:authentication:windows', 'negotiate'],
    ['urn:oasis:names:tc:saml:2.0:ac:classes:kerberos', 'kerberos'],
  ],
  citation: { source: 'adfs-authentication-classes', section: 'Supported SAML Authentication Context Classes' },
}

/** The same in a claim of the person, as audits of the detailed level have it. */
export const adFsMethodWords: LogWords = {
  table: [
    ['http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password', 'password'],
    ['http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/windows', 'negotiate'],
    ['http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/tlsclient', 'certificate'],
    ['http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/x509', 'certificate'],
  ],
  citation: { source: 'adfs-method-claim', section: 'To create this rule in Windows Server 2016' },
}
