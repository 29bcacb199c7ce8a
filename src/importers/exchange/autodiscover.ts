import { cover, state } from '../records/draft.ts'
import { listOfNames, type RecordView, textOf } from '../records/fields.ts'
import type { ReadRecordsOf } from './reading.ts'

interface Point {
  readonly host: string
  readonly site?: string
  readonly hosting?: 'online' | 'on-premises'
}

const cloudHost = /(?:^|\.)(?:outlook\.com|office365\.com|outlook\.cn|partner\.outlook\.cn)$/i

function pointsOf(view: RecordView): readonly Point[] | undefined {
  const address = textOf(view, 'autodiscoverserviceinternaluri')
  if (typeof address !== 'string') return address === null ? [] : undefined
  const host = /^[a-z]+:\/\/([^/:]+)/i.exec(address)?.[1]?.toLowerCase()
  if (host === undefined) return undefined
  const hosting = cloudHost.test(host) ? ({ hosting: 'online' } as const) : {}
  const sites = listOfNames(view, 'autodiscoversitescope') ?? []
  return sites.length === 0 ? [{ host, ...hosting }] : sites.map((site) => ({ host, site, ...hosting }))
}

const keyOf = ({ host, site = '' }: Point): string => `${host}\n${site.toLowerCase()}`

/** Reads Get-ClientAccessService: what Active Directory publishes for clients of the domain. */
export function clientAccessServices(hasCloud: boolean): ReadRecordsOf {
  return ({ draft }, records) => {
    const points = new Map<string, Point>()
    let known = false
    for (const { view } of records) {
      const found = pointsOf(view)
      const name = `${textOf(view, 'name') ?? textOf(view, 'identity') ?? ''}`
      for (const point of found ?? []) points.set(keyOf(point), point)
      known ||= found !== undefined
      if (found !== undefined) cover(draft, view, name, 'understood')
      else cover(draft, view, name, 'not-understood', 'its autodiscover address is not in the export')
    }
    const [first] = records
    if (first === undefined || !known) return
    const at = first.view.record.at
    const ordered = [...points].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, point]) => point)
    state(draft, ['autodiscover', 'kind'], hasCloud ? 'hybrid' : 'on-premises', at)
    state(draft, ['autodiscover', 'serviceConnectionPoints'], ordered, at)
    const note = hasCloud
      ? 'both have endpoints; the target of each DNS step is unknown: Resolve-DnsName'
      : 'no export shows endpoints in the cloud; the target of each DNS step is unknown: Resolve-DnsName'
    draft.coverage.push({ source: '', kind: 'autodiscover', name: '', status: 'assumed', note })
  }
}
