import type { PageData } from '../report/pages/page-data.ts'
import { h } from './parts/dom.ts'
import { adoptDrawingStyle } from './parts/drawing-sheet.ts'
import type { Look } from './plan/crowd-plans.ts'
import { type Plan, planOf } from './plan/plan.ts'
import { addressOf, exampleIn, packedIn, stateOf } from './state/address.ts'
import { type App, looksOf, planKeeper } from './state/app.ts'
import { groupingOf } from './state/grouping.ts'
import { preparing } from './state/preparing.ts'
import { drawForPrint } from './state/printing.ts'
import { type SharedTexts, textsIn } from './state/shared-texts.ts'
import { stageAt, stagedPlans, textsAt } from './state/stages.ts'
import { type State, storeOf, type View } from './state/state.ts'
import { groupsLeftOut, unpacked } from './state/unpacked.ts'
import { architectureTab } from './views/architecture-view.ts'
import { changesView } from './views/changes-view.ts'
import { pageHead, viewsOf } from './views/chrome.ts'
import { fileView } from './views/file-view.ts'
import { findingsView } from './views/findings-view.ts'
import { knowledgeView } from './views/knowledge-view.ts'
import { matrixView } from './views/matrix-view.ts'
import { policiesView } from './views/policies-view.ts'
import { recordedView } from './views/recorded-view.ts'
import { closeSession, sessionView } from './views/session-view.ts'
import { stageBar } from './views/stage-bar.ts'
import { staleNotice } from './views/stale-notice.ts'
import { testsView } from './views/tests-view.ts'
import { timelineView } from './views/timeline-view.ts'
import { whatIfPanel } from './views/what-if.ts'

/** What the page carries, as the program that made it wrote it; in a playground the example that the address names. */
function dataOf(): PageData {
  const element = document.getElementById('authplan-data')
  // Written by `renderHtml` from this very type.
  const data = JSON.parse(element?.textContent ?? '') as PageData
  const wanted = exampleIn(location.hash)
  const example = data.examples?.find(({ file }) => file === wanted)
  return example === undefined ? data : { ...data, file: example.file, files: example.files }
}

function firstState({ tenant, people, crowd }: Plan, { replay }: PageData): State {
  const networks = [...tenant.networks.values()]
  return {
    view: replay === undefined ? 'credentials' : 'sign-ins',
    purpose: 'main',
    network: (networks.find(({ inside }) => !inside) ?? networks[0])?.name ?? '',
    at: tenant.asOf,
    signals: [],
    users: '',
    clients: '',
    tones: [],
    changedOnly: false,
    group: crowd !== undefined || people.length > 400 ? 'equal' : 'none',
    turned: crowd === undefined && tenant.clients.size > people.length,
    cell: undefined,
    edits: [],
    texts: undefined,
    packed: undefined,
    stage: 0,
    against: 'start',
    box: undefined,
    example: undefined,
    audience: 'architect',
    ask: {},
    policy: undefined,
  }
}

/** The state that an address leads to; a stage has a date of its own. */
function stateIn(address: string, first: State, data: PageData): State {
  const stage = stageAt(data, stateOf(address, first).stage)
  return stateOf(address, stage === undefined ? first : { ...first, at: stage.at })
}

function writeAddress(state: State, first: State, how: 'push' | 'replace'): void {
  const address = addressOf(state, first)
  const url = `#${address}`
  if (location.hash === url || (address === '' && location.hash === '')) return
  try {
    if (how === 'push') history.pushState(null, '', url)
    else history.replaceState(null, '', url)
  } catch {
    location.hash = url
  }
}

function start(root: HTMLElement, data: PageData, shared: SharedTexts): void {
  if (data.reloadFrom !== undefined) reloadOn(data.reloadFrom)
  const planned = planOf(data.files, data.file, { leftOut: groupsLeftOut(data) })
  if (!planned.ok) {
    root.replaceChildren(h('main', {}, h('h1', {}, data.file), h('pre', { class: 'problems' }, planned.problems)))
    return
  }
  const app = appOf(data, planned.plan, shared)
  document.body.append(app.progress)
  app.prepare(app.store.get(), () => show(root, app, data))
}

function show(root: HTMLElement, app: StartedApp, data: PageData): void {
  const notice = staleNotice(app)
  const { store, first } = app
  const moved = (): void => {
    const { texts, packed, example } = store.get()
    const other = exampleIn(location.hash) !== example || (packedIn(location.hash) ?? packed) !== packed
    if (other) location.reload()
    else {
      const wanted = stateIn(location.hash, first, data)
      const staged = wanted.stage === store.get().stage ? texts : textsAt(data, wanted.stage)
      store.set({ ...wanted, texts: staged, packed, example })
    }
  }
  window.addEventListener('popstate', moved)
  window.addEventListener('hashchange', moved)
  adoptDrawingStyle()
  root.replaceChildren(h('div', {}, pageHead(app), stageBar(app), notice), bodyOf(app), app.said)
  document.addEventListener('click', (event) => follow(app, event.target))
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && store.get().cell !== undefined) closeSession(store)
  })
  listenForPrint()
}

