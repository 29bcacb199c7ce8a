import { gaps } from '../../analysis/gaps/gaps.ts'
import type { Because, Finding, GapSeverity } from '../../analysis/gaps/result.ts'
import { gapSentence, gapTitles, gapWhere } from '../../report/gaps/wording.ts'
import { capital } from '../../report/wording/phrasing.ts'
import { ruleById } from '../../rules/index.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { dateText } from '../parts/dates.ts'
import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { type App, live } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { citationLink, lineOf, ruleLink } from './citing.ts'

/** Sign-ins that are swept without being asked for. */
const mostUnasked = 12_000

/** What an architect should knows about the plan although its file is valid, each with a sign-in that shows it. */
export function findingsView(app: App): HTMLElement {
  const body = h('div', { 'aria-live': 'polite' })
  const start = (state: State): Child => {
    const plan = app.plan(state)
    const sweep = (): void => body.replaceChildren(...sweptParts(app, plan, app.store.get()))
    if (sizeOf(plan) > mostUnasked) body.replaceChildren(button('Check every sign-in', sweep, { kind: 'primary' }))
    else {
      body.replaceChildren(h('p', { class: 'hint' }, 'Checking every sign-in …'))
      setTimeout(sweep, 0)
    }
    return undefined
  }
  live(app, h('div', {}), (state) => [state.edits, state.at], start, 'findings')
  return h(
    'section',
    { class: 'page-part' },
    h('h2', {}, 'Findings'),
    h('p', { class: 'lead' }, 'Simulates every sign-in of every user; each finding has an example.'),
    body,
  )
}

function sizeOf({ population, tenant }: Plan): number {
  return population.classes.length * tenant.clients.size * tenant.networks.size * 4
}

function sweptParts(app: App, plan: Plan, state: State): readonly Node[] {
  const swept = gaps(plan.tenant, { reader: memorySourceReader(plan.files), at: state.at })
  const warnings = plan.warnings === '' ? [] : [h('h3', {}, 'The file'), h('pre', { class: 'problems' }, plan.warnings)]
  if (!swept.ok) return [h('pre', { class: 'problems' }, renderShown(swept.diagnostics))]
  const { findings, signIns, horizon } = swept.value
  const said = `${signIns} sign-ins simulated at ${dateText(state.at)}; known dates checked until ${dateText(horizon)}.`
  const list =
    findings.length === 0
      ? h('p', { class: 'empty' }, 'Nothing found.')
      : h(
          'ul',
          { class: 'findings' },
          findings.map((finding) => findingOf(app, state, finding)),
        )
  return [h('p', { class: 'hint' }, said), list, ...warnings]
}

const signs: Readonly<Record<GapSeverity, string>> = { error: '✕', warning: '!', note: 'i' }

function findingOf(app: App, state: State, finding: Finding): HTMLElement {
  const { kind, severity, because, origin, witness } = finding
  const { user, client, purpose, network, at } = witness
  const open = (): void => app.store.set({ view: 'credentials', network, at, cell: { user, client, purpose } }, 'push')
  return h(
    'li',
    { class: `finding finding-${severity}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, signs[severity]),
    h(
      'div',
      {},
      h('h3', {}, capital(gapTitles[kind]), h('span', { class: 'for-reader' }, `, ${severity}`)),
      h('p', {}, withCode(capital(gapSentence(finding))), '.'),
      h('p', { class: 'where' }, h('button', { type: 'button', class: 'link', onclick: open }, gapWhere(finding))),
      h(
        'ul',
        { class: 'because' },
        because.map((one) => h('li', {}, becauseOf(app, state, one))),
      ),
      lineOf(app, state, origin),
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
