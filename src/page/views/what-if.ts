import { parseSignals } from '../../analysis/parse-signals.ts'
import { editWords } from '../edit/edit.ts'
import { dateText } from '../parts/dates.ts'
import { type Child, h } from '../parts/dom.ts'
import { button, selectOf } from '../parts/fields.ts'
import { type App, isChanged, live } from '../state/app.ts'
import { chosenStage, textWords, usualDate } from '../state/stages.ts'
import type { State } from '../state/state.ts'
import { clientControls } from './client-controls.ts'
import { copyGherkin, copyYaml } from './copy.ts'
import { dateControl } from './date-control.ts'
import { personControls, policyControls, tenantControls, workloadControls } from './setting-controls.ts'

/** The controls with which a reader tries the plan out. */
export function whatIfPanel(app: App): HTMLElement {
  const block = (reads: (state: State) => readonly unknown[], draw: (app: App, state: State) => Child): HTMLElement =>
    live(app, h('div', { class: 'block' }), reads, (state) => draw(app, state))
  const summary = live(
    app,
    h('div', { class: 'block tried-out', 'aria-live': 'polite' }),
    (state) => [state.edits, state.at, state.signals],
    (state) => triedOut(app, state),
  )
  return h(
    'details',
    { class: 'what-if', open: matchMedia('(min-width: 821px)').matches },
    h('summary', {}, h('h2', {}, 'What if')),
    summary,
    h('div', { class: 'block' }, dateControl(app)),
    block(({ network }) => [network], networkControl),
    block(({ edits, cell }) => [edits, cell], settingControls),
    block(({ signals }) => [signals], signalControl),
  )
}

function settingControls(app: App, state: State): Child {
  const groups = [personControls, clientControls, tenantControls, workloadControls, policyControls]
  return groups.map((controls) => controls(app, state))
}

function networkControl({ store, base }: App, state: State): Child {
  const networks = [...base.tenant.networks.values()]
  return selectOf({
    label: 'From network',
    key: 'network',
    value: state.network,
    options: networks.map(({ name, inside }) => [name, inside ? `${name} (inside)` : name] as const),
    choose: (network) => store.set({ network }),
  })
}

function signalControl({ store, base }: App, state: State): Child {
  const parsed = parseSignals(state.signals, base.tenant.devices)
  return h(
    'details',
    { class: 'signals', open: state.signals.length > 0 },
    h('summary', {}, 'Signals of the sign-in'),
    h(
      'label',
      { class: 'field' },
      h('span', {}, 'One KEY=VALUE per line'),
      h(
        'textarea',
        {
          rows: 3,
          spellcheck: 'false',
          placeholder: 'devicePlatform=iOS',
          'data-key': 'signals',
          onchange: ({ target }) =>
            target instanceof HTMLTextAreaElement &&
            store.set({
              signals: target.value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
            }),
        },
        state.signals.join('\n'),
      ),
    ),
    !parsed.ok &&
      h(
        'ul',
        { class: 'problems', role: 'alert' },
        parsed.problems.map(({ message, help }) => h('li', {}, `${message}; ${help}`)),
      ),
  )
}

interface Trial {
  readonly words: string
  readonly back: () => void
}

/** Everything that is tried out, with the way back. */
function trialsOf(app: App, state: State): readonly Trial[] {
  const { store } = app
  const usual = usualDate(app, state)
  const date = { words: `date: ${dateText(state.at)}`, back: () => store.set({ at: usual }) }
  return [
    ...(state.at === usual ? [] : [date]),
    ...(state.texts === undefined ? [] : [typedTrial(app, state)]),
    ...state.edits.map((edit) => ({
      words: editWords(edit),
      back: () => store.set({ edits: store.get().edits.filter((one) => one !== edit) }),
    })),
    ...state.signals.map((signal) => ({
      words: signal,
      back: () => store.set({ signals: store.get().signals.filter((one) => one !== signal) }),
    })),
  ]
}

/** The text that was typed, as one change. */
const typedTrial = (app: App, state: State): Trial => ({
  words: textWords(app, state),
  back: () => app.store.set(chosenStage(app, 0)),
})

function triedOut(app: App, state: State): Child {
  const { store, base } = app
  const problems = app.problems(state)
  if (!isChanged(app, state))
    return h('p', { class: 'hint' }, 'As in the file. Change a setting below to see its effect.')
  const items = trialsOf(app, state).map(({ words, back }) => {
    const away = button('×', back, { kind: 'icon', key: `back ${words}`, title: `Undo: ${words}` })
    return h('li', {}, h('bdi', {}, words), away)
  })
  return [
    h('ul', { class: 'trials' }, items),
    problems !== undefined && h('pre', { class: 'problems', role: 'alert' }, problems),
    h(
      'div',
      { class: 'actions' },
      button('See what changes', () => store.set({ view: 'changes' }, 'push'), { kind: 'primary', key: 'see changes' }),
      button('Copy YAML', () => copyYaml(app), { key: 'copy yaml' }),
      button('Copy Gherkin', () => copyGherkin(app), { key: 'copy gherkin' }),
      button('Reset', () => store.set({ ...chosenStage(app, 0), at: base.tenant.asOf, signals: [] }), { key: 'reset' }),
    ),
  ]
}
