import { type Citation, sources } from '../../vocabulary/citations.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import { h, outside } from '../parts/dom.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'

/** The page that a statement rests on. */
export function citationLink({ source, section }: Citation): HTMLElement {
  const { title, url, read } = sources[source]
  return h(
    'span',
    { class: 'citation' },
    outside(url, title),
    section !== undefined && `, “${section}”`,
    h('span', { class: 'under read-on' }, ` (read ${read})`),
  )
}

/** A rule by its id; it leads to the rule among all that are used. */
export function ruleLink(id: string): HTMLElement {
  return h('button', { type: 'button', class: 'rule-id', 'data-rule': id, title: `Rule ${id}` }, id)
}

/** The line of the file that states a fact, with its text; it leads to the file. */
export function lineOf(app: App, state: State, { file, line }: Origin): HTMLElement {
  const text = app.plan(state).files[file]?.split('\n')[line - 1]?.trim() ?? ''
  return h(
    'button',
    { type: 'button', class: 'origin', 'data-file': file, 'data-line': line, title: `${file}, line ${line}` },
    h('span', { class: 'under' }, `${file.slice(file.lastIndexOf('/') + 1)}:${line}`),
    ' ',
    h('code', {}, text.length > 120 ? `${text.slice(0, 119)}…` : text),
  )
}
