import type { ArchitectureView } from '../../report/drawing/architecture-view.ts'
import { purposeWords } from '../../report/wording/nouns.ts'
import { sessionSentence } from '../../report/wording/outcomes.ts'
import type { Purpose } from '../../vocabulary/requests.ts'
import { type Child, h } from '../parts/dom.ts'
import { button, selectOf } from '../parts/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { type App, viewpointOf } from '../state/app.ts'
import { purposesFor, tracesFor } from '../state/cell.ts'
import type { OpenCell, State } from '../state/state.ts'
import { type Route, routeOf } from './architecture-trace.ts'

/** Most people that are offered in a list. */
const mostPeople = 300

/** The sign-in that is traced through the picture, message by message, and the choice of another one. */
export function tracedPart(
  app: App,
  state: State,
  view: ArchitectureView,
): { readonly route: Route | undefined; readonly part: Child } {
  const { cell } = state
  const plan = app.plan(state)
  const person = plan.byName.get(cell?.user ?? '')
  const client = plan.tenant.clients.get(cell?.client ?? '')
  if (cell === undefined || person === undefined || client === undefined)
    return { route: undefined, part: h('section', { class: 'arch-trace' }, heading(), choices(app, state, undefined)) }
  const { network, signals } = viewpointOf(plan, state)
  const traces = tracesFor(plan, { ...cell, network, at: state.at, signals }, person)
  const route = routeOf(plan.population.tenant, view, traces)
  return {
    route,
    part: h(
      'section',
      { class: 'arch-trace' },
      heading(),
      choices(app, state, cell),
      h('p', { class: 'sentence' }, traces.length === 0 ? notUsed : sessionSentence(traces, state.audience)),
      h(
        'p',
        { class: 'actions' },
        button('Open the session', () => app.store.set({ view: 'credentials' }, 'push'), { key: 'open traced' }),
        ' ',
        button('Trace none', () => app.store.set({ cell: undefined }, 'push'), { key: 'trace none' }),
      ),
      h(
        'ol',
        { class: 'hops' },
        route.hops.map(({ words }) => h('li', {}, words)),
      ),
    ),
  }
}

const notUsed = 'This client is not used for this purpose here.'
const heading = (): Child => h('h3', {}, 'Trace a sign-in')

function choices(app: App, state: State, cell: OpenCell | undefined): Child {
  const plan = app.plan(state)
  if (plan.people.length > mostPeople)
    return h('p', { class: 'hint' }, 'Open a cell under “Credentials”: its sign-in is traced here.')
  const clients = [...plan.tenant.clients.values()]
  const [firstClient] = clients
  const [firstPerson] = plan.people
  const named = (all: readonly { readonly name: string; readonly displayName: string }[]): readonly Option[] => [
    ...(cell === undefined ? [none] : []),
    ...all.map(({ name, displayName }): Option => [name, displayName]),
  ]
  const set = (user: string, client: string): void => {
    const possible = purposesOfPair(plan, state, user, client)
    const purpose = possible.find((one) => one === cell?.purpose) ?? possible[0]
    app.store.set({ cell: purpose === undefined ? undefined : { user, client, purpose } }, 'push')
  }
  const person = {
    label: 'Person',
    key: 'trace person',
    value: cell?.user ?? '',
    options: named(plan.people),
    wide: true,
  }
  const client = {
    label: 'Client',
    key: 'trace client',
    value: cell?.client ?? '',
    options: named(clients),
    wide: true,
  }
  return h(
    'div',
    { class: 'trace-choices' },
    selectOf({ ...person, choose: (user) => set(user, cell?.client ?? firstClient?.name ?? '') }),
    selectOf({ ...client, choose: (name) => set(cell?.user ?? firstPerson?.name ?? '', name) }),
    cell !== undefined && purposeChoice(app, purposesOfPair(plan, state, cell.user, cell.client), cell),
  )
}

type Option = readonly [value: string, words: string]
const none: Option = ['', 'choose …']

function purposesOfPair(plan: Plan, { at }: State, user: string, name: string): readonly Purpose[] {
  const person = plan.byName.get(user)
  const client = plan.tenant.clients.get(name)
  return person === undefined || client === undefined ? [] : purposesFor(plan, person, client, at)
}

function purposeChoice(app: App, purposes: readonly Purpose[], cell: OpenCell): Child {
  if (purposes.length < 2) return undefined
  const choose = (value: string): void => {
    const purpose = purposes.find((one) => one === value)
    if (purpose !== undefined) app.store.set({ cell: { ...cell, purpose } }, 'push')
  }
  const options = purposes.map((purpose): Option => [purpose, purposeWords[purpose]])
  return selectOf({ label: 'Purpose', key: 'trace purpose', value: cell.purpose, options, choose, wide: true })
}
