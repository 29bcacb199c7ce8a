import type { Source } from './source.ts'

/** Pages about Office, SharePoint and Teams. */
export const microsoft365AppsSources = {
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
  'office-lifecycle': {
    title: 'Microsoft Office Support Lifecycle Explained',
    url: 'https://jorgep.com/blog/microsoft-office-support-lifecycle-explained/',
    read: '2026-11-28',
    tier: 'secondary',
  },
  'sharepoint-unmanaged-devices': {
    title: 'Control access from unmanaged devices',
    url: 'https://learn.microsoft.com/sharepoint/control-access-from-unmanaged-devices',
    read: '2026-11-28',
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
  'spo-acs-retirement': {
    title: 'Azure ACS retirement in Microsoft 365',
    url: 'https://learn.microsoft.com/sharepoint/dev/sp-add-ins/retirement-announcement-for-azure-acs',
    read: '2026-11-29',
  },
  'spo-acs-app-only': {
    title: 'Granting access using SharePoint App-Only',
    url: 'https://learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azureacs',
    read: '2026-11-29',
  },
  'spo-set-spotenant': {
    title: 'Set-SPOTenant',
    url: 'https://learn.microsoft.com/powershell/module/sharepoint-online/set-spotenant',
    read: '2026-11-23',
  },
  'teams-supported-policies': {
    title:
      'Supported Conditional Access and Intune device compliance policies for Teams Rooms and Teams Android devices',
    url: 'https://learn.microsoft.com/microsoftteams/rooms/supported-ca-and-compliance-policies',
    read: '2026-11-29',
  },
  'teams-rooms-authentication': {
    title: 'Authentication in Microsoft Teams Rooms on Windows',
    url: 'https://learn.microsoft.com/microsoftteams/rooms/rooms-authentication',
    read: '2026-11-29',
  },
  'teams-sip-gateway': {
    title: 'Configure SIP Gateway',
    url: 'https://learn.microsoft.com/microsoftteams/sip-gateway-configure',
    read: '2026-11-29',
  },
} as const satisfies Record<string, Source>
