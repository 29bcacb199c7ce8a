/** A server as far as its version says. */
interface ServerVersion {
  readonly version: string
  readonly cumulativeUpdate?: number
}

/** The first cumulative update of each version of Exchange that accepts tokens from Microsoft Entra ID. */
const exchangeUpdates: Readonly<Record<string, number>> = { '2013': 19, '2016': 8, '2019': 1 }
/** The same of Skype for Business Server. */
const skypeUpdates: Readonly<Record<string, number>> = { '2015': 5 }

const firstUpdateForAdFs = 13

/** The update that a server lacks: undefined if it is new enough, or where nobody says how new it is. */
function lacksUpdate(
  { version, cumulativeUpdate }: ServerVersion,
  updates: Readonly<Record<string, number>>,
): number | undefined {
  const least = updates[version]
  return least === undefined || cumulativeUpdate === undefined || cumulativeUpdate >= least ? undefined : least
}

/** Whether a server can be in an organization that accepts tokens from AD FS. */
function canUseAdFs({ version, cumulativeUpdate }: ServerVersion): boolean {
  if (version === '2019') return cumulativeUpdate === undefined || cumulativeUpdate >= firstUpdateForAdFs
  return version === '2016' || version === 'SE'
}

/** Exchange 2016 alone takes no tokens of AD FS: Exchange 2019 or later has to stand in front. */
function hasFrontForAdFs(servers: readonly ServerVersion[]): boolean {
  return servers.length === 0 || servers.some(({ version }) => version === '2019' || version === 'SE')
}

/** The first cumulative update of Exchange 2019 whose Outlook on the web takes tokens of Microsoft Entra ID. */
const firstUpdateForWeb = 14

/** Whether Outlook on the web of a server takes no tokens of Microsoft Entra ID, whatever its other protocols do. */
export function webTakesNoTokens({ version, cumulativeUpdate }: ServerVersion): boolean {
  if (version === '2019') return (cumulativeUpdate ?? firstUpdateForWeb) < firstUpdateForWeb
  return version === '2013' || version === '2016'
}

/** AD FS before 3.0, by its own number or by the Windows Server that it came with: 2008, 2008 R2 and 2012. */
function isOldAdFs(version: string): boolean {
  const year = /\b(20\d\d)\b(\s*R2)?/i.exec(version)
  if (year === null) return Number.parseFloat(version) < 3
  return Number(year[1]) < 2012 || (year[1] === '2012' && year[2] === undefined)
}

/** Lync Server excludes hybrid modern authentication anywhere in the environment. */
const isLync = ({ version }: ServerVersion): boolean => version === '2010' || version === '2013'

/** What is stated of one server product on-premises. */
interface ServersStated {
  readonly servers: readonly ServerVersion[]
  readonly hybrid?: unknown
  readonly SSLOffloading?: unknown
}

interface ProviderStated {
  readonly product?: string
  readonly version?: string | undefined
}

/** A documented prerequisite of tokens on-premises that a statement contradicts; `index` counts servers or providers. */
export type UnmetPrerequisite =
  | { readonly kind: 'exchange-too-old' | 'skype-too-old'; readonly index: number; readonly least: string }
  | { readonly kind: 'exchange-2010' | 'exchange-without-ad-fs' | 'lync'; readonly index: number }
  | { readonly kind: 'ad-fs-too-old'; readonly index: number }
  | { readonly kind: 'ssl-offloading' }
  | { readonly kind: 'hybrid-kind'; readonly hybrid: string }

const serverKinds = {
  'exchange-server': { kind: 'exchange-too-old', updates: exchangeUpdates },
  'skype-for-business-server': { kind: 'skype-too-old', updates: skypeUpdates },
} as const

/** The server products on-premises that can take tokens. */
export type TokenServerName = keyof typeof serverKinds

/** Whether a workload is a server product on-premises that can take tokens. */
export const isTokenServer = (name: string | undefined): name is TokenServerName =>
  name !== undefined && Object.hasOwn(serverKinds, name)

function tooOld(name: TokenServerName, server: ServerVersion, index: number): readonly UnmetPrerequisite[] {
  if (name === 'exchange-server' && server.version === '2010') return [{ kind: 'exchange-2010', index }]
  const { kind, updates } = serverKinds[name]
  const least = lacksUpdate(server, updates)
  return least === undefined ? [] : [{ kind, index, least: `${server.version} CU${least}` }]
}

function unmetSettings({ hybrid, SSLOffloading }: ServersStated): readonly UnmetPrerequisite[] {
  const isOtherKind = typeof hybrid === 'string' && hybrid !== 'classic-full'
  return [
    ...(SSLOffloading === true ? [{ kind: 'ssl-offloading' } as const] : []),
    ...(isOtherKind ? [{ kind: 'hybrid-kind', hybrid } as const] : []),
  ]
}

/** What keeps the servers of a product from taking tokens of Microsoft Entra ID. */
export function unmetForEntraId(name: TokenServerName, stated: ServersStated): readonly UnmetPrerequisite[] {
  const old = stated.servers.flatMap((server, index) => tooOld(name, server, index))
  return name === 'exchange-server' ? [...old, ...unmetSettings(stated)] : old
}

/** What keeps every server of the environment from it: Lync Server, and an AD FS that is too old. */
export function unmetInEnvironment(
  skypeServers: readonly ServerVersion[],
  providers: readonly ProviderStated[],
): readonly UnmetPrerequisite[] {
  return [
    ...skypeServers.flatMap((server, index) => (isLync(server) ? [{ kind: 'lync', index } as const] : [])),
    ...providers.flatMap(({ product, version }, index) =>
      product?.toLowerCase() === 'ad-fs' && isOldAdFs(version ?? '') ? [{ kind: 'ad-fs-too-old', index } as const] : [],
    ),
  ]
}

/** The Exchange servers that cannot take tokens of AD FS. */
export function unmetForAdFs(servers: readonly ServerVersion[]): readonly UnmetPrerequisite[] {
  const hasFront = hasFrontForAdFs(servers)
  return servers.flatMap((server, index) =>
    canUseAdFs(server) && hasFront ? [] : [{ kind: 'exchange-without-ad-fs', index } as const],
  )
}
