import { featureOf } from '../edit/feature-text.ts'
import { h } from '../parts/dom.ts'
import { type App, isChanged, viewpointOf } from '../state/app.ts'
import { tracesFor } from '../state/cell.ts'

/** Puts a text on the clipboard; where the browser has none for pages from disk, by way of a field. */
export async function copyText(app: App, what: string, text: string): Promise<void> {
  const done = (await viaClipboard(text)) || viaField(text)
  app.announce(done ? `${what} copied` : `${what} could not be copied`)
}

async function viaClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function viaField(text: string): boolean {
  const field = h('textarea', { class: 'for-reader', 'aria-hidden': 'true', tabindex: '-1' })
  const active = document.activeElement
  field.value = text
  document.body.appendChild(field)
  field.select()
  // The only way on pages from disk in browsers without a clipboard there.
  const done = document.execCommand('copy')
  field.remove()
  if (active instanceof HTMLElement) active.focus()
  return done
}

/** Copies the tenant file with what was tried out; a date that was moved is written into it. */
export function copyYaml(app: App): void {
  void copyText(app, 'the tenant file', yamlNow(app))
}

/** The tenant file with what was tried out. */
export function yamlNow(app: App): string {
  const state = app.store.get()
  const text = app.plan(state).files[app.data.file] ?? ''
  if (state.at === app.base.tenant.asOf) return text
  return text.replace(/^(asOf:\s*)(?:"[^"]*"|'[^']*'|[^\s#]+)/m, `$1${new Date(state.at).toISOString().slice(0, 10)}`)
}

/** Copies a scenario that states what is seen: the changes tried out and the answer of the open session. */
export function copyGherkin(app: App): void {
  const state = app.store.get()
  const plan = app.plan(state)
  const viewpoint = viewpointOf(plan, state)
  const { cell } = state
  const person = cell === undefined ? undefined : plan.byName.get(cell.user)
  const request = cell && { ...cell, network: viewpoint.network, at: state.at, signals: viewpoint.signals }
  const traces = request === undefined || person === undefined ? [] : tracesFor(plan, request, person)
  const text = featureOf({
    file: app.data.file,
    tenant: plan.tenant,
    edits: state.edits,
    ...(isChanged(app, state) && state.at !== app.base.tenant.asOf ? { at: state.at } : {}),
    signals: state.signals,
    traces,
  })
  void copyText(app, 'the scenario', text)
}
