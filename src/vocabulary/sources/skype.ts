import type { Source } from './source.ts'

/** Pages about Lync and Skype for Business. */
export const skypeSources = {
  'skype-for-business-2015-lifecycle': {
    title: 'Skype for Business 2015 (lifecycle)',
    url: 'https://learn.microsoft.com/lifecycle/products/skype-for-business-2015',
    read: '2026-11-28',
  },
  'hma-skype': {
    title: 'Configure Skype for Business on-premises to use Hybrid Modern Authentication',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/configure-skype-for-business-for-hybrid-modern-authentication',
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
} as const satisfies Record<string, Source>
