/** A server as far as its version says. */
export interface ServerVersion {
  readonly version: string
  readonly cumulativeUpdate?: number
}

/** The first cumulative update of each version of Exchange that takes tokens of Microsoft Entra ID. */
export const exchangeUpdates: Readonly<Record<string, number>> = { '2013': 19, '2016': 8, '2019': 1 }
/** The same of Skype for Business Server. */
export const skypeUpdates: Readonly<Record<string, number>> = { '2015': 5 }

const firstUpdateForAdFs = 13

/** The update that a server lacks: undefined where it is new enough, or where nobody says how new it is. */
export function lacksUpdate(
  { version, cumulativeUpdate }: ServerVersion,
  updates: Readonly<Record<string, number>>,
): number | undefined {
  const least = updates[version]
  return least === undefined || cumulativeUpdate === undefined || cumulativeUpdate >= least ? undefined : least
}

/** Whether a server can stand in an organization that takes tokens of AD FS. */
export function canUseAdFs({ version, cumulativeUpdate }: ServerVersion): boolean {
  if (version === '2019') return cumulativeUpdate === undefined || cumulativeUpdate >= firstUpdateForAdFs
  return version === '2016' || version === 'SE'
}

/** Exchange 2016 alone takes no tokens of AD FS: Exchange 2019 or later has to stand in front. */
export function hasFrontForAdFs(servers: readonly ServerVersion[]): boolean {
  return servers.length === 0 || servers.some(({ version }) => version === '2019' || version === 'SE')
}

/** Lync Server excludes hybrid modern authentication anywhere in the environment. */
export const isLync = ({ version }: ServerVersion): boolean => version === '2010' || version === '2013'
