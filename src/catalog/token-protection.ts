import type { Row } from './row.ts'

/** Resources of which token protection can be required on Windows, by app id. */
export interface ProtectedResource extends Row {
  readonly appId: string
}

const citation = { source: 'ca-token-protection-windows', section: 'Resources' } as const

const row = (id: string, appId: string): ProtectedResource => ({ id, appId, citation })

/** Every documented resource that takes protected tokens. */
export const protectedResources: readonly ProtectedResource[] = [
  row('exchange-online', '00000002-0000-0ff1-ce00-000000000000'),
  row('sharepoint-online', '00000003-0000-0ff1-ce00-000000000000'),
  row('teams', 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe'),
  row('azure-virtual-desktop', '9cdead84-a844-4324-93f2-b2e6bb768d07'),
  row('windows-365', '0af06dc6-e4b5-4f28-818e-e78e62d137a5'),
  row('windows-cloud-login', '270efc09-cd0d-444b-a71f-39af4910ec45'),
]

/** The app ids of the resources that take protected tokens. */
export const protectedResourceIds: ReadonlySet<string> = new Set(protectedResources.map(({ appId }) => appId))
