import type { AdFsTokens } from '../../catalog/client.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'
import { registryValue } from '../registry-value.ts'
import { changeInForce } from '../vendor-state.ts'
import { isBelow } from './versions.ts'

/** Whether the client uses tokens that AD FS issues for Exchange Server; a browser takes them from the sign-in page. */
export function adFsTokens(context: LegPathContext): Known<'adFsTokens'> {
  const { request, client } = context
  if (request.relyingParty !== 'exchange-server' || request.protocol === 'https') return 'used'
  const row = client.product.adFsTokens
  if (row === undefined) return 'not-used'
  switch (row.support) {
    case 'unsupported':
      return 'unsupported'
    case 'from-a-date': {
      const change = changeInForce(context.tenant, context.at, 'ad-fs-tokens', 'outlook-mobile')
      return change === undefined || change === missing ? 'not-used' : 'used'
    }
    case 'from-a-version':
      return lacksSetting(context, row) || lacksServer(context, row) ? 'not-used' : byVersion(row, client.build)
  }
}

function lacksSetting({ client }: LegPathContext, { setting }: AdFsTokens): boolean {
  return setting !== undefined && registryValue(client, setting) === undefined
}

/** Every server that clients connect to has to be of that version. */
function lacksServer({ workload }: LegPathContext, { server }: AdFsTokens): boolean {
  return server !== undefined && (workload?.servers.some(({ version }) => version !== server) ?? false)
}

function byVersion({ from, fromInEveryChannel, presumed }: AdFsTokens, build: string | undefined): Known<'adFsTokens'> {
  if (build === undefined) return presumed === true ? 'used' : missing
  if (from !== undefined && isBelow(build, from)) return 'not-used'
  return fromInEveryChannel !== undefined && isBelow(build, fromInEveryChannel) ? missing : 'used'
}
