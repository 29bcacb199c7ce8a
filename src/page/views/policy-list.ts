import { type PolicyInWords, policyInWords } from '../../analysis/wording/policy-in-words.ts'
import { impactOf, type Weighing, weighingOf } from '../../proof/impact.ts'
import { sideOf } from '../../proof/side.ts'
import { type ImpactWords, impactInWords } from '../../report/text/impact-report.ts'
import { policyColumns, policyMatrixCsv, policyMatrixMarkdown } from '../../report/text/policy-matrix.ts'
import { capital } from '../../report/wording/phrasing.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Instant, PolicyName } from '../../vocabulary/requests.ts'
import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { type App, live } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { copyText } from './copy.ts'
import { saveFile } from './diagram-part.ts'

/** Every policy with its conditions in words; a click shows what depends on it alone and what else covers it. */
export function policyList(app: App): HTMLElement {
  const impacts = impactsOf(app)
  return live(
    app,
    h('section', { class: 'policy-list' }),
    ({ edits, at, policy }) => [edits, at, policy],
    (state) => listOf(app, state, impacts),
    'policies',
  )
}

function listOf(app: App, state: State, impacts: ImpactFor): Child {
  const { tenant: declared } = app.plan(state).population
  const tenant = tenantAt(declared, state.at)
  const { policies } = tenant.conditionalAccess
  if (policies.length === 0) return undefined
  const head = ['Policy', ...policyColumns.map(([heading]) => heading)].map((word) => h('th', { scope: 'col' }, word))
  const words = policies.map((policy) => policyInWords(policy, tenant))
  return [
    h('div', { class: 'part-head' }, h('h2', {}, 'Every policy'), exports(app, words)),
    h('p', { class: 'lead' }, 'Open a policy to see which sign-ins depend on it alone, over every possible sign-in.'),
    h(
      'div',
      { class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': 'Every policy' },
      h(
        'table',
        { class: 'plain policy-table' },
        h('thead', {}, h('tr', {}, head)),
        h(
          'tbody',
          {},
          words.map((policy) => {
            const open = state.policy === policy.name
            const row = rowOf(app, open, policy)
            return open ? [row, impactRow(impacts(state, policy.name))] : row
          }),
        ),
      ),
    ),
  ]
}

function exports(app: App, policies: readonly PolicyInWords[]): HTMLElement {
  const save = (): void => saveFile('policy-matrix.csv', policyMatrixCsv(policies), 'text/csv')
  const copy = (): void => void copyText(app, 'the policies', policyMatrixMarkdown(policies))
  return h(
    'div',
    { class: 'actions' },
    button('Save CSV', save, { key: 'save policies' }),
    button('Copy Markdown', copy, { key: 'copy policies' }),
  )
}

function rowOf({ store }: App, open: boolean, policy: PolicyInWords): HTMLElement {
  const toggle = (): void => store.set({ policy: open ? undefined : policy.name })
  const name = h(
    'button',
    {
      type: 'button',
      class: 'link',
      'aria-expanded': String(open),
      'data-key': `policy ${policy.name}`,
      onclick: toggle,
    },
    h('bdi', {}, policy.name),
  )
  const cell = (sentences: readonly string[]): HTMLElement =>
    h(
      'td',
      {},
      sentences.map((sentence) => h('p', {}, sentence)),
    )
  return h(
    'tr',
    { class: open ? 'chosen' : undefined, id: open ? 'open-policy' : undefined },
    h('th', { scope: 'row' }, name, policy.state !== 'enforced' && h('span', { class: 'kind' }, policy.state)),
    policyColumns.map(([, said]) => cell(said(policy))),
  )
}

const impactRow = (impact: ImpactWords | undefined): HTMLElement =>
  h('tr', { class: 'impact' }, h('td', { colspan: 5 }, h('div', { class: 'impact-words' }, impactPart(impact))))

type ImpactFor = (state: State, name: PolicyName) => ImpactWords | undefined

/** Impacts over one preparation of the policies, which is kept while neither the plan nor the date changes. */
function impactsOf(app: App): ImpactFor {
  let kept: { readonly plan: Plan; readonly at: Instant; readonly weighing: Weighing } | undefined
  return (state, name) => {
    const { at } = state
    const plan = app.plan(state)
    if (kept?.plan !== plan || kept.at !== at)
      kept = { plan, at, weighing: weighingOf(sideOf(plan.population.tenant, at)) }
    const impact = impactOf(kept.weighing, name)
    return impact === undefined ? undefined : impactInWords(impact)
  }
}

function impactPart(impact: ImpactWords | undefined): Child {
  if (impact === undefined) return h('p', {}, 'Switched off: it does nothing.')
  const { needed, regions, more } = impact
  return [
    h('p', {}, h('b', {}, capital(needed), '.')),
    h(
      'ul',
      {},
      regions.map(({ does, such }) => h('li', {}, capital(does), h('p', { class: 'under' }, such))),
    ),
    more.map((line) => h('p', {}, capital(line))),
  ]
}
