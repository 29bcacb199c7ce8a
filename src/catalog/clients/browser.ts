import type { Client } from '../client.ts'
import { webMail } from './protocols-by-purpose.ts'

/** A browser, for whatever has no client of its own. */
export const browserClients = [
  {
    id: 'browser',
    name: 'Web browser',
    kind: 'browser',
    platform: 'any',
    office: 'not-office',
    flows: ['modern', 'windows-integrated', 'basic'],
    protocols: {
      ...webMail,
      'join-meeting': ['https'],
      'open-documents': ['https'],
      'open-published-application': ['https'],
      'open-site': ['https'],
      administer: ['https'],
      'get-token': ['https'],
      'register-for-mfa': ['https'],
      'create-app-password': ['https'],
      'delete-app-password': ['https'],
      'register-device': ['https'],
    },
    prompts: 'one',
    autodiscover: 'none',
    citation: { source: 'ca-conditions', section: 'Client apps' },
  },
] as const satisfies readonly Client[]
