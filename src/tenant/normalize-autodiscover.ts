import type { AutodiscoverTopology } from './autodiscover-topology.ts'
import { present } from './freeze.ts'
import { type Place, placed } from './place.ts'
import type { AutodiscoverFile } from './tenant-file.ts'

/** Where mail clients look for their endpoints. */
export function normalizeAutodiscover(place: Place, file: AutodiscoverFile): AutodiscoverTopology {
  const points = (file.serviceConnectionPoints ?? []).map((point) =>
    present({ host: point.host, site: point.site, hosting: point.hosting ?? ('on-premises' as const) }),
  )
  return {
    ...placed(place, file, []),
    assumed: {},
    kind: file.kind,
    serviceConnectionPoints: points,
    dns: file.dns ?? {},
  }
}
