import type { Client } from '../client.ts'

/** What connects a device to the network of the company, or a person to a desktop there. */
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
  {
    id: 'remote-desktop-connection',
    name: 'Remote Desktop Connection',
    kind: 'remote-desktop',
    platform: 'any',
    office: 'not-office',
    flows: ['basic'],
    protocols: { 'open-remote-desktop': ['rd-gateway'] },
    prompts: 'one',
    autodiscover: 'none',
    onlyNamed: true,
    citation: { source: 'entra-nps-extension-rd-gateway', section: 'Authentication Flow' },
    note: 'through a Remote Desktop Gateway; the sign-in to the desktop behind it is not part of it',
  },
] as const satisfies readonly Client[]
