import type { Source } from './source.ts'

/** Pages about authentication methods, multifactor authentication and their registration. */
export const entraMethodsSources = {
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
  'entra-security-defaults': {
    title: 'Providing a default level of security in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/fundamentals/security-defaults',
    read: '2026-11-22',
  },
  'entra-strength-of-external-users': {
    title: 'How Conditional Access authentication strength works for external users in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-external-users',
    read: '2026-11-28',
  },
  'entra-migrate-mfa-user-authentication': {
    title: 'Migrate to Microsoft Entra multifactor authentication and Microsoft Entra user authentication',
    url: 'https://learn.microsoft.com/entra/identity/authentication/how-to-migrate-mfa-server-to-mfa-user-authentication',
    read: '2026-11-28',
  },
  'azure-mfa-phase-2': {
    title: 'MC1143999: Enable multifactor authentication for your Azure tenant by October 1, 2025',
    url: 'https://msmessagecenter.com/MC1143999',
    read: '2026-11-22',
    tier: 'vendor-mirror',
  },
  'entra-security-defaults-update': {
    title: 'Update to security defaults',
    url: 'https://techcommunity.microsoft.com/blog/identity/update-to-security-defaults/4044868',
    read: '2026-11-22',
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
  'entra-passkey-support': {
    title: 'Support for FIDO2 authentication with Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-fido2-compatibility',
    read: '2026-11-30',
  },
  'entra-passkeys-by-default': {
    title: 'Passkeys by default and retirement of Microsoft-provided SMS and voice authentication',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement',
    read: '2026-11-28',
  },
  'entra-external-mfa': {
    title: 'Manage an external authentication method in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-external-method-manage',
    read: '2026-11-27',
  },
  'entra-external-mfa-provider': {
    title: 'Microsoft Entra multifactor authentication external method provider reference',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-external-method-provider',
    read: '2026-11-29',
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
  'entra-passkey-profiles': {
    title: 'How to enable passkey (FIDO2) profiles in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-passkey-profiles',
    read: '2026-11-29',
  },
  'entra-nps-extension': {
    title:
      'Integrate your existing Network Policy Server (NPS) infrastructure with Microsoft Entra multifactor authentication',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-nps-extension',
    read: '2026-11-29',
  },
  'entra-nps-extension-rd-gateway': {
    title:
      'Integrate your Remote Desktop Gateway infrastructure using the Network Policy Server (NPS) extension and Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-nps-extension-rdg',
    read: '2026-11-29',
  },
  'entra-registration-campaign': {
    title: 'Run a registration campaign to set up a passkey or Microsoft Authenticator',
    url: 'https://learn.microsoft.com/entra/identity/authentication/how-to-mfa-registration-campaign',
    read: '2026-11-29',
  },
  'azure-files-entra-kerberos': {
    title: 'Enable Microsoft Entra Kerberos authentication for hybrid and cloud-only identities on Azure Files',
    url: 'https://learn.microsoft.com/azure/storage/files/storage-files-identity-auth-hybrid-identities-enable',
    read: '2026-11-29',
  },
  'azure-files-mount': {
    title: 'Mount an SMB Azure file share on Windows',
    url: 'https://learn.microsoft.com/azure/storage/files/storage-files-identity-mount-file-share',
    read: '2026-11-29',
  },
  'azure-files-domain-services': {
    title: 'Use Microsoft Entra Domain Services with Azure Files',
    url: 'https://learn.microsoft.com/azure/storage/files/storage-files-identity-auth-domain-services-enable',
    read: '2026-11-29',
  },
  'entra-number-matching': {
    title: 'How number matching works in MFA push notifications for Authenticator',
    url: 'https://learn.microsoft.com/entra/identity/authentication/how-to-mfa-number-match',
    read: '2026-11-29',
  },
  'entra-temporary-access-pass': {
    title: 'Configure Temporary Access Pass in Microsoft Entra ID to register passwordless authentication methods',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass',
    read: '2026-11-29',
  },
  'entra-sms-sign-in': {
    title: 'SMS-based user sign-in for Microsoft Entra ID',
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-authentication-sms-signin',
    read: '2026-11-29',
  },
  'b2b-one-time-passcode': {
    title: 'Email one-time passcode authentication for B2B guest users',
    url: 'https://learn.microsoft.com/entra/external-id/one-time-passcode',
    read: '2026-11-29',
  },
  'entra-certificate-authentication': {
    title: 'Microsoft Entra certificate-based authentication technical deep dive',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-certificate-based-authentication-technical-deep-dive',
    read: '2026-11-29',
  },
  'hello-registration-message': {
    title:
      'MC1326253, Conditional Access policies now apply to Windows Hello for Business and macOS Platform SSO registration, as copied',
    url: 'https://deltapulse.app/item/MC1326253',
    read: '2026-11-29',
    tier: 'vendor-mirror',
  },
  'passkey-campaign-message': {
    title: 'MC1279092, Microsoft Entra: passkeys in registration campaigns, as copied',
    url: 'https://deltapulse.app/item/MC1279092',
    read: '2026-11-29',
    tier: 'vendor-mirror',
  },
} as const satisfies Record<string, Source>
