/** App ids that policies of the scope at hand name, by name; lower-cased both. */
export const firstPartyApplications = {
  'Exchange Online': '00000002-0000-0ff1-ce00-000000000000',
  'SharePoint Online': '00000003-0000-0ff1-ce00-000000000000',
  'Skype for Business Online': '00000004-0000-0ff1-ce00-000000000000',
  'Viva Engage': '00000005-0000-0ff1-ce00-000000000000',
  'Office 365 Portal': '00000006-0000-0ff1-ce00-000000000000',
  'Exchange Online Protection': '00000007-0000-0ff1-ce00-000000000000',
  'Windows Azure Active Directory': '00000002-0000-0000-c000-000000000000',
  'Microsoft Graph': '00000003-0000-0000-c000-000000000000',
  'Windows Azure Service Management API': '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  'Azure Portal': 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
  'Microsoft 365 Admin Portal': '00000006-0000-0ff1-ce00-000000000000',
  'Microsoft 365 Security and Compliance Center': '80ccca67-54bd-44ab-8625-4b79c4dc7775',
  'Microsoft Teams': 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe',
  'Microsoft Teams Web Client': '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  'Microsoft Planner': '09abbdfd-ed23-44ee-a2d9-a627aa1c90f3',
  'Microsoft Stream Service': '2634dd23-5e5a-431c-81ca-11710d9079f4',
  'Microsoft Whiteboard Services': '95de633a-083e-42f5-b444-a4295d8e9314',
  'Microsoft Forms': 'c9a559d2-7aab-4f13-a6ed-e7e9c52aec87',
  'Microsoft To-Do': 'c830ddb0-63e6-4f22-bd71-2ad47198a23e',
  'Skype for Business': '7557eb47-c689-4224-abcf-aef9bd7573df',
  Sway: '905fcf26-4eb7-48a0-9ff0-8dcc7194b5ba',
  'OneDrive SyncEngine': 'ab9b8c07-8f02-4f72-87fa-80105867a763',
  'Power Apps': '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
  'Power Automate': '7df0a125-d3be-4c96-aa54-591f83ff541c',
  'Office.com': '4765445b-32c6-49b0-83e6-1d93765276ca',
  'One Outlook Web': '9199bf20-a13f-4107-85dc-02114787ef48',
  OneNote: '2d4d3d8e-2be3-4bef-9f87-7875a61c29de',
} as const satisfies Readonly<Record<string, string>>

const idsByName: ReadonlyMap<string, string> = new Map(
  Object.entries(firstPartyApplications).map(([name, id]) => [name.toLowerCase(), id]),
)

/** The app id behind a name, or the word itself; both lower-cased. */
export function applicationIdOf(word: string): string {
  return idsByName.get(word) ?? word
}

/** Words that stand for many applications. */
export const suiteWords = ['Office365', 'MicrosoftAdminPortals', 'AllAgentIdResources'] as const

const app = firstPartyApplications

/** The applications that each such word stands for, and the portal API that answers for its portals. */
export const suiteMembers: Readonly<Record<string, ReadonlySet<string>>> = {
  Office365: new Set([
    app['Exchange Online'],
    app['SharePoint Online'],
    app['Skype for Business Online'],
    app['Viva Engage'],
    app['Office 365 Portal'],
    app['Exchange Online Protection'],
    app['Microsoft Teams'],
    app['Microsoft Teams Web Client'],
    app['Microsoft Planner'],
    app['Microsoft Stream Service'],
    app['Microsoft Whiteboard Services'],
    app['Microsoft Forms'],
    app['Microsoft To-Do'],
    app['Skype for Business'],
    app.Sway,
    app['OneDrive SyncEngine'],
    app['Power Apps'],
    app['Office.com'],
    app['One Outlook Web'],
    app.OneNote,
    '2634dd23-5e5a-431c-81ca-11710d9079f4',
  ]),
  MicrosoftAdminPortals: new Set([
    app['Azure Portal'],
    app['Microsoft 365 Admin Portal'],
    app['Microsoft 365 Security and Compliance Center'],
  ]),
  AllAgentIdResources: new Set(),
  [app['Windows Azure Service Management API']]: new Set([app['Azure Portal']]),
}

/** One service that another one needs: its policies bind too, before sign-in or when the service is called. */
export interface ServiceDependency {
  readonly application: string
  readonly binding: 'early' | 'late'
}

/** Which services each application needs. */
export const serviceDependencies: Readonly<Record<string, readonly ServiceDependency[]>> = {
  [app['Microsoft Teams']]: [
    { application: app['Exchange Online'], binding: 'early' },
    { application: app['SharePoint Online'], binding: 'early' },
    { application: app['Skype for Business Online'], binding: 'early' },
    { application: app['Microsoft Planner'], binding: 'late' },
    { application: app['Microsoft Stream Service'], binding: 'late' },
    { application: app['Microsoft Whiteboard Services'], binding: 'late' },
  ],
  [app['Skype for Business Online']]: [{ application: app['Exchange Online'], binding: 'early' }],
  [app['Office.com']]: [
    { application: app['Exchange Online'], binding: 'late' },
    { application: app['SharePoint Online'], binding: 'late' },
  ],
  [app['Power Apps']]: [
    { application: app['Windows Azure Service Management API'], binding: 'early' },
    { application: app['Windows Azure Active Directory'], binding: 'early' },
    { application: app['SharePoint Online'], binding: 'early' },
    { application: app['Exchange Online'], binding: 'early' },
  ],
  [app['Power Automate']]: [{ application: app['Power Apps'], binding: 'early' }],
  [app['Microsoft Forms']]: [
    { application: app['Exchange Online'], binding: 'early' },
    { application: app['SharePoint Online'], binding: 'early' },
  ],
  [app['Microsoft To-Do']]: [{ application: app['Exchange Online'], binding: 'early' }],
}
