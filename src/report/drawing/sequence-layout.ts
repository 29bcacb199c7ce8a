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
  column: 160,
  narrowest: 146,
  widest: 236,
  /** Width of a screen without other content. */
  screen: 1216,
  headWidth: 134,
  /** Minimum scale on a page, so that the smallest text has 11 pixels. */
  leastScale: 11 / 12,
  zoneLabel: 24,
} as const

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
  readonly name: string
  readonly left: number
  readonly right: number
}

/** Horizontal layout. */
export interface Columns {
  readonly participants: readonly PlacedParticipant[]
  readonly zones: readonly PlacedZone[]
  readonly headHeight: number
  readonly left: number
  readonly right: number
  readonly xOf: (actor: ParticipantId) => number
}

/** Positions participants so that there is room for the messages between neighbors. */
export function placeColumns(diagram: Diagram): Columns {
  const all = diagram.zones.flatMap((zone) => zone.participants)
  const order = new Map(all.map(({ id }, index) => [id, index]))
  const gaps = gapsOf(diagram, order)
  const participants: PlacedParticipant[] = []
  const zones: PlacedZone[] = []
  let x = sizes.margin
  let index = 0
  let carried = 0
  for (const { zone, name, participants: inZone } of diagram.zones) {
    const left = x
    x += 12 + sizes.headWidth / 2
    inZone.forEach((participant, nth) => {
      if (nth > 0) x += gaps[index - 1] ?? sizes.column
      participants.push({ id: participant.id, name: nameLines(participant.name), fullName: participant.name, x })
      index += 1
    })
    // The space between two zones belongs to both, except for a seam.
    const spare = index < all.length ? Math.max(8, (gaps[index - 1] ?? 0) - sizes.headWidth - 24) : 0
    x += 12 + sizes.headWidth / 2
    const before = zones.length === 0 ? 0 : carried
    carried = Math.max(0, (spare - 8) / 2)
    zones.push({ zone, name, left: left - before, right: x + carried })
    x += spare
  }
  const right = Math.max(
    zones[zones.length - 1]?.right ?? x,
    sizes.margin + 460,
    ownLabelsEnd(diagram.items, participants),
  )
  // Notes of few participants are wider than their columns, so the last zone is extended.
  const last = zones.pop()
  if (last !== undefined) zones.push({ ...last, right: Math.max(last.right, right) })
  const headHeight = Math.max(1, ...participants.map(({ name }) => name.length)) * sizes.headLine + 16
  const xs = new Map(participants.map((participant) => [participant.id, participant.x]))
  return { participants, zones, headHeight, left: sizes.margin, right, xOf: (actor) => xs.get(actor) ?? sizes.margin }
}

/**
 * A name has at most three lines; a longer one ends with an ellipsis, with its full text in the tooltip and the
 * explanation.
 */
function nameLines(name: string): readonly string[] {
  return linesAtMost(3, name, sizes.headWidth - 12, sizes.head, 'bold')
}

/** The right edge of the last participant's self-messages, which are to the right of its lifeline. */
function ownLabelsEnd(items: readonly Item[], participants: readonly PlacedParticipant[]): number {
  const last = participants[participants.length - 1]
  const own = items.some((item) => item.kind === 'arrow' && item.from === item.to && item.from === last?.id)
  return last !== undefined && own ? last.x + sizes.column + 8 : 0
}

/** The space between neighbors: wide enough for their labels if the whole still fits on a screen. */
function gapsOf(diagram: Diagram, order: ReadonlyMap<ParticipantId, number>): readonly number[] {
  const wanted = Array.from({ length: Math.max(0, order.size - 1) }, (): number => sizes.column)
  for (const item of diagram.items) {
    if (item.kind !== 'arrow') continue
    const from = order.get(item.from) ?? 0
    const to = order.get(item.to) ?? 0
    const first = Math.min(from, to)
    if (Math.abs(from - to) !== 1) continue
    wanted[first] = Math.max(wanted[first] ?? 0, Math.min(sizes.widest, textExtent(item.text, sizes.text) + 58))
  }
  const edges = sizes.headWidth + 24 + 2 * sizes.margin
  const spare = sizes.screen - edges - wanted.length * sizes.narrowest - (diagram.zones.length - 1) * 8
  const over = wanted.reduce((sum, gap) => sum + gap - sizes.narrowest, 0)
  const share = over <= spare ? 1 : Math.max(0, spare) / over
  return wanted.map((gap) => sizes.narrowest + (gap - sizes.narrowest) * share)
}
