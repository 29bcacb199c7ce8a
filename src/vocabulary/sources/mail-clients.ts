import type { Source } from './source.ts'

/** Pages about mail clients. */
export const mailClientsSources = {
  'windows-mail-end': {
    title: 'Windows Mail will stop working on December 31, 2024 (Neowin, quoting the support page)',
    url: 'https://www.neowin.net/news/windows-mail-will-stop-working-on-december-31-2024/',
    read: '2026-11-28',
    tier: 'secondary',
    alone: 'open',
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
  'apple-mail-modern-auth': {
    title: 'Microsoft and Apple Working Together to Improve Exchange Online Security',
    url: 'https://techcommunity.microsoft.com/blog/exchange/microsoft-and-apple-working-together-to-improve-exchange-online-security/3513846',
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
} as const satisfies Record<string, Source>
