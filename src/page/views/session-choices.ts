import { purposeWords } from '../../report/wording/nouns.ts'
import { type Child, h } from '../parts/dom.ts'
import type { CellSummary } from '../plan/cell-summary.ts'
import { type App, viewpointOf } from '../state/app.ts'
import { purposesFor, summaryFor, toneWords } from '../state/cell.ts'
import type { OpenCell, State } from '../state/state.ts'

/** What the client is used for and from where: each choice shows its own answer. */
export function choicesOf(app: App, state: State, cell: OpenCell): Child {
  const plan = app.plan(state)
  const person = plan.byName.get(cell.user)
  const client = plan.tenant.clients.get(cell.client)
  if (person === undefined || client === undefined) return undefined
  const viewpoint = viewpointOf(plan, state)
  const networks = [...plan.tenant.networks.keys()]
  const purposes = purposesFor(plan, person, client, viewpoint.at).map((purpose) =>
    choice({
      name: purposeWords[purpose],
      key: `purpose ${purpose}`,
      summary: summaryFor(plan, person, client, purpose, viewpoint),
      on: purpose === cell.purpose,
      choose: () => app.store.set({ cell: { ...cell, purpose } }, 'push'),
    }),
  )
  const places = networks.map((network) =>
    choice({
      name: `from ${network}`,
      key: `network ${network}`,
      summary: summaryFor(plan, person, client, cell.purpose, { ...viewpoint, network }),
      on: network === viewpoint.network,
      choose: () => app.store.set({ network }, 'push'),
    }),
  )
  return [
    h('div', { class: 'purposes', role: 'group', 'aria-label': 'Purpose' }, purposes),
    networks.length > 1 && h('div', { class: 'purposes', role: 'group', 'aria-label': 'Network' }, places),
  ]
}

interface Choice {
  readonly name: string
  readonly key: string
  readonly summary: CellSummary | undefined
  readonly on: boolean
  readonly choose: () => void
}

function choice({ name, key, summary, on, choose }: Choice): HTMLElement {
  const tone = summary && toneWords(summary.tone)
  return h(
    'button',
    {
      type: 'button',
      class: `chip${summary === undefined ? '' : ` tone-${summary.tone}`}`,
      'aria-pressed': String(on),
      'data-key': key,
      title: summary === undefined ? undefined : [tone?.name, summary.note].filter((word) => word !== '').join(', '),
      onclick: choose,
    },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, tone?.symbol ?? '·'),
    ' ',
    h('bdi', {}, name),
    tone !== undefined && h('span', { class: 'for-reader' }, `: ${tone.name}`),
  )
}
