import type { ArchitectureView } from '../../report/drawing/architecture-view.ts'
import { purposeWords } from '../../report/wording/nouns.ts'
import { sessionSentence } from '../../report/wording/outcomes.ts'
import { type Child, h } from '../parts/dom.ts'
import { button, selectOf } from '../parts/fields.ts'
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
  const none = ['', 'choose …'] as const
  const set = (user: string, client: string, purpose?: string): void => {
    const person = plan.byName.get(user)
    const of = plan.tenant.clients.get(client)
    const possible = person === undefined || of === undefined ? [] : purposesFor(plan, person, of, state.at)
    const wanted = possible.find((one) => one === purpose) ?? possible[0]
    app.store.set({ cell: wanted === undefined ? undefined : { user, client, purpose: wanted } }, 'push')
  }
  const person = plan.byName.get(cell?.user ?? '')
  const clients = [...plan.tenant.clients.values()]
  const client = clients.find(({ name }) => name === cell?.client)
  const [firstClient] = clients
  const [firstPerson] = plan.people
  const purposes = person === undefined || client === undefined ? [] : purposesFor(plan, person, client, state.at)
  return h(
    'div',
    { class: 'trace-choices' },
    selectOf({
      label: 'Person',
      key: 'trace person',
      value: cell?.user ?? '',
      options: [
        ...(cell === undefined ? [none] : []),
        ...plan.people.map(({ name, displayName }) => [name, displayName] as const),
      ],
      choose: (user) => set(user, cell?.client ?? firstClient?.name ?? '', cell?.purpose),
      wide: true,
    }),
    selectOf({
      label: 'Client',
      key: 'trace client',
      value: cell?.client ?? '',
      options: [
        ...(cell === undefined ? [none] : []),
        ...clients.map(({ name, displayName }) => [name, displayName] as const),
      ],
      choose: (name) => set(cell?.user ?? firstPerson?.name ?? '', name, cell?.purpose),
      wide: true,
    }),
    purposes.length > 1 &&
      selectOf({
        label: 'Purpose',
        key: 'trace purpose',
        value: cell?.purpose ?? '',
        options: purposes.map((purpose) => [purpose, purposeWords[purpose]] as const),
        choose: (purpose) => set(cell?.user ?? '', cell?.client ?? '', purpose),
        wide: true,
      }),
  )
}
