import {
  isTokenServer,
  type UnmetPrerequisite,
  unmetForAdFs,
  unmetForEntraId,
  unmetInEnvironment,
  webTakesNoTokens,
} from '../../catalog/token-prerequisites.ts'
import type { Workload } from '../../tenant/tenant.ts'
import type { Known } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'

/** The server whose tokens a leg depends on: its own, or the one whose mail the vendor's cloud fetches. */
export function tokenServer({ tenant, workload, client, profile }: LegPathContext): Workload | undefined {
  if (isTokenServer(workload?.name)) return workload
  const fetched = client.product.cloudBacked === true && profile.mailbox === 'exchange-server'
  return fetched ? tenant.workloads.get('exchange-server') : undefined
}

/** What the file says about the documented prerequisites of tokens on-premises, as `check` reads them. */
export function serverPrerequisites(context: LegPathContext): Known<'serverPrerequisites'> {
  const server = tokenServer(context)
  if (server?.modernAuthentication !== 'on' || isWebWithoutTokens(context, server)) return 'not-contradicted'
  const unfit = unmet(context, server).length > 0 || webIsUnfit(context, server)
  return unfit ? 'contradicted' : 'not-contradicted'
}

/** Outlook on the web that is not set up for tokens has no use for their prerequisites. */
function isWebWithoutTokens({ request }: LegPathContext, { name, settings }: Workload): boolean {
  const web = name === 'exchange-server' && request.relyingParty === name && request.protocol === 'https'
  return web && settings['owaModernAuthentication'] !== true
}

/** Outlook on the web needs a later update than the other protocols of the same server. */
function webIsUnfit({ request }: LegPathContext, { name, modernAuthority, servers, settings }: Workload): boolean {
  const web = name === 'exchange-server' && request.relyingParty === name && request.protocol === 'https'
  return (
    web &&
    modernAuthority === 'entra-id' &&
    settings['owaModernAuthentication'] === true &&
    servers.some(webTakesNoTokens)
  )
}

function unmet({ tenant }: LegPathContext, server: Workload): readonly UnmetPrerequisite[] {
  const { name, modernAuthority, servers, settings } = server
  if (modernAuthority === 'ad-fs') return name === 'exchange-server' ? unmetForAdFs(servers) : []
  if (modernAuthority !== 'entra-id' || !isTokenServer(name)) return []
  const skypeServers = tenant.workloads.get('skype-for-business-server')?.servers ?? []
  const stated = { servers, hybrid: settings['hybrid'], SSLOffloading: settings['SSLOffloading'] }
  return [...unmetForEntraId(name, stated), ...unmetInEnvironment(skypeServers, [...tenant.identityProviders.values()])]
}
