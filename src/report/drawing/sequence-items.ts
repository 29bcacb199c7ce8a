import { singleLine } from '../tables/single-line.ts'
import type { Item } from './diagram-items.ts'
import { type Columns, sizes } from './sequence-layout.ts'
import { type SvgElement, svgElement } from './svg-tree.ts'
import { linesWithin, textExtent } from './text-extent.ts'

type Arrow = Extract<Item, { kind: 'arrow' }>
type Note = Extract<Item, { kind: 'note' }>

interface Frame {
  readonly block: string
  readonly top: number
  readonly depth: number
}

/** A partial drawing. */
export interface Drawing {
  readonly columns: Columns
  /** In back-to-front order. */
  readonly frames: SvgElement[]
  readonly front: SvgElement[]
  readonly open: Frame[]
  y: number
  number: number
}

interface TextPlace {
  readonly x: number
  readonly y: number
  readonly step: number
  readonly anchor: 'start' | 'middle'
  readonly class: string
}

/** Lines of text, stacked vertically. */
export function textLines(lines: readonly string[], place: TextPlace): readonly SvgElement[] {
  return lines.map((line, index) =>
    svgElement(
      'text',
      { class: `${place.class} ${place.anchor}`, x: place.x, y: place.y + index * place.step },
      // Isolated, so that a right-to-left name does not reorder its surroundings.
      /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(line) ? `\u2068${line}\u2069` : line,
    ),
  )
}

/** Draws one item below the previous ones. */
export function drawItem(drawing: Drawing, item: Item): void {
  if (item.kind === 'arrow') drawArrow(drawing, item)
  else if (item.kind === 'note') drawNote(drawing, item)
  else if (item.kind === 'begin') beginFrame(drawing, item.block, item.text)
  else if (item.kind === 'else') elseFrame(drawing, item.text)
  else endFrame(drawing)
}

function drawArrow(drawing: Drawing, arrow: Arrow): void {
  const { columns, front } = drawing
  const [x1, x2] = [columns.xOf(arrow.from), columns.xOf(arrow.to)]
  const self = x1 === x2
  drawing.number += 1
  drawing.y += 7
  const label = arrowLabel(columns, drawing.y, x1, x2, arrow.text)
  // A label that is wider than its arrow stands clear of the number.
  const wide = !self && Math.abs(x2 - x1) - 46 < columns.measure.label
  const y = drawing.y + label.length * sizes.line + (wide ? 13 : 5)
  const to = self || x2 < x1 ? -1 : 1
  const tip = x2 - to * (arrow.line === 'cross' ? 7 : 1)
  front.push(
    svgElement(
      'g',
      { class: `arrow arrow-${arrow.line}` },
      svgElement('path', { class: 'shaft', d: self ? `M${x1} ${y} h34 v16 h-34` : `M${x1} ${y} H${tip}` }),
      arrowEnd({ x: x2, y: self ? y + 16 : y, to }, arrow.line),
      ...numberMark(drawing.number, x1, y),
      ...label,
    ),
  )
  drawing.y = y + (self ? 28 : 15)
}

/** A circle, or a pill for three digits. */
function numberMark(number: number, x: number, y: number): readonly SvgElement[] {
  const width = Math.max(20, textExtent(String(number), sizes.small, 'bold') + 3)
  return [
    svgElement('rect', { class: 'number-disc', x: x - width / 2, y: y - 10, width, height: 20, rx: 10 }),
    svgElement('text', { class: 'number middle', x, y: y + 4.5 }, String(number)),
  ]
}

/** Above its arrow, next to the number; the label of a self-message is to the right of the lifeline. */
function arrowLabel(
  { measure, left, right }: Columns,
  y: number,
  x1: number,
  x2: number,
  text: string,
): readonly SvgElement[] {
  const self = x1 === x2
  const span = self ? measure.selfLabel : Math.abs(x2 - x1) - 46
  const lines = linesWithin(singleLine(text), self ? span : Math.max(measure.label, span), sizes.text)
  const half = Math.max(...lines.map((line) => textExtent(line, sizes.text))) / 2
  const middle = (x1 + x2) / 2 + (x2 > x1 ? 7 : -7)
  const x = self ? x1 + 18 : Math.max(left + half, Math.min(middle, right - half))
  return textLines(lines, { x, y: y + 11, step: sizes.line, anchor: self ? 'start' : 'middle', class: 'label' })
}

