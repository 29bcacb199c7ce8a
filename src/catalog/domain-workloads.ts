import type { Workload } from './workload.ts'

const joined = {
  zone: 'on-premises',
  hosting: 'on-premises',
  auditTrail: 'active-directory',
  legs: ['domain-server'],
} as const

/** Servers that are joined to the Active Directory domain and take its tickets. */
export const domainWorkloads: readonly Workload[] = [
  {
    id: 'file-server',
    name: 'File server of the domain',
    ...joined,
    protocols: [{ protocol: 'smb', flows: ['windows-integrated'] }],
    citation: { source: 'entra-sso-on-premises', section: 'What you get' },
  },
  {
    id: 'sql-server',
    name: 'SQL Server with Windows authentication',
    ...joined,
    protocols: [{ protocol: 'tds', flows: ['windows-integrated'] }],
    citation: { source: 'sql-server-authentication-mode', section: 'Connecting Through Windows Authentication' },
  },
  {
    id: 'sharepoint-server',
    name: 'SharePoint Server with Windows authentication',
    ...joined,
    protocols: [{ protocol: 'https', flows: ['windows-integrated'] }],
    citation: { source: 'entra-sso-on-premises', section: 'What you get' },
  },
  {
    id: 'remote-computer',
    name: 'Remote computer of the domain',
    ...joined,
    protocols: [{ protocol: 'rdp', flows: ['windows-integrated', 'basic'], onByDefault: ['basic'] }],
    citation: {
      source: 'remote-credential-guard',
      section: 'Compare Remote Credential Guard with other connection options',
    },
  },
]
