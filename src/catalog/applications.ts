import type { Citation } from '../vocabulary/citations.ts'
import type { Row } from './row.ts'

/** Groups of applications that a policy can name as one. */
export const applicationSuites = ['Office365', 'MicrosoftAdminPortals', 'WindowsAzureServiceManagementApi'] as const

/** The name of a group of applications. */
export type ApplicationSuite = (typeof applicationSuites)[number]

/** Subjects of the timeline's entries on mandatory multifactor authentication. */
export type MandatoryMfaSubject = 'azure-portals' | 'microsoft-365-admin' | 'azure-clients'

/** A service whose policy must be met before (`early`) or after (`late`) an application lets a user in. */
export interface ServiceDependency {
  /** Id of the application in this table. */
  readonly on: string
  readonly binding: 'early' | 'late'
}

/** An application of the vendor, by a readable id. */
export interface Application extends Row {
  readonly name: string
  /** Lower-case app ids; none if the vendor's page names the application and no id was found. */
  readonly appIds: readonly string[]
  /** `client`: never the target of a policy. */
  readonly role: 'resource' | 'client' | 'client-and-resource'
  readonly suites: readonly ApplicationSuite[]
  readonly mandatoryMfa?: MandatoryMfaSubject
  readonly dependsOn?: readonly ServiceDependency[]
}

const idList: Citation = {
  source: 'entra-first-party-apps',
  section: 'Application IDs of commonly used Microsoft applications',
}
const suiteList: Citation = { source: 'ca-office365-suite', section: 'list of services' }
const dependencyList: Citation = { source: 'ca-service-dependencies', section: 'Policy enforcement' }
const desktops: Citation = { source: 'avd-mfa', section: 'Create a Conditional Access policy' }
const mandatory: Citation = { source: 'entra-mandatory-mfa', section: 'Applications' }

const suiteMember = (id: string, name: string, ...appIds: readonly string[]): Application => ({
  id,
  name,
  appIds,
  role: 'resource',
  suites: ['Office365'],
  citation: suiteList,
})
const client = (id: string, name: string, appId: string, citation: Citation = idList): Application => ({
  id,
  name,
  appIds: [appId],
  role: 'client',
  suites: [],
  citation,
})
const resource = (id: string, name: string, ...appIds: readonly string[]): Application => ({
  id,
  name,
  appIds,
  role: 'resource',
  suites: [],
  citation: idList,
})
const early = (on: string): ServiceDependency => ({ on, binding: 'early' })
const late = (on: string): ServiceDependency => ({ on, binding: 'late' })

