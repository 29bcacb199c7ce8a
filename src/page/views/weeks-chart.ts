import { type SvgElement, svgElement } from '../../report/drawing/svg-tree.ts'
import { drawn, h } from '../parts/dom.ts'

/** One color of a chart: its name, and a number of sign-ins by Monday. */
export interface Series {
  readonly name: string
  readonly tone: 'good' | 'bad' | 'open'
  readonly values: ReadonlyMap<string, number>
}

const height = 120
const below = 34
const left = 52
const widest = 44
const gap = 4
const most = 900
const labelWidth = 78

/** A round number that is at least as large. */
function ceilingOf(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value
}

const dayLength = 86_400_000

/** Every Monday from the first to the last, so that a week without sign-ins is a gap. */
function mondaysOf(series: readonly Series[]): readonly string[] {
  const named = series.flatMap(({ values }) => [...values.keys()]).sort()
  const [first, last] = [named[0], named.at(-1)]
  if (first === undefined || last === undefined) return []
  const from = Date.parse(first)
  const weeks = Math.round((Date.parse(last) - from) / (7 * dayLength))
  return Array.from({ length: weeks + 1 }, (_, week) =>
    new Date(from + week * 7 * dayLength).toISOString().slice(0, 10),
  )
}

function barsOf(
  monday: string,
  x: number,
  width: number,
  series: readonly Series[],
  top: number,
): readonly SvgElement[] {
  let y = height
  return series.flatMap(({ name, tone, values }) => {
    const value = values.get(monday) ?? 0
    if (value === 0) return []
    const tall = Math.max((value / top) * (height - 8), 1)
    y -= tall
    const title = svgElement('title', {}, `Week of ${monday}: ${value} ${name}`)
    return [svgElement('rect', { class: `week-${tone}`, x, y, width, height: tall }, title)]
  })
}

function axisOf(top: number, width: number): readonly SvgElement[] {
  return [0, top].flatMap((value) => {
    const y = value === 0 ? height : 8
    return [
      svgElement('path', { class: 'axis', d: `M${left} ${y}H${width}` }),
      svgElement('text', { class: 'tick', x: left - 6, y: y + 4, 'text-anchor': 'end' }, `${value}`),
    ]
  })
}

function chartOf(title: string, mondays: readonly string[], series: readonly Series[], top: number): SvgElement {
  const step = Math.min(widest, (most - left) / mondays.length)
  const width = left + step * mondays.length
  const every = Math.ceil((labelWidth + 8) / step)
  const columns = mondays.flatMap((monday, index) => {
    const x = left + index * step
    const isNamed = index % every === 0 && (index === 0 || x + labelWidth <= width)
    const label = isNamed ? [svgElement('text', { class: 'tick', x, y: height + 18 }, monday)] : []
    return [...barsOf(monday, x, Math.max(step - gap, 1), series, top), ...label]
  })
  const size = { width: Math.max(width, left + 100), height: height + below }
  return svgElement(
    'svg',
    { class: 'weeks', ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': title },
    ...axisOf(top, width),
    ...columns,
  )
}

/** Sign-ins by week as stacked columns; undefined if there are none. */
export function weeksChart(title: string, series: readonly Series[]): HTMLElement | undefined {
  const mondays = mondaysOf(series)
  const totals = mondays.map((monday) => series.reduce((sum, { values }) => sum + (values.get(monday) ?? 0), 0))
  const highest = Math.max(0, ...totals)
  if (highest === 0) return undefined
  const keys = series.map(({ name, tone }) => h('span', { class: `key key-${tone}` }, name))
  const picture = drawn(chartOf(title, mondays, series, ceilingOf(highest)))
  return h(
    'figure',
    { class: 'weeks-figure' },
    h('figcaption', {}, title, keys),
    h('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': title }, picture),
  )
}
