import type { Citation } from '../vocabulary/citations.ts'
import { clientOf } from './clients.ts'

/** From when a client could be had, and until when the vendor supported it. */
export interface ClientSupport {
  readonly clients: readonly string[]
  readonly from?: string
  /** The first day without support. */
  readonly until?: string
  readonly citation: Citation
}

const office: Citation = { source: 'office-lifecycle', section: 'Support dates' }

/** Clients that had a beginning or an end of support, by the vendor's dates; the others are supported at any date. */
export const clientSupport: readonly ClientSupport[] = [
  { clients: ['outlook-2007'], until: '2017-10-11', citation: office },
  {
    clients: ['outlook-mac-2011'],
    until: '2017-10-11',
    citation: { source: 'office-mac-2011-lifecycle', section: 'Support dates' },
  },
  {
    clients: ['outlook-2010', 'office-2010'],
    until: '2020-10-14',
    citation: { source: 'office-2010-lifecycle', section: 'Support dates' },
  },
  {
    clients: ['outlook-mac-2016'],
    until: '2020-10-14',
    citation: { source: 'office-mac-2016-lifecycle', section: 'Support dates' },
  },
  {
    clients: ['outlook-2013', 'office-2013', 'lync-2013'],
    until: '2023-04-12',
    citation: { source: 'office-2013-lifecycle', section: 'Support dates' },
  },
  {
    clients: ['skype-for-business-2015'],
    until: '2023-04-12',
    citation: { source: 'skype-for-business-2015-lifecycle', section: 'Support dates' },
  },
  {
    clients: ['outlook-2016', 'office-2016', 'skype-for-business-2016'],
    from: '2015-09-22',
    until: '2025-10-15',
    citation: { source: 'office-2016-lifecycle', section: 'Support dates' },
  },
  {
    clients: ['outlook-2019', 'office-2019', 'skype-for-business-2019'],
    from: '2018-09-24',
    until: '2025-10-15',
    citation: { source: 'office-2019-lifecycle', section: 'Support dates' },
  },
  {
    clients: ['outlook-new-windows'],
    from: '2024-08-01',
    citation: { source: 'new-outlook-availability', section: 'Article' },
  },
  { clients: ['windows-mail'], until: '2025-01-01', citation: { source: 'windows-mail-end' } },
]

// ISO days are read once, when the module is loaded; `Date.parse` of a constant is no clock.
const day = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Date.parse(`${text}T00:00:00Z`)

const periods: ReadonlyMap<string, readonly [from: number, until: number]> = new Map(
  clientSupport.flatMap(({ clients, from, until }) =>
    clients.map((id) => [id, [day(from, Number.NEGATIVE_INFINITY), day(until, Number.POSITIVE_INFINITY)] as const]),
  ),
)

/** Whether a client could be had and was supported at an instant. */
export function isSupported(id: string, at: number): boolean {
  if (at < day(clientOf(id)?.from, Number.NEGATIVE_INFINITY)) return false
  const period = periods.get(id)
  return period === undefined || (period[0] <= at && at < period[1])
}
