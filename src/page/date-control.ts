import { svgElement } from '../report/svg-tree.ts'
import { parseInstant } from '../source/parse-values.ts'
import type { App } from './app.ts'
import { type Dated, datedThings, dateRange, dateText, daysAfter, daysBetween } from './dates.ts'
import { drawn, h } from './dom.ts'
import { button } from './fields.ts'

/** The date at which the plan is judged: a slider over everything dated, a field, and steps from change to change. */
export function dateControl(app: App): HTMLElement {
  const { store, base } = app
  const { from, to } = dateRange(base.tenant)
  const dated = datedThings(base.tenant)
  const days = daysBetween(from, to)
  const slider = h('input', {
    type: 'range',
    min: 0,
    max: days,
    step: 1,
    class: 'date-slider',
    'aria-label': 'Date, as a slider',
    'data-key': 'date slider',
    oninput: () => store.set({ at: daysAfter(from, Number(slider.value)) }),
  })
  const field = h('input', {
    type: 'date',
    'data-key': 'date',
    min: dateText(from),
    max: dateText(to),
    onchange: () => {
      const at = parseInstant(field.value)
      if (at !== undefined) store.set({ at })
    },
  })
  const said = h('p', { class: 'hint date-said' })
  const show = (at: number): void => {
    slider.value = String(daysBetween(from, at))
    slider.setAttribute('aria-valuetext', dateText(at))
    field.value = dateText(at)
    said.textContent = at === base.tenant.asOf ? 'the date of the file' : latest(dated, at)
  }
  store.listen((state, before) => {
    if (state.at !== before.at) show(state.at)
  })
  show(store.get().at)
  const step = (next: Dated | undefined): void => {
    if (next !== undefined) store.set({ at: next.at })
  }
  return h(
    'div',
    { class: 'date' },
    h('label', { class: 'field' }, h('span', {}, 'Judged at'), field),
    h(
      'div',
      { class: 'date-steps' },
      button('‹', () => step(dated.findLast(({ at }) => at < store.get().at)), {
        kind: 'icon',
        key: 'earlier',
        title: 'To the change before',
      }),
      h('div', { class: 'date-track' }, ticks(dated, from, days), slider),
      button('›', () => step(dated.find(({ at }) => at > store.get().at)), {
        kind: 'icon',
        key: 'later',
        title: 'To the next change',
      }),
    ),
    said,
  )
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

function latest(dated: readonly Dated[], at: number): string {
  const one = dated.findLast((thing) => thing.at <= at)
  return one === undefined ? 'before everything dated' : `since ${dateText(one.at)}: ${one.words}`
}
