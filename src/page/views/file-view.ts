import { changedLines } from '../edit/changed-lines.ts'
import { type Child, h, refill } from '../parts/dom.ts'
import { type App, live } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { fileActions, fileEditor, hiddenFiles, namesIn } from './file-editor.ts'
import { textsNow } from './file-field.ts'
import { lineMarks } from './line-marks.ts'

/** Lines that are drawn of one file. */
const mostLines = 5000

/** The tenant file and the files that it names: to read, with marked lines, or to edit. */
export function fileView(app: App): HTMLElement {
  const reader = readerOf(app)
  const place = h('div', {}, reader)
  const head = h('div', { class: 'part-head' })
  let editor: HTMLElement | undefined
  const show = (editing: boolean): void => {
    if (editing) editor ??= fileEditor(app)
    place.replaceChildren(editing && editor !== undefined ? editor : reader)
    const mode = (words: string, edits: boolean): HTMLElement =>
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': String(edits === editing),
          'data-key': words.toLowerCase(),
          onclick: () => show(edits),
        },
        words,
      )
    refill(
      head,
      h('h2', {}, 'The file'),
      h(
        'div',
        { class: 'segments', role: 'group', 'aria-label': 'Read or edit' },
        mode('Read', false),
        mode('Edit', true),
      ),
      h('div', { class: 'actions' }, fileActions(app)),
    )
  }
  show(false)
  return h('section', { class: 'page-part' }, head, place)
}

function readerOf(app: App): HTMLElement {
  const uses = h('div', { class: 'uses', 'aria-live': 'polite' })
  const text = live(
    app,
    h('div', {}),
    (state) => [state.edits],
    (state) => contents(app, state, uses),
    'file',
  )
  const marked = live(app, h('div', {}), (state) => [state.edits, state.at], lineMarks(app, uses), 'file')
  return h('div', {}, text, marked)
}

function contents(app: App, state: State, uses: HTMLElement): Child {
  const { warnings } = app.plan(state)
  const problems = app.problems(state)
  const files = textsNow(app, state)
  return [
    problems !== undefined && h('pre', { class: 'problems' }, problems),
    problems === undefined && warnings !== '' && h('pre', { class: 'problems' }, warnings),
    uses,
    namesIn(app, files).map((name, _, { length }) => [
      length > 1 && h('h3', {}, h('bdi', {}, name)),
      sourceOf(name, files[name] ?? '', app.base.files[name] ?? ''),
    ]),
    hiddenFiles(app),
  ]
}

function sourceOf(name: string, text: string, before: string): HTMLElement {
  const lines = text.replace(/\n$/, '').split('\n')
  const changed = changedLines(before.replace(/\n$/, '').split('\n'), lines)
  return h(
    'div',
    { class: 'scroll-x source', tabindex: '0', role: 'region', 'aria-label': `Text of ${name}` },
    h(
      'ol',
      {},
      lines.slice(0, mostLines).map((line, index) => {
        const tried = changed.has(index)
        return h(
          'li',
          {
            id: `line-${name}-${index + 1}`,
            tabindex: '-1',
            class: tried ? 'tried' : undefined,
          },
          tried && h('span', { class: 'for-reader' }, 'changed: '),
          h('code', {}, lineParts(line)),
        )
      }),
    ),
    lines.length > mostLines && h('p', { class: 'hint' }, `and ${lines.length - mostLines} more lines`),
  )
}

/** A comment is distinguished from what counts. */
function lineParts(line: string): Child {
  const at = /(?:^|\s)#/.exec(line)
  if (at === null || /^[^#]*["'][^"']*#/.test(line)) return line
  return [line.slice(0, at.index), h('span', { class: 'comment' }, line.slice(at.index))]
}
