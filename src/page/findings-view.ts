import { type App, live } from './app.ts'
import { type Child, h } from './dom.ts'
import type { State } from './state.ts'

/** What is wrong with the plan although its file is valid. */
export function findingsView(app: App): HTMLElement {
  return live(
    app,
    h('section', { class: 'page-part' }),
    (state) => [state.edits],
    (state) => contents(app, state),
    'findings',
  )
}

function contents(app: App, state: State): Child {
  const { warnings } = app.plan(state)
  return [
    h('h2', {}, 'Findings'),
    warnings === ''
      ? h('p', { class: 'empty' }, 'The file has no warnings.')
      : h('pre', { class: 'problems' }, warnings),
  ]
}
