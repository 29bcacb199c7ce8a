import { beginningOf, whyNotAdded, withFile } from '../edit/added-files.ts'
import { h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { App } from '../state/app.ts'
import { setTexts, textsNow } from './file-field.ts'

/** Largest file that is read from the disk. */
const mostBytes = 5_000_000

/** Adds a file: a policy or people, empty or from the disk. The page reads it and sends it nowhere. */
export function fileAdding(app: App): HTMLElement {
  const problem = h('p', { class: 'hint', role: 'alert' })
  const name = h('input', { type: 'text', 'data-key': 'name of new file', placeholder: 'policies/new.json' })
  const add = (file: string, text: string): void => {
    const texts = textsNow(app, app.store.get())
    const why = whyNotAdded(file, texts, app.data.file)
    problem.textContent = why ?? ''
    if (why !== undefined) return
    setTexts(app, withFile(texts, app.data.file, file, text))
    name.value = ''
    app.announce(`added ${file}`)
  }
  const typed = (): void => add(name.value.trim(), beginningOf(name.value.trim()))
  name.addEventListener('keydown', (event) => event.key === 'Enter' && typed())
  const chosen = fromDisk((files) => void addFrom(files, add, problem))
  return h(
    'details',
    { class: 'editor-adding' },
    h('summary', {}, 'Add a file'),
    h(
      'p',
      { class: 'hint' },
      'A policy as Graph returns it (.json, .yaml) or a list of people (.csv, .jsonl). It stays in this page.',
    ),
    h(
      'div',
      { class: 'editor-adding-row' },
      h('label', { class: 'field' }, h('span', {}, 'Name, below the folder of the tenant file'), name),
      button('Add', typed, { key: 'add file' }),
      button('From this computer …', () => chosen.click(), { key: 'choose files' }),
      chosen,
    ),
    problem,
  )
}

function fromDisk(chose: (files: Iterable<File>) => void): HTMLInputElement {
  const input = h('input', {
    type: 'file',
    multiple: true,
    accept: '.json,.yaml,.yml,.csv,.jsonl',
    class: 'for-reader',
    'data-key': 'files from disk',
    'aria-label': 'Files from this computer',
    onchange: () => chose(input.files ?? []),
  })
  return input
}

async function addFrom(files: Iterable<File>, add: (name: string, text: string) => void, problem: Node): Promise<void> {
  for (const file of files) {
    if (file.size > mostBytes) problem.textContent = `${file.name} is larger than 5 MB`
    else add(file.name.replaceAll(/[^\p{L}\p{N}_.@+-]+/gu, '-').replace(/^-+/, ''), await file.text())
  }
}
