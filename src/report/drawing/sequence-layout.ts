import type { Zone } from '../../vocabulary/actors.ts'
import type { Diagram } from './diagram.ts'
import type { Item, ParticipantId } from './diagram-items.ts'
import { linesAtMost, textExtent } from './text-extent.ts'

/** Sizes in pixels; no text is smaller than `small`. */
export const sizes = {
  small: 12,
  title: 16,
  titleLine: 22,
  text: 13,
  line: 17,
  head: 13.5,
  headLine: 17,
  note: 12.5,
  noteLine: 16.5,
  margin: 16,
  /** Minimum scale on a page, so that the smallest text has 11 pixels. */
  leastScale: 11 / 12,
  zoneLabel: 24,
} as const

/** How much width a drawing takes. */
interface Measure {
  /** Space between neighbors without messages. */
  readonly column: number
  readonly narrowest: number
  readonly widest: number
  /** Width of the place in which the whole drawing is to be seen. */
  readonly place: number
  readonly headWidth: number
  readonly nameLines: number
  readonly nameInset: number
  /** The least width of a drawing between its margins. */
  readonly least: number
  /** The least width of the label of an arrow, and the width of that of a self-message. */
  readonly label: number
  readonly selfLabel: number
  readonly zoneLines: number
  /** Space at the left and right edge, inside of a zone, and between two zones. */
  readonly margin: number
  readonly padding: number
  readonly seam: number
}

/** Widths: of a screen without other content, and of a panel beside a table. */
export const measures = {
  screen: {
    column: 160,
    narrowest: 146,
    widest: 236,
    place: 1216,
    headWidth: 134,
    nameLines: 3,
    nameInset: 12,
    least: 460,
    label: 100,
    selfLabel: 140,
    zoneLines: 1,
    margin: 16,
    padding: 12,
    seam: 8,
  },
  panel: {
    column: 86,
    narrowest: 86,
    widest: 150,
    place: 500,
    headWidth: 84,
    nameLines: 4,
    nameInset: 8,
    least: 340,
    label: 140,
    selfLabel: 120,
    zoneLines: 2,
    margin: 6,
    padding: 4,
    seam: 4,
  },
} as const satisfies Record<string, Measure>

/** The place of a drawing. */
export type Room = keyof typeof measures

/** A participant with the position of its lifeline. */
export interface PlacedParticipant {
  readonly id: ParticipantId
  readonly name: readonly string[]
  readonly fullName: string
  readonly x: number
}

/** A zone as a column of the drawing. */
export interface PlacedZone {
  readonly zone: Zone
  readonly name: readonly string[]
  readonly left: number
  readonly right: number
}

/** Horizontal layout. */
export interface Columns {
  readonly participants: readonly PlacedParticipant[]
  readonly zones: readonly PlacedZone[]
  readonly measure: Measure
  readonly headHeight: number
  readonly left: number
  readonly right: number
  readonly xOf: (actor: ParticipantId) => number
}

/** Positions participants so that there is room for the messages between neighbors. */
export function placeColumns(diagram: Diagram, room: Room = 'screen'): Columns {
  const measure: Measure = measures[room]
  const { margin } = measure
  const { participants, zones } = placed(diagram, measure)
  const right = Math.max(
    zones[zones.length - 1]?.right ?? margin,
    margin + measure.least,
    ownLabelsEnd(diagram.items, participants, measure),
  )
  // Notes of few participants are wider than their columns, so the last zone is extended.
  const last = zones.pop()
  if (last !== undefined) zones.push({ ...last, right: Math.max(last.right, right) })
  const headHeight = Math.max(1, ...participants.map(({ name }) => name.length)) * sizes.headLine + 16
  const xs = new Map(participants.map((participant) => [participant.id, participant.x]))
  return { participants, zones, measure, headHeight, left: margin, right, xOf: (actor) => xs.get(actor) ?? margin }
}

/** Participants from left to right, and around them their zones. */
function placed(
  diagram: Diagram,
  measure: Measure,
): { readonly participants: readonly PlacedParticipant[]; readonly zones: PlacedZone[] } {
  const { margin, padding, seam, headWidth } = measure
  const all = diagram.zones.flatMap((zone) => zone.participants)
  const order = new Map(all.map(({ id }, index) => [id, index]))
  const gaps = gapsOf(diagram, order, measure)
  const participants: PlacedParticipant[] = []
  const zones: PlacedZone[] = []
  let x: number = margin
  let index = 0
  let carried = 0
  for (const { zone, name, participants: inZone } of diagram.zones) {
    const left = x
    x += padding + headWidth / 2
    inZone.forEach((participant, nth) => {
      if (nth > 0) x += gaps[index - 1] ?? measure.column
      participants.push({
        id: participant.id,
        name: nameLines(participant.name, measure),
        fullName: participant.name,
        x,
      })
      index += 1
    })
    // The space between two zones belongs to both, except for a seam.
    const spare = index < all.length ? Math.max(seam, (gaps[index - 1] ?? 0) - headWidth - 2 * padding) : 0
    x += padding + headWidth / 2
    const before = zones.length === 0 ? 0 : carried
    carried = Math.max(0, (spare - seam) / 2)
    const [from, to] = [left - before, x + carried]
    zones.push({ zone, name: zoneLines(name, to - from, measure), left: from, right: to })
    x += spare
  }
  return { participants, zones }
}

/** A name that is too long ends with an ellipsis, with its full text in the tooltip and the explanation. */
function nameLines(name: string, { nameLines: most, headWidth, nameInset }: Measure): readonly string[] {
  return linesAtMost(most, name, headWidth - nameInset, sizes.head, 'bold')
}

function zoneLines(name: string, width: number, { zoneLines: most }: Measure): readonly string[] {
  return most === 1 ? [name] : linesAtMost(most, name, width - 4, sizes.small, 'bold')
}

/** The right edge of the last participant's self-messages, which are to the right of its lifeline. */
function ownLabelsEnd(
  items: readonly Item[],
  participants: readonly PlacedParticipant[],
  { selfLabel }: Measure,
): number {
  const last = participants[participants.length - 1]
  const own = items.some((item) => item.kind === 'arrow' && item.from === item.to && item.from === last?.id)
  return last !== undefined && own ? last.x + selfLabel + 28 : 0
}

/** The space between neighbors: wide enough for their labels if the whole still fits on a screen. */
function gapsOf(
  diagram: Diagram,
  order: ReadonlyMap<ParticipantId, number>,
  { column, narrowest, widest, place, headWidth, padding, margin, seam }: Measure,
): readonly number[] {
  const wanted = Array.from({ length: Math.max(0, order.size - 1) }, (): number => column)
  for (const item of diagram.items) {
    if (item.kind !== 'arrow') continue
    const from = order.get(item.from) ?? 0
    const to = order.get(item.to) ?? 0
    const first = Math.min(from, to)
    if (Math.abs(from - to) !== 1) continue
    wanted[first] = Math.max(wanted[first] ?? 0, Math.min(widest, textExtent(item.text, sizes.text) + 58))
  }
  const edges = headWidth + 2 * (padding + margin)
  const spare = place - edges - wanted.length * narrowest - (diagram.zones.length - 1) * seam
  const over = wanted.reduce((sum, gap) => sum + gap - narrowest, 0)
  const share = over <= spare ? 1 : Math.max(0, spare) / over
  return wanted.map((gap) => narrowest + (gap - narrowest) * share)
}
