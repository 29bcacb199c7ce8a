import type { Protocol } from '../vocabulary/protocols.ts'
import type { LegName } from '../vocabulary/requests.ts'
import { administrationHome } from './administration-home.ts'
import type { Home, Session } from './session.ts'

/** A conversation with the one service that serves a purpose. */
interface CloudLeg {
  readonly leg: LegName
  readonly home: Home
  readonly protocol: Protocol
}

/** The conversation of a purpose that needs no mailbox and no registrar. */
export function cloudLeg({ client, request, tenant }: Session, protocol: Protocol): CloudLeg {
  switch (request.purpose) {
    case 'open-documents':
      return { leg: 'documents', home: 'sharepoint-online', protocol }
    case 'connect-to-vpn':
      return { leg: 'vpn', home: 'vpn', protocol }
    case 'open-remote-desktop':
      return { leg: 'remote-desktop-gateway', home: 'remote-desktop-gateway', protocol }
    case 'open-published-application':
      return { leg: 'published-application', home: 'application-proxy', protocol }
    case 'open-file-share':
      return { leg: 'file-share', home: 'azure-files', protocol }
    case 'open-server-share':
      return { leg: 'domain-server', home: 'file-server', protocol }
    case 'query-database':
      return { leg: 'domain-server', home: 'sql-server', protocol }
    case 'open-site':
      return { leg: 'domain-server', home: 'sharepoint-server', protocol }
    case 'open-remote-computer':
      return { leg: 'domain-server', home: 'remote-computer', protocol }
    case 'open-joined-computer':
      return { leg: 'joined-computer', home: 'joined-computer', protocol }
    case 'query-directory':
      return { leg: 'domain-server', home: 'domain-services', protocol }
    case 'administer':
      return {
        leg: 'administration',
        home: administrationHome(tenant, client.product, protocol, request.application),
        protocol,
      }
    case 'get-token':
      return { leg: 'token', home: request.application === undefined ? 'microsoft-graph' : 'application', protocol }
    default:
      return { leg: 'self-service', home: 'entra-self-service', protocol }
  }
}
