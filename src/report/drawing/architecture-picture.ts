import { singleLine } from '../tables/single-line.ts'
import { architectureLayout, type Band, type Placed, architectureSizes as size } from './architecture-layout.ts'
import { architectureLinks } from './architecture-links.ts'
import type { ArchitectureView } from './architecture-view.ts'
import { type SvgElement, svgElement } from './svg-tree.ts'

/** The architecture as a picture: users on the left, the cloud above, on-premises below. */
export function architecturePicture(view: ArchitectureView, id = 'architecture'): SvgElement {
  const layout = architectureLayout(view)
  const { people, bands, width, height } = layout
  const all = [...(people === undefined ? [] : [people]), ...bands]
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'picture',
      role: 'group',
      'aria-labelledby': `${id}-title`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    svgElement('title', { id: `${id}-title` }, `Architecture: ${singleLine(view.title)}`),
    ...all.flatMap(bandDrawn),
    ...architectureLinks(view, layout),
    ...all.flatMap(({ placed }) => placed.map(boxDrawn)),
  )
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
    { class: `box box-${box.kind}`, 'data-box': box.id },
    svgElement('rect', { x, y, width, height, rx: 7 }),
    ...name.map((text, index) => line(text, index, 'box-name')),
    ...facts.map((text, index) => line(text, name.length + index, 'box-fact')),
  )
}
