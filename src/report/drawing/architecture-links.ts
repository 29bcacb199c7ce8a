import { singleLine } from '../tables/single-line.ts'
import { type ArchitectureLayout, type Band, type Placed, architectureSizes as size } from './architecture-layout.ts'
import { type ArchitectureLink, type ArchitectureView, type LinkKind, linkKey } from './architecture-view.ts'
import { type SvgElement, svgElement } from './svg-tree.ts'
import { linesWithin, textExtent } from './text-extent.ts'

/** A connection with the boxes at its ends. */
interface Joined {
  readonly link: ArchitectureLink
  readonly from: Placed
  readonly to: Placed
}

/** What a rail is called where it ends. */
const railWords: Readonly<Record<LinkKind, string>> = {
  'sign-in': 'sign in',
  trust: 'trusts its tokens',
  federation: 'federation',
  sync: 'directory sync',
  check: 'passwords checked',
}

/** The lines between the boxes: upright between zones, along rails within them. */
export function architectureLinks(view: ArchitectureView, layout: ArchitectureLayout): readonly SvgElement[] {
  const all = [...(layout.people === undefined ? [] : [layout.people]), ...layout.bands]
  const places = new Map(all.flatMap(({ placed }) => placed).map((one) => [one.box.id, one]))
  const joined = view.links.flatMap((link): readonly Joined[] => {
    const from = places.get(link.from)
    const to = places.get(link.to)
    return from === undefined || to === undefined ? [] : [{ link, from, to }]
  })
  const bandOf = (place: Placed): Band | undefined => layout.bands.find(({ placed }) => placed.includes(place))
  const drawn = joined.flatMap((one) => {
    const [start, end] = [bandOf(one.from), bandOf(one.to)]
    if (end === undefined) return []
    if (one.link.kind === 'sign-in') return [signInLink(one, end, layout)]
    if (start !== end) return [uprightOrBent(one)]
    return [one.link.kind === 'trust' && end.zone === 'microsoft-cloud' ? trustLink(one) : railLink(one)]
  })
  return [...drawn, ...railLabels(joined, bandOf, layout)]
}

const grouped = (link: ArchitectureLink, d: string, tip: string, ...more: readonly SvgElement[]): SvgElement =>
  svgElement(
    'g',
    { class: `arrow link link-${link.kind}`, 'data-link': linkKey(link) },
    svgElement('path', { class: 'shaft', d }),
    svgElement('path', { class: 'tip', d: tip }),
    ...more,
  )

const downTip = (x: number, y: number): string => `M${x} ${y} l-4.5 -9 h9 z`
const upTip = (x: number, y: number): string => `M${x} ${y} l-4.5 9 h9 z`
const leftTip = (x: number, y: number): string => `M${x} ${y} l9 -4.5 v9 z`

/** From the people along a rail: over the services of the cloud, under those on-premises. */
function signInLink({ link, to }: Joined, band: Band, { people }: ArchitectureLayout): SvgElement {
  const start = (people?.x ?? 0) + (people?.width ?? 0)
  const x = to.x + to.width / 2
  if (band.zone !== 'microsoft-cloud') {
    const y = band.y + band.height - 10
    return grouped(link, `M${start} ${y} H${x} V${to.y + to.height + 8}`, upTip(x, to.y + to.height))
  }
  const first = band.y + size.label + size.rail - 14
  // Rows below the first are reached through the corridor before the first column of services.
  const corridor = Math.min(...band.placed.filter(({ box }) => box.kind === 'service').map((one) => one.x)) - 6
  const y = to.y - 14
  const way = y === first ? `M${start} ${y} H${x}` : `M${start} ${first} H${corridor} V${y} H${x}`
  return grouped(link, `${way} V${to.y - 8}`, downTip(x, to.y))
}

/** From a service of the cloud along the rail under its row into the side of the issuer. */
function trustLink({ link, from, to }: Joined): SvgElement {
  const x = from.x + 24
  const y = from.y + from.height + 12
  const end = to.x + to.width
  return grouped(link, `M${x} ${from.y + from.height} V${y} H${end + 8}`, leftTip(end, y))
}

