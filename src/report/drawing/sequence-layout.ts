import type { Zone } from '../../vocabulary/actors.ts'
import type { Diagram } from './diagram.ts'
import type { Item, ParticipantId } from './diagram-items.ts'
import { linesWithin, textExtent } from './text-extent.ts'

/** Sizes of a sequence drawing, in pixels. */
export const sizes = {
  text: 13,
  line: 17,
  head: 13.5,
  headLine: 17,
  note: 12.5,
  noteLine: 16.5,
  margin: 16,
  column: 160,
  widest: 236,
  headWidth: 140,
  zoneLabel: 24,
} as const

/** A participant with the place of its lifeline. */
export interface PlacedParticipant {
  readonly id: ParticipantId
  readonly name: readonly string[]
  readonly x: number
}

/** A zone as a column of the drawing. */
export interface PlacedZone {
  readonly zone: Zone
  readonly name: string
  readonly left: number
  readonly right: number
}

/** Where everything stands from left to right. */
export interface Columns {
  readonly participants: readonly PlacedParticipant[]
  readonly zones: readonly PlacedZone[]
  readonly headHeight: number
  readonly left: number
  readonly right: number
  readonly xOf: (actor: ParticipantId) => number
}

/** Places participants so that what neighbors say to each other has room between them. */
export function placeColumns(diagram: Diagram): Columns {
  const all = diagram.zones.flatMap((zone) => zone.participants)
  const order = new Map(all.map(({ id }, index) => [id, index]))
  const gaps = gapsOf(diagram.items, order, all.length)
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
      participants.push({ id: participant.id, name: nameLines(participant.name), x })
      index += 1
    })
    // The room to the next zone belongs to both, except for a seam.
    const spare = index < all.length ? Math.max(8, (gaps[index - 1] ?? 0) - sizes.headWidth - 24) : 0
    x += 12 + sizes.headWidth / 2
    const before = zones.length === 0 ? 0 : carried
    carried = Math.max(0, (spare - 8) / 2)
    zones.push({ zone, name, left: left - before, right: x + carried })
    x += spare
  }
  const right = Math.max(zones[zones.length - 1]?.right ?? x, sizes.margin + 460)
  const headHeight = Math.max(1, ...participants.map(({ name }) => name.length)) * sizes.headLine + 16
  const xs = new Map(participants.map((participant) => [participant.id, participant.x]))
  return { participants, zones, headHeight, left: sizes.margin, right, xOf: (actor) => xs.get(actor) ?? sizes.margin }
}

/** A name has three lines; a longer one ends in an ellipsis, and its full text is in the tooltip and the explanation. */
function nameLines(name: string): readonly string[] {
  const lines = linesWithin(name, sizes.headWidth - 12, sizes.head, 'bold')
  const shown = lines.slice(0, 3)
  return lines.length <= 3 ? shown : [...shown.slice(0, 2), `${shown[2] ?? ''}…`]
}

/** Room between each participant and the next, wide enough for the labels that fit nowhere else. */
function gapsOf(items: readonly Item[], order: ReadonlyMap<ParticipantId, number>, count: number): readonly number[] {
  const gaps = Array.from({ length: Math.max(0, count - 1) }, (): number => sizes.column)
  for (const item of items) {
    if (item.kind !== 'arrow') continue
    const from = order.get(item.from) ?? 0
    const to = order.get(item.to) ?? 0
    const first = Math.min(from, to)
    if (Math.abs(from - to) !== 1) continue
    const wanted = Math.min(sizes.widest, textExtent(item.text, sizes.text) + 58)
    gaps[first] = Math.max(gaps[first] ?? 0, wanted)
  }
  return gaps
}
