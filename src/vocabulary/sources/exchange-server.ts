import type { Source } from './source.ts'

/** Pages about Exchange Server and hybrid deployments. */
export const exchangeServerSources = {
  'exchange-log-collector': {
    title: 'Exchange Log Collector',
    url: 'https://microsoft.github.io/CSS-Exchange/Diagnostics/ExchangeLogCollector/',
    read: '2026-11-29',
    tier: 'vendor-mirror',
  },
  'exchange-authentication-methods': {
    title: 'AuthenticationMethod enumeration',
    url: 'https://learn.microsoft.com/previous-versions/office/exchange-server-api/ff324335(v=exchg.150)',
    read: '2026-11-29',
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
  'exchange-server-modern-auth': {
    title: 'Enabling Modern Auth in Exchange Server on-premises',
    url: 'https://learn.microsoft.com/exchange/plan-and-deploy/post-installation-tasks/enable-modern-auth-in-exchange-server-on-premises',
    read: '2026-11-29',
  },
  'exchange-ad-fs-outlook-mobile': {
    title: 'Exchange Server AD FS Modern Authentication: Expanded Outlook client support',
    url: 'https://techcommunity.microsoft.com/blog/exchange/exchange-server-ad-fs-modern-authentication-expanded-outlook-client-support/4554410',
    read: '2026-11-29',
  },
  'new-outlook-account-types': {
    title: 'Supported account types in the new Outlook for Windows',
    url: 'https://learn.microsoft.com/microsoft-365-apps/outlook/get-started/supported-account-types',
    read: '2026-11-29',
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
  'exchange-server-powershell': {
    title: 'Connect to Exchange servers using remote PowerShell',
    url: 'https://learn.microsoft.com/powershell/exchange/connect-to-exchange-servers-using-remote-powershell',
    read: '2026-11-22',
  },
  'exchange-virtual-directories': {
    title: 'Default settings for Exchange virtual directories',
    url: 'https://learn.microsoft.com/exchange/default-settings-for-exchange-virtual-directories-exchange-2013-help',
    read: '2026-11-29',
  },
  'exchange-autodiscover': {
    title: 'Autodiscover service in Exchange Server',
    url: 'https://learn.microsoft.com/exchange/architecture/client-access/autodiscover',
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
  'exchange-hybrid-permissions': {
    title: 'Permissions in Exchange hybrid deployments',
    url: 'https://learn.microsoft.com/exchange/permissions',
    read: '2026-11-29',
  },
  'exchange-hybrid-single-sign-on': {
    title: 'Single sign-on with hybrid deployments',
    url: 'https://learn.microsoft.com/exchange/single-sign-on',
    read: '2026-11-22',
  },
  'exchange-dedicated-hybrid-app': {
    title:
      'Exchange Team blog: dedicated hybrid app, temporary enforcements, new HCW and possible hybrid functionality disruptions',
    url: 'https://techcommunity.microsoft.com/blog/exchange/4440682',
    read: '2026-11-28',
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
} as const satisfies Record<string, Source>
