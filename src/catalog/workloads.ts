import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Flow, Protocol } from '../vocabulary/protocols.ts'
import { domainWorkloads } from './domain-workloads.ts'
import { remoteAccessWorkloads } from './remote-access-workloads.ts'
import type { ServedProtocol, Workload } from './workload.ts'

const cloudMail = ['modern', 'basic'] as const satisfies readonly Flow[]
const serverMail = ['modern', 'windows-integrated', 'basic'] as const satisfies readonly Flow[]
const api = ['modern', 'password-grant', 'certificate'] as const satisfies readonly Flow[]

/** Every service, by id. */
export const workloads: readonly Workload[] = [
  {
    id: 'exchange-online',
    name: 'Exchange Online',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [
      { protocol: 'mapi-http', flows: cloudMail },
      { protocol: 'rpc-http', flows: ['basic'] },
      { protocol: 'ews', flows: cloudMail },
      { protocol: 'oab', flows: cloudMail },
      { protocol: 'autodiscover', flows: cloudMail },
      { protocol: 'autodiscover-v2', flows: ['none'] },
      { protocol: 'exchange-activesync', flows: cloudMail },
      { protocol: 'outlook-service', flows: cloudMail },
      { protocol: 'pop3', flows: cloudMail },
      { protocol: 'imap4', flows: cloudMail },
      { protocol: 'smtp-auth', flows: cloudMail },
      { protocol: 'smtp', flows: ['none', 'certificate'] },
      { protocol: 'smtp-hve', flows: cloudMail },
      { protocol: 'remote-powershell', flows: cloudMail },
      { protocol: 'reporting-web-services', flows: cloudMail },
      { protocol: 'exchange-rest', flows: api },
      { protocol: 'https', flows: ['modern'] },
    ],
    appId: '00000002-0000-0ff1-ce00-000000000000',
    auditTrail: 'entra-id',
    legs: [
      'autodiscover:cloud',
      'mailbox',
      'archive',
      'shared-mailbox',
      'public-folders',
      'address-book',
      'free-busy',
      'submission',
      'exchange-web-services',
      'administration',
    ],
    citation: { source: 'exo-basic-deprecation', section: 'Affected protocols' },
  },
  {
    id: 'exchange-server',
    name: 'Exchange Server',
    zone: 'on-premises',
    hosting: 'on-premises',
    protocols: [
      { protocol: 'mapi-http', flows: serverMail },
      { protocol: 'rpc-http', flows: ['windows-integrated', 'basic'] },
      { protocol: 'ews', flows: serverMail },
      { protocol: 'oab', flows: serverMail },
      { protocol: 'autodiscover', flows: serverMail },
      { protocol: 'autodiscover-v2', flows: ['none'] },
      { protocol: 'exchange-activesync', flows: cloudMail },
      { protocol: 'pop3', flows: ['basic'] },
      { protocol: 'imap4', flows: ['basic'] },
      { protocol: 'smtp-auth', flows: ['basic'] },
      { protocol: 'smtp', flows: ['none'] },
      { protocol: 'remote-powershell', flows: ['windows-integrated'] },
      { protocol: 'https', flows: serverMail, onByDefault: cloudMail },
    ],
    audience: {
      workload: 'exchange-online',
      citation: { source: 'hma-exchange', section: 'Add on-premises web service URLs as SPNs' },
    },
    auditTrail: 'active-directory',
    legs: [
      'autodiscover:on-premises',
      'activesync:on-premises',
      'mailbox',
      'archive',
      'shared-mailbox',
      'public-folders',
      'address-book',
      'free-busy',
      'submission',
      'exchange-web-services',
      'administration',
    ],
    citation: { source: 'hma-overview', section: 'Client and protocol requirements' },
  },
  {
    id: 'skype-for-business-online',
    name: 'Skype for Business Online',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [
      { protocol: 'sip', flows: ['modern', 'certificate', 'sign-in-assistant'] },
      { protocol: 'skype-web-services', flows: ['modern', 'certificate', 'sign-in-assistant'] },
    ],
    appId: '00000004-0000-0ff1-ce00-000000000000',
    auditTrail: 'entra-id',
    legs: ['registrar', 'web-services', 'meeting'],
    citation: { source: 'office-modern-auth', section: 'Skype for Business Online' },
  },
  {
    id: 'skype-for-business-server',
    name: 'Skype for Business Server',
    zone: 'on-premises',
    hosting: 'on-premises',
    protocols: [
      { protocol: 'sip', flows: ['modern', 'certificate', 'windows-integrated', 'digest'] },
      { protocol: 'skype-web-services', flows: ['modern', 'certificate', 'windows-integrated'] },
    ],
    audience: {
      workload: 'skype-for-business-online',
      citation: { source: 'hma-skype', section: 'Add on-premises web service URLs as SPNs' },
    },
    auditTrail: 'active-directory',
    legs: ['registrar', 'web-services', 'meeting'],
    citation: { source: 'skype-client-authentication', section: 'User authentication' },
  },
  {
    id: 'sharepoint-online',
    name: 'SharePoint Online',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [{ protocol: 'https', flows: ['modern', 'sign-in-assistant'] }],
    appId: '00000003-0000-0ff1-ce00-000000000000',
    auditTrail: 'entra-id',
    legs: ['documents'],
    citation: { source: 'office-modern-auth', section: 'SharePoint Online' },
  },
  {
    id: 'teams',
    name: 'Microsoft Teams',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [{ protocol: 'https', flows: ['modern'] }],
    appId: 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe',
    auditTrail: 'entra-id',
    legs: ['registrar', 'meeting'],
    citation: { source: 'ca-service-dependencies', section: 'Policy enforcement' },
  },
  ...remoteAccessWorkloads,
  ...domainWorkloads,
  {
    id: 'entra-self-service',
    name: 'Microsoft Entra self-service',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [{ protocol: 'https', flows: ['modern'] }],
    appId: '19db86c3-b2b9-44cc-b339-36da233a3be2',
    auditTrail: 'entra-id',
    legs: ['self-service'],
    citation: { source: 'entra-combined-registration', section: 'Manage mode' },
  },
  {
    id: 'azure-management',
    name: 'Azure management',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [{ protocol: 'https', flows: api }],
    appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    auditTrail: 'entra-id',
    legs: ['administration'],
    citation: { source: 'ca-cloud-apps', section: 'Windows Azure Service Management API' },
  },
  {
    id: 'microsoft-365-admin',
    name: 'Microsoft 365 admin center',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [{ protocol: 'https', flows: ['modern'] }],
    appId: '00000006-0000-0ff1-ce00-000000000000',
    auditTrail: 'entra-id',
    legs: ['administration'],
    citation: { source: 'ca-cloud-apps', section: 'Microsoft Admin Portals' },
  },
  {
    id: 'microsoft-graph',
    name: 'Microsoft Graph',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [
      { protocol: 'https', flows: api },
      { protocol: 'oauth', flows: api },
    ],
    appId: '00000003-0000-0000-c000-000000000000',
    auditTrail: 'entra-id',
    legs: ['administration', 'token'],
    citation: { source: 'ca-cloud-apps', section: 'Microsoft cloud applications' },
  },
  {
    id: 'application',
    name: 'Application',
    zone: 'microsoft-cloud',
    hosting: 'online',
    protocols: [
      { protocol: 'oauth', flows: api },
      { protocol: 'https', flows: api },
    ],
    auditTrail: 'entra-id',
    legs: ['token', 'administration'],
    citation: { source: 'ca-cloud-apps', section: 'Other applications' },
  },
]

const byId: ReadonlyMap<WorkloadName, Workload> = new Map(workloads.map((workload) => [workload.id, workload]))

/** The catalog's entry of a service. */
export const workloadOf = (id: WorkloadName): Workload => {
  const workload = byId.get(id)
  // Invariant: the table has every name of the vocabulary; its test enumerates them.
  if (workload === undefined) throw new Error(`the catalog lacks the workload ${id}`)
  return workload
}

const servedBy = (id: WorkloadName, protocol: Protocol): ServedProtocol | undefined =>
  workloadOf(id).protocols.find((served) => served.protocol === protocol)

/** The flows a service can carry over a protocol; none if it does not speak it. */
export const flowsServed = (id: WorkloadName, protocol: Protocol): readonly Flow[] =>
  servedBy(id, protocol)?.flows ?? []

/** The flows that are on where nobody has changed the virtual directory of a protocol. */
export const flowsOnByDefault = (id: WorkloadName, protocol: Protocol): readonly Flow[] =>
  servedBy(id, protocol)?.onByDefault ?? flowsServed(id, protocol)
