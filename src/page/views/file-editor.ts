import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { Files } from '../plan/plan.ts'
import { type App, isChanged } from '../state/app.ts'
import { mostInLink, packTexts } from '../state/shared-texts.ts'
import type { State } from '../state/state.ts'
import { copyText, yamlNow } from './copy.ts'
import { saveFile } from './diagram-part.ts'
import { fileAdding } from './file-adding.ts'
import { fileField, textsNow } from './file-field.ts'

/** The tenant file first. */
export const namesIn = (app: App, texts: Files): readonly string[] => [
  app.data.file,
  ...Object.keys(texts).filter((name) => name !== app.data.file),
]

/** A text field for every file; the page follows what is typed, and says what is wrong with it. */
export function fileEditor(app: App): HTMLElement {
  const fields = new Map<string, HTMLElement>()
  const place = h('div', { class: 'editor-files' })
  const problems = h('div', { class: 'editor-problems', role: 'status' })
  const show = (state: State): void => {
    const names = namesIn(app, textsNow(app, state))
    for (const name of fields.keys()) if (!names.includes(name)) fields.delete(name)
    for (const name of names) if (!fields.has(name)) fields.set(name, fileField(app, name))
    const shown = [...fields.values()]
    if (shown.length !== place.children.length || shown.some((one, index) => place.children[index] !== one))
      place.replaceChildren(...shown)
    problems.replaceChildren(problemsOf(app, state))
  }
  app.store.listen(show)
  show(app.store.get())
  return h('div', { class: 'editors' }, place, fileAdding(app), problems)
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
