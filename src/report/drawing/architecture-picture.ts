import type { Zone } from '../../vocabulary/actors.ts'
import { singleLine } from '../tables/single-line.ts'
import type { ArchitectureBox, ArchitectureLink, ArchitectureView } from './architecture-view.ts'
import { type SvgElement, svgElement } from './svg-tree.ts'
import { linesWithin, textExtent } from './text-extent.ts'

const size = {
  slot: 212,
  gap: 18,
  pad: 16,
  label: 30,
  name: 14,
  fact: 12,
  line: 16.5,
  margin: 12,
  between: 64,
} as const
/** Maximum number of services per row. */
const servicesInRow = 3

interface Placed {
  readonly box: ArchitectureBox
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly name: readonly string[]
  readonly facts: readonly string[]
}

interface Band {
  readonly zone: Zone
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly placed: readonly Placed[]
}

/** The architecture as a picture: users on the left, the cloud above, on-premises below. */
export function architecturePicture(view: ArchitectureView, id = 'architecture'): SvgElement {
  const people = view.zones.find(({ zone }) => zone === 'client')
  const left = people === undefined ? undefined : stacked(people, size.margin, size.margin)
  const x = size.margin + (left === undefined ? 0 : left.width + size.between)
  const bands: Band[] = []
  let y: number = size.margin
  for (const zone of view.zones) {
    if (zone.zone === 'client' || zone.boxes.length === 0) continue
    const band = sideBySide(zone, x, y)
    bands.push(band)
    y += band.height + size.between
  }
  const width = Math.max(0, ...bands.map((band) => band.width))
  const wide = bands.map((band) => ({ ...band, width }))
  const bottom = Math.max(y - size.between, left === undefined ? 0 : left.y + left.height)
  const all = left === undefined ? wide : [{ ...left, height: bottom - left.y }, ...wide]
  const places = new Map(all.flatMap(({ placed }) => placed).map((one) => [one.box.id, one]))
  const whole = { width: Math.ceil(x + width + size.margin), height: Math.ceil(bottom + size.margin) }
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'picture',
      role: 'img',
      'aria-labelledby': `${id}-title`,
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      ...whole,
    },
    svgElement('title', { id: `${id}-title` }, `Architecture: ${singleLine(view.title)}`),
    ...all.flatMap(bandDrawn),
    ...(left === undefined ? [] : wide.map((band) => signInArrow(left, band))),
    ...view.links.flatMap((link) => linkDrawn(link, places)),
    ...all.flatMap(({ placed }) => placed.map(boxDrawn)),
  )
}

type ZoneView = ArchitectureView['zones'][number]

function measured(box: ArchitectureBox, x: number, y: number, width: number): Placed {
  const name = linesWithin(singleLine(box.name), width - 24, size.name, 'bold')
  const facts = box.facts.flatMap((fact) => linesWithin(singleLine(fact), width - 24, size.fact))
  const height = 20 + (name.length + facts.length) * size.line + (facts.length > 0 ? 4 : 0)
  return { box, x, y, width, height, name, facts }
}

function stacked({ zone, name, boxes }: ZoneView, x: number, y: number): Band {
  let next = y + size.label + 4
  const placed = boxes.map((box) => {
    const one = measured(box, x + size.pad, next, size.slot)
    next += one.height + size.gap
    return one
  })
  return { zone, name, x, y, width: size.slot + 2 * size.pad, height: next - size.gap + size.pad - y, placed }
}

/** Identity services occupy the first two columns of every zone, other services the columns after them. */
function sideBySide({ zone, name, boxes }: ZoneView, x: number, y: number): Band {
  const identity = boxes.filter(({ kind }) => kind !== 'service')
  const services = boxes.filter(({ kind }) => kind === 'service')
  const top = y + size.label + 4
  const step = size.slot + size.gap
  const alone = identity.length === 1 && zone === 'microsoft-cloud'
  const first = identity.map((box, index) =>
    measured(
      box,
      x + size.pad + (index % 2) * step,
      top + Math.floor(index / 2) * 110,
      alone ? 2 * size.slot + size.gap : size.slot,
    ),
  )
  const rest: Placed[] = []
  let rowTop = top
  for (let row = 0; row * servicesInRow < services.length; row += 1) {
    const inRow = services
      .slice(row * servicesInRow, (row + 1) * servicesInRow)
      .map((box, index) => measured(box, x + size.pad + (2 + index) * step, rowTop, size.slot))
    const height = Math.max(...inRow.map((one) => one.height))
    rest.push(...inRow.map((one) => ({ ...one, height })))
    rowTop += height + size.gap
  }
  const tallest = Math.max(0, ...first.map((one) => one.y + one.height - top), rowTop - size.gap - top)
  const placed = [...first.map((one) => (alone ? { ...one, height: tallest } : one)), ...rest]
  const right = Math.max(x + size.pad + 2 * step - size.gap, ...placed.map((one) => one.x + one.width))
  return { zone, name, x, y, width: right + size.pad - x, height: top - y + tallest + size.pad, placed }
}