/** The vendor's applications that policies and dependencies name. */
export const applications: readonly Application[] = [
  suiteMember('exchange-online', 'Office 365 Exchange Online', '00000002-0000-0ff1-ce00-000000000000'),
  suiteMember('sharepoint-online', 'Office 365 SharePoint Online', '00000003-0000-0ff1-ce00-000000000000'),
  {
    ...suiteMember('skype-for-business-online', 'Skype for Business Online', '00000004-0000-0ff1-ce00-000000000000'),
    dependsOn: [early('exchange-online')],
    citation: dependencyList,
  },
  {
    ...suiteMember('skype-for-business', 'Skype for Business', '7557eb47-c689-4224-abcf-aef9bd7573df'),
    dependsOn: [early('exchange-online')],
    citation: dependencyList,
  },
  {
    ...suiteMember('teams', 'Microsoft Teams Services', 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe'),
    dependsOn: [
      early('exchange-online'),
      early('sharepoint-online'),
      early('skype-for-business-online'),
      late('planner'),
      late('stream'),
      late('whiteboard'),
    ],
    citation: dependencyList,
  },
  suiteMember('planner', 'Microsoft Planner', '09abbdfd-ed23-44ee-a2d9-a627aa1c90f3'),
  suiteMember(
    'stream',
    'Microsoft Stream',
    '2634dd23-5e5a-431c-81ca-11710d9079f4',
    'cf53fce8-def6-4aeb-8d30-b158e7b1cf83',
  ),
  suiteMember('whiteboard', 'Microsoft Whiteboard Services', '95de633a-083e-42f5-b444-a4295d8e9314'),
  {
    ...suiteMember('forms', 'Microsoft Forms', 'c9a559d2-7aab-4f13-a6ed-e7e9c52aec87'),
    dependsOn: [early('exchange-online'), early('sharepoint-online')],
    citation: dependencyList,
  },
  {
    ...suiteMember('to-do', 'Microsoft To-Do', '2087bd82-7206-4c0a-b305-1321a39e5926'),
    dependsOn: [early('exchange-online')],
    citation: dependencyList,
  },
  {
    ...suiteMember('power-apps', 'PowerApps Service', '475226c6-020e-4fb2-8a90-7a972cbfc1d4'),
    dependsOn: [
      early('azure-service-management'),
      early('windows-azure-active-directory'),
      early('sharepoint-online'),
      early('exchange-online'),
    ],
    citation: dependencyList,
  },
  {
    ...suiteMember(
      'office-portal',
      'Office Portal',
      '4b233688-031c-404b-9a80-a4f3f2351f90',
      '4765445b-32c6-49b0-83e6-1d93765276ca',
    ),
    dependsOn: [late('exchange-online'), late('sharepoint-online')],
    citation: dependencyList,
  },
  suiteMember(
    'exchange-online-protection',
    'Microsoft Exchange Online Protection',
    '00000007-0000-0ff1-ce00-000000000000',
  ),
  suiteMember('viva-engage', 'Viva Engage', '00000005-0000-0ff1-ce00-000000000000'),
  suiteMember('sway', 'Sway', '905fcf26-4eb7-48a0-9ff0-8dcc7194b5ba'),
  suiteMember('delve', 'Office Delve', '94c63fef-13a3-47bc-8074-75af8c65887a'),
  suiteMember('onenote', 'OneNote', '2d4d3d8e-2be3-4bef-9f87-7875a61c29de'),
  suiteMember('office-search', 'Office 365 Search Service', '66a88757-258c-4c72-893c-3e8bed4d6899'),
  suiteMember('office-suite-ux', 'O365 Suite UX', '4345a7b9-9a63-4910-a426-35363201d503'),
  suiteMember('office-client-service', 'OfficeClientService', '0f698dd4-f011-4d23-a33e-b36416dcb1e6'),
  suiteMember('office-shell', 'Office365 Shell WCSS-Client', '89bee1f7-5e6e-4d8a-9f3d-ecd601259da7'),
  suiteMember('office-add-in-sso', 'Office Online Add-in SSO', '93d53678-613d-4013-afc1-62e9e444a0a5'),
  suiteMember('office-core-sso', 'Office Online Core SSO', '243c63a3-247d-41c5-9d83-7788c43f1c43'),
  suiteMember(
    'sharepoint-web-extensibility',
    'SharePoint Online Web Client Extensibility',
    '08e18876-6177-487e-b8b5-cf950c1e598c',
  ),
  suiteMember(
    'media-analysis',
    'Media Analysis and Transformation Service',
    '944f0bd1-117b-4b1c-af26-804ed95e767e',
    '0cd196ee-71bf-4fd6-a57c-b491ffd4fb1e',
  ),
  suiteMember('teams-web-client', 'Microsoft Teams Web Client', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'),
  suiteMember('one-outlook-web', 'One Outlook Web', '9199bf20-a13f-4107-85dc-02114787ef48'),
  {
    ...suiteMember('microsoft-365-admin', 'Microsoft 365 admin center', '00000006-0000-0ff1-ce00-000000000000'),
    suites: ['Office365', 'MicrosoftAdminPortals'],
    mandatoryMfa: 'microsoft-365-admin',
    citation: mandatory,
  },
  {
    ...resource('azure-portal', 'Azure portal', 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'),
    role: 'client-and-resource',
    suites: ['MicrosoftAdminPortals', 'WindowsAzureServiceManagementApi'],
    mandatoryMfa: 'azure-portals',
    citation: mandatory,
  },
  {
    ...resource('exchange-admin-center', 'Exchange admin center', '497effe9-df71-4043-a8bb-14cf78c4b63b'),
    suites: ['MicrosoftAdminPortals'],
  },
  {
    ...resource(
      'security-and-compliance',
      'Microsoft 365 Defender and Purview portals',
      '80ccca67-54bd-44ab-8625-4b79c4dc7775',
    ),
    suites: ['MicrosoftAdminPortals'],
  },
  {
    ...resource('teams-admin-center', 'Microsoft Teams admin center', '2ddfbe71-ed12-4123-b99b-d5fc8a062a79'),
    suites: ['MicrosoftAdminPortals'],
    citation: { source: 'ca-cloud-apps', section: 'Microsoft Admin Portals' },
  },
  {
    ...resource(
      'azure-service-management',
      'Windows Azure Service Management API',
      '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    ),
    mandatoryMfa: 'azure-clients',
    suites: ['WindowsAzureServiceManagementApi'],
    citation: { source: 'ca-cloud-apps', section: 'Windows Azure Service Management API' },
  },
  {
    ...resource('azure-data-lake', 'Azure Data Lake', 'e9f49c6b-5ce5-44c8-925d-015017e9f7ad'),
    suites: ['WindowsAzureServiceManagementApi'],
    dependsOn: [early('azure-service-management')],
    citation: dependencyList,
  },
  {
    ...resource('application-insights', 'Application Insights API', 'f5c26e74-f226-4ae8-85f0-b4af0080ac9e'),
    suites: ['WindowsAzureServiceManagementApi'],
    citation: { source: 'ca-cloud-apps', section: 'Windows Azure Service Management API' },
  },
  {
    ...resource('log-analytics', 'Log Analytics API', 'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5'),
    suites: ['WindowsAzureServiceManagementApi'],
    citation: { source: 'ca-cloud-apps', section: 'Windows Azure Service Management API' },
  },
  {
    ...resource('power-automate', 'Power Automate', '7df0a125-d3be-4c96-aa54-591f83ff541c'),
    dependsOn: [early('power-apps')],
    citation: dependencyList,
  },
  {
    ...resource('project', 'Project', 'f53895d3-095d-408f-8e93-8f94b391404e'),
    dependsOn: [early('dynamics-crm')],
    citation: dependencyList,
  },
  {
    ...resource('classroom', 'Microsoft Classroom'),
    dependsOn: [early('exchange-online'), early('sharepoint-online')],
    citation: dependencyList,
  },
  {
    ...resource('outlook-groups', 'Outlook groups'),
    role: 'client',
    dependsOn: [early('exchange-online'), early('sharepoint-online')],
    citation: dependencyList,
  },
  {
    ...client('visual-studio', 'Visual Studio', '872cd9fa-d31f-45e0-9eab-6e460a02d1f1'),
    dependsOn: [early('azure-service-management')],
    citation: dependencyList,
  },
  resource('dynamics-crm', 'Dynamics CRM (Dataverse)', '00000007-0000-0000-c000-000000000000'),
  resource('microsoft-graph', 'Microsoft Graph', '00000003-0000-0000-c000-000000000000'),
  resource('windows-azure-active-directory', 'Windows Azure Active Directory', '00000002-0000-0000-c000-000000000000'),
  {
    ...resource('my-sign-ins', 'My Signins', '19db86c3-b2b9-44cc-b339-36da233a3be2'),
    citation: { source: 'entra-combined-registration', section: 'Manage mode' },
  },
  {
    ...resource('device-registration', 'Device Registration Service', '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9'),
    citation: { source: 'graph-applications', section: 'includeUserActions' },
  },
  resource('intune-enrollment', 'Microsoft Intune Enrollment', 'd4ebce55-015a-49b5-a083-c84d1797ae8c'),
  resource('intune-company-portal', 'Microsoft Intune Web Company Portal', '74bcdadc-2fdc-4bb3-8459-76d06952a0e9'),
  resource('power-bi', 'Power BI Service', '00000009-0000-0000-c000-000000000000'),
  resource('azure-sql-database', 'Azure SQL Database', '022907d3-0f1b-48f7-badc-1ba6abab6d66'),
  {
    ...resource('azure-virtual-desktop', 'Azure Virtual Desktop', '9cdead84-a844-4324-93f2-b2e6bb768d07'),
    citation: desktops,
  },
  {
    ...resource('windows-cloud-login', 'Windows Cloud Login', '270efc09-cd0d-444b-a71f-39af4910ec45'),
    citation: desktops,
  },
  {
    ...resource('microsoft-remote-desktop', 'Microsoft Remote Desktop', 'a4a365df-50f1-4397-bc59-1a1564b8bb9c'),
    citation: desktops,
  },
  {
    ...resource(
      'azure-vm-sign-in',
      'Microsoft Azure Windows Virtual Machine Sign-in',
      '372140e0-b3b7-4226-8ef9-d57986796201',
    ),
    citation: { source: 'azure-vm-sign-in', section: 'Enforce Conditional Access policies' },
  },
  {
    ...resource('windows-365', 'Windows 365', '0af06dc6-e4b5-4f28-818e-e78e62d137a5'),
    citation: { source: 'windows-365-conditional-access', section: 'Assign a Conditional Access policy for Cloud PCs' },
  },
  {
    ...resource('copilot', 'Enterprise Copilot Platform', 'fb8d773d-7ef8-4ec0-a117-179f88add510'),
    citation: { source: 'ca-copilot', section: 'Create targetable service principals' },
  },
  resource('app-access-panel', 'Microsoft App Access Panel', '0000000c-0000-0000-c000-000000000000'),
  resource('password-reset', 'Microsoft password reset service', '93625bc8-bfe2-437a-97e0-3d0060024faa'),
  client('microsoft-office', 'Microsoft Office', 'd3590ed6-52b3-4102-aeff-aad2292ab01c'),
  client('microsoft-outlook', 'Microsoft Outlook', '5d661950-3475-41cd-a2c3-d671a3162bc1'),
  client('outlook-mobile', 'Outlook Mobile', '27922004-5251-4030-b22d-91ecd9a37ea4'),
  client('teams-client', 'Microsoft Teams', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'),
  client('onedrive-sync', 'OneDrive SyncEngine', 'ab9b8c07-8f02-4f72-87fa-80105867a763'),
  client('authentication-broker', 'Microsoft Authentication Broker', '29d9ed98-a469-4536-ade2-f981bc1d605e'),
  client('exchange-powershell', 'Microsoft Exchange REST API Based Powershell', 'fb78d390-0c51-40cd-8e17-fdbfab77341b'),
  client('graph-command-line', 'Microsoft Graph Command Line Tools', '14d82eec-204b-4c2f-b7e8-296a70dab67e'),
  {
    ...client('azure-cli', 'Microsoft Azure CLI', '04b07795-8ddb-461a-bbee-02f9e1bf7b46', mandatory),
    mandatoryMfa: 'azure-clients',
  },
  {
    ...client('azure-powershell', 'Microsoft Azure PowerShell', '1950a258-227b-4e31-a9cf-717495945fc2', mandatory),
    mandatoryMfa: 'azure-clients',
  },
  {
    ...client('azure-mobile-app', 'Azure mobile app', '0c1307d4-29d6-4389-a11c-5cbe7f65d7fa', mandatory),
    mandatoryMfa: 'azure-clients',
  },
]

const byAppId: ReadonlyMap<string, Application> = new Map(
  applications.flatMap((application) => application.appIds.map((appId) => [appId, application] as const)),
)
const byId: ReadonlyMap<string, Application> = new Map(applications.map((application) => [application.id, application]))

/** The application of an app id, case ignored, or of an id of the table. */
export const applicationOf = (id: string): Application | undefined => byAppId.get(id.toLowerCase()) ?? byId.get(id)

/** Whether an app id belongs to a group that a policy names as one. */
export const inSuite = (appId: string, suite: string): boolean =>
  applicationOf(appId)?.suites.some((one) => one === suite) ?? false