function arrowEnd(
  { x, y, to }: { readonly x: number; readonly y: number; readonly to: number },
  line: Arrow['line'],
): SvgElement {
  if (line === 'cross') {
    const at = x - to * 8
    return svgElement('path', { class: 'cross', d: `M${at - 5} ${y - 5} l10 10 M${at + 5} ${y - 5} l-10 10` })
  }
  return svgElement('path', { class: 'tip', d: `M${x - to} ${y} l${-9 * to} -4.5 v9 z` })
}

function drawNote(drawing: Drawing, { over, texts, tone }: Note): void {
  const { columns, front } = drawing
  const everyone = over === 'everyone'
  const inset = drawing.open.length * 8
  const wide = columns.right - columns.left - 2 * inset
  const most = everyone ? wide - 24 : Math.min(wide - 24, 250)
  const weight = tone === 'deciding' || tone === 'leg' ? 'bold' : 'regular'
  const lines = texts.flatMap((text) => linesWithin(singleLine(text), most, sizes.note, weight))
  const widest = Math.max(...lines.map((line) => textExtent(line, sizes.note, weight)))
  const width = everyone ? wide : Math.min(wide, Math.max(150, widest + 24))
  const centre = everyone ? columns.left + inset + wide / 2 : columns.xOf(over)
  const x = Math.max(columns.left + inset, Math.min(centre - width / 2, columns.right - inset - width))
  const height = lines.length * sizes.noteLine + 13
  const heading = tone === 'leg'
  const at = heading ? { x: x + 12, anchor: 'start' as const } : { x: x + width / 2, anchor: 'middle' as const }
  drawing.y += heading ? 8 : 2
  front.push(
    svgElement(
      'g',
      { class: `note note-${tone ?? (everyone ? 'legend' : 'plain')}` },
      svgElement('rect', { x, y: drawing.y, width, height, rx: 5 }),
      ...textLines(lines, { ...at, y: drawing.y + 18, step: sizes.noteLine, class: 'note-text' }),
    ),
  )
  drawing.y += height + 11
}

function beginFrame(drawing: Drawing, block: string, text: string): void {
  const depth = drawing.open.length
  drawing.y += 4
  drawing.open.push({ block, top: drawing.y, depth })
  const left = drawing.columns.left + depth * 8 + 2
  const width = textExtent(block, sizes.small, 'bold') + 20
  drawing.front.push(
    svgElement('path', { class: 'tab', d: `M${left} ${drawing.y} h${width} v12 l-7 8 h${7 - width} z` }),
    ...textLines([block], { x: left + 8, y: drawing.y + 14, step: 0, anchor: 'start', class: 'tab-name' }),
  )
  frameText(drawing, text, left + width + 10)
}

function frameText(drawing: Drawing, text: string, x: number): void {
  const lines = linesWithin(singleLine(text), drawing.columns.right - x - 20, sizes.note, 'bold')
  drawing.front.push(
    ...textLines(lines, { x, y: drawing.y + 14.5, step: sizes.noteLine, anchor: 'start', class: 'frame-text' }),
  )
  drawing.y += lines.length * sizes.noteLine + 12
}

function elseFrame(drawing: Drawing, text: string): void {
  const frame = drawing.open[drawing.open.length - 1]
  const inset = (frame?.depth ?? 0) * 8 + 2
  const { left, right } = drawing.columns
  drawing.y += 2
  drawing.front.push(
    svgElement('line', { class: 'else', x1: left + inset, x2: right - inset, y1: drawing.y, y2: drawing.y }),
  )
  frameText(drawing, text, left + inset + 12)
}

function endFrame(drawing: Drawing): void {
  const frame = drawing.open.pop()
  if (frame === undefined) return
  const inset = frame.depth * 8 + 2
  const { left, right } = drawing.columns
  const size = { width: right - left - 2 * inset, height: drawing.y - frame.top + 2 }
  drawing.frames.push(svgElement('rect', { class: 'frame', x: left + inset, y: frame.top, ...size, rx: 4 }))
  drawing.y += 14
}
