import type { WorkloadName } from '../../vocabulary/actors.ts'
import { object } from '../schema/parts.ts'
import { applicationProxySettings } from './application-proxy.ts'
import { azureFilesSettings } from './azure-files.ts'
import { domainServicesSettings } from './domain-services.ts'
import { exchangeOnlineSettings } from './exchange-online.ts'
import { exchangeServerSettings } from './exchange-server.ts'
import { networkPolicySettings, radiusSettings } from './radius.ts'
import { remoteComputerSettings } from './remote-computer.ts'
import { modernAuthentication } from './servers.ts'
import { type Authored, flag, type Settings, schemaOf } from './setting.ts'
import { skypeOnlineSettings, skypeServerSettings } from './skype.ts'
import { withDisputes } from './workload-disputes.ts'

/** SharePoint Online. */
export const sharepointSettings = withDisputes({
  modernAuthentication,
  LegacyAuthProtocolsEnabled: flag({
    title: 'LegacyAuthProtocolsEnabled',
    about: 'The switch of `Set-SPOTenant`.',
    states: 'legacySharePoint',
    tries: 'the opposite',
    silent: true,
  }),
  DisableCustomAppAuthentication: flag({
    title: 'DisableCustomAppAuthentication',
    about: 'The switch of `Set-SPOTenant` for app-only access with Azure ACS.',
    states: 'acsAppOnly',
    tries: 'every value',
  }),
})

/** The settings of each workload; most have none. */
export const workloadSettings: { readonly [Name in WorkloadName]: Settings } = {
  'exchange-online': exchangeOnlineSettings,
  'exchange-server': exchangeServerSettings,
  'skype-for-business-online': skypeOnlineSettings,
  'skype-for-business-server': skypeServerSettings,
  'sharepoint-online': sharepointSettings,
  teams: {},
  vpn: radiusSettings,
  'remote-desktop-gateway': networkPolicySettings,
  'application-proxy': applicationProxySettings,
  'azure-files': azureFilesSettings,
  'file-server': {},
  'sql-server': {},
  'sharepoint-server': {},
  'remote-computer': remoteComputerSettings,
  'joined-computer': {},
  'domain-services': domainServicesSettings,
  'entra-self-service': {},
  'azure-management': {},
  'microsoft-365-admin': {},
  'microsoft-graph': {},
  application: {},
}

/** Every setting that a workload can have; one key means the same in all of them. */
export const anyWorkloadSettings = {
  ...exchangeOnlineSettings,
  ...exchangeServerSettings,
  ...skypeOnlineSettings,
  ...skypeServerSettings,
  ...sharepointSettings,
  ...radiusSettings,
  ...applicationProxySettings,
  ...azureFilesSettings,
  ...remoteComputerSettings,
  ...domainServicesSettings,
}

/** A workload as authored; switches stand under their cmdlet parameter names. */
export type WorkloadFile = Authored<typeof anyWorkloadSettings>

/** Workloads as authored. */
export type WorkloadsFile = { readonly [Name in WorkloadName]?: WorkloadFile }

const titles: { readonly [Name in WorkloadName]: readonly [title: string, about: string] } = {
  'exchange-online': ['Exchange Online', 'Exchange Online, with its switches by cmdlet name.'],
  'exchange-server': ['Exchange Server', 'Exchange Server on-premises, with its switches by cmdlet name.'],
  'skype-for-business-online': ['Skype for Business Online', 'Skype for Business Online, now retired.'],
  'skype-for-business-server': [
    'Skype for Business Server',
    'Skype for Business Server, with its switches by cmdlet name.',
  ],
  'sharepoint-online': ['SharePoint Online', 'SharePoint Online.'],
  teams: plain('Microsoft Teams'),
  'remote-desktop-gateway': [
    'Remote Desktop Gateway',
    'A Remote Desktop Gateway that asks a Network Policy Server, with the settings of that server.',
  ],
  'application-proxy': [
    'Microsoft Entra application proxy',
    'An on-premises application that Microsoft Entra application proxy publishes.',
  ],
  'azure-files': [
    'Azure Files',
    'A storage account whose SMB file shares users open with their identity, with the words of the storage resource provider.',
  ],
  'file-server': plain('a file server that is joined to the domain'),
  'sql-server': plain('a SQL Server that is joined to the domain and takes Windows authentication'),
  'sharepoint-server': plain('a SharePoint Server whose sites take Windows authentication'),
  'remote-computer': [
    'Remote computer of the domain',
    'A computer that is joined to the domain and to which users connect over RDP.',
  ],
  'joined-computer': [
    'Remote computer that is Microsoft Entra joined',
    'A computer that is Microsoft Entra joined and to which users connect over RDP; no Azure virtual machine, whose sign-in is an application of its own.',
  ],
  'domain-services': [
    'Microsoft Entra Domain Services',
    'A managed domain to which applications bind over LDAP, reached from the network of the company or over secure LDAP.',
  ],
  vpn: ['VPN with RADIUS', 'A VPN that asks a Network Policy Server over RADIUS, with the settings of that server.'],
  'entra-self-service': plain('the security information pages'),
  'azure-management': plain('Azure management'),
  'microsoft-365-admin': plain('the Microsoft 365 admin center'),
  'microsoft-graph': plain('Microsoft Graph'),
  application: plain('registered applications'),
}

function plain(title: string): readonly [title: string, about: string] {
  return [title, `${title}, which has no settings here.`]
}

/** The schema of the workloads of a tenant. */
export const workloadsSchema = object(
  'the workloads',
  'The services of the tenant. Services that are not listed do not exist.',
  Object.fromEntries(
    // The keys of the table are exactly the workloads.
    (Object.keys(titles) as WorkloadName[]).map((name) => [name, schemaOf(...titles[name], workloadSettings[name])]),
  ),
)
