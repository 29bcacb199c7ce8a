import type { Client } from './client.ts'
import { administrationClients } from './clients/administration.ts'
import { applicationsClients } from './clients/applications.ts'
import { browserClients } from './clients/browser.ts'
import { exchangeAdministrationClients } from './clients/exchange-administration.ts'
import { mailClients } from './clients/mail.ts'
import { networkClients } from './clients/network.ts'
import { officeClients } from './clients/office.ts'
import { outlookClients } from './clients/outlook.ts'
import { sendersClients } from './clients/senders.ts'
import { sharedDevicesClients } from './clients/shared-devices.ts'
import { skypeClients } from './clients/skype.ts'
import { teamsClients } from './clients/teams.ts'
import { toolsClients } from './clients/tools.ts'

/** Every client the product knows, by id. */
export const clients = [
  ...outlookClients,
  ...officeClients,
  ...skypeClients,
  ...teamsClients,
  ...mailClients,
  ...browserClients,
  ...sendersClients,
  ...exchangeAdministrationClients,
  ...administrationClients,
  ...applicationsClients,
  ...sharedDevicesClients,
  ...toolsClients,
  ...networkClients,
] as const satisfies readonly Client[]

/** The id of a client of the catalog. */
export type ClientId = (typeof clients)[number]['id']

const byId: ReadonlyMap<string, Client> = new Map(clients.map((client) => [client.id, client]))

/** The catalog's client of that id, if there is one. */
export const clientOf = (id: string): Client | undefined => byId.get(id)
