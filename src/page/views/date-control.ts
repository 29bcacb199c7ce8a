import { svgElement } from '../../report/drawing/svg-tree.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type Dated, datedThings, dateRange, dateText, daysAfter, daysBetween } from '../parts/dates.ts'
import { drawn, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { App } from '../state/app.ts'

/** The date at which the plan is judged: a slider over everything dated, a field, and steps from change to change. */
export function dateControl({ store, base: { tenant } }: App): HTMLElement {
  const { from, to } = dateRange(tenant)
  const dated = datedThings(tenant)
  const days = daysBetween(from, to)
  const judge = (at: Instant | undefined): void => {
    if (at !== undefined) store.set({ at })
  }
  const slider = sliderOf(days, (day) => judge(daysAfter(from, day)))
  const field = fieldOf(from, to, judge)
  const said = h('p', { class: 'hint date-said' })
  const show = (at: Instant): void => {
    slider.value = String(daysBetween(from, at))
    slider.setAttribute('aria-valuetext', dateText(at))
    field.value = dateText(at)
    field.setAttribute('aria-invalid', 'false')
    said.textContent = at === tenant.asOf ? 'the date in the file' : latest(dated, at)
  }
  store.listen((state, before) => {
    if (state.at !== before.at) show(state.at)
  })
  show(store.get().at)
  const earlier = () => judge(dated.findLast(({ at }) => at < store.get().at)?.at)
  const later = () => judge(dated.find(({ at }) => at > store.get().at)?.at)
  return h(
    'div',
    { class: 'date' },
    h('label', { class: 'field' }, h('span', {}, 'Evaluated at'), field),
    h(
      'div',
      { class: 'date-steps' },
      button('‹', earlier, { kind: 'icon', key: 'earlier', title: 'Previous change' }),
      h('div', { class: 'date-track' }, ticks(dated, from, days), slider, yearLabels(from, to, days)),
      button('›', later, { kind: 'icon', key: 'later', title: 'Next change' }),
    ),
    said,
  )
}

function sliderOf(days: number, judge: (day: number) => void): HTMLInputElement {
  const slider = h('input', {
    type: 'range',
    min: 0,
    max: days,
    step: 1,
    class: 'date-slider',
    'aria-label': 'Date, as a slider',
    'data-key': 'date slider',
    oninput: () => judge(Number(slider.value)),
  })
  return slider
}

function fieldOf(from: Instant, to: Instant, judge: (at: Instant | undefined) => void): HTMLInputElement {
  // A field of the type `date` shows dates as the browser's language does.
  const field = h('input', {
    type: 'text',
    'data-key': 'date',
    inputmode: 'numeric',
    placeholder: 'YYYY-MM-DD',
    title: `A date from ${dateText(from)} to ${dateText(to)}`,
    onchange: () => {
      const at = /^\d{4}-\d\d-\d\d$/.test(field.value.trim()) ? parseInstant(field.value.trim()) : undefined
      const there = at !== undefined && at >= from && at <= to
      field.setAttribute('aria-invalid', String(!there))
      if (there) judge(at)
    },
  })
  return field
}

/** A mark for each dated thing, so that the slider shows where it matters. */
function ticks(dated: readonly Dated[], from: number, days: number): SVGElement {
  const places = new Map(dated.map(({ at, kind }) => [Math.round((daysBetween(from, at) / days) * 1000), kind]))
  return drawn(
    svgElement(
      'svg',
      { class: 'ticks', viewBox: '0 0 1000 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      ...[...places].map(([x, kind]) =>
        svgElement('rect', { class: `tick-${kind}`, x: x - 1.5, y: 0, width: 3, height: 8 }),
      ),
    ),
  )
}

/** A year below every few of the marks. */
function yearLabels(from: Instant, to: Instant, days: number): HTMLElement {
  const first = Number(dateText(from).slice(0, 4)) + 1
  const last = Number(dateText(to).slice(0, 4))
  const step = Math.max(1, Math.ceil((last - first) / 3))
  const labels = h('div', { class: 'years', 'aria-hidden': 'true' })
  for (let year = first; year <= last; year += step) {
    const label = h('span', {}, String(year))
    label.style.insetInlineStart = `${(daysBetween(from, Date.UTC(year, 0, 1)) / days) * 100}%`
    labels.append(label)
  }
  return labels
}

function latest(dated: readonly Dated[], at: number): string {
  const one = dated.findLast((thing) => thing.at <= at)
  return one === undefined ? 'before all dated entries' : `since ${dateText(one.at)}: ${one.words}`
}
