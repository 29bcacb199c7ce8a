import type { Client } from '../client.ts'

/** What connects a device to the network of the company. */
export const networkClients = [
  {
    id: 'vpn-client',
    name: 'VPN client',
    kind: 'vpn',
    platform: 'any',
    office: 'not-office',
    flows: ['basic'],
    protocols: { 'connect-to-vpn': ['radius'] },
    prompts: 'one',
    autodiscover: 'none',
    onlyNamed: true,
    citation: { source: 'entra-nps-extension', section: 'How the NPS extension works' },
    note: 'of a VPN server that asks a Network Policy Server over RADIUS',
  },
] as const satisfies readonly Client[]
