import { singleLine } from '../tables/single-line.ts'
import type { Diagram } from './diagram.ts'
import type { Item } from './diagram-items.ts'
import { type Drawing, drawItem, textLines } from './sequence-items.ts'
import { type Columns, placeColumns, type Room, sizes } from './sequence-layout.ts'
import { type SvgElement, svgElement, svgText } from './svg-tree.ts'
import { linesWithin } from './text-extent.ts'

/** Options for a drawing. */
export interface SequenceOptions {
  /** Prefix for ids in the drawing, because a page can contain several. */
  readonly id?: string
  /** Draws the title; a page that shows the drawing has its own. */
  readonly heading?: boolean
  /** Says on each arrow and note which item of the diagram it is, for a page that steps through them. */
  readonly numbered?: boolean
  /** Where it is drawn: on a screen, or in the narrower panel of a page. */
  readonly room?: Room
}

/** The sequence diagram as a drawing of classes and texts; `drawingStyle` gives it its colors. */
export function sequenceSvg(diagram: Diagram, options: SequenceOptions = {}): SvgElement {
  const { id = 'sequence', heading = false, numbered = false, room = 'screen' } = options
  const columns = placeColumns(diagram, room)
  const title = singleLine(diagram.title)
  const headings = heading && title !== '' ? headingLines(title, columns) : []
  const start = headings.length === 0 ? 0 : headings.length * sizes.titleLine + 12
  const zoneLines = Math.max(1, ...columns.zones.map(({ name }) => name.length))
  const top = start + sizes.margin + sizes.zoneLabel + (zoneLines - 1) * zoneLine
  const drawing: Drawing = {
    columns,
    frames: [],
    front: [],
    open: [],
    y: top + columns.headHeight + 18,
    number: 0,
  }
  drawItems(drawing, diagram.items, numbered)
  const bottom = drawing.y + 4
  const height = bottom + sizes.margin
  const width = columns.right + columns.measure.margin
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'sequence',
      role: 'img',
      'aria-labelledby': `${id}-title`,
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
    },
    svgElement('title', { id: `${id}-title` }, title === '' ? 'Sequence diagram' : `Sequence diagram: ${title}`),
    ...headings,
    ...zoneBands(columns, start, height),
    ...lifelines(columns, top, bottom),
    ...drawing.frames,
    ...drawing.front,
    ...heads(columns, top),
  )
}

/** Height of a further line of a zone's name. */
const zoneLine = 15

/** Draws every item below the one before; with `numbered` an arrow or note says which it is. */
function drawItems(drawing: Drawing, items: readonly Item[], numbered: boolean): void {
  for (const [index, item] of items.entries()) {
    const before = drawing.front.length
    drawItem(drawing, item)
    if (!numbered || (item.kind !== 'arrow' && item.kind !== 'note')) continue
    const own = drawing.front.splice(before)
    const named = { 'data-item': String(index) }
    drawing.front.push(...own.map((one) => ({ ...one, attributes: { ...one.attributes, ...named } })))
  }
}

/** The drawing as a separate file. */
export function sequenceSvgText(diagram: Diagram, style: string): string {
  const drawn = sequenceSvg(diagram, { heading: true })
  const ground = svgElement('rect', { class: 'ground', width: '100%', height: '100%' })
  const children = [svgElement('style', {}, style), ground, ...drawn.children]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgText({ ...drawn, children })}\n`
}

function headingLines(title: string, { left, right }: Columns): readonly SvgElement[] {
  const lines = linesWithin(title, right - left, sizes.title, 'bold')
  return textLines(lines, { x: left, y: 26, step: sizes.titleLine, anchor: 'start', class: 'heading' })
}

function zoneBands({ zones }: Columns, start: number, height: number): readonly SvgElement[] {
  const y = start + 4
  return zones.flatMap(({ zone, name, left, right }) => [
    svgElement('rect', { class: `zone zone-${zone}`, x: left, y, width: right - left, height: height - y - 4, rx: 8 }),
    ...name.map((line, nth) =>
      svgElement(
        'text',
        { class: `zone-name zone-name-${zone}`, x: (left + right) / 2, y: y + 18 + nth * zoneLine },
        line,
      ),
    ),
  ])
}

function lifelines({ participants, headHeight }: Columns, top: number, bottom: number): readonly SvgElement[] {
  return participants.map(({ x }) =>
    svgElement('line', { class: 'lifeline', x1: x, x2: x, y1: top + headHeight, y2: bottom }),
  )
}

function heads({ participants, headHeight, measure: { headWidth } }: Columns, top: number): readonly SvgElement[] {
  return participants.map(({ id, name, fullName, x }) => {
    const first = top + headHeight / 2 - ((name.length - 1) * sizes.headLine) / 2 + 4.5
    const box = { x: x - headWidth / 2, y: top, width: headWidth, height: headHeight }
    return svgElement(
      'g',
      { class: id === 'user' ? 'head head-user' : 'head' },
      ...(name.join(' ') === fullName ? [] : [svgElement('title', {}, fullName)]),
      svgElement('rect', { ...box, rx: id === 'user' ? headHeight / 2 : 6 }),
      ...textLines(name, { x, y: first, step: sizes.headLine, anchor: 'middle', class: 'head-name' }),
    )
  })
}