interface PlansOfPage
  extends Pick<App, 'data' | 'base' | 'staged' | 'grouping' | 'plan' | 'problems' | 'diagnostics'>,
    ReturnType<typeof preparing> {}

/** The page with what only its start needs. */
interface StartedApp extends App, PlansOfPage {
  readonly said: HTMLElement
}

/** The plan of each state, its people in groups where they are many. */
function plansOf(data: PageData, base: Plan): PlansOfPage {
  const options = { leftOut: groupsLeftOut(data), like: base }
  const keep = planKeeper(base, data.file, options)
  const whole = { data, base, staged: stagedPlans(data, base, options) }
  const grouping = groupingOf()
  let last = base
  const looksAt = (state: State): readonly Look[] => {
    const now = keep(state)
    last = now.ok ? now.plan : last
    return looksOf(whole, state, last)
  }
  return {
    ...whole,
    ...preparing(base, looksAt, grouping),
    grouping,
    plan: (state) => grouping.known(looksAt(state))[0] ?? last,
    problems: (state) => {
      const now = keep(state)
      return now.ok ? undefined : now.problems
    },
    diagnostics: (state) => {
      const now = keep(state)
      return now.ok ? now.plan.noticed : now.diagnostics
    },
  }
}

function appOf(data: PageData, base: Plan, shared: SharedTexts): StartedApp {
  const first = firstState(base, data)
  const typed = shared.kind === 'texts' ? { texts: shared.texts, packed: shared.packed } : {}
  const isExample = data.examples?.some(({ file }) => file === data.file) === true
  const example = isExample && data.examples?.[0]?.file !== data.file ? data.file : undefined
  const begin = { ...first, at: data.at ?? first.at, ...typed, example }
  const named = stateIn(location.hash, begin, data)
  const texts = named.texts ?? textsAt(data, named.stage)
  const plans = plansOf(data, base)
  const moved = (state: State, how: 'push' | 'replace'): void => writeAddress(state, first, how)
  const said = h('p', { class: 'for-reader', role: 'status', 'aria-live': 'polite' })
  return {
    ...plans,
    said,
    store: storeOf({ ...named, texts }, moved, plans.prepare),
    first,
    damaged: shared.kind === 'damaged',
    announce: (text) => {
      said.textContent = text
    },
  }
}

function bodyOf(app: App): HTMLElement {
  const panels: Readonly<Record<View, () => HTMLElement>> = {
    credentials: () => h('div', { class: 'work' }, whatIfPanel(app), matrixView(app), sessionView(app)),
    policies: () => policiesView(app),
    architecture: () => architectureTab(app),
    timeline: () => timelineView(app),
    changes: () => changesView(app),
    findings: () => findingsView(app),
    knowledge: () => knowledgeView(app),
    'sign-ins': () => recordedView(app),
    tests: () => testsView(app),
    file: () => fileView(app),
  }
  const shown = viewsOf(app).map((view) =>
    h(
      'div',
      { id: `view-${view}`, class: `view view-${view}`, role: 'tabpanel', 'aria-labelledby': `tab-${view}` },
      panels[view](),
    ),
  )
  const main = h('main', {}, shown)
  const show = ({ view, cell }: State): void => {
    for (const panel of shown) panel.hidden = panel.id !== `view-${view}`
    main.classList.toggle('with-session', cell !== undefined)
  }
  app.store.listen(show)
  show(app.store.get())
  return main
}

/** A rule leads to the list of rules, a line to the file. */
function follow({ store }: App, target: EventTarget | null): void {
  const link = target instanceof Element ? target.closest<HTMLElement>('[data-rule], [data-file]') : null
  if (link === null) return
  const { rule, file, line } = link.dataset
  const id = rule === undefined ? `line-${file}-${line}` : `rule-${rule}`
  store.set({ view: rule === undefined ? 'file' : 'knowledge' }, 'push')
  const show = (attempts: number): void => {
    const place = document.getElementById(id)
    if (place === null && attempts > 0) setTimeout(() => show(attempts - 1), 100)
    place?.scrollIntoView({ block: 'center' })
    place?.focus({ preventScroll: true })
  }
  show(50)
}

function listenForPrint(): void {
  window.addEventListener('beforeprint', drawForPrint)
  matchMedia('print').addEventListener('change', ({ matches }) => matches && drawForPrint())
}

function reloadOn(address: string): void {
  new EventSource(address).addEventListener('message', () => location.reload())
}

const root = document.getElementById('app')
if (root !== null) void begin(root)

/** Starts with the texts that the link carries, if it carries any. */
async function begin(place: HTMLElement): Promise<void> {
  const carried = dataOf()
  if (carried.packed !== undefined) {
    place.replaceChildren(h('p', { class: 'opening' }, 'Reading the people of this plan …'))
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
  }
  const data = await unpacked(carried)
  start(place, data, await textsIn(location.hash, data.files, data.file))
}
