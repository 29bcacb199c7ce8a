import type { Source } from './source.ts'

/** Pages about the sign-in to Windows and macOS. */
export const devicesSources = {
  'windows-assigned-access': {
    title: 'Assigned Access recommendations',
    url: 'https://learn.microsoft.com/windows/configuration/assigned-access/recommendations',
    read: '2026-11-30',
  },
  'autopilot-user-driven': {
    title: 'Windows Autopilot user-driven mode',
    url: 'https://learn.microsoft.com/autopilot/user-driven',
    read: '2026-11-30',
  },
  'windows-hello-deployment': {
    title: 'Plan a Windows Hello for Business deployment',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/',
    read: '2026-11-27',
  },
  'windows-web-sign-in': {
    title: 'Web sign-in for Windows',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/web-sign-in/',
    read: '2026-11-28',
  },
  'macos-platform-sso': {
    title: 'macOS Platform Single Sign-on overview',
    url: 'https://learn.microsoft.com/entra/identity/devices/macos-psso',
    read: '2026-11-28',
  },
  'hello-provisioning': {
    title: 'How Windows Hello for Business provisioning works',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-provisioning',
    read: '2026-11-30',
  },
  'hello-authentication': {
    title: 'How Windows Hello for Business authentication works',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-authentication',
    read: '2026-11-30',
  },
  'hello-cloud-kerberos-trust': {
    title: 'Windows Hello for Business cloud Kerberos trust deployment',
    url: 'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust',
    read: '2026-11-30',
  },
  'graph-windows-hello-method': {
    title: 'windowsHelloForBusinessAuthenticationMethod resource type',
    url: 'https://learn.microsoft.com/graph/api/resources/windowshelloforbusinessauthenticationmethod',
    read: '2026-11-30',
  },
  'domain-services-synchronization': {
    title: 'How objects and credentials are synchronized in a Microsoft Entra Domain Services managed domain',
    url: 'https://learn.microsoft.com/entra/identity/domain-services/synchronization',
    read: '2026-11-30',
  },
  'domain-services-ldaps': {
    title: 'Tutorial: Configure secure LDAP for a Microsoft Entra Domain Services managed domain',
    url: 'https://learn.microsoft.com/entra/identity/domain-services/tutorial-configure-ldaps',
    read: '2026-11-30',
  },
} as const satisfies Record<string, Source>
