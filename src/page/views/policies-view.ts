import { h } from '../parts/dom.ts'
import { type App, live } from '../state/app.ts'
import { policyAnswer } from './policy-answer.ts'
import { policyList } from './policy-list.ts'
import { questionForm } from './policy-question.ts'
import { sheetPart } from './policy-sheet-part.ts'

/** Policies: a question to all of them, people by policies, and each policy with what it protects alone. */
export function policiesView(app: App): HTMLElement {
  const fields = live(
    app,
    h('fieldset', { 'aria-label': 'A sign-in' }),
    ({ ask, edits, at }) => [ask, edits, at],
    (state) => questionForm(app, state),
    'policies',
  )
  const answer = live(
    app,
    h('section', { class: 'answer-part', 'aria-live': 'polite', 'aria-label': 'Answer' }),
    ({ ask, edits, at }) => [ask, edits, at],
    (state) => policyAnswer(app, state),
    'policies',
  )
  const body = h('div', { class: 'policies-body' }, answer, sheetPart(app), policyList(app))
  const open = matchMedia('(min-width: 821px)').matches
  const form = h('details', { class: 'question', open }, h('summary', {}, h('h2', {}, 'What if')), fields)
  return h('div', { class: 'policies-work' }, form, body)
}
