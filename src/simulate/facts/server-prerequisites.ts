import {
  canUseAdFs,
  exchangeUpdates,
  hasFrontForAdFs,
  isLync,
  lacksUpdate,
  skypeUpdates,
} from '../../catalog/server-updates.ts'
import type { Workload } from '../../tenant/tenant.ts'
import type { Known } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'

/** The server whose tokens a leg depends on: its own, or the one whose mail the vendor's cloud fetches. */
export function tokenServer({ tenant, workload, client, profile }: LegPathContext): Workload | undefined {
  if (workload?.name === 'exchange-server' || workload?.name === 'skype-for-business-server') return workload
  const fetched = client.product.cloudBacked === true && profile.mailbox === 'exchange-server'
  return fetched ? tenant.workloads.get('exchange-server') : undefined
}

/** What the file says of the documented prerequisites of tokens on-premises, as `check` reads them. */
export function serverPrerequisites(context: LegPathContext): Known<'serverPrerequisites'> {
  const server = tokenServer(context)
  if (server?.modernAuthentication !== 'on') return 'not-contradicted'
  return isContradicted(context, server) ? 'contradicted' : 'not-contradicted'
}

function isContradicted({ tenant }: LegPathContext, { name, modernAuthority, servers, settings }: Workload): boolean {
  const exchange = name === 'exchange-server'
  if (modernAuthority === 'ad-fs') return exchange && !(servers.every(canUseAdFs) && hasFrontForAdFs(servers))
  if (modernAuthority !== 'entra-id') return false
  if (tenant.workloads.get('skype-for-business-server')?.servers.some(isLync) === true) return true
  const old = [...tenant.identityProviders.values()].some(
    ({ product, version }) => product === 'ad-fs' && Number.parseFloat(version ?? '') < 3,
  )
  if (old) return true
  if (!exchange) return servers.some((one) => lacksUpdate(one, skypeUpdates) !== undefined)
  const { hybrid, SSLOffloading } = settings
  if (SSLOffloading === true || (hybrid !== undefined && hybrid !== 'classic-full')) return true
  return servers.some((one) => one.version === '2010' || lacksUpdate(one, exchangeUpdates) !== undefined)
}