/** How far above its row a rail runs: those that lead to the directory higher than those that lead to a provider. */
const railHeight = (kind: LinkKind): number => (kind === 'check' ? 26 : 10)
const leaves = (kind: LinkKind): number => (kind === 'check' ? 24 : 44)

function railLink({ link, from, to }: Joined): SvgElement {
  const x = from.x + leaves(link.kind)
  const end = to.x + to.width - 20
  const y = to.y - railHeight(link.kind)
  return grouped(link, `M${x} ${from.y} V${y} H${end} V${to.y - (link.kind === 'check' ? 8 : 2)}`, downTip(end, to.y))
}

/** Upright where one end stands above the other, else bent between the zones. */
function uprightOrBent(joined: Joined): SvgElement {
  const { from, to } = joined
  const upper = from.y < to.y ? from : to
  const lower = from.y < to.y ? to : from
  const x = lower.x + (joined.link.kind === 'federation' ? lower.width - 40 : lower.width / 2)
  return x <= upper.x + upper.width - 40 ? upright(joined, upper, lower, x) : bent(joined, upper, lower)
}

function upright({ link, from }: Joined, upper: Placed, lower: Placed, x: number): SvgElement {
  const [y1, y2] = [upper.y + upper.height, lower.y]
  const down = from === upper
  const middle = (y1 + y2) / 2 - 4
  const lines = linesWithin(singleLine(link.text), 190, size.fact)
  const widest = Math.max(...lines.map((line) => textExtent(line, size.fact)))
  const top = middle - (lines.length * size.line) / 2 - 4
  const ground = { class: 'link-ground', x: x - widest / 2 - 5, y: top, width: widest + 10, rx: 4 }
  return grouped(
    link,
    `M${x} ${y1} V${y2}`,
    down ? downTip(x, y2) : upTip(x, y1),
    svgElement('rect', { ...ground, height: lines.length * size.line + 4 }),
    ...lines.map((line, index) =>
      svgElement('text', { class: 'link-text middle', x, y: top + 13.5 + index * size.line }, line),
    ),
  )
}

/** From a server up between the zones and into the issuer from below. */
function bent({ link }: Joined, upper: Placed, lower: Placed): SvgElement {
  const x = lower.x + lower.width - 14
  const end = upper.x + upper.width - 14
  const y = upper.y + upper.height + size.pad + 18
  return grouped(
    link,
    `M${x} ${lower.y} V${y} H${end} V${upper.y + upper.height + 8}`,
    upTip(end, upper.y + upper.height),
  )
}

/** Each rail says once what it is. */
function railLabels(
  joined: readonly Joined[],
  bandOf: (place: Placed) => Band | undefined,
  { people }: ArchitectureLayout,
): readonly SvgElement[] {
  const labels = new Map<string, SvgElement>()
  const put = (kind: LinkKind, x: number, y: number, words: string, align = 'start'): void => {
    const text = svgElement('text', { class: `link-text ${align}`, x, y }, words)
    labels.set(`${kind} ${y}`, svgElement('g', { class: 'rail-label', 'data-rail': kind }, text))
  }
  for (const { link, from, to } of joined) {
    const [start, band] = [bandOf(from), bandOf(to)]
    if (band === undefined) continue
    const middle = (people === undefined ? 0 : people.x + people.width) + size.between / 2
    if (link.kind === 'sign-in') {
      const cloud = band.zone === 'microsoft-cloud'
      put(
        'sign-in',
        middle,
        (cloud ? band.y + size.label + size.rail - 14 : band.y + band.height - 10) - 6,
        railWords['sign-in'],
        'middle',
      )
    } else if (start !== band) {
      const x = from.x + from.width - 20
      if (link.kind === 'trust') put('trust', x, to.y + to.height + size.pad + 34, singleLine(link.text), 'end')
    } else if (link.kind === 'trust' && band.zone === 'microsoft-cloud')
      put('trust', from.x + 32, from.y + from.height + 16, railWords.trust)
    else put(link.kind, from.x + leaves(link.kind) + 6, to.y - railHeight(link.kind) + 4, railWords[link.kind])
  }
  return [...labels.values()]
}
