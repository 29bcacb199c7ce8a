import { completionsAt } from '../../editor/completions.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { type CodeField, codeField } from '../code/code-field.ts'
import { withoutFile } from '../edit/added-files.ts'
import { type Child, h, refill } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { Files } from '../plan/plan.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { marksIn } from './text-marks.ts'

/** How long after the last key the text is read. */
const pause = 250

/** The texts as they stand: typed, or with what was tried out. */
export const textsNow = (app: App, state: State): Files =>
  state.texts !== undefined && state.edits.length === 0 ? state.texts : app.plan(state).files

/** The text field of one file, with its name where there are several. */
export function fileField(app: App, name: string): HTMLElement {
  let timer: ReturnType<typeof setTimeout> | undefined
  const field = codeField({
    name,
    text: textsNow(app, app.store.get())[name] ?? '',
    typed: (text) => {
      clearTimeout(timer)
      timer = setTimeout(() => typed(app, name, text), pause)
    },
    complete: (text, offset) => {
      const reader = memorySourceReader({ ...textsNow(app, app.store.get()), [name]: text })
      return completionsAt({ reader }, name, text, offset)
    },
  })
  const head = h('div', { class: 'editor-head' })
  const show = (state: State): void => {
    follow(app, name, field, state)
    refill(head, headOf(app, name, state))
  }
  app.store.listen(show)
  show(app.store.get())
  return h('div', { class: 'editor-file' }, head, field.element)
}

/** What was undone elsewhere shows in the field, unless it is what was just typed. */
function follow(app: App, name: string, field: CodeField, state: State): void {
  const now = textsNow(app, state)[name]
  if (now === undefined) return
  if (!field.hasFocus() && now !== field.text()) field.replace(now)
  if (now === field.text()) field.mark(marksIn(name, now, app.diagnostics(state)))
}

function headOf(app: App, name: string, state: State): Child {
  const texts = textsNow(app, state)
  if (Object.keys(texts).length < 2) return []
  const remove = (): void => setTexts(app, withoutFile(textsNow(app, app.store.get()), name))
  const isAdded = !Object.hasOwn(app.base.files, name)
  const idle = name !== app.data.file && app.problems(state) === undefined && !app.plan(state).read.has(name)
  return [
    h('h3', {}, h('bdi', {}, name)),
    idle && h('p', { class: 'hint' }, 'The tenant file does not name this file, so nothing in it counts.'),
    isAdded && button('Remove', remove, { key: `remove ${name}`, title: `Remove ${name}` }),
  ]
}

function typed(app: App, name: string, text: string): void {
  const texts = textsNow(app, app.store.get())
  if (Object.hasOwn(texts, name)) setTexts(app, { ...texts, [name]: text })
}

/** These texts become the plan; a date that was the file's own stays so. */
export function setTexts(app: App, texts: Files): void {
  const before = app.store.get()
  const wasOwn = before.at === app.plan(before).tenant.asOf
  const next = { ...before, texts, edits: [] }
  const at = wasOwn && app.problems(next) === undefined ? app.plan(next).tenant.asOf : before.at
  app.store.set({ texts, packed: undefined, edits: next.edits, at })
}
