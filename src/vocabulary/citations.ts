/** A public page: what it is called, where it is, and the day it was read. */
export interface Source {
  readonly title: string
  readonly url: string
  /** ISO date on which the page was read. */
  readonly read: string
  /** Whose page it is; a page of the vendor where it is left out. */
  readonly tier?: LesserTier
  /**
   * What happens to a verdict based on this page and on no page of the vendor: its first line says so (`said`,
   * where the page quotes the vendor, or reports what anyone can repeat), or it is undetermined (`open`).
   */
  readonly alone?: 'said' | 'open'
}

/** How far a page can be trusted: the vendor's own, a copy of the vendor's message, or someone else's report. */
export type Tier = (typeof tiers)[number]

/** All tiers, the most trusted first. */
export const tiers = ['vendor', 'vendor-mirror', 'secondary'] as const

/** A tier of which a verdict says that it rests on it. */
export type LesserTier = Exclude<Tier, 'vendor'>

/** The bibliography: every public page that a statement of the product rests on. */
export const sources = {
  'entra-app-passwords': {
    title: 'Enforce Microsoft Entra multifactor authentication with legacy applications using app passwords',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords',
    read: '2026-11-22',
  },
  'entra-app-passwords-archive': {
    title: 'Configure Azure Multi-Factor Authentication settings, with its chapter on app passwords',
    url: 'https://learn.microsoft.com/previous-versions/azure/active-directory/authentication/howto-mfa-mfasettings',
    read: '2026-11-22',
  },
  'entra-combined-registration': {
    title: 'Combined security information registration for Microsoft Entra overview',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-registration-mfa-sspr-combined',
    read: '2026-11-22',
  },
  'entra-user-device-settings': {
    title: 'Manage authentication methods for Microsoft Entra multifactor authentication',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userdevicesettings',
    read: '2026-11-22',
  },
  'user-help-app-passwords': {
    title: 'Manage app passwords for two-step verification',
    url: 'https://support.microsoft.com/account-billing/manage-app-passwords-for-two-step-verification-d6dc8c6d-4bf7-4851-ad95-6d07799387e9',
    read: '2026-11-22',
  },
  'user-help-security-info-app-passwords': {
    title: 'Create app passwords from the Security info (preview) page',
    url: 'https://support.microsoft.com/account-billing/create-app-passwords-from-the-security-info-preview-page-d8bc744a-ce3f-4d4d-89c9-eb38ab9d4137',
    read: '2026-11-22',
  },
  'entra-per-user-mfa': {
    title: 'Enable per-user Microsoft Entra multifactor authentication to secure sign-in events',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates',
    read: '2026-11-22',
  },
  'entra-per-user-mfa-archive': {
    title: 'How to require two-step verification for a user, 2019 text',
    url: 'https://learn.microsoft.com/azure/active-directory/authentication/howto-mfa-userstates',
    read: '2026-11-22',
  },
  'entra-mfa-settings': {
    title: 'Configure Microsoft Entra multifactor authentication settings',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-mfasettings',
    read: '2026-11-22',
  },
  'entra-mfa-licensing': {
    title: 'Features and licenses for Microsoft Entra multifactor authentication',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-mfa-licensing',
    read: '2026-11-22',
  },
  'entra-mandatory-mfa': {
    title: 'Planning for mandatory Microsoft Entra multifactor authentication for Azure and other admin portals',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication',
    read: '2026-11-22',
  },
  'entra-authentication-methods': {
    title: 'Authentication and verification methods in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods',
    read: '2026-11-28',
  },
  'entra-methods-policy': {
    title: 'Manage authentication methods for Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods-manage',
    read: '2026-11-28',
  },
  'entra-sms-voice-retirement': {
    title: 'Frequently asked questions about SMS and voice retirement',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement-faq',
    read: '2026-11-28',
  },
  'entra-default-enablement': {
    title: 'Protecting authentication methods in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-default-enablement',
    read: '2026-11-28',
  },
  'entra-system-preferred': {
    title: 'System-preferred authentication in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-system-preferred-authentication',
    read: '2026-11-28',
  },
  'entra-qr-code': {
    title: 'Authentication methods in Microsoft Entra ID - QR code authentication method',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-qr-code',
    read: '2026-11-28',
  },
  'entra-methods-migration': {
    title: 'How to migrate to the Authentication methods policy',
    url: 'https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-methods-manage',
    read: '2026-11-22',
  },
  'entra-authentication-strengths': {
    title: 'Overview of Microsoft Entra authentication strength',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths',
    read: '2026-11-22',
  },
  'entra-authentication-strength-evaluation': {
    title: 'How Conditional Access authentication strength works',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-how-it-works',
    read: '2026-11-23',
  },
  'ca-registration': {
    title: 'Protect security info registration with Conditional Access policy',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-security-info-registration',
    read: '2026-11-23',
  },
  'ca-baseline-scopes': {
    title: 'Enforcement for baseline scopes in Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-enforcement-resource-exclusions',
    read: '2026-11-23',
  },
  'entra-default-user-permissions': {
    title: 'What are the default user permissions in Microsoft Entra ID?',
    url: 'https://learn.microsoft.com/entra/fundamentals/users-default-permissions',
    read: '2026-11-28',
  },
  'office-2010-lifecycle': {
    title: 'Microsoft Office 2010 (lifecycle)',
    url: 'https://learn.microsoft.com/lifecycle/products/microsoft-office-2010',
    read: '2026-11-28',
  },
  'office-2013-lifecycle': {
    title: 'Microsoft Office 2013 (lifecycle)',
    url: 'https://learn.microsoft.com/lifecycle/products/microsoft-office-2013',
    read: '2026-11-28',
  },
  'skype-for-business-2015-lifecycle': {
    title: 'Skype for Business 2015 (lifecycle)',
    url: 'https://learn.microsoft.com/lifecycle/products/skype-for-business-2015',
    read: '2026-11-28',
  },
  'office-mac-2011-lifecycle': {
    title: 'Microsoft Office for Mac 2011 (lifecycle)',
    url: 'https://learn.microsoft.com/lifecycle/products/microsoft-office-for-mac-2011',
    read: '2026-11-28',
  },
  'office-mac-2016-lifecycle': {
    title: 'Microsoft Office 2016 for Mac (lifecycle)',
    url: 'https://learn.microsoft.com/lifecycle/products/microsoft-office-2016-for-mac',
    read: '2026-11-28',
  },
  'graph-powershell-release': {
    title: 'Microsoft Graph PowerShell SDK: 0.2.0 Release',
    url: 'https://github.com/microsoftgraph/msgraph-sdk-powershell/pull/131',
    read: '2026-11-28',
  },
  'office-2016-lifecycle': {
    title: 'Microsoft Office 2016 (lifecycle)',
    url: 'https://learn.microsoft.com/lifecycle/products/microsoft-office-2016',
    read: '2026-11-28',
  },
  'office-2019-lifecycle': {
    title: 'Microsoft Office 2019 (lifecycle)',
    url: 'https://learn.microsoft.com/lifecycle/products/microsoft-office-2019',
    read: '2026-11-28',
  },
  'teams-general-availability': {
    title: 'Microsoft Teams Becomes Generally Available',
    url: 'https://rcpmag.com/articles/2017/03/14/microsoft-teams-general-availability.aspx',
    read: '2026-11-28',
    tier: 'secondary',
  },
  'graph-user-registration': {
    title: 'userRegistrationDetails resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/userregistrationdetails',
    read: '2026-11-28',
  },
  'azure-cli-release-notes': {
    title: 'Azure CLI release notes',
    url: 'https://learn.microsoft.com/cli/azure/release-notes-azure-cli',
    read: '2026-11-28',
  },
  'exo-module-release': {
    title: 'ExchangeOnlineManagement 3.0.0 (PowerShell Gallery)',
    url: 'https://www.powershellgallery.com/packages/ExchangeOnlineManagement/3.0.0',
    read: '2026-11-28',
    tier: 'secondary',
  },
  'office-lifecycle': {
    title: 'Microsoft Office Support Lifecycle Explained',
    url: 'https://jorgep.com/blog/microsoft-office-support-lifecycle-explained/',
    read: '2026-11-28',
    tier: 'secondary',
  },
  'entra-security-defaults': {
    title: 'Providing a default level of security in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/fundamentals/security-defaults',
    read: '2026-11-22',
  },
  'entra-error-codes': {
    title: 'Microsoft Entra authentication and authorization error codes',
    url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    read: '2026-11-22',
  },
  'entra-role-ids': {
    title: 'Microsoft Entra built-in roles',
    url: 'https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference',
    read: '2026-11-22',
  },
  'entra-first-party-apps': {
    title: 'Verify first-party Microsoft applications in sign-in reports',
    url: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in',
    read: '2026-11-22',
  },
  'ca-conditions': {
    title: 'Conditional Access: Conditions',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions',
    read: '2026-11-22',
  },
  'sharepoint-unmanaged-devices': {
    title: 'Control access from unmanaged devices',
    url: 'https://learn.microsoft.com/sharepoint/control-access-from-unmanaged-devices',
    read: '2026-11-28',
  },
  'ca-policies': {
    title: 'Building a Conditional Access policy',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies',
    read: '2026-11-22',
  },
  'ca-custom-controls': {
    title: 'Custom controls (preview)',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/controls',
    read: '2026-11-28',
  },
  'ca-grant': {
    title: 'Conditional Access: Grant',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant',
    read: '2026-11-22',
  },
  'ca-users-groups': {
    title: 'Conditional Access: Users, groups, agents, and workload identities',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups',
    read: '2026-11-22',
  },
  'ca-cloud-apps': {
    title: 'Conditional Access: Target resources',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps',
    read: '2026-11-22',
  },
  'ca-office365-suite': {
    title: 'Apps included in the Conditional Access Office 365 app suite',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/reference-office-365-application-contents',
    read: '2026-11-22',
  },
  'ca-network': {
    title: 'Conditional Access: Network assignment',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network',
    read: '2026-11-22',
  },
  'ca-device-compliance': {
    title: 'Require device compliance with Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-device-compliance',
    read: '2026-11-28',
  },
  'ca-workload-identity': {
    title: 'Conditional Access for workload identities',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/workload-identity',
    read: '2026-11-28',
  },
  'ca-session': {
    title: 'Conditional Access: Session',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-session',
    read: '2026-11-28',
  },
  'entra-strength-of-external-users': {
    title: 'How Conditional Access authentication strength works for external users in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-external-users',
    read: '2026-11-28',
  },
  'ca-token-protection': {
    title: 'How Token Protection Enhances Conditional Access Policies',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-token-protection',
    read: '2026-11-28',
  },
  'ca-token-protection-windows': {
    title: 'Token Protection Deployment Guide - Windows',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/deployment-guide-token-protection-windows',
    read: '2026-11-28',
  },
  'graph-session-controls': {
    title: 'conditionalAccessSessionControls resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccesssessioncontrols',
    read: '2026-11-28',
  },
  'exo-rpc-end': {
    title: 'RPC over HTTP reaches end of support in Office 365 on October 31, 2017',
    url: 'https://learn.microsoft.com/exchange/troubleshoot/administration/rpc-over-http-end-of-support',
    read: '2026-11-28',
  },
  'windows-mail-end': {
    title: 'Windows Mail will stop working on December 31, 2024 (Neowin, quoting the support page)',
    url: 'https://www.neowin.net/news/windows-mail-will-stop-working-on-december-31-2024/',
    read: '2026-11-28',
    tier: 'secondary',
    alone: 'open',
  },
  'sharepoint-idcrl-message': {
    title: 'MC1184649: retirement of the IDCRL authentication protocol of SharePoint (copy of the Message Center)',
    url: 'https://mc.merill.net/message/MC1184649',
    read: '2026-11-28',
    tier: 'vendor-mirror',
    alone: 'said',
  },
  'sharepoint-idcrl-retirement': {
    title: 'Legacy SharePoint Authentication (IDCRL) Is Retiring: What to Do Before May 1, 2026',
    url: 'https://techcommunity.microsoft.com/blog/microsoftmissioncriticalblog/legacy-sharepoint-authentication-idcrl-is-retiring-%E2%80%94-what-to-do-before-may-1-202/4499131',
    read: '2026-11-28',
  },
  'ca-block-legacy': {
    title: 'Block legacy authentication with Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/policy-block-legacy-authentication',
    read: '2026-11-22',
  },
  'ca-block-legacy-archive': {
    title: 'How to: Block legacy authentication access to Azure AD with Conditional Access',
    url: 'https://learn.microsoft.com/azure/active-directory/conditional-access/block-legacy-authentication',
    read: '2026-11-22',
  },
  'ca-report-only': {
    title: 'Analyze Conditional Access Policy Impact: report-only mode',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only',
    read: '2026-11-22',
  },
  'ca-service-dependencies': {
    title: 'What are service dependencies in Microsoft Entra Conditional Access?',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/service-dependencies',
    read: '2026-11-22',
  },
  'ca-what-if': {
    title: 'The Conditional Access What If tool',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/what-if-tool',
    read: '2026-11-22',
  },
  'ca-troubleshoot': {
    title: 'Troubleshooting sign-in problems with Conditional Access',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access',
    read: '2026-11-22',
  },
  'ca-managed-policies': {
    title: 'Microsoft-managed Conditional Access policies',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/managed-policies',
    read: '2026-11-22',
  },
  'graph-evaluate': {
    title: 'conditionalAccessRoot: evaluate',
    url: 'https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate',
    read: '2026-11-22',
  },
  'graph-what-if-result': {
    title: 'whatIfAnalysisResult resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/whatifanalysisresult',
    read: '2026-11-22',
  },
  'graph-sign-in-conditions': {
    title: 'signInConditions resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/signinconditions',
    read: '2026-11-22',
  },
  'graph-condition-set': {
    title: 'conditionalAccessConditionSet resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset',
    read: '2026-11-22',
  },
  'graph-applications': {
    title: 'conditionalAccessApplications resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccessapplications',
    read: '2026-11-22',
  },
  'graph-users': {
    title: 'conditionalAccessUsers resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccessusers',
    read: '2026-11-22',
  },
  'graph-grant-controls': {
    title: 'conditionalAccessGrantControls resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/conditionalaccessgrantcontrols',
    read: '2026-11-22',
  },
  'graph-post-policies': {
    title: 'Create conditionalAccessPolicy',
    url: 'https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies',
    read: '2026-11-22',
  },
  'entra-migrate-mfa-user-authentication': {
    title: 'Migrate to Microsoft Entra multifactor authentication and Microsoft Entra user authentication',
    url: 'https://learn.microsoft.com/entra/identity/authentication/how-to-migrate-mfa-server-to-mfa-user-authentication',
    read: '2026-11-28',
  },
  'graph-domain-federation': {
    title: 'internalDomainFederation resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/internaldomainfederation',
    read: '2026-11-22',
  },
  'graph-applied-policies': {
    title: 'appliedConditionalAccessPolicy resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/appliedconditionalaccesspolicy',
    read: '2026-11-22',
  },
  'graph-sign-in': {
    title: 'signIn resource type (beta)',
    url: 'https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta',
    read: '2026-11-28',
  },
  'graph-device-detail': {
    title: 'deviceDetail resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/devicedetail',
    read: '2026-11-28',
  },
  'graph-authentication-detail': {
    title: 'authenticationDetail resource type (beta)',
    url: 'https://learn.microsoft.com/graph/api/resources/authenticationdetail?view=graph-rest-beta',
    read: '2026-11-28',
  },
  'office-modern-auth': {
    title: 'How modern authentication works for Office client apps',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/modern-auth-for-office-2013-and-2016',
    read: '2026-11-22',
  },
  'office-2013-enable': {
    title: 'Enable Modern authentication for Office 2013 on Windows devices',
    url: 'https://learn.microsoft.com/microsoft-365/admin/security-and-compliance/enable-modern-authentication',
    read: '2026-11-22',
  },
  'entra-password-grant': {
    title: 'Microsoft identity platform and OAuth 2.0 Resource Owner Password Credentials',
    url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc',
    read: '2026-11-28',
  },
  'entra-home-realm-discovery': {
    title: 'Home Realm Discovery for an application',
    url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/home-realm-discovery-policy',
    read: '2026-11-28',
  },
  'b2b-authentication': {
    title: 'Authentication and Conditional Access for B2B users',
    url: 'https://learn.microsoft.com/entra/external-id/authentication-conditional-access',
    read: '2026-11-28',
  },
  'b2b-redemption': {
    title: 'B2B collaboration invitation redemption',
    url: 'https://learn.microsoft.com/entra/external-id/redemption-experience',
    read: '2026-11-28',
  },
  'cross-tenant-access': {
    title: 'Cross-tenant access overview',
    url: 'https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview',
    read: '2026-11-28',
  },
  'hma-overview': {
    title:
      'Hybrid Modern Authentication overview and prerequisites for on-premises Skype for Business and Exchange servers',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/hybrid-modern-auth-overview',
    read: '2026-11-22',
  },
  'hma-exchange': {
    title: 'Configure Exchange Server on-premises to use Hybrid Modern Authentication',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/configure-exchange-server-for-hybrid-modern-authentication',
    read: '2026-11-22',
  },
  'hma-skype': {
    title: 'Configure Skype for Business on-premises to use Hybrid Modern Authentication',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/configure-skype-for-business-for-hybrid-modern-authentication',
    read: '2026-11-22',
  },
  'hma-outlook-mobile': {
    title: 'Using hybrid Modern Authentication with Outlook for iOS and Android',
    url: 'https://learn.microsoft.com/exchange/clients/outlook-for-ios-and-android/use-hybrid-modern-auth',
    read: '2026-11-22',
  },
  'outlook-mobile-basic': {
    title: 'Using Basic authentication with Outlook for iOS and Android',
    url: 'https://learn.microsoft.com/exchange/clients/outlook-for-ios-and-android/use-basic-auth',
    read: '2026-11-22',
  },
  'exchange-server-modern-auth': {
    title: 'Enabling Modern Auth in Exchange Server on-premises',
    url: 'https://learn.microsoft.com/exchange/plan-and-deploy/post-installation-tasks/enable-modern-auth-in-exchange-server-on-premises',
    read: '2026-11-22',
  },
  'exchange-server-builds': {
    title: 'Exchange Server build numbers and release dates',
    url: 'https://learn.microsoft.com/exchange/new-features/build-numbers-and-release-dates',
    read: '2026-11-28',
  },
  'exchange-2019-block-legacy': {
    title: 'Disabling Legacy Authentication in Exchange Server 2019',
    url: 'https://learn.microsoft.com/exchange/hybrid-deployment/block-legacy-auth-2019-hybrid',
    read: '2026-11-22',
  },
  'skype-ma-topologies': {
    title: 'Skype for Business topologies supported with Modern Authentication',
    url: 'https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/modern-authentication/topologies-supported',
    read: '2026-11-22',
  },
  'skype-turn-on-ma': {
    title: 'Planning to turn off Legacy authentication methods internally and externally to your network',
    url: 'https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/modern-authentication/turn-on-modern-auth',
    read: '2026-11-22',
  },
  'skype-use-adal': {
    title: 'How to use Modern Authentication (ADAL) with Skype for Business',
    url: 'https://learn.microsoft.com/skypeforbusiness/manage/authentication/use-adal',
    read: '2026-11-22',
  },
  'skype-set-csauthconfig': {
    title: 'Set-CsAuthConfig',
    url: 'https://learn.microsoft.com/powershell/module/skypeforbusiness/set-csauthconfig',
    read: '2026-11-22',
  },
  'skype-allow-adal': {
    title: 'AllowAdalForNonLyncIndependentOfLync setting in Skype for Business, Lync 2013, and Exchange Online',
    url: 'https://learn.microsoft.com/skypeforbusiness/troubleshoot/hybrid-exchange-integration/allowadalfornonlyncindependentoflync-setting',
    read: '2026-11-22',
  },
  'skype-allow-adal-walkthrough': {
    title: 'Using Skype for Business with Microsoft Modern Authentication (ADAL) and Multi-Factor Authentication',
    url: 'https://www.ucguys.com/2016/10/using-skype-for-business-with-microsoft-modern-authentication-adal-and-multi-factor-authentication-mfa.html',
    read: '2026-11-22',
    tier: 'secondary',
  },
  'skype-client-authentication': {
    title: 'User and client authentication for Skype for Business Server',
    url: 'https://learn.microsoft.com/previous-versions/office/skype-server-2015/dn481132(v=ocs.16)',
    read: '2026-11-22',
  },
  'skype-sign-in-certificate': {
    title: 'How Lync/SfB clients authenticates to Lync/SfB Server',
    url: 'https://messaginginfo.blogspot.com/2016/01/how-lyncsfb-clients-authenticates-to.html',
    read: '2026-11-22',
    tier: 'secondary',
    alone: 'said',
  },
  'skype-modern-auth-clients': {
    title: 'Office 365, Modern Authentication, Skype for Business hybrid and Exchange hybrid',
    url: 'https://ucvnext.org/2016/02/office365-modern-authentication-skype4b-hybrid-exchange-hybrid/',
    read: '2026-11-22',
    tier: 'secondary',
  },
  'skype-online-retirement': {
    title: 'Skype for Business Online retirement',
    url: 'https://learn.microsoft.com/microsoftteams/skype-for-business-online-retirement',
    read: '2026-11-22',
  },
  'exo-basic-deprecation': {
    title: 'Deprecation of Basic authentication in Exchange Online',
    url: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
    read: '2026-11-22',
  },
  'exo-disable-basic': {
    title: 'Disable Basic authentication in Exchange Online',
    url: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/disable-basic-authentication-in-exchange-online',
    read: '2026-11-22',
  },
  'exo-enable-modern': {
    title: 'Enable or disable modern authentication for Outlook in Exchange Online',
    url: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/enable-or-disable-modern-authentication-in-exchange-online',
    read: '2026-11-22',
  },
  'exo-fix-printers': {
    title: 'Fix issues with printers, scanners, and LOB applications that send email using Microsoft 365 or Office 365',
    url: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/fix-issues-with-printers-scanners-and-lob-applications-that-send-email-using-off',
    read: '2026-11-28',
  },
  'dynamics-configure-email': {
    title:
      'Configure and send email (finance and operations apps), with the answers of Exchange Online to SMTP clients',
    url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/fin-ops/organization-administration/configure-email',
    read: '2026-11-28',
  },
  'smtp-errors-reported': {
    title: 'Microsoft Office 365 SMTP Authentication Errors - Troubleshooting Guide',
    url: 'https://docs.bookyourpto.com/features/smtp-troubleshoot',
    read: '2026-11-28',
    tier: 'secondary',
  },
  'smtp-migration-reported': {
    title: 'SMTP AUTH Deprecation (2026): Fix Exchange Online Email Sending Errors',
    url: 'https://www.inboxreadyapp.com/smtp-auth-migration',
    read: '2026-11-28',
    tier: 'secondary',
  },
  'exo-smtp-submission': {
    title: 'Enable or disable authenticated client SMTP submission (SMTP AUTH) in Exchange Online',
    url: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    read: '2026-11-22',
  },
  'exo-multifunction-device': {
    title: 'How to set up a multifunction device or application to send emails using Microsoft 365 or Office 365',
    url: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
    read: '2026-11-22',
  },
  'exo-new-authentication-policy': {
    title: 'New-AuthenticationPolicy',
    url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/new-authenticationpolicy',
    read: '2026-11-22',
  },
  'exo-set-organizationconfig': {
    title: 'Set-OrganizationConfig',
    url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig',
    read: '2026-11-22',
  },
  'spo-set-spotenant': {
    title: 'Set-SPOTenant',
    url: 'https://learn.microsoft.com/powershell/module/sharepoint-online/set-spotenant',
    read: '2026-11-23',
  },
  'exo-set-transportconfig': {
    title: 'Set-TransportConfig',
    url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/set-transportconfig',
    read: '2026-11-22',
  },
  'exo-set-casmailbox': {
    title: 'Set-CASMailbox',
    url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox',
    read: '2026-11-22',
  },
  'exo-set-outlookanywhere': {
    title: 'Set-OutlookAnywhere',
    url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/set-outlookanywhere',
    read: '2026-11-22',
  },
  'exo-outlook-mobile-setup': {
    title: 'Account setup with modern authentication in Exchange Online',
    url: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/outlook-for-ios-and-android/setup-with-modern-authentication',
    read: '2026-11-22',
  },
  'exo-basic-february-2021': {
    title: 'Basic Authentication and Exchange Online: February 2021 Update',
    url: 'https://devblogs.microsoft.com/microsoft365dev/basic-authentication-and-exchange-online-february-2021-update/',
    read: '2026-11-22',
  },
  'exo-basic-may-2022': {
    title: 'MC375736: Basic Authentication Deprecation in Exchange Online, May 2022 Update',
    url: 'https://pupuweb.com/mc375736-basic-authentication-deprecation-exchange-online-may-2022-update/',
    read: '2026-11-22',
    tier: 'vendor-mirror',
  },
  'exo-basic-september-2022': {
    title: 'MC424238: Basic Authentication Deprecation in Exchange Online, September 2022 Update',
    url: 'https://pupuweb.com/mc424238-basic-authentication-deprecation-exchange-online-september-2022-update/',
    read: '2026-11-22',
    tier: 'vendor-mirror',
    alone: 'said',
  },
  'exo-smtp-auth-retirement': {
    title: 'Exchange Online to retire Basic auth for Client Submission (SMTP AUTH)',
    url: 'https://techcommunity.microsoft.com/blog/exchange/exchange-online-to-retire-basic-auth-for-client-submission-smtp-auth/4114750',
    read: '2026-11-22',
  },
  'exo-smtp-auth-2026-schedule': {
    title: 'Updated Exchange Online SMTP AUTH Basic Authentication Deprecation Timeline',
    url: 'https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835',
    read: '2026-11-22',
  },
  'exo-smtp-auth-message-center': {
    title: 'MC786329: Exchange Online to retire Basic auth for Client Submission',
    url: 'https://mc.merill.net/message/MC786329',
    read: '2026-11-22',
    tier: 'vendor-mirror',
    alone: 'said',
  },
  'exo-ews-enabled-flags': {
    title: 'MC1015893: Exchange web services switches, organization and user level',
    url: 'https://mc.merill.net/message/MC1015893',
    read: '2026-11-22',
    tier: 'vendor-mirror',
    alone: 'said',
  },
  'exo-ews-retirement': {
    title: 'MC1227454: Deprecation of Exchange Web Services in Exchange Online (copy of the Message Center)',
    url: 'https://blog.tophhie.cloud/m365-message-center/message/mc1227454/',
    read: '2026-11-28',
    tier: 'vendor-mirror',
    alone: 'said',
  },
  'exo-powershell-connect': {
    title: 'Connect to Exchange Online PowerShell',
    url: 'https://learn.microsoft.com/powershell/exchange/connect-to-exchange-online-powershell',
    read: '2026-11-22',
  },
  'exo-powershell-connect-cmdlet': {
    title: 'Connect-ExchangeOnline',
    url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/connect-exchangeonline',
    read: '2026-11-22',
  },
  'exo-powershell-app-only': {
    title:
      'App-only authentication for unattended scripts in Exchange Online PowerShell and Security & Compliance PowerShell',
    url: 'https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2',
    read: '2026-11-22',
  },
  'exo-powershell-module': {
    title: 'About the Exchange Online PowerShell V3 module',
    url: 'https://learn.microsoft.com/powershell/exchange/exchange-online-powershell-v2',
    read: '2026-11-22',
  },
  'exchange-server-powershell': {
    title: 'Connect to Exchange servers using remote PowerShell',
    url: 'https://learn.microsoft.com/powershell/exchange/connect-to-exchange-servers-using-remote-powershell',
    read: '2026-11-22',
  },
  'entra-powershell-retirement': {
    title: 'Important update: Deprecation of Azure AD PowerShell and MSOnline PowerShell modules',
    url: 'https://techcommunity.microsoft.com/blog/microsoft-entra-blog/important-update-deprecation-of-azure-ad-powershell-and-msonline-powershell-modules/4094536',
    read: '2026-11-22',
  },
  'azure-mfa-phase-2': {
    title: 'MC1143999: Enable multifactor authentication for your Azure tenant by October 1, 2025',
    url: 'https://msmessagecenter.com/MC1143999',
    read: '2026-11-22',
    tier: 'vendor-mirror',
  },
  'apple-mail-modern-auth': {
    title: 'Microsoft and Apple Working Together to Improve Exchange Online Security',
    url: 'https://techcommunity.microsoft.com/blog/exchange/microsoft-and-apple-working-together-to-improve-exchange-online-security/3513846',
    read: '2026-11-22',
  },
  'exo-oauth-imap-smtp': {
    title: 'Announcing OAuth 2.0 support for IMAP and SMTP AUTH protocols in Exchange Online',
    url: 'https://techcommunity.microsoft.com/blog/exchange/announcing-oauth-2-0-support-for-imap-and-smtp-auth-protocols-in-exchange-online/1330432',
    read: '2026-11-22',
  },
  'exo-oauth-pop': {
    title: 'Announcing OAuth Support for POP in Exchange Online',
    url: 'https://devblogs.microsoft.com/microsoft365dev/announcing-oauth-support-for-pop-in-exchange-online/',
    read: '2026-11-22',
  },
  'exo-autodiscover-basic': {
    title: 'Next Step in the Fight Against Basic Authentication: Autodiscover (MC467901)',
    url: 'https://practical365.com/autodiscover-basic-authentication/',
    read: '2026-11-22',
    tier: 'secondary',
    alone: 'said',
  },
  'entra-security-defaults-update': {
    title: 'Update to security defaults',
    url: 'https://techcommunity.microsoft.com/blog/identity/update-to-security-defaults/4044868',
    read: '2026-11-22',
  },
  'exchange-autodiscover': {
    title: 'Autodiscover service in Exchange Server',
    url: 'https://learn.microsoft.com/exchange/architecture/client-access/autodiscover',
    read: '2026-11-22',
  },
  'outlook-2016-autodiscover': {
    title: 'Outlook 2016 implementation of Autodiscover',
    url: 'https://support.microsoft.com/topic/outlook-2016-implementation-of-autodiscover-0d7b2709-958a-7249-1c87-434d257b9087',
    read: '2026-11-22',
  },
  'outlook-autodiscover-registry': {
    title: 'Unexpected Autodiscover behavior when you have registry settings under the \\Autodiscover key',
    url: 'https://learn.microsoft.com/outlook/troubleshoot/profiles-and-accounts/unexpected-autodiscover-behavior',
    read: '2026-11-22',
  },
  'exchange-hybrid-prerequisites': {
    title: 'Hybrid deployment prerequisites',
    url: 'https://learn.microsoft.com/exchange/hybrid-deployment-prerequisites',
    read: '2026-11-22',
  },
  'exchange-hybrid': {
    title: 'Exchange Server hybrid deployments',
    url: 'https://learn.microsoft.com/exchange/exchange-hybrid',
    read: '2026-11-22',
  },
  'exchange-hybrid-single-sign-on': {
    title: 'Single sign-on with hybrid deployments',
    url: 'https://learn.microsoft.com/exchange/single-sign-on',
    read: '2026-11-22',
  },
  'entra-whats-new': {
    title: 'Microsoft Entra releases and announcements',
    url: 'https://learn.microsoft.com/entra/fundamentals/whats-new',
    read: '2026-11-28',
  },
  'entra-kdf-version-1': {
    title: 'Security update to remove KDFv1 algorithm support in Microsoft Entra authentication',
    url: 'https://learn.microsoft.com/entra/identity/devices/deprecation-key-derivation-function-version-1',
    read: '2026-11-28',
  },
  'entra-connect-hardening': {
    title: 'Hardening update to Microsoft Entra Connect Sync from April 7, 2025',
    url: 'https://learn.microsoft.com/entra/identity/hybrid/connect/harden-update-ad-fs-pingfederate',
    read: '2026-11-28',
  },
  'exchange-dedicated-hybrid-app': {
    title:
      'Exchange Team blog: dedicated hybrid app, temporary enforcements, new HCW and possible hybrid functionality disruptions',
    url: 'https://techcommunity.microsoft.com/blog/exchange/4440682',
    read: '2026-11-28',
  },
  'authenticator-rooted-message': {
    title: 'MC1179154, Microsoft Authenticator: changes to jailbreak and root detection, as copied',
    url: 'https://mwpro.co.uk/blog/2026/02/24/updated-microsoft-authenticator-app-upcoming-changes-to-jailbreak-and-root-detection-mc1179154-4',
    read: '2026-11-28',
    tier: 'vendor-mirror',
  },
  'passkey-profiles-message': {
    title: 'MC1221452, Microsoft Entra ID: auto-enabling passkey profiles, as copied',
    url: 'https://mc.merill.net/message/MC1221452',
    read: '2026-11-28',
    tier: 'vendor-mirror',
  },
  'ca-custom-controls-migration': {
    title: 'Migrate from custom controls to external multifactor authentication',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/how-to-migrate-custom-controls-external-mfa',
    read: '2026-11-28',
  },
  'entra-passkeys-by-default': {
    title: 'Passkeys by default and retirement of Microsoft-provided SMS and voice authentication',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement',
    read: '2026-11-28',
  },
  'new-outlook-message': {
    title: 'Microsoft delays the enterprise switch to the new Outlook to March 2027 (report on MC949965)',
    url: 'https://www.techradar.com/pro/microsoft-delays-enterprise-outlook-switchover-to-2027-says-move-will-ensure-organizations-have-the-time-they-need-to-prepare',
    read: '2026-11-28',
    tier: 'secondary',
  },
  'new-outlook-availability': {
    title: 'New Outlook for Windows generally available on August 1, 2024 (report on MC810420)',
    url: 'https://www.pass4sure.com/blog/?p=260',
    read: '2026-11-28',
    tier: 'secondary',
    alone: 'said',
  },
  'new-outlook-preview': {
    title: 'The transition to the new Outlook for Windows: with Microsoft 365 Insiders since May 2022 (report)',
    url: 'https://northern-beachesit.com/2023/06/17/embracing-change-the-transition-to-the-new-outlook-for-windows-application/',
    read: '2026-11-28',
    tier: 'secondary',
    alone: 'said',
  },
  'entra-external-mfa': {
    title: 'Manage an external authentication method in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-external-method-manage',
    read: '2026-11-27',
  },
  'exchange-hybrid-graph-report': {
    title: 'May 2026 Exchange Server SE hotfix: move hybrid rich coexistence from EWS to Graph (report)',
    url: 'https://windowsforum.com/threads/may-2026-exchange-server-se-hotfix-move-hybrid-rich-coexistence-from-ews-to-graph.416820/',
    read: '2026-11-27',
    tier: 'secondary',
    alone: 'said',
  },
  'exchange-se-cu2-report': {
    title: 'Exchange Server SE: the CU2 coexistence deadline after 2019 end-of-life (report)',
    url: 'https://www.proitnw.com/blog/exchange-server-se-cu2-coexistence-deadline/',
    read: '2026-11-28',
    tier: 'secondary',
    alone: 'said',
  },
  'entra-msal-migration': {
    title: 'Migrate applications to the Microsoft Authentication Library (MSAL)',
    url: 'https://learn.microsoft.com/entra/identity-platform/msal-migration',
    read: '2026-11-27',
  },
  'windows-hello-deployment': {
    title: 'Plan a Windows Hello for Business deployment',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/',
    read: '2026-11-27',
  },
  'exchange-end-of-support': {
    title: 'Exchange Team blog: the end of support of Exchange 2016 and 2019',
    url: 'https://techcommunity.microsoft.com/blog/exchange/4511603',
    read: '2026-11-27',
  },
  'exchange-hybrid-activesync': {
    title: 'Exchange ActiveSync device settings with Exchange hybrid deployments',
    url: 'https://learn.microsoft.com/exchange/activesync-settings',
    read: '2026-11-22',
  },
  'adfs-intranet-forms': {
    title: 'Configuring intranet forms-based authentication for devices that do not support WIA',
    url: 'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-intranet-forms-based-authentication-for-devices-that-do-not-support-wia',
    read: '2026-11-28',
  },
  'adfs-browser-wia': {
    title: 'Configure browsers to use Windows Integrated Authentication (WIA) with AD FS',
    url: 'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-browser-wia',
    read: '2026-11-28',
  },
  'adfs-access-control': {
    title: 'Access Control Policies in Windows Server 2012 R2 and Windows Server 2012 AD FS',
    url: 'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/access-control-policies-w2k12',
    read: '2026-11-22',
  },
  'entra-mfa-adfs': {
    title: 'Secure resources with Microsoft Entra multifactor authentication and AD FS',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-adfs',
    read: '2026-11-22',
  },
  'entra-choose-authentication': {
    title: 'Choose the right authentication method for your Microsoft Entra hybrid identity solution',
    url: 'https://learn.microsoft.com/entra/identity/hybrid/connect/choose-ad-authn',
    read: '2026-11-22',
  },
  'entra-pta-limitations': {
    title: 'Microsoft Entra pass-through authentication: Current limitations',
    url: 'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-pta-current-limitations',
    read: '2026-11-22',
  },
  'entra-staged-rollout': {
    title: 'Microsoft Entra Connect: Cloud authentication via Staged Rollout',
    url: 'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-staged-rollout',
    read: '2026-11-22',
  },
  'entra-primary-refresh-token': {
    title: 'Understanding Primary Refresh Token (PRT) in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token',
    read: '2026-11-28',
  },
  'entra-session-lifetime': {
    title: 'Conditional Access adaptive session lifetime policies',
    url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime',
    read: '2026-11-28',
  },
  'entra-seamless-sso': {
    title: 'Microsoft Entra Connect: Seamless single sign-on',
    url: 'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sso',
    read: '2026-11-28',
  },
  'windows-web-sign-in': {
    title: 'Web sign-in for Windows',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/web-sign-in/',
    read: '2026-11-28',
  },
  'entra-security-key-on-premises': {
    title: 'Passwordless security key sign-in to on-premises resources',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-on-premises',
    read: '2026-11-28',
  },
  'entra-smart-card-sign-in': {
    title: 'Windows smart card sign-in using Microsoft Entra certificate-based authentication',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-certificate-based-authentication-smartcard',
    read: '2026-11-28',
  },
  'entra-sso-on-premises': {
    title: 'How SSO to on-premises resources works on Microsoft Entra joined devices',
    url: 'https://learn.microsoft.com/entra/identity/devices/device-sso-to-on-premises-resources',
    read: '2026-11-28',
  },
  'macos-platform-sso': {
    title: 'macOS Platform Single Sign-on overview',
    url: 'https://learn.microsoft.com/entra/identity/devices/macos-psso',
    read: '2026-11-28',
  },
  'hello-authentication': {
    title: 'How Windows Hello for Business authentication works',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-authentication',
    read: '2026-11-28',
  },
  'hello-cloud-kerberos-trust': {
    title: 'Windows Hello for Business cloud Kerberos trust deployment',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust',
    read: '2026-11-28',
  },
} as const satisfies Record<string, Source>

/** The key of a public page. */
export type CitationKey = keyof typeof sources

/** A page and the section of it that a statement rests on. */
export interface Citation {
  readonly source: CitationKey
  readonly section?: string
}

/** The tier of a page. */
export function tierOf(key: CitationKey): Tier {
  const source: Source = sources[key]
  return source.tier ?? 'vendor'
}

/** The tier of a page in words, to follow the day it was read; nothing for a page of the vendor. */
export function tierWords(key: CitationKey): string {
  const tier = tierOf(key)
  return tier === 'vendor' ? '' : tier === 'vendor-mirror' ? ', a copy of a vendor message' : ', a secondary source'
}
