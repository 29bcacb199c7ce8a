import { sessionSentence } from '../../report/wording/outcomes.ts'
import { capital } from '../../report/wording/phrasing.ts'
import { promptWords } from '../../report/wording/prompts.ts'
import type { Trace } from '../../trace/step.ts'
import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import { type App, live, thenOf, viewpointOf } from '../state/app.ts'
import { purposesFor, summaryOf, toneWords, tracesFor } from '../state/cell.ts'
import type { OpenCell, State } from '../state/state.ts'
import { credentialHalves } from './credential-halves.ts'
import { diagramPart } from './diagram-part.ts'
import { choicesOf } from './session-choices.ts'
import { explanationOf, fileLinesOf, legsTable } from './session-parts.ts'
import { gridsOf, refusalsOf } from './session-refusals.ts'

/** The open session: what to type, who checks it, and why. */
export function sessionView(app: App): HTMLElement {
  const panel = live(
    app,
    h('section', { class: 'session', 'aria-label': 'Session', tabindex: '-1' }),
    (state) => [state.cell, state.edits, state.at, state.network, state.signals, state.audience, state.against],
    (state) => contents(app, state),
    'credentials',
  )
  app.store.listen((state, before) => {
    if (state.cell === undefined || state.cell === before.cell || before.cell?.purpose !== state.cell.purpose) return
    if (before.cell.user !== state.cell.user || before.cell.client !== state.cell.client) panel.scrollTop = 0
  })
  return panel
}

function contents(app: App, state: State): Child {
  const { cell } = state
  if (cell === undefined) return undefined
  const plan = app.plan(state)
  const person = plan.byName.get(cell.user)
  const client = plan.tenant.clients.get(cell.client)
  if (person === undefined || client === undefined)
    return [closeButton(app), h('p', { class: 'empty' }, 'The plan no longer has this user or client.')]
  const viewpoint = viewpointOf(plan, state)
  const request = { ...cell, network: viewpoint.network, at: state.at, signals: viewpoint.signals }
  const traces = purposesFor(plan, person, client, state.at).includes(cell.purpose)
    ? tracesFor(plan, request, person)
    : []
  const title = h('h2', {}, h('bdi', {}, person.displayName), ' · ', h('bdi', {}, client.displayName))
  const purposes = choicesOf(app, state, cell)
  if (traces.length === 0)
    return [
      closeButton(app),
      title,
      purposes,
      h('p', { class: 'empty' }, 'This client is not used for this purpose here.'),
    ]
  return [
    closeButton(app),
    title,
    purposes,
    verdictBanner(app, state, traces, cell),
    diagramPart(app, state, traces),
    part('Legs', legsTable(traces)),
    part('Lines in the file that led to this', fileLinesOf(app, state, traces)),
    part('Why', explanationOf(app, state, traces)),
    part('Why not another credential', refusalsOf(traces)),
    gridsOf(traces),
  ]
}

/** A titled part of the session. */
function part(title: string, body: Child): HTMLElement {
  return h('section', { class: 'part' }, h('h3', {}, title), body)
}

function closeButton({ store }: App): HTMLElement {
  return button('×', () => closeSession(store), {
    kind: 'icon close',
    key: 'close',
    title: 'Close the session (Escape)',
  })
}

/** Closes the session; the focus goes back to its cell. */
export function closeSession(store: App['store']): void {
  const open = document.querySelector<HTMLElement>('button.cell[aria-current]')
  store.set({ cell: undefined }, 'push')
  open?.focus()
}

function verdictBanner(app: App, state: State, traces: readonly Trace[], cell: OpenCell): HTMLElement {
  const { tone } = summaryOf(traces, cell.purpose)
  const { name, symbol } = toneWords(tone)
  const before = beforeSentence(app, state, cell, traces)
  return h(
    'div',
    { class: `verdict tone-${tone}`, role: 'status' },
    h('p', { class: 'verdict-word' }, h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol), ` ${name}`),
    h('p', { class: 'verdict-sentence' }, sessionSentence(traces, state.audience)),
    credentialHalves(traces),
    h(
      'p',
      { class: 'verdict-facts' },
      `from ${traces[0]?.request.network ?? ''} · ${promptWords(traces)} · ${traces.length === 1 ? 'one leg' : `${traces.length} legs`}`,
    ),
    before !== undefined && h('p', { class: 'before' }, h('b', {}, `△ ${capital(before.words)}: `), before.sentence),
  )
}

/** What the file alone, or the stage before, would say, where that differs. */
function beforeSentence(
  app: App,
  state: State,
  cell: OpenCell,
  traces: readonly Trace[],
): { readonly words: string; readonly sentence: string } | undefined {
  const { plan, view, words } = thenOf(app, state)
  const person = plan.byName.get(cell.user)
  const client = plan.tenant.clients.get(cell.client)
  const [first] = traces
  if (person === undefined || client === undefined || first === undefined) return undefined
  if (!purposesFor(plan, person, client, view.at).includes(cell.purpose))
    return { words, sentence: 'this client is not used for this purpose.' }
  const request = { ...cell, network: first.request.network, at: view.at, signals: {} }
  const then = tracesFor(plan, request, person)
  const same = summaryOf(then, cell.purpose).signature === summaryOf(traces, cell.purpose).signature
  return same || then.length === 0 ? undefined : { words, sentence: sessionSentence(then, state.audience) }
}
