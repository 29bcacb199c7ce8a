import { listed } from '../../report/wording/phrasing.ts'
import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import { numberText } from '../parts/numbers.ts'
import type { Files } from '../plan/plan.ts'
import { type App, isChanged } from '../state/app.ts'
import { mostInLink, packTexts } from '../state/shared-texts.ts'
import type { State } from '../state/state.ts'
import { copyText, yamlNow } from './copy.ts'
import { saveFile } from './diagram-part.ts'
import { fileAdding } from './file-adding.ts'
import { fileField, textsNow } from './file-field.ts'

/** The files that are shown, the tenant file first; long files of people are not. */
export const namesIn = ({ data }: App, texts: Files): readonly string[] => [
  data.file,
  ...Object.keys(texts).filter((name) => name !== data.file && !Object.hasOwn(data.packed ?? {}, name)),
]

/** Says which files are not shown, and where they are changed. */
export function hiddenFiles({ data, base }: App): Child {
  const names = Object.keys(data.packed ?? {})
  if (names.length === 0) return undefined
  const [verb, them] = names.length === 1 ? ['is', 'it'] : ['are', 'them']
  const people = `${numberText(base.population.users)} users`
  const words = ` ${verb} too long to show, with ${people}. To change ${them}, make a new page with \`authplan report\`.`
  return h('p', { class: 'hint' }, h('bdi', {}, listed(names)), words)
}

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
  return h('div', { class: 'editors' }, place, hiddenFiles(app) ?? [], fileAdding(app), problems)
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
