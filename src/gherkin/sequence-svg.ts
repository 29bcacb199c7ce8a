import type { Diagram, Item } from '../report/diagram.ts'
import type { ActorId } from '../vocabulary/actors.ts'
import { xmlText } from './xml-text.ts'

const column = 190
const left = 100
const line = 16

interface Drawing {
  readonly xOf: (actor: ActorId) => number
  readonly width: number
  readonly parts: string[]
  y: number
}

/** The inside of an SVG of a sequence diagram and its size: participants in their zones, arrows, notes. */
export interface DrawnSequence {
  readonly width: number
  readonly height: number
  readonly inner: string
}

/** Draws a sequence diagram as plain SVG shapes, with classes for the page to colour. */
export function drawSequence(diagram: Diagram): DrawnSequence {
  const participants = diagram.zones.flatMap(({ participants: inZone }) => inZone)
  const places = new Map(participants.map(({ id }, index) => [id, left + index * column]))
  const width = Math.max(1, participants.length) * column + 10
  const drawing: Drawing = { xOf: (actor) => places.get(actor) ?? left, width, parts: [], y: 84 }
  for (const item of diagram.items) drawItem(drawing, item)
  const height = drawing.y + 16
  const heads = participants.map(({ id, name }) => head(drawing.xOf(id), name, height))
  const inner = [...zones(diagram, places, height), ...heads, ...drawing.parts].join('')
  return { width, height, inner }
}

function zones(diagram: Diagram, places: ReadonlyMap<ActorId, number>, height: number): readonly string[] {
  return diagram.zones.flatMap(({ zone, name, participants }) => {
    const xs = participants.map(({ id }) => places.get(id) ?? left)
    const from = Math.min(...xs) - column / 2 + 4
    const width = Math.max(...xs) + column / 2 - 4 - from
    if (participants.length === 0) return []
    const box = `<rect class="zone ${zone}" x="${from}" y="4" width="${width}" height="${height - 8}" rx="6"/>`
    return [box, text('zone-name', from + width / 2, 22, name)]
  })
}

function head(x: number, name: string, height: number): string {
  const box = `<rect class="head" x="${x - 82}" y="32" width="164" height="36" rx="4"/>`
  const life = `<line class="life" x1="${x}" y1="68" x2="${x}" y2="${height - 8}"/>`
  return life + box + lines('head-name', x, 47, wrapped(name, 24).slice(0, 2))
}

function drawItem(drawing: Drawing, item: Item): void {
  switch (item.kind) {
    case 'arrow':
      drawArrow(drawing, item)
      break
    case 'note':
      drawNote(drawing, item)
      break
    case 'begin':
      drawRuler(drawing, `${item.block}: ${item.text}`)
      break
    case 'else':
      drawRuler(drawing, `else: ${item.text}`)
      break
    case 'end':
      drawRuler(drawing, '')
      break
  }
}

function drawArrow(drawing: Drawing, { from, to, line: stroke, text: label }: Extract<Item, { kind: 'arrow' }>): void {
  const [start, end] = [drawing.xOf(from), drawing.xOf(to)]
  const words = wrapped(label, Math.max(22, Math.round(Math.abs(end - start) / 6.6)))
  drawing.y += 6
  const middle = start === end ? start + 60 : (start + end) / 2
  drawing.parts.push(lines('label', middle, drawing.y + 10, words))
  drawing.y += words.length * line + 2
  const tip = end + (end >= start ? -7 : 7)
  const shape =
    start === end
      ? `<path class="${stroke}" d="M${start} ${drawing.y}h36v12h-30"/>`
      : `<line class="${stroke}" x1="${start}" y1="${drawing.y}" x2="${end}" y2="${drawing.y}"/>`
  const y = start === end ? drawing.y + 12 : drawing.y
  const points =
    start === end
      ? `${start + 1},${y} ${start + 8},${y - 4} ${start + 8},${y + 4}`
      : `${end},${y} ${tip},${y - 4} ${tip},${y + 4}`
  drawing.parts.push(shape, `<polygon class="tip ${stroke}" points="${points}"/>`)
  drawing.y = y + 8
}

function drawNote(drawing: Drawing, { over, texts, tone }: Extract<Item, { kind: 'note' }>): void {
  const everybody = over === 'everybody'
  const words = texts.flatMap((one) => wrapped(one, everybody ? Math.round((drawing.width - 40) / 6.6) : 46))
  const width = everybody ? drawing.width - 20 : 320
  const wanted = everybody ? 10 : drawing.xOf(over) - width / 2
  const x = Math.max(6, Math.min(wanted, drawing.width - width - 6))
  const height = words.length * line + 8
  drawing.parts.push(
    `<rect class="note ${tone ?? ''}" x="${x}" y="${drawing.y}" width="${Math.min(width, drawing.width - 12)}" height="${height}" rx="3"/>`,
    lines('note-text', x + Math.min(width, drawing.width - 12) / 2, drawing.y + 16, words),
  )
  drawing.y += height + 6
}

function drawRuler(drawing: Drawing, words: string): void {
  drawing.parts.push(
    `<line class="ruler" x1="8" y1="${drawing.y + 4}" x2="${drawing.width - 8}" y2="${drawing.y + 4}"/>`,
  )
  drawing.y += 8
  if (words === '') return
  drawing.parts.push(text('block', drawing.width / 2, drawing.y + 12, words))
  drawing.y += line + 2
}

const text = (style: string, x: number, y: number, words: string): string =>
  `<text class="${style}" x="${x}" y="${y}">${xmlText(words)}</text>`

const lines = (style: string, x: number, y: number, words: readonly string[]): string =>
  words.map((one, index) => text(style, x, y + index * line, one)).join('')

/** Words in lines of a width counted in characters. */
function wrapped(words: string, width: number): readonly string[] {
  const out: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = out.at(-1)
    if (last !== undefined && last.length + word.length < width) out[out.length - 1] = `${last} ${word}`
    else out.push(word)
  }
  return out
}
