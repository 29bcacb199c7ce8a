/** The first build of each cumulative update; the numbers of the updates are those of the places in the list. */
interface Builds {
  readonly version: string
  readonly builds: readonly number[]
}

// As the page 'exchange-server-builds' lists them.
const byMajorMinor: Readonly<Record<string, Builds>> = {
  '15.0': {
    version: '2013',
    builds: [
      516, 620, 712, 775, 847, 913, 995, 1044, 1076, 1104, 1130, 1156, 1178, 1210, 1236, 1263, 1293, 1320, 1347, 1365,
      1367, 1395, 1473, 1497,
    ],
  },
  '15.1': {
    version: '2016',
    builds: [
      225, 396, 466, 544, 669, 845, 1034, 1261, 1415, 1466, 1531, 1591, 1713, 1779, 1847, 1913, 1979, 2044, 2106, 2176,
      2242, 2308, 2375, 2507,
    ],
  },
  '15.2': {
    version: '2019',
    builds: [221, 330, 397, 464, 529, 595, 659, 721, 792, 858, 922, 986, 1118, 1258, 1544, 1748],
  },
}

/** From this build on, 15.2 is the Subscription Edition. */
const subscriptionEdition = 2562

/** The version of a server and its cumulative update, where the build is one of those published. */
export interface ServerVersion {
  readonly version: string
  readonly cumulativeUpdate?: number
  /** As the server says it, where that is no published build. */
  readonly buildOrUpdate?: string
}

/** What a version as Exchange shows it means: `Version 15.1 (Build 2507.6)` or `15.1.2507.6`. */
export function serverVersionOf(text: string): ServerVersion | undefined {
  const found = /(\d+)\.(\d+)(?:\s*\(Build\s*|\.)(\d+)(?:\.\d+)?/i.exec(text)
  if (found === null) return undefined
  const [, major = '', minor = '', build = ''] = found
  if (major === '14') return { version: '2010', buildOrUpdate: text }
  if (major === '8') return { version: '2007', buildOrUpdate: text }
  const line = Object.hasOwn(byMajorMinor, `${Number(major)}.${Number(minor)}`)
    ? byMajorMinor[`${Number(major)}.${Number(minor)}`]
    : undefined
  if (line === undefined) return undefined
  if (line.version === '2019' && Number(build) >= subscriptionEdition) return { version: 'SE', buildOrUpdate: text }
  const update = line.builds.indexOf(Number(build))
  return update === -1
    ? { version: line.version, buildOrUpdate: text }
    : { version: line.version, cumulativeUpdate: update }
}
