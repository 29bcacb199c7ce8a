import { gaps } from '../../analysis/gaps/gaps.ts'
import { writeBaseline } from '../../analysis/gaps/judge-baseline.ts'
import {
  type Finding,
  type GapSeverity,
  type GapSummary,
  type Gaps,
  gapSeverities,
} from '../../analysis/gaps/result.ts'
import { gapSentence, gapTitles, gapWhere, severityCounts } from '../../report/gaps/wording.ts'
import { capital } from '../../report/wording/phrasing.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { dateText } from '../parts/dates.ts'
import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { type App, live } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { work } from '../state/work.ts'
import { copyText } from './copy.ts'
import { findingItem, severitySigns } from './finding-item.ts'

/** Sign-ins that are swept without being asked for. */
const mostUnasked = 12_000

/** What an architect should know about the plan although its file is valid, each with a sign-in that shows it. */
export function findingsView(app: App): HTMLElement {
  const body = h('div', { 'aria-live': 'polite' })
  const line = work()
  const start = (state: State): Child => {
    line.stop()
    const plan = app.plan(state)
    const sweep = (): void => body.replaceChildren(...sweptParts(app, plan, app.store.get()))
    if (sizeOf(plan) > mostUnasked) body.replaceChildren(button('Check every sign-in', sweep, { kind: 'primary' }))
    else {
      body.replaceChildren(h('p', { class: 'hint unfinished' }, 'Checking every sign-in …'))
      line.start(() => false, sweep, 'later')
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
  const found =
    findings.length === 0 ? [h('p', { class: 'empty' }, 'Nothing found.')] : findingsOf(app, state, swept.value)
  return [h('p', { class: 'hint' }, said), ...found, ...warnings]
}

interface Item {
  readonly finding: Finding
  readonly text: string
  readonly element: HTMLElement
}

/** The findings by kind, with filters above them and a baseline of those that are accepted. */
function findingsOf(app: App, state: State, made: Gaps): readonly Node[] {
  const accepted = new Set<Finding>()
  const copy = button('', () => void copyText(app, 'the baseline', writeBaseline(inOrder(made, accepted), made.at)), {
    key: 'copy baseline',
  })
  const tell = (): void => {
    copy.textContent = accepted.size === 0 ? 'Copy baseline' : `Copy baseline of ${accepted.size}`
    copy.toggleAttribute('disabled', accepted.size === 0)
  }
  tell()
  const items = made.findings.map((finding) => ({
    finding,
    text: `${gapTitles[finding.kind]} ${gapSentence(finding)} ${gapWhere(finding)}`.toLowerCase(),
    element: findingItem(app, state, finding, (chosen) => {
      if (chosen) accepted.add(finding)
      else accepted.delete(finding)
      tell()
    }),
  }))
  const groups = made.summary.map((summary) => groupOf(summary, items))
  const filter = ({ severities, words }: Filter): void => {
    for (const { finding, text, element } of items)
      element.hidden = !severities.has(finding.severity) || !text.includes(words)
    for (const group of groups) group.hidden = group.querySelector('li:not([hidden])') === null
  }
  const hint = 'Accept findings and copy them as YAML for `authplan gaps --baseline FILE`.'
  return [filterBar(made, filter, copy), h('p', { class: 'hint' }, hint), ...groups]
}

function groupOf(summary: GapSummary, items: readonly Item[]): HTMLElement {
  const list = items.filter(({ finding }) => finding.kind === summary.kind).map(({ element }) => element)
  const counts = h('span', { class: 'under' }, ` ${severityCounts(summary)}`)
  return h(
    'section',
    { class: 'finding-group' },
    h('h3', {}, capital(gapTitles[summary.kind]), counts),
    h('ul', { class: 'findings' }, list),
  )
}

const inOrder = ({ findings }: Gaps, accepted: ReadonlySet<Finding>): readonly Finding[] =>
  findings.filter((finding) => accepted.has(finding))

interface Filter {
  readonly severities: ReadonlySet<GapSeverity>
  readonly words: string
}

function filterBar({ findings }: Gaps, show: (wanted: Filter) => void, copy: HTMLElement): HTMLElement {
  const severities = new Set<GapSeverity>(gapSeverities)
  const search = h('input', {
    type: 'search',
    placeholder: 'search',
    'data-key': 'search findings',
    oninput: () => filter(),
  })
  const filter = (): void => show({ severities, words: search.value.toLowerCase() })
  const chips = gapSeverities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    const chip = severityChip(severity, count)
    chip.addEventListener('click', () => {
      if (!severities.delete(severity)) severities.add(severity)
      chip.setAttribute('aria-pressed', String(severities.has(severity)))
      filter()
    })
    return chip
  })
  return h(
    'div',
    { class: 'bar findings-bar' },
    h('div', { class: 'legend', role: 'group', 'aria-label': 'Severities shown' }, chips),
    h('label', { class: 'field' }, h('span', {}, 'Findings'), search),
    copy,
  )
}

function severityChip(severity: GapSeverity, count: number): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: `chip severity-${severity}`,
      'aria-pressed': 'true',
      'data-key': `severity ${severity}`,
    },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, severitySigns[severity]),
    ` ${count === 1 ? severity : `${severity}s`} `,
    h('b', {}, String(count)),
  )
}
