import { type PolicyInWords, policyInWords } from '../../analysis/wording/policy-in-words.ts'
import { impactOf, type Weighing, weighingOf } from '../../proof/impact.ts'
import { sideOf } from '../../proof/side.ts'
import { type ImpactWords, impactInWords } from '../../report/text/impact-report.ts'
import { capital } from '../../report/wording/phrasing.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Instant, PolicyName } from '../../vocabulary/requests.ts'
import { type Child, h } from '../parts/dom.ts'
import type { Plan } from '../plan/plan.ts'
import { type App, live } from '../state/app.ts'
import type { State } from '../state/state.ts'

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
  const head = ['Policy', 'Users', 'Protects', 'When', 'Demands'].map((word) => h('th', { scope: 'col' }, word))
  return [
    h('h2', {}, 'Every policy'),
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
          policies.map((policy) => {
            const open = state.policy === policy.name
            const row = rowOf(app, open, policy, policyInWords(policy, tenant))
            return open ? [row, impactRow(impacts(state, policy.name))] : row
          }),
        ),
      ),
    ),
  ]
}

function rowOf({ store }: App, open: boolean, policy: Policy, words: PolicyInWords): HTMLElement {
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
    h('th', { scope: 'row' }, name, words.state !== 'enforced' && h('span', { class: 'kind' }, words.state)),
    cell(words.users),
    cell(words.resources),
    cell([...words.conditions, ...words.notUnderstood.map((what) => `Not understood: ${what}`)]),
    cell([...words.grant, ...words.session]),
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
  const { needed, regions } = impact
  return [
    h('p', {}, h('b', {}, capital(needed), '.')),
    h(
      'ul',
      {},
      regions.map(({ does, such }) => h('li', {}, capital(does), h('p', { class: 'under' }, such))),
    ),
  ]
}
