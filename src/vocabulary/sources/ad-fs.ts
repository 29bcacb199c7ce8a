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
} as const satisfies Record<string, Source>
