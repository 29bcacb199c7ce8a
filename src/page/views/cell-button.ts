import { purposeWords } from '../../report/wording/nouns.ts'
import { listed } from '../../report/wording/phrasing.ts'
import { shortPurposes } from '../../report/wording/short.ts'
import { type Child, h } from '../parts/dom.ts'
import type { Answer, CellStory } from '../plan/cell-summary.ts'
import type { App } from '../state/app.ts'
import type { MatrixCell } from '../state/board.ts'
import { toneWords } from '../state/cell.ts'
import type { State } from '../state/state.ts'

/** How the page finds a cell again. */
export const cellKey = (person: string, client: string): string => `cell ${person} ${client}`

/** A cell of the matrix: the worst answer, why, and how many others there are. */
export function cellButton(app: App, state: State, { person, client, summary, before }: MatrixCell): Child {
  if (summary === undefined)
    return before === undefined
      ? h('span', { class: 'not-used', title: 'not used for this' }, '·')
      : h('span', { class: 'not-used changed' }, `· was ${beforeWords(before)}`)
  const { name, symbol } = toneWords(summary.tone)
  const cell = { user: person.name, client: client.name, purpose: summary.purpose }
  return h(
    'button',
    {
      type: 'button',
      class: `cell tone-${summary.tone}${before === undefined ? '' : ' changed'}`,
      'data-key': cellKey(person.name, client.name),
      title: tooltip(app, summary),
      onclick: () => app.store.set({ cell }, 'push'),
    },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol),
    h('span', { class: 'word' }, name),
    h('span', { class: 'note' }, before === undefined ? noteOf(state, summary) : `was ${beforeWords(before, summary)}`),
    summary.answers.length > 1 && h('span', { class: 'answers' }, `${summary.answers.length} answers`),
    h(
      'span',
      { class: 'for-reader' },
      `, ${person.displayName}, ${client.displayName}, ${purposeWords[summary.purpose]}`,
    ),
  )
}

function noteOf(state: State, { note, purpose, only }: CellStory): string {
  if (only.length > 0) return `${note} (${listed(only.map((one) => shortPurposes[one]))})`.trim()
  return note === '' && state.purpose === 'main' ? purposeWords[purpose] : note
}

/** Every answer in a line of its own, with the purposes and networks that have it. */
function tooltip(app: App, { answers, note }: CellStory): string {
  if (answers.length < 2) return note
  const all = new Set(answers.flatMap(({ purposes }) => purposes)).size
  return answers.map((answer) => answerLine(answer, all, app.base.tenant.networks.size)).join('\n')
}

function answerLine({ summary, purposes, networks }: Answer, all: number, places: number): string {
  const what = purposes.length === all ? '' : ` to ${listed(purposes.map((one) => purposeWords[one]))}`
  const where = networks.length === places ? '' : ` from ${listed(networks)}`
  const { name } = toneWords(summary.tone)
  return `${name}${summary.note === '' ? '' : `, ${summary.note}`}${what === '' && where === '' ? '' : ':'}${what}${where}`
}

/** What a cell was; where that looks the same, what was presented and who checked it. */
function beforeWords(before: CellStory | 'nothing', now?: CellStory): string {
  if (before === 'nothing') return 'not used'
  if (before.tone === now?.tone && before.note === now.note && before.by !== now.by) return before.by
  return `${toneWords(before.tone).name}${before.note === '' ? '' : `, ${before.note}`}`
}
