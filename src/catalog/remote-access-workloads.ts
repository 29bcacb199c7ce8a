import type { Workload } from './workload.ts'

/** Services through which users reach the network and its applications from outside. */
export const remoteAccessWorkloads: readonly Workload[] = [
  {
    id: 'vpn',
    name: 'VPN with RADIUS',
    zone: 'on-premises',
    hosting: 'on-premises',
    protocols: [{ protocol: 'radius', flows: ['basic'] }],
    auditTrail: 'relying-party',
    legs: ['vpn'],
    citation: { source: 'entra-nps-extension', section: 'How the NPS extension works' },
  },
  {
    id: 'remote-desktop-gateway',
    name: 'Remote Desktop Gateway',
    zone: 'on-premises',
    hosting: 'on-premises',
    protocols: [{ protocol: 'rd-gateway', flows: ['basic'] }],
    auditTrail: 'relying-party',
    legs: ['remote-desktop-gateway'],
    citation: { source: 'entra-nps-extension-rd-gateway', section: 'Authentication Flow' },
  },
  {
    id: 'application-proxy',
    name: 'Microsoft Entra application proxy',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [{ protocol: 'https', flows: ['modern'] }],
    auditTrail: 'entra-id',
    legs: ['published-application'],
    citation: { source: 'entra-application-proxy-security', section: 'Accessing published applications' },
  },
  {
    id: 'azure-files',
    name: 'Azure Files',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [{ protocol: 'smb', flows: ['windows-integrated'] }],
    auditTrail: 'relying-party',
    legs: ['file-share'],
    citation: { source: 'azure-files-entra-kerberos', section: 'Introduction' },
  },
]
