import { defaults } from '../../catalog/defaults.ts'
import { assumedWords } from '../../report/wording/facts.ts'
import { allRules } from '../../rules/index.ts'
import type { Trace } from '../../trace/step.ts'
import { type Child, h } from '../parts/dom.ts'
import type { Person, Plan } from '../plan/plan.ts'
import { type App, clientsOf, live, viewpointOf } from '../state/app.ts'
import { purposesFor, tracesFor } from '../state/cell.ts'
import type { State } from '../state/state.ts'
import { inPieces, work } from '../state/work.ts'
import { citationLink } from './citing.ts'

interface Used {
  readonly rules: Map<string, number>
  readonly assumptions: Map<string, { readonly fact: string; readonly value: string; count: number }>
}

/** What the answers rest on: the assumptions made and the rules used, each with its source. */
export function knowledgeView(app: App): HTMLElement {
  const body = h('div', { class: 'knowledge' })
  const line = work()
  const start = (state: State): Child => {
    const plan = app.plan(state)
    const used: Used = { rules: new Map(), assumptions: new Map() }
    const tasks = tasksOf(app, plan, state, used)
    body.replaceChildren(h('p', { class: 'hint unfinished' }, 'Collecting …'))
    line.start(inPieces(tasks), () =>
      body.replaceChildren(assumptionsPart(used), rulesPart(used, plan.grouped !== undefined)),
    )
    return undefined
  }
  live(app, h('div', {}), (state) => [state.edits, state.at, state.network, state.signals], start, 'knowledge')
  return h('section', { class: 'page-part' }, body)
}

/** One task for each class of people and client. */
function tasksOf(app: App, plan: Plan, state: State, used: Used): readonly (() => void)[] {
  const viewpoint = viewpointOf(plan, state)
  const people = [...new Map(plan.people.map((person): [number, Person] => [person.class, person])).values()]
  return people.flatMap((person) =>
    clientsOf(app.plan(state)).map((client) => () => {
      for (const purpose of purposesFor(plan, person, client, viewpoint.at)) {
        const { network, at, signals } = viewpoint
        const request = { user: person.name, client: client.name, purpose, network, at, signals }
        for (const trace of tracesFor(plan, request, person)) note(trace, used)
      }
    }),
  )
}

function note(trace: Trace, { rules, assumptions }: Used): void {
  const admits = trace.methods?.admits
  if (admits !== undefined) rules.set(admits, (rules.get(admits) ?? 0) + 1)
  for (const step of trace.steps) {
    if (step.kind === 'decision' || step.kind === 'policy') rules.set(step.rule, (rules.get(step.rule) ?? 0) + 1)
    if (step.kind !== 'assumption') continue
    const known = assumptions.get(step.default)
    if (known === undefined)
      assumptions.set(step.default, { fact: assumedWords(step.fact), value: step.value, count: 1 })
    else known.count += 1
  }
}

function assumptionsPart({ assumptions }: Used): HTMLElement {
  const rows = defaults.flatMap((row) => {
    const used = assumptions.get(row.id)
    if (used === undefined) return []
    return [
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, `${used.fact} = ${used.value}`),
        h('td', {}, row.statement, ' ', citationLink(row.citation)),
        h('td', { class: 'number' }, String(used.count)),
      ),
    ]
  })
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, 'Assumptions'),
    h(
      'p',
      { class: 'lead' },
      'Documented defaults that apply because the file does not set these values. Set them in the file to be sure.',
    ),
    rows.length === 0
      ? h('p', { class: 'empty' }, 'None: the file states everything the answers depend on.')
      : table(['Assumed', 'Because', 'Legs'], rows),
  )
}

function rulesPart({ rules }: Used, ofExamples: boolean): HTMLElement {
  const rows = allRules.flatMap(({ id, statement, basis, citation, question }) => {
    const count = rules.get(id)
    if (count === undefined) return []
    return [
      h(
        'tr',
        { id: `rule-${id}`, tabindex: '-1' },
        h('th', { scope: 'row' }, h('code', {}, id)),
        h('td', {}, question.replaceAll('-', ' ')),
        h('td', {}, statement, ' ', citationLink(citation)),
        h('td', {}, basis),
        h('td', { class: 'number' }, String(count)),
      ),
    ]
  })
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, 'Rules used'),
    h(
      'p',
      { class: 'lead' },
      `${rows.length} of ${allRules.length} rules decided something for this network and date${ofExamples ? ', in the sign-ins of one person of each group with equal outcomes' : ''}.`,
    ),
    table(['Rule', 'Question', 'Statement', 'Basis', 'Decisions'], rows),
  )
}

function table(head: readonly string[], rows: readonly Node[]): HTMLElement {
  return h(
    'div',
    { class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': head[0] ?? '' },
    h(
      'table',
      { class: 'plain wide' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((word) => h('th', { scope: 'col' }, word)),
        ),
      ),
      h('tbody', {}, rows),
    ),
  )
}
