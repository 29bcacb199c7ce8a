import type { Source } from './source.ts'

/** Pages about sign-in with Microsoft Entra ID: federation, hybrid identity, tokens, guests, errors. */
export const entraSignInSources = {
  'entra-default-user-permissions': {
    title: 'What are the default user permissions in Microsoft Entra ID?',
    url: 'https://learn.microsoft.com/entra/fundamentals/users-default-permissions',
    read: '2026-11-28',
  },
  'azure-cli-release-notes': {
    title: 'Azure CLI release notes',
    url: 'https://learn.microsoft.com/cli/azure/release-notes-azure-cli',
    read: '2026-11-28',
  },
  'entra-disable-application': {
    title: 'Disable user sign-in for application',
    url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/disable-user-sign-in-portal',
    read: '2026-11-29',
  },
  'entra-application-assignment': {
    title: 'Manage users and groups assignment to an application',
    url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal',
    read: '2026-11-29',
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
  'tenant-restrictions': {
    title: 'Set up tenant restrictions v2',
    url: 'https://learn.microsoft.com/entra/external-id/tenant-restrictions-v2',
    read: '2026-11-29',
  },
  'tenant-restrictions-v1': {
    title: 'Restrict access to a tenant',
    url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/tenant-restrictions',
    read: '2026-11-29',
  },
  'entra-powershell-retirement': {
    title: 'Important update: Deprecation of Azure AD PowerShell and MSOnline PowerShell modules',
    url: 'https://techcommunity.microsoft.com/blog/microsoft-entra-blog/important-update-deprecation-of-azure-ad-powershell-and-msonline-powershell-modules/4094536',
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
  'entra-msal-migration': {
    title: 'Migrate applications to the Microsoft Authentication Library (MSAL)',
    url: 'https://learn.microsoft.com/entra/identity-platform/msal-migration',
    read: '2026-11-27',
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
  'entra-sso-on-premises': {
    title: 'How SSO to on-premises resources works on Microsoft Entra joined devices',
    url: 'https://learn.microsoft.com/entra/identity/devices/device-sso-to-on-premises-resources',
    read: '2026-11-28',
  },
  'entra-application-proxy-security': {
    title: 'Security considerations for accessing apps remotely with Microsoft Entra application proxy',
    url: 'https://learn.microsoft.com/entra/identity/app-proxy/application-proxy-security',
    read: '2026-11-29',
  },
  'entra-application-proxy-kerberos': {
    title: 'Kerberos-based single sign-on (SSO) in Microsoft Entra ID with application proxy',
    url: 'https://learn.microsoft.com/entra/identity/app-proxy/how-to-configure-sso-with-kcd',
    read: '2026-11-30',
  },
  'sql-server-authentication-mode': {
    title: 'Choose an authentication mode',
    url: 'https://learn.microsoft.com/sql/relational-databases/security/choose-an-authentication-mode',
    read: '2026-11-30',
  },
  'remote-joined-device': {
    title: 'Connect to remote Microsoft Entra joined device',
    url: 'https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc',
    read: '2026-11-30',
  },
  'azure-vm-sign-in': {
    title: 'Sign in to a Windows virtual machine in Azure by using Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
    read: '2026-11-30',
  },
  'remote-credential-guard': {
    title: 'Remote Credential Guard',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/remote-credential-guard',
    read: '2026-11-30',
  },
  'entra-application-proxy-add': {
    title: 'Add an on-premises application for remote access through application proxy in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/app-proxy/application-proxy-add-on-premises-application',
    read: '2026-11-29',
  },
} as const satisfies Record<string, Source>
