import type { Source } from './source.ts'

/** Pages about AD FS. */
export const adFsSources = {
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
  'adfs-authentication-classes': {
    title: 'Supported SAML Authentication Context Classes and Strengths',
    url: 'https://learn.microsoft.com/previous-versions/adfs-2.0/hh599318(v=msdn.10)',
    read: '2026-11-29',
  },
  'adfs-method-claim': {
    title: 'Create a Rule to Send an Authentication Method Claim',
    url: 'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/create-a-rule-to-send-an-authentication-method-claim',
    read: '2026-11-30',
  },
  'connect-health-agent': {
    title: 'Install the Microsoft Entra Connect Health agents',
    url: 'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-health-agent-install',
    read: '2026-11-29',
  },
} as const satisfies Record<string, Source>
