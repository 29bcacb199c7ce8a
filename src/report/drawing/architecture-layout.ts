import type { Zone } from '../../vocabulary/actors.ts'
import { singleLine } from '../tables/single-line.ts'
import type { ArchitectureBox, ArchitectureView } from './architecture-view.ts'
import { linesWithin } from './text-extent.ts'

/** Sizes of the architecture picture in pixels. */
export const architectureSizes = {
  slot: 212,
  gap: 18,
  pad: 16,
  label: 30,
  name: 14,
  fact: 12,
  line: 16.5,
  margin: 12,
  between: 72,
  /** Room above and below a row of boxes for the rails of its connections. */
  rail: 32,
} as const
const size = architectureSizes
/** Maximum number of services per row. */
const servicesInRow = 4

/** A box in its place, with its text in lines. */
export interface Placed {
  readonly box: ArchitectureBox
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly name: readonly string[]
  readonly facts: readonly string[]
}

/** A zone in its place. */
export interface Band {
  readonly zone: Zone
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly placed: readonly Placed[]
}

/** The whole picture: people on the left, the cloud above, on-premises below. */
export interface ArchitectureLayout {
  readonly people: Band | undefined
  readonly bands: readonly Band[]
  readonly width: number
  readonly height: number
}

type ZoneView = ArchitectureView['zones'][number]

/** Places every box. */
export function architectureLayout(view: ArchitectureView): ArchitectureLayout {
  const people = view.zones.find(({ zone, boxes }) => zone === 'client' && boxes.length > 0)
  const left = people === undefined ? undefined : stacked(people, size.margin, size.margin)
  const x = size.margin + (left === undefined ? 0 : left.width + size.between)
  const shown = view.zones.filter(({ zone, boxes }) => zone !== 'client' && boxes.length > 0)
  const columns = Math.max(2, ...shown.map((zone) => zone.boxes.filter(({ kind }) => kind !== 'service').length))
  const bands: Band[] = []
  let y: number = size.margin
  for (const zone of shown) {
    const band = sideBySide(zone, x, y, columns)
    bands.push(band)
    y += band.height + size.between
  }
  const width = Math.max(0, ...bands.map((band) => band.width))
  const bottom = Math.max(y - size.between, left === undefined ? 0 : left.y + left.height)
  return {
    people: left === undefined ? undefined : { ...left, height: bottom - left.y },
    bands: bands.map((band) => ({ ...band, width })),
    width: Math.ceil(x + width + size.margin),
    height: Math.ceil(bottom + size.margin),
  }
}

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

const step = size.slot + size.gap

/** Identity services stand in the first columns of every zone, other services in the columns after them. */
function sideBySide({ zone, name, boxes }: ZoneView, x: number, y: number, columns: number): Band {
  const identity = boxes.filter(({ kind }) => kind !== 'service')
  const services = boxes.filter(({ kind }) => kind === 'service')
  const top = y + size.label + size.rail
  const alone = identity.length === 1 && zone === 'microsoft-cloud'
  const first = identity.map((box, index) =>
    measured(box, x + size.pad + index * step, top, alone ? columns * step - size.gap : size.slot),
  )
  const rest: Placed[] = []
  let rowTop = top
  for (let row = 0; row * servicesInRow < services.length; row += 1) {
    const inRow = services
      .slice(row * servicesInRow, (row + 1) * servicesInRow)
      .map((box, index) => measured(box, x + size.pad + (columns + index) * step, rowTop, size.slot))
    const height = Math.max(...inRow.map((one) => one.height))
    rest.push(...inRow.map((one) => ({ ...one, height })))
    rowTop += height + 2 * size.rail
  }
  // The issuer of tokens is as tall as the rails that lead to it.
  const lowest = rest.length === 0 ? top : rowTop - size.rail
  const tallest = Math.max(...first.map((one) => one.y + one.height), lowest, top) - top
  const placed = [...first.map((one) => (alone ? { ...one, height: tallest } : one)), ...rest]
  const right = Math.max(x + size.pad + columns * step - size.gap, ...placed.map((one) => one.x + one.width))
  const height = top - y + tallest + (alone ? size.pad : size.rail)
  return { zone, name, x, y, width: right + size.pad - x, height, placed }
}
