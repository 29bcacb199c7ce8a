import { authorityOf } from '../exchange/authorization-servers.ts'
import { sideOfContext } from '../exchange/side.ts'
import { cover, type Draft, state, stateField } from '../records/draft.ts'
import { type RecordView, textOf, wordOf } from '../records/fields.ts'

const cloud = 'skype-for-business-online'
const own = 'skype-for-business-server'

/** The Skype for Business product that a configuration belongs to: both products export the same fields. */
function sideOf(view: RecordView, hasServers: boolean): typeof cloud | typeof own | undefined {
  const silent = { ...view, report: () => {} }
  if (typeof textOf(silent, 'clientauthorizationoauthserveridentity') === 'string') return own
  if (/^(?:dis)?allowed$/i.test(`${textOf(silent, 'clientadalauthoverride') ?? ''}`)) return cloud
  const folder = sideOfContext(`${view.record.source.name.toLowerCase()}/${view.record.context}`)
  if (folder !== undefined) return folder === 'exchange-online' ? cloud : own
  return hasServers ? own : undefined
}

function readOnline(draft: Draft, view: RecordView): void {
  const override = wordOf(view, 'clientadalauthoverride', ['NoOverride', 'Allowed', 'Disallowed'])
  const path = ['workloads', cloud, 'ClientAdalAuthOverride'] as const
  stateField(draft, path, override ?? undefined, view, 'clientadalauthoverride')
  cover(draft, view, '', 'understood')
}

/** Clients get tokens if a server that issues them is named, and they get them from that server. */
function readServer(draft: Draft, view: RecordView, servers: readonly RecordView[]): void {
  const field = 'clientauthorizationoauthserveridentity'
  const name = textOf(view, field)
  const workload = ['workloads', own] as const
  if (name === undefined) {
    cover(draft, view, '', 'not-understood', 'the server that issues tokens for clients is not in the export')
    return
  }
  if (name === null) {
    stateField(draft, [...workload, 'modernAuthentication'], false, view, field)
    stateField(draft, [...workload, 'modernAuthority'], 'none', view, field)
    cover(draft, view, '', 'understood')
    return
  }
  stateField(draft, [...workload, 'ClientAuthorizationOAuthServerIdentity'], name, view, field)
  const server = servers.find(
    (one) => `${textOf({ ...one, report: () => {} }, 'identity') ?? ''}`.toLowerCase() === name.toLowerCase(),
  )
  const authority = server === undefined ? authorityOfName(name) : authorityOf(server)
  if (authority !== undefined && authority !== 'other')
    stateField(draft, [...workload, 'modernAuthority'], authority, view, field)
  if (authority === undefined) cover(draft, view, name, 'assumed', 'its product is unknown: Get-CsOAuthServer')
  else cover(draft, view, name, 'understood')
}

const authorityOfName = (name: string): 'entra-id' | undefined => (/^evosts\b/i.test(name) ? 'entra-id' : undefined)

/** Reads Get-CsOAuthConfiguration with Get-CsOAuthServer: whether clients get tokens, and who issues them. */
export function readOAuth(
  draft: Draft,
  configurations: readonly RecordView[],
  servers: readonly RecordView[],
  hasServers: boolean,
): void {
  for (const view of configurations) {
    const side = sideOf(view, hasServers)
    if (side === undefined) {
      const products = ['Skype for Business Online', 'Skype for Business Server'] as const
      view.report({ code: 'IMP-26', args: { kind: view.kind, products }, at: view.record.at })
      cover(draft, view, '', 'not-understood')
      continue
    }
    state(draft, ['workloads', side], {}, view.record.at)
    if (side === cloud) readOnline(draft, view)
    else readServer(draft, view, servers)
  }
  for (const view of servers) cover(draft, view, `${textOf(view, 'identity') ?? ''}`, 'understood')
}
