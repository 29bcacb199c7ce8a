import type { Because, Finding, GapSeverity } from '../../analysis/gaps/result.ts'
import { gapSentence, gapWhere } from '../../report/gaps/wording.ts'
import { capital } from '../../report/wording/phrasing.ts'
import { ruleById } from '../../rules/index.ts'
import { type Child, h } from '../parts/dom.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { citationLink, lineOf, ruleLink } from './citing.ts'

/** How a severity is signed. */
export const severitySigns: Readonly<Record<GapSeverity, string>> = { error: '✕', warning: '!', note: 'i' }

/** One finding: what, who, why, where; to be opened as a session, or chosen for a baseline. */
export function findingItem(app: App, state: State, finding: Finding, choose: (chosen: boolean) => void): HTMLElement {
  const { severity, because, origin, witness } = finding
  const { user, client, purpose, network, at } = witness
  const open = (): void => app.store.set({ view: 'credentials', network, at, cell: { user, client, purpose } }, 'push')
  const box = h('input', { type: 'checkbox', onchange: () => choose(box.checked) })
  const sentence = gapSentence(finding)
  return h(
    'li',
    { class: `finding finding-${severity}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, severitySigns[severity]),
    h(
      'div',
      {},
      h(
        'p',
        { class: 'sentence' },
        h('span', { class: 'for-reader' }, `${severity}: `),
        withCode(capital(sentence)),
        '.',
      ),
      h('p', { class: 'where' }, h('button', { type: 'button', class: 'link', onclick: open }, gapWhere(finding))),
      h(
        'details',
        {},
        h('summary', {}, 'why, and from which line'),
        h(
          'ul',
          { class: 'because' },
          because.map((one) => h('li', {}, becauseOf(app, state, one))),
        ),
        lineOf(app, state, origin),
      ),
      h('label', { class: 'accept' }, box, ' accept', h('span', { class: 'for-reader' }, `: ${sentence}`)),
    ),
  )
}

function becauseOf(app: App, state: State, because: Because): Child {
  if ('rule' in because) return [ruleLink(because.rule), ` ${ruleById(because.rule)?.statement ?? ''}`]
  if ('statement' in because) return [because.statement, ' ', citationLink(because.citation)]
  return [`event ${because.event}`, because.origin !== undefined && lineOf(app, state, because.origin)]
}

/** Names stand between backticks. */
function withCode(text: string): Child {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : h('code', {}, h('bdi', {}, part))))
}
