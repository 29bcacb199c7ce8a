import type { PagePlan, PageStage } from '../../report/pages/page-data.ts'
import { dateText } from '../parts/dates.ts'
import { type Child, h } from '../parts/dom.ts'
import { button, selectOf } from '../parts/fields.ts'
import { type App, live } from '../state/app.ts'
import { chosenStage, stageAt } from '../state/stages.ts'
import type { State } from '../state/state.ts'

/** Chooses a stage of the plan: the matrix, the diagrams and the changes follow. Empty where there is no plan. */
export function stageBar(app: App): HTMLElement {
  const { plan } = app.data
  if (plan === undefined) return h('div', { hidden: true })
  const said = live(
    app,
    h('div', { class: 'stage-said', 'aria-live': 'polite' }),
    (state) => [state.stage],
    ({ stage }) => stageWords(app, plan, stage),
  )
  const against = live(
    app,
    h('div', { class: 'stage-against' }),
    (state) => [state.stage, state.against],
    (state) => state.stage > 0 && againstSelect(app, state),
  )
  return h('section', { class: 'stage-bar', 'aria-label': 'Stage of the plan' }, sliderOf(app, plan), said, against)
}

/** Compares the stage with the start or with the stage before: the marks of the matrix, a session and the changes follow. */
const againstSelect = ({ store }: App, { stage, against }: State): Child =>
  selectOf({
    label: 'Compared with',
    key: 'against',
    value: against,
    options: [
      ['start', 'the start'],
      ['before', stage === 1 ? 'the start, on the same day' : `stage ${stage - 1}, on the same day`],
    ],
    choose: (value) => store.set({ against: value === 'before' ? 'before' : 'start' }),
  })

function sliderOf(app: App, { stages }: PagePlan): HTMLElement {
  const last = stages.length - 1
  const choose = (stage: number): void => app.store.set(chosenStage(app, Math.max(0, Math.min(last, stage))), 'push')
  const step = (by: number) => (): void => choose(app.store.get().stage + by)
  const range = h('input', {
    type: 'range',
    min: 0,
    max: last,
    step: 1,
    'aria-label': 'Stage',
    'data-key': 'stage',
    oninput: () => choose(Number(range.value)),
  })
  const marks = h('ol', { class: 'stage-marks' })
  const show = (stage: number): void => {
    range.value = String(stage)
    range.setAttribute('aria-valuetext', stages[stage]?.name ?? '')
    marks.replaceChildren(
      ...stages.map((one, index) =>
        h('li', { class: markClass(one, index, stage), 'aria-hidden': 'true' }, h('span', {}, String(index))),
      ),
    )
  }
  app.store.listen((state, before) => state.stage !== before.stage && show(state.stage))
  show(app.store.get().stage)
  return h(
    'div',
    { class: 'stage-slider' },
    button('‹', step(-1), { kind: 'icon', key: 'stage before', title: 'The stage before' }),
    h('div', { class: 'stage-track' }, range, marks),
    button('›', step(1), { kind: 'icon', key: 'stage after', title: 'The next stage' }),
  )
}

function markClass({ notes }: PageStage, index: number, stage: number): string {
  const grave = notes.some((one) => one.grave) ? ' stage-grave' : ''
  return `${index === stage ? 'stage-here' : ''}${grave}`.trim()
}

function stageWords({ data }: App, { stages, name, file }: PagePlan, stage: number): Child {
  const found = stageAt(data, stage)
  const { at, when, notes } = found ?? stages[0] ?? { at: 0, when: undefined, notes: [] }
  return [
    h(
      'p',
      { class: 'stage-name' },
      h('b', {}, h('bdi', {}, found === undefined ? 'Start' : `${stage}. ${found.name}`)),
      h('span', { class: 'under' }, ` ${dateText(at)}${when === undefined ? '' : ' at the earliest: '}`),
      when !== undefined && h('bdi', { class: 'under' }, when),
      h('span', { class: 'under' }, ` · of the plan `, h('bdi', {}, `“${name}”`), stage === 0 && ` (${file})`),
    ),
    notes.length > 0 &&
      h(
        'ul',
        { class: 'stage-notes' },
        notes.map(({ words, grave }) =>
          h('li', { class: grave ? 'grave' : undefined }, grave && h('span', { 'aria-hidden': 'true' }, '✕ '), words),
        ),
      ),
  ]
}
