import type { Source } from './source.ts'

/** Pages about Exchange Online, and about sending mail through it. */
export const exchangeOnlineSources = {
  'exo-module-release': {
    title: 'ExchangeOnlineManagement 3.0.0 (PowerShell Gallery)',
    url: 'https://www.powershellgallery.com/packages/ExchangeOnlineManagement/3.0.0',
    read: '2026-11-28',
    tier: 'secondary',
  },
  'exo-rpc-end': {
    title: 'RPC over HTTP reaches end of support in Office 365 on October 31, 2017',
    url: 'https://learn.microsoft.com/exchange/troubleshoot/administration/rpc-over-http-end-of-support',
    read: '2026-11-28',
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
  'exo-client-access-rules': {
    title: 'Client Access Rules in Exchange Online',
    url: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/client-access-rules/client-access-rules',
    read: '2026-11-29',
  },
  'exo-direct-send-control': {
    title: 'Introducing more control over Direct Send in Exchange Online',
    url: 'https://techcommunity.microsoft.com/blog/exchange/introducing-more-control-over-direct-send-in-exchange-online/4408790',
    read: '2026-11-29',
  },
  'exo-powershell-credential-end': {
    title: 'Deprecation of the -Credential Parameter in Exchange Online PowerShell',
    url: 'https://techcommunity.microsoft.com/blog/exchange/deprecation-of-the--credential-parameter-in-exchange-online-powershell/4494584',
    read: '2026-11-29',
  },
  'exo-get-clientaccessrule': {
    title: 'Get-ClientAccessRule',
    url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/get-clientaccessrule',
    read: '2026-11-29',
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
  'exo-hve-oauth': {
    title: 'OAuth authentication for high volume emails for Microsoft 365',
    url: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/oauth-high-volume-mails-m365',
    read: '2026-11-30',
  },
  'exo-hve-app-access': {
    title: 'Add-HVEAppAccess',
    url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/add-hveappaccess',
    read: '2026-11-30',
  },
  'exo-hve-practice': {
    title: 'High Volume Email and the end of SMTP AUTH, as a consultant describes it',
    url: 'https://c7solutions.com/?p=5097',
    read: '2026-11-30',
    tier: 'secondary',
    alone: 'said',
  },
  'exo-hve-basic-extension': {
    title: 'High Volume Email Service to Restrict Email Delivery to Internal Recipients',
    url: 'https://petri.com/high-volume-email-delivery-internal-recipients/',
    read: '2026-11-30',
    tier: 'secondary',
    alone: 'said',
  },
  'exo-hybrid-public-folders': {
    title: 'Configure Exchange Server public folders for a hybrid deployment',
    url: 'https://learn.microsoft.com/exchange/collaboration-exo/public-folders/set-up-modern-hybrid-public-folders',
    read: '2026-11-30',
  },
  'exchange-public-folder-access': {
    title: 'How users access public folders and what to do when they cannot access them?',
    url: 'https://techcommunity.microsoft.com/t5/exchange-team-blog/how-users-access-public-folders-and-what-to-do-when-they-cannot/ba-p/3963070',
    read: '2026-11-30',
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
  'exo-oauth-imap-smtp': {
    title: 'Announcing OAuth 2.0 support for IMAP and SMTP AUTH protocols in Exchange Online',
    url: 'https://techcommunity.microsoft.com/blog/exchange/announcing-oauth-2-0-support-for-imap-and-smtp-auth-protocols-in-exchange-online/1330432',
    read: '2026-11-22',
  },
  'exo-oauth-legacy-protocols': {
    title: 'Authenticate an IMAP, POP or SMTP connection using OAuth',
    url: 'https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
    read: '2026-11-29',
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
  'exo-powershell-mfa-module': {
    title: 'V1 module: Connect to Exchange Online PowerShell using MFA',
    url: 'https://learn.microsoft.com/powershell/exchange/v1-module-mfa-connect-to-exo-powershell',
    read: '2026-11-29',
  },
  'exchange-cross-tenant-migration': {
    title: 'Cross-tenant mailbox migration',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/cross-tenant-mailbox-migration',
    read: '2026-11-29',
  },
} as const satisfies Record<string, Source>
