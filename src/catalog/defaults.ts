import { preconditions } from './preconditions.ts'
import type { Row } from './row.ts'

/** A documented default: what holds where a tenant file is silent. */
export interface Default extends Row {
  /** The vendor's own name of the setting where it has one. */
  readonly fact: string
  readonly value: string | number | boolean | null
  /** First and last creation day of the tenants concerned (the last excluded), where the default depends on it. */
  readonly tenantsCreatedFrom?: string
  readonly tenantsCreatedBefore?: string
  readonly statement: string
}

const mailboxSwitches = [
  'ActiveSyncEnabled',
  'PopEnabled',
  'ImapEnabled',
  'MAPIEnabled',
  'EwsEnabled',
  'OWAEnabled',
  'OutlookMobileEnabled',
  'UniversalOutlookEnabled',
] as const

const kebab = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

const mailboxSwitchDefaults = mailboxSwitches.map(
  (fact): Default => ({
    id: `default-mailbox-${kebab(fact)}`,
    fact,
    value: true,
    statement: `A mailbox has ${fact} true unless an administrator changes it.`,
    citation: { source: 'exo-set-casmailbox', section: `-${fact}` },
  }),
)

/** Every documented default, by id. */
export const defaults: readonly Default[] = [
  ...preconditions,
  ...mailboxSwitchDefaults,
  {
    id: 'default-modern-authentication-exchange-online',
    fact: 'exchangeOnline.OAuth2ClientProfileEnabled',
    value: true,
    tenantsCreatedFrom: '2017-08-01',
    statement: 'A tenant created since August 2017 starts with modern authentication on in Exchange Online.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'default-modern-authentication-exchange-online-before-2017',
    fact: 'exchangeOnline.OAuth2ClientProfileEnabled',
    value: false,
    tenantsCreatedBefore: '2017-08-01',
    statement: 'A tenant created before August 2017 starts with modern authentication off in Exchange Online.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'default-oauth2-client-profile-enabled',
    fact: 'OAuth2ClientProfileEnabled',
    value: true,
    statement:
      'The cmdlet documents true as the default of OAuth2ClientProfileEnabled; from 2023 on, Outlook for Windows can only use modern authentication, regardless of when the tenant was created.',
    citation: { source: 'exo-set-organizationconfig', section: '-OAuth2ClientProfileEnabled' },
  },
  {
    id: 'default-modern-authentication-skype-online',
    fact: 'skypeForBusinessOnline.ClientAdalAuthOverride',
    value: 'Allowed',
    tenantsCreatedFrom: '2017-08-01',
    statement: 'A tenant created since August 2017 starts with modern authentication on in Skype for Business Online.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'default-modern-authentication-skype-online-before-2017',
    fact: 'skypeForBusinessOnline.ClientAdalAuthOverride',
    value: 'Disallowed',
    tenantsCreatedBefore: '2017-08-01',
    statement:
      'A tenant created before August 2017 starts with modern authentication off in Skype for Business Online.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'default-modern-authentication-sharepoint-online',
    fact: 'sharePointOnline.modernAuthentication',
    value: true,
    statement: 'SharePoint Online has modern authentication on.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'default-modern-authentication-exchange-server',
    fact: 'exchangeServer.hybridModernAuthentication',
    value: false,
    statement:
      'Exchange Server offers modern authentication only after an authorization server is set as the default and the switch is turned on.',
    citation: { source: 'hma-exchange', section: 'Enable hybrid Modern Authentication' },
  },
  {
    id: 'default-modern-authentication-skype-server',
    fact: 'skypeForBusinessServer.ClientAuthorizationOAuthServerIdentity',
    value: null,
    statement: 'Skype for Business Server has no authorization server for clients until one is configured.',
    citation: { source: 'hma-skype', section: 'Enable hybrid Modern Authentication' },
  },
  {
    id: 'default-csauthconfig',
    fact: 'CsAuthConfig',
    value: 'AllowAllExternallyAndInternally',
    statement:
      'Once modern authentication is on, Skype for Business Server offers it and Windows methods inside and outside.',
    citation: { source: 'skype-turn-on-ma', section: 'Type 1' },
  },
  {
    id: 'default-allow-adal-for-non-lync',
    fact: 'AllowAdalForNonLyncIndependentOfLync',
    value: false,
    statement: 'A Skype client homed on-premises does not use OAuth with Exchange Online unless this is set.',
    citation: { source: 'skype-allow-adal', section: 'More information' },
  },
  {
    id: 'default-enable-adal-office-2016',
    fact: 'EnableADAL',
    value: null,
    statement: 'EnableADAL is unset: Office 2016 and later use modern authentication, Office 2013 does not.',
    citation: { source: 'office-modern-auth', section: 'Sign-in behavior of Office client apps' },
  },
  {
    id: 'default-always-use-ms-oauth',
    fact: 'AlwaysUseMSOAuthForAutoDiscover',
    value: null,
    statement:
      'AlwaysUseMSOAuthForAutoDiscover is unset: Outlook tries modern authentication and falls back to basic if the server refuses.',
    citation: { source: 'office-modern-auth', section: 'Exchange Online' },
  },
  {
    id: 'default-smtp-client-authentication',
    fact: 'SmtpClientAuthenticationDisabled',
    value: true,
    tenantsCreatedFrom: '2020-02-01',
    statement: 'An organization created after January 2020 has SMTP client authentication disabled.',
    citation: { source: 'exo-set-transportconfig', section: '-SmtpClientAuthenticationDisabled' },
  },
  {
    id: 'default-smtp-client-authentication-before-2020',
    fact: 'SmtpClientAuthenticationDisabled',
    value: false,
    tenantsCreatedBefore: '2020-02-01',
    statement: 'An older organization has SMTP client authentication enabled unless it was disabled.',
    citation: { source: 'exo-smtp-submission', section: 'Disable SMTP AUTH in your organization' },
  },
  {
    id: 'default-mailbox-smtp-client-authentication',
    fact: 'mailbox.SmtpClientAuthenticationDisabled',
    value: null,
    statement:
      'A mailbox has no value for SmtpClientAuthenticationDisabled and follows the organization; true or false overrides it.',
    citation: { source: 'exo-set-casmailbox', section: '-SmtpClientAuthenticationDisabled' },
  },
  {
    id: 'default-authentication-policy',
    fact: 'DefaultAuthenticationPolicy',
    value: null,
    statement: 'An organization has no default authentication policy that restricts its users.',
    citation: { source: 'exo-disable-basic', section: 'Authentication policy procedures' },
  },
  {
    id: 'default-new-authentication-policy',
    fact: 'AllowBasicAuth',
    value: false,
    statement: 'A new authentication policy of Exchange Online does not allow basic authentication for any protocol.',
    citation: { source: 'exo-new-authentication-policy', section: '-AllowBasicAuth switches' },
  },
  {
    id: 'default-block-legacy-auth',
    fact: 'BlockLegacyAuth',
    value: false,
    statement: 'An authentication policy of Exchange Server blocks legacy authentication only for protocols it names.',
    citation: { source: 'exchange-2019-block-legacy', section: 'Create authentication policies' },
  },
  {
    id: 'default-ews-organization-switch',
    fact: 'organization.EwsEnabled',
    value: null,
    statement:
      'An organization leaves EwsEnabled unset, which allows the web services until the vendor treats unset as false.',
    citation: { source: 'exo-ews-retirement', section: 'When this will happen' },
  },
  {
    id: 'default-ews-switch-levels',
    fact: 'ews-switch-levels',
    value: 'user-wins',
    statement:
      'Before April 2025 a mailbox with EwsEnabled true may use the web services even if the organization is set to false.',
    citation: { source: 'exo-ews-enabled-flags', section: 'before the change' },
  },
  {
    id: 'default-app-passwords',
    fact: 'appPasswords',
    value: 'blocked',
    statement: 'Users cannot create app passwords until a tenant setting allows it.',
    citation: { source: 'entra-app-passwords', section: 'Allow users to create app passwords' },
  },
  {
    id: 'default-app-password-limit',
    fact: 'appPasswordsPerUser',
    value: 40,
    statement: 'A user can have forty app passwords.',
    citation: { source: 'entra-app-passwords', section: 'Overview and considerations' },
  },
  {
    id: 'default-per-user-mfa-state',
    fact: 'perUserMfaState',
    value: 'disabled',
    statement: 'A user starts with per-user multifactor authentication disabled.',
    citation: { source: 'entra-per-user-mfa', section: 'Microsoft Entra multifactor authentication user states' },
  },
  {
    id: 'default-app-passwords-of-user',
    fact: 'appPasswordsOfUser',
    value: 'none',
    statement:
      'A user whose per-user MFA is disabled is assumed to have no app passwords: only users on whom it is enforced can have them.',
    citation: { source: 'entra-combined-registration', section: 'Methods available in combined registration' },
  },
  {
    id: 'default-guest-home',
    fact: 'homeIdentity',
    value: 'entra-tenant',
    statement:
      'An invitation is redeemed with the account of a managed tenant of Microsoft Entra ID first, if the guest has one.',
    citation: { source: 'b2b-redemption', section: 'Invitation redemption flow' },
  },
  {
    id: 'default-inbound-trust',
    fact: 'inboundTrust',
    value: false,
    statement: 'MFA and device claims from other tenants are not trusted until the inbound settings trust them.',
    citation: { source: 'cross-tenant-access', section: 'Default settings' },
  },
  {
    id: 'default-wia-supported-user-agents',
    fact: 'WIASupportedUserAgents',
    value: 'Internet Explorer and Microsoft Edge',
    statement:
      'AD FS uses Windows authentication with Internet Explorer and Microsoft Edge on Windows; other browsers get its sign-in page until they are added to WIASupportedUserAgents.',
    citation: { source: 'adfs-browser-wia', section: 'Change WIASupportedUserAgent settings' },
  },
  {
    id: 'default-windows-authentication-inside',
    fact: 'providerLogon',
    value: 'windows',
    statement:
      'AD FS has Windows integrated authentication enabled for the intranet and treats the built-in Windows browser and Edge as capable of it; a computer inside is assumed to be domain joined.',
    citation: { source: 'adfs-browser-wia', section: 'introduction' },
  },
  {
    id: 'default-fresh-sign-in',
    fact: 'device.unlockedWith',
    value: 'fresh sign-in',
    statement:
      'A sign-in to a registered device yields a primary refresh token, which is used instead of a prompt; if the sign-in to the device is not stated, each sign-in is evaluated as a fresh one.',
    citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT used?' },
  },
  {
    id: 'default-trusted-ips',
    fact: 'trustedIps',
    value: 'none',
    statement: 'No address is trusted until ranges, or federated users inside the network, are configured.',
    citation: { source: 'entra-mfa-settings', section: 'Trusted IPs' },
  },
  {
    id: 'default-remember-mfa',
    fact: 'rememberMfaOnTrustedDevice',
    value: false,
    statement: 'Second factors are not remembered on devices until the setting is turned on.',
    citation: { source: 'entra-mfa-settings', section: 'Remember multifactor authentication' },
  },
  {
    id: 'default-prompt-lifetime-days',
    fact: 'clientPromptDays',
    value: 180,
    statement:
      'A modern client usually asks for a second factor again after 180 days, unless a setting shortens the period.',
    citation: { source: 'entra-mfa-settings', section: 'Remember multifactor authentication' },
  },
  {
    id: 'default-federated-idp-mfa-behavior',
    fact: 'federatedIdpMfaBehavior',
    value: 'acceptIfMfaDoneByFederatedIdp',
    statement:
      'If neither this property nor SupportsMfa is set, Entra ID accepts a second factor performed by the identity provider and otherwise performs it itself.',
    citation: { source: 'graph-domain-federation', section: 'federatedIdpMfaBehavior values' },
  },
  {
    id: 'default-supports-mfa-off',
    fact: 'supportsMfa',
    value: 'acceptIfMfaDoneByFederatedIdp',
    statement:
      "With SupportsMfa off and the newer property never set, Entra ID asks for a second factor unless the identity provider's claim rules already supply one.",
    citation: { source: 'entra-migrate-mfa-user-authentication', section: 'Configure Conditional Access policies' },
  },
  {
    id: 'default-enforced-provider-performs-mfa',
    fact: 'performsMfa',
    value: true,
    statement:
      'The identity provider of a domain that enforces its MFA performs MFA and passes on the claim, unless the file states otherwise.',
    citation: { source: 'graph-domain-federation', section: 'federatedIdpMfaBehavior values' },
  },
  {
    id: 'default-domain-authentication',
    fact: 'authenticationType',
    value: 'Managed',
    statement:
      'A domain is managed with password hash synchronization unless it is federated or an agent verifies its passwords.',
    citation: { source: 'entra-choose-authentication', section: 'Comparing methods' },
  },
  {
    id: 'default-account-disable-delay',
    fact: 'accountDisableDelayMinutes',
    value: 30,
    statement: 'With password hash synchronization, a disabled account can still sign in for up to 30 minutes.',
    citation: { source: 'entra-choose-authentication', section: 'Password hash synchronization' },
  },
  {
    id: 'default-app-password-disable-delay',
    fact: 'appPasswordDisableDelayHours',
    value: 3,
    statement: 'After a federated user is disabled on-premises, an app password can still work for up to three hours.',
    citation: { source: 'entra-app-passwords', section: 'Federated or single sign-on app passwords' },
  },
  {
    id: 'default-security-defaults',
    fact: 'securityDefaults',
    value: true,
    tenantsCreatedFrom: '2019-10-22',
    statement: 'A tenant created since October 22, 2019 may have security defaults on; its own setting decides.',
    citation: { source: 'entra-security-defaults', section: 'Enabling security defaults' },
  },
  {
    id: 'default-security-defaults-of-unknown-age',
    fact: 'securityDefaultsOfUnknownAge',
    value: false,
    statement:
      'A tenant with an unknown creation date is assumed not to have security defaults, which were never turned on in older tenants; newer tenants may have them.',
    citation: { source: 'entra-security-defaults', section: 'Enabling security defaults' },
  },
  {
    id: 'default-directory-roles',
    fact: 'roles',
    value: 'none',
    statement: 'A user has no administrator role until one is assigned.',
    citation: { source: 'entra-default-user-permissions', section: 'Member and guest users' },
  },
  {
    id: 'default-registered-under-security-defaults',
    fact: 'registered',
    value: true,
    statement:
      'Security defaults require everyone to register; a user with unknown registration state is assumed to have registered.',
    citation: { source: 'entra-security-defaults', section: 'Require all users to register' },
  },
  {
    id: 'default-network-without-ranges',
    fact: 'networks.ranges',
    value: 'outside',
    statement: 'A network outside the corporate network without addresses is assumed to be outside all trusted ranges.',
    citation: { source: 'entra-mfa-settings', section: 'Trusted IPs' },
  },
  {
    id: 'default-client-app-types',
    fact: 'clientAppTypes',
    value: 'all',
    statement: 'A policy created without client app types applies to all of them.',
    citation: { source: 'graph-post-policies', section: 'Example 4' },
  },
  {
    id: 'default-policy-locations',
    fact: 'locations',
    value: 'All',
    statement: 'A policy without locations concerns any location.',
    citation: { source: 'ca-network', section: 'Location condition in policy' },
  },
  {
    id: 'default-policy-operator',
    fact: 'operator',
    value: 'AND',
    statement: 'All controls of a policy are required unless the policy states that one is sufficient.',
    citation: { source: 'ca-policies', section: 'Access controls' },
  },
  {
    id: 'default-managed-policy-days',
    fact: 'managedPolicyReportOnlyDays',
    value: 45,
    statement: 'A Microsoft-managed policy is report-only for at least 45 days before it is enabled.',
    citation: { source: 'ca-managed-policies', section: 'How Microsoft-managed policies work' },
  },
  {
    id: 'default-policy-takes-effect-hours',
    fact: 'authenticationPolicyHours',
    value: 24,
    statement:
      'A changed authentication policy reaches its users within 24 hours, or 30 minutes after their tokens are reset.',
    citation: { source: 'exo-disable-basic', section: 'Authentication policy procedures' },
  },
  {
    id: 'default-skype-certificate-days',
    fact: 'skypeSignInCertificateDays',
    value: 180,
    statement: 'The certificate that the Skype server issues after the first sign-in is valid for 180 days.',
    citation: { source: 'skype-sign-in-certificate', section: 'Internal users' },
  },
  {
    id: 'default-hybrid-autodiscover',
    fact: 'hybridAutodiscover',
    value: 'on-premises',
    statement: 'In a hybrid deployment the public autodiscover records keep pointing to the on-premises servers.',
    citation: { source: 'exchange-hybrid-prerequisites', section: 'Autodiscover DNS records' },
  },
  {
    id: 'default-app-passwords-with-conditional-access',
    fact: 'appPasswordsWithConditionalAccess',
    value: false,
    statement:
      'App passwords do not work for users whose second factor is required by Conditional Access, or for modern clients.',
    citation: { source: 'entra-app-passwords-archive', section: 'App passwords' },
  },
  {
    id: 'default-app-password-deletion-by-administrators',
    fact: 'administratorsDeleteAppPasswords',
    value: 'all-of-a-user',
    statement: 'An administrator can delete all app passwords of a user at once, but not a single one.',
    citation: { source: 'entra-user-device-settings', section: 'Delete users existing app passwords' },
  },
]
