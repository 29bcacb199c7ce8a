import type { Row } from './row.ts'

/** Resources of which token protection can be required, by app id. */
export interface ProtectedResource extends Row {
  readonly appId: string
  /** Whether it can be required on Apple platforms too. */
  readonly apple: boolean
}

/** A client that asks for protected tokens, or cannot. */
export interface TokenClient extends Row {
  readonly platforms: readonly string[]
  readonly bound: boolean
}

const windows = { source: 'ca-token-protection-windows', section: 'Resources' } as const
const apple = { source: 'ca-token-protection-apple', section: 'Applications' } as const

const row = (id: string, appId: string, onApple = false): ProtectedResource => ({
  id,
  appId,
  apple: onApple,
  citation: windows,
})

/** Every documented resource that takes protected tokens. */
export const protectedResources: readonly ProtectedResource[] = [
  row('exchange-online', '00000002-0000-0ff1-ce00-000000000000', true),
  row('sharepoint-online', '00000003-0000-0ff1-ce00-000000000000', true),
  row('teams', 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe', true),
  row('azure-virtual-desktop', '9cdead84-a844-4324-93f2-b2e6bb768d07'),
  row('windows-365', '0af06dc6-e4b5-4f28-818e-e78e62d137a5'),
  row('windows-cloud-login', '270efc09-cd0d-444b-a71f-39af4910ec45'),
]

const ids = (rows: readonly ProtectedResource[]): ReadonlySet<string> => new Set(rows.map(({ appId }) => appId))

/** The app ids of the resources that take protected tokens, on Windows and on Apple platforms. */
export const protectedResourceIds = {
  windows: ids(protectedResources),
  apple: ids(protectedResources.filter((one) => one.apple)),
} as const

const onWindows = { source: 'ca-token-protection-windows', section: 'Applications' } as const
const limitsOnWindows = { source: 'ca-token-protection-windows', section: 'Known limitations' } as const
const limits = { source: 'ca-token-protection-apple', section: 'Known Limitations' } as const

/** Office that is bought once, the modules for SharePoint and Teams Rooms. */
const unsupportedOnWindows = [
  'outlook-2013',
  'outlook-2016',
  'outlook-2019',
  'outlook-2021',
  'outlook-2024',
  'office-2013',
  'office-2016',
  'office-2019',
  'office-2021',
  'office-2024',
  'sharepoint-online-powershell',
  'teams-rooms-windows',
]

/** Clients of the catalog of which the pages say whether their tokens are bound, by platform. */
export const tokenClients: readonly TokenClient[] = [
  { id: 'outlook-microsoft-365', platforms: ['windows'], bound: true, citation: onWindows },
  { id: 'outlook-new-windows', platforms: ['windows'], bound: true, citation: onWindows },
  { id: 'teams-desktop', platforms: ['windows'], bound: true, citation: onWindows },
  { id: 'exchange-online-powershell-v3', platforms: ['windows'], bound: true, citation: onWindows },
  { id: 'onedrive-sync', platforms: ['windows'], bound: true, citation: onWindows },
  { id: 'power-bi-desktop', platforms: ['windows'], bound: true, citation: onWindows },
  { id: 'microsoft-365-copilot', platforms: ['windows'], bound: true, citation: onWindows },
  ...unsupportedOnWindows.map((id) => ({ id, platforms: ['windows'], bound: false, citation: limitsOnWindows })),
  { id: 'teams-desktop', platforms: ['macOS'], bound: true, citation: apple },
  { id: 'teams-mobile-ios', platforms: ['iOS'], bound: true, citation: apple },
  { id: 'outlook-mobile-ios', platforms: ['iOS'], bound: true, citation: apple },
  { id: 'apple-mail-ios-10', platforms: ['iOS'], bound: false, citation: limits },
  { id: 'apple-mail-ios-11', platforms: ['iOS'], bound: false, citation: limits },
  { id: 'apple-mail-macos', platforms: ['macOS'], bound: false, citation: limits },
]