function bandDrawn({ zone, name, x, y, width, height }: Band): readonly SvgElement[] {
  return [
    svgElement('rect', { class: `zone zone-${zone}`, x, y, width, height, rx: 10 }),
    svgElement('text', { class: `zone-name zone-name-${zone} start`, x: x + size.pad, y: y + 22 }, name),
  ]
}

function boxDrawn({ box, x, y, width, height, name, facts }: Placed): SvgElement {
  const line = (text: string, index: number, kind: string): SvgElement =>
    svgElement(
      'text',
      { class: `${kind} start`, x: x + 12, y: y + 22 + index * size.line + (kind === 'box-fact' ? 4 : 0) },
      text,
    )
  return svgElement(
    'g',
    { class: `box box-${box.kind}` },
    svgElement('rect', { x, y, width, height, rx: 7 }),
    ...name.map((text, index) => line(text, index, 'box-name')),
    ...facts.map((text, index) => line(text, name.length + index, 'box-fact')),
  )
}

function signInArrow(from: Band, to: Band): SvgElement {
  const y = to.y + to.height / 2
  const [x1, x2] = [from.x + from.width, to.x]
  return svgElement(
    'g',
    { class: 'arrow' },
    svgElement('path', { class: 'shaft', d: `M${x1} ${y} H${x2 - 1}` }),
    svgElement('path', { class: 'tip', d: `M${x2} ${y} l-9 -4.5 v9 z` }),
    svgElement('text', { class: 'link-text middle', x: (x1 + x2) / 2 - 3, y: y - 7 }, 'sign in'),
  )
}

/** Vertical between zones, horizontal within a zone. */
function linkDrawn(link: ArchitectureLink, places: ReadonlyMap<string, Placed>): readonly SvgElement[] {
  const from = places.get(link.from)
  const to = places.get(link.to)
  if (from === undefined || to === undefined) return []
  const sideways = Math.abs(from.y - to.y) < 1
  return [sideways ? acrossLink(link, from, to) : verticalLink(link, from, to)]
}

function acrossLink({ kind }: ArchitectureLink, from: Placed, to: Placed): SvgElement {
  const right = to.x > from.x
  const y = from.y + 18
  const [x1, x2] = right ? [from.x + from.width, to.x] : [from.x, to.x + to.width]
  return svgElement(
    'g',
    { class: `arrow link-${kind}` },
    svgElement('path', { class: 'shaft', d: `M${x1} ${y} H${x2}` }),
    svgElement('path', { class: 'tip', d: `M${x2} ${y} l${right ? '-8' : '8'} -4.5 v9 z` }),
  )
}

function verticalLink({ kind, text }: ArchitectureLink, from: Placed, to: Placed): SvgElement {
  const upper = from.y < to.y ? from : to
  const lower = from.y < to.y ? to : from
  const x = Math.max(upper.x + 20, Math.min(lower.x + lower.width / 2, upper.x + upper.width - 20))
  const [y1, y2] = [upper.y + upper.height, lower.y]
  const down = from === upper
  const tip = down ? `M${x} ${y2} l-4.5 -9 h9 z` : `M${x} ${y1} l-4.5 9 h9 z`
  const middle = (y1 + y2) / 2 + 4
  const lines = linesWithin(singleLine(text), 190, size.fact)
  const widest = Math.max(...lines.map((line) => textExtent(line, size.fact)))
  const top = middle - (lines.length * size.line) / 2 - 4
  return svgElement(
    'g',
    { class: `arrow link-${kind}` },
    svgElement('path', { class: 'shaft', d: `M${x} ${y1} V${y2}` }),
    svgElement('path', { class: 'tip', d: tip }),
    svgElement('rect', {
      class: 'link-ground',
      x: x - widest / 2 - 5,
      y: top,
      width: widest + 10,
      height: lines.length * size.line + 4,
      rx: 4,
    }),
    ...lines.map((line, index) =>
      svgElement('text', { class: 'link-text middle', x, y: top + 13.5 + index * size.line }, line),
    ),
  )
}
