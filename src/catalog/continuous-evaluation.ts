import type { Row } from './row.ts'

/** A client whose tokens a service goes on evaluating. */
export interface EvaluatedClient extends Row {
  readonly services: readonly string[]
}

const citation = { source: 'ca-continuous-access-evaluation', section: 'Conditional Access policy evaluation' } as const
const mail = ['exchange-online', 'sharepoint-online'] as const
const chat = ['teams', ...mail] as const

const row = (id: string, services: readonly string[]): EvaluatedClient => ({ id, services, citation })

/** Clients of the catalog and services between which access is evaluated continuously. */
export const evaluatedClients: readonly EvaluatedClient[] = [
  row('outlook-microsoft-365', mail),
  row('outlook-mobile-ios', mail),
  row('outlook-mobile-android', mail),
  row('outlook-web', mail),
  row('browser', ['exchange-online']),
  row('teams-desktop', chat),
  row('teams-mobile-ios', chat),
  row('teams-mobile-android', chat),
  row('teams-web', chat),
]
