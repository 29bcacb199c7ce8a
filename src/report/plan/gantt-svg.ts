import type { PlanResult } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type SvgElement, svgElement, svgText } from '../drawing/svg-tree.ts'
import { singleLine } from '../tables/single-line.ts'
import { stageBegins } from './gantt.ts'
import { planDates } from './words.ts'

interface Bar {
  readonly name: string
  readonly kind: 'stage' | 'exception' | 'date'
  readonly from: Instant
  readonly to: Instant
}

const width = 960
const left = 330
const row = 26
const top = 30
const longest = 46

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

function barsOf(result: PlanResult): readonly Bar[] {
  const { stages, exceptions, until } = result
  return [
    ...stages.slice(1).map(({ index, name }): Bar => {
      const to = stages[index + 1] === undefined ? until : stageBegins(result, index + 1)
      return { name: `${index}. ${singleLine(name)}`, kind: 'stage', from: stageBegins(result, index), to }
    }),
    ...exceptions.map(({ name, stage, expires }): Bar => {
      const from = stageBegins(result, stage)
      return { name: `Exception: ${singleLine(name)}`, kind: 'exception', from, to: expires }
    }),
    ...planDates(result).map(
      ({ at, statement }): Bar => ({ name: singleLine(statement), kind: 'date', from: at, to: at }),
    ),
  ]
}

/** The first day of each quarter in a period, or of each month where that is at most a year. */
function ticksOf(from: Instant, to: Instant): readonly Instant[] {
  const step = to - from > 400 * 86_400_000 ? 3 : 1
  const first = new Date(from)
  const ticks: Instant[] = []
  for (let month = Math.ceil(first.getUTCMonth() / step) * step; ; month += step) {
    const at = Date.UTC(first.getUTCFullYear(), month, 1)
    if (at > to) return ticks
    if (at >= from) ticks.push(at)
  }
}

function barShape({ kind, from, to, name }: Bar, y: number, place: (at: Instant) => number): SvgElement {
  const title = svgElement('title', {}, `${formatInstant(from)}: ${name}`)
  const x = place(from)
  const middle = y + row / 2
  if (kind === 'date')
    return svgElement('path', { class: 'gantt-date', d: `M${x} ${middle - 6}l6 6l-6 6l-6 -6z` }, title)
  const box = { x, y: y + 4, width: Math.max(place(to) - x, 3), height: row - 8, rx: 3 }
  return svgElement('rect', { class: `gantt-${kind}`, ...box }, title)
}

/** The stages, exceptions and dates of a plan as a drawing. */
export function ganttSvg(result: PlanResult): string {
  const bars = barsOf(result)
  const from = Math.min(result.from, ...bars.map((bar) => bar.from))
  const to = Math.max(result.until, ...bars.map((bar) => bar.to))
  const place = (at: Instant): number => left + ((at - from) / Math.max(to - from, 1)) * (width - left - 20)
  const height = top + bars.length * row + 10
  const ticks = ticksOf(from, to).flatMap((at) => [
    svgElement('line', { class: 'lifeline', x1: place(at), x2: place(at), y1: top, y2: height }),
    svgElement('text', { class: 'gantt-tick', x: place(at), y: 18 }, formatInstant(at).slice(0, 7)),
  ])
  const rows = bars.flatMap((bar, index) => {
    const y = top + index * row
    const name = bar.kind === 'date' ? `${formatInstant(bar.from).slice(0, 10)} ${bar.name}` : bar.name
    return [
      svgElement('text', { class: 'gantt-name', x: 4, y: y + row / 2 + 4 }, shortened(name)),
      barShape(bar, y, place),
    ]
  })
  return svgText(
    svgElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        class: 'picture',
        role: 'img',
        'aria-labelledby': 'gantt-title',
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
      },
      svgElement('title', { id: 'gantt-title' }, `Calendar: ${singleLine(result.plan)}`),
      ...ticks,
      ...rows,
    ),
  )
}
