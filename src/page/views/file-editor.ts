import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { Files } from '../plan/plan.ts'
import { type App, isChanged } from '../state/app.ts'
import { mostInLink, packTexts } from '../state/shared-texts.ts'
import type { State } from '../state/state.ts'
import { copyText, yamlNow } from './copy.ts'
import { saveFile } from './diagram-part.ts'

/** How long after the last key the text is read. */
const pause = 250

/** The texts as they stand: typed, or with what was tried out. */
export const textsNow = (app: App, state: State): Files =>
  state.texts !== undefined && state.edits.length === 0 ? state.texts : app.plan(state).files

/** A text field for every file; the page follows what is typed, and says what is wrong with it. */
export function fileEditor(app: App): HTMLElement {
  const texts = textsNow(app, app.store.get())
  const names = [app.data.file, ...Object.keys(texts).filter((name) => name !== app.data.file)]
  const problems = h('div', { class: 'editor-problems', role: 'status' })
  const show = (state: State): void => problems.replaceChildren(problemsOf(app, state))
  app.store.listen(show)
  show(app.store.get())
  return h(
    'div',
    { class: 'editors' },
    names.map((name) => [names.length > 1 && h('h3', {}, h('bdi', {}, name)), fieldOf(app, name, texts[name] ?? '')]),
    problems,
  )
}

function problemsOf(app: App, state: State): Node {
  const problems = app.problems(state)
  if (problems !== undefined) return h('pre', { class: 'problems' }, problems)
  const { warnings } = app.plan(state)
  const changes = button('See what changes', () => app.store.set({ view: 'changes' }, 'push'), {
    key: 'see changes of text',
  })
  return h(
    'div',
    {},
    warnings === '' ? h('p', { class: 'hint' }, 'No problems.') : h('pre', { class: 'problems' }, warnings),
    isChanged(app, state) && changes,
  )
}

function fieldOf(app: App, name: string, text: string): HTMLElement {
  const numbers = h('pre', { class: 'editor-lines', 'aria-hidden': 'true' })
  const area = h('textarea', {
    spellcheck: 'false',
    autocapitalize: 'off',
    wrap: 'off',
    'aria-label': `Text of ${name}`,
    'data-key': `edit ${name}`,
  })
  const count = (): void => {
    const lines = area.value.split('\n').length
    numbers.textContent = Array.from({ length: lines }, (_, line) => String(line + 1)).join('\n')
    area.rows = lines
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  area.value = text
  area.addEventListener('input', () => {
    count()
    clearTimeout(timer)
    timer = setTimeout(() => typed(app, name, area.value), pause)
  })
  area.addEventListener('keydown', (event) => indent(area, event))
  // What was undone elsewhere shows here, unless it is what was just typed.
  app.store.listen((state) => {
    const now = textsNow(app, state)[name] ?? ''
    if (document.activeElement === area || now === area.value) return
    area.value = now
    count()
  })
  count()
  return h('div', { class: 'editor' }, numbers, area)
}

/** Two spaces at the end of the leading ones; Escape lets the key leave the field. */
function indent(area: HTMLTextAreaElement, event: KeyboardEvent): void {
  if (event.key === 'Escape') {
    event.stopPropagation()
    area.blur()
  }
  if (event.key !== 'Enter') return
  const before = area.value.slice(0, area.selectionStart)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const spaces = /^ */.exec(line)?.[0] ?? ''
  event.preventDefault()
  area.setRangeText(`\n${spaces}`, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The typed text becomes the plan; a date that was the file's own stays so. */
function typed(app: App, name: string, text: string): void {
  const before = app.store.get()
  const texts = { ...textsNow(app, before), [name]: text }
  const wasOwn = before.at === app.plan(before).tenant.asOf
  const next = { ...before, texts, edits: [] }
  const at = wasOwn && app.problems(next) === undefined ? app.plan(next).tenant.asOf : before.at
  app.store.set({ texts, packed: undefined, edits: next.edits, at })
}

/** What is done with the text: copied, saved, sent as a link. */
export function fileActions(app: App): Child {
  const save = (): void => saveFile(app.data.file.slice(app.data.file.lastIndexOf('/') + 1), yamlNow(app), 'text/yaml')
  return [
    button('Copy YAML', () => void copyText(app, 'the tenant file', yamlNow(app)), { key: 'copy file' }),
    button('Save', save, { key: 'save file' }),
    button('Copy link', () => void copyLink(app), { key: 'copy link', title: 'A link that carries the text itself' }),
  ]
}

async function copyLink(app: App): Promise<void> {
  const state = app.store.get()
  const packed = await packTexts(textsNow(app, state), app.base.files)
  if (packed.length > mostInLink) return app.announce('the file is too large for a link; save it instead')
  app.store.set({ texts: textsNow(app, state), edits: [], packed })
  await copyText(app, 'the link', location.href)
}
