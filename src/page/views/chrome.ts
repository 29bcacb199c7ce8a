import type { PageExample } from '../../report/pages/page-data.ts'
import { dateText } from '../parts/dates.ts'
import { type Child, h } from '../parts/dom.ts'
import { selectOf } from '../parts/fields.ts'
import { numberText } from '../parts/numbers.ts'
import { type App, live } from '../state/app.ts'
import { type State, type View, views } from '../state/state.ts'

const tabWords: Readonly<Record<View, string>> = {
  credentials: 'Credentials',
  policies: 'Policies',
  architecture: 'Architecture',
  timeline: 'Timeline',
  changes: 'Changes',
  findings: 'Findings',
  knowledge: 'Basis',
  'sign-ins': 'Sign-ins',
  tests: 'Tests',
  file: 'File',
}

/** The parts of the page that have something to show. */
export function viewsOf({ data }: App): readonly View[] {
  const given: Partial<Record<View, unknown>> = { tests: data.tests ?? false, 'sign-ins': data.replay ?? false }
  return views.filter((view) => given[view] !== false)
}

/** The head of the page: what it is about, its parts, light or dark. */
export function pageHead(app: App): HTMLElement {
  const { tenant, population } = app.base
  const counts = `${numberText(population.users)} ${population.users === 1 ? 'user' : 'users'} · ${tenant.clients.size} ${tenant.clients.size === 1 ? 'client' : 'clients'}`
  return h(
    'header',
    { class: 'head-bar' },
    h(
      'div',
      { class: 'title' },
      h('h1', {}, h('bdi', {}, tenant.name)),
      h('p', { class: 'under' }, h('bdi', {}, app.data.file), ` · as of ${dateText(tenant.asOf)} · ${counts}`),
      app.data.examples !== undefined && examplesOf(app, app.data.examples),
    ),
    live(
      app,
      h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Parts of the report' }),
      (state) => [state.view],
      (state) => tabs(app, state),
    ),
    themeButton(),
  )
}

/** The tenants that a playground offers to begin with. */
function examplesOf({ data }: App, examples: readonly PageExample[]): HTMLElement {
  const [first] = examples
  return selectOf({
    label: 'Begin with',
    key: 'example',
    value: data.file,
    options: examples.map(({ name, file }) => [file, name] as const),
    choose: (file) => {
      location.hash = file === first?.file ? 'view=file' : `example=${encodeURIComponent(file)}&view=file`
    },
  })
}

function tabs(app: App, state: State): Child {
  const shown = viewsOf(app)
  return shown.map((view) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${view}`,
        'aria-controls': `view-${view}`,
        'aria-selected': String(view === state.view),
        tabindex: view === state.view ? 0 : -1,
        'data-key': `tab ${view}`,
        onclick: () => app.store.set({ view }, 'push'),
        onkeydown: (event) => event instanceof KeyboardEvent && moveTab(app, shown, view, event),
      },
      tabWords[view],
    ),
  )
}

function moveTab(app: App, shown: readonly View[], from: View, event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const to = shown[(shown.indexOf(from) + step + shown.length) % shown.length]
  if (step === 0 || to === undefined) return
  event.preventDefault()
  app.store.set({ view: to }, 'push')
  document.getElementById(`tab-${to}`)?.focus()
}

const themes = ['system', 'light', 'dark'] as const
const themeWords = { system: '◐ system', light: '☀ light', dark: '☾ dark' } as const

/** Light, dark, or as the system says; it is not kept, since a page from disk shares its memory with others. */
function themeButton(): HTMLElement {
  let theme: (typeof themes)[number] = 'system'
  const toggle = h('button', { type: 'button', class: 'quiet theme', 'data-key': 'theme', onclick: () => next() })
  const show = (): void => {
    toggle.textContent = themeWords[theme]
    toggle.setAttribute('aria-label', `Colors: ${theme}`)
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }
  const next = (): void => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
    show()
  }
  show()
  return toggle
}
