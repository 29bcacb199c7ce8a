import { purposeWords } from '../../report/wording/nouns.ts'
import { listed } from '../../report/wording/phrasing.ts'
import { type Dated, datedThings, dateText } from '../parts/dates.ts'
import { h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import { numberText } from '../parts/numbers.ts'
import type { Person, Plan } from '../plan/plan.ts'
import { type App, live, viewpointOf } from '../state/app.ts'
import { type Changed, comparison, peopleIn } from '../state/changes.ts'
import type { State } from '../state/state.ts'
import { work } from '../state/work.ts'
import { badge } from './changes-view.ts'
import { citationLink, lineOf } from './citing.ts'

/** Comparisons that are made without being asked for. */
const mostUnasked = 40_000
const mostShown = 8
const mostNamed = 4

/** Everything dated, in order, with the sign-ins that change on that day. */
export function timelineView(app: App): HTMLElement {
  const list = live(
    app,
    h('div', { class: 'only-effects' }),
    (state) => [state.edits, state.network, state.signals],
    (state) => entriesOf(app, state),
    'timeline',
  )
  const mark = (state: State): void => {
    for (const entry of list.querySelectorAll<HTMLElement>('[data-at]'))
      entry.classList.toggle('past', Number(entry.dataset['at']) <= state.at)
  }
  app.store.listen(mark)
  mark(app.store.get())
  return h(
    'section',
    { class: 'page-part' },
    h('h2', {}, 'Timeline'),
    h(
      'p',
      { class: 'lead' },
      'The dates on which sign-ins of this plan change, with what the vendor or the file says. Past ones are filled in.',
    ),
    h(
      'label',
      { class: 'tick-box' },
      h('input', {
        type: 'checkbox',
        onchange: ({ target }) =>
          list.classList.toggle('only-effects', !(target instanceof HTMLInputElement && target.checked)),
      }),
      ' also dates that change no sign-in in this plan',
    ),
    list,
  )
}

interface Entry {
  readonly element: HTMLElement
  readonly compare: () => void
}

function entriesOf(app: App, state: State): HTMLElement {
  const plan = app.plan(state)
  const days = new Map<number, Dated[]>()
  for (const one of datedThings(plan.tenant)) days.set(one.at, [...(days.get(one.at) ?? []), one])
  const line = work()
  const entries = [...days].map(([at, things]) => entryOf(app, state, plan, at, things))
  const networks = plan.tenant.networks.size
  const each = plan.population.classes.length * plan.tenant.clients.size * networks * 4
  if (each * entries.length <= mostUnasked) {
    let next = 0
    line.start(
      () => {
        entries[next]?.compare()
        next += 1
        return next < entries.length
      },
      () => undefined,
    )
  }
  const list = h(
    'ol',
    { class: 'timeline' },
    entries.map(({ element }) => element),
  )
  return list
}

function entryOf(app: App, state: State, plan: Plan, at: number, things: readonly Dated[]): Entry {
  const result = h('div', { class: 'day-changes', 'aria-live': 'polite' })
  const compare = (): void =>
    compareDays(app, state, plan, at, {
      tell: (share) => result.replaceChildren(h('p', { class: 'hint' }, `Deciding … ${Math.floor(share * 100)} %`)),
      show: (changes) => {
        result.replaceChildren(...changesOf(changes))
        element.classList.toggle('without-effect', changes.length === 0)
      },
    })
  result.append(button('What changes?', compare, { kind: 'quiet' }))
  const judge = button('evaluate here', () => app.store.set({ at }), {
    kind: 'quiet',
    title: `Evaluate the plan at ${dateText(at)}`,
  })
  const element = h(
    'li',
    { class: `day${at <= state.at ? ' past' : ''}`, 'data-at': at },
    h('div', { class: 'day-date' }, h('time', { datetime: dateText(at) }, dateText(at)), judge),
    h(
      'div',
      { class: 'day-body' },
      onceEach(things).map((thing) => thingOf(app, state, thing)),
      result,
    ),
  )
  return { element, compare }
}

interface DaysCompared {
  readonly tell: (share: number) => void
  readonly show: (changes: readonly Changed[]) => void
}

/** Compares a plan at an instant with the one right before. */
function compareDays(app: App, state: State, plan: Plan, at: number, { tell, show }: DaysCompared): void {
  const view = viewpointOf(plan, state)
  const viewBefore = { ...view, at: at - 1 }
  const viewAfter = { ...view, at }
  const ready = ([after = plan, before = plan]: readonly Plan[]): void => {
    const compared = comparison({ before, after, viewBefore, viewAfter })
    for (const piece of compared.pieces) piece()
    show(compared.result())
  }
  const looks = [viewAfter, viewBefore].map((one) => ({ plan, ...one }))
  app.grouping.group(looks, work(), { tell, ready })
}

/** What is dated for several services or protocols is said once. */
function onceEach(things: readonly Dated[]): readonly Dated[] {
  return [...new Map(things.map((thing) => [thing.words, thing])).values()]
}

function thingOf(app: App, state: State, thing: Dated): HTMLElement {
  return h(
    'p',
    {},
    h('span', { class: `kind kind-${thing.kind}` }, thing.kind === 'vendor' ? 'vendor' : 'event'),
    ' ',
    h('bdi', {}, thing.words),
    ' ',
    thing.kind === 'vendor'
      ? citationLink(thing.citation)
      : thing.event.origin !== undefined && lineOf(app, state, thing.event.origin),
  )
}

function usersIn(people: readonly Person[]): string {
  const count = people.reduce((sum, person) => sum + person.count, 0)
  return count === 1 ? (people[0]?.displayName ?? '') : `${numberText(count)} users`
}

function changesOf(changes: readonly Changed[]): readonly Node[] {
  if (changes.length === 0) return [h('p', { class: 'hint' }, 'No sign-in in this plan changes.')]
  const people = peopleIn(changes)
  const clients = [...new Set(changes.map(({ clientName }) => clientName))]
  const rows = changes
    .slice(0, mostShown)
    .map(({ clientName, purposes, before, after, people: of }) =>
      h(
        'li',
        {},
        h('bdi', {}, clientName),
        `, ${listed(purposes.map((one) => purposeWords[one]))} (${usersIn(of)}): `,
        badge(before),
        ' → ',
        badge(after),
      ),
    )
  const more = changes.length - rows.length
  const who = `Changes sign-ins of ${people === 1 ? (changes[0]?.people[0]?.displayName ?? '1 user') : `${numberText(people)} users`}`
  const tools = clients.length > mostNamed ? `${clients.length} clients` : listed(clients)
  return [
    h('p', { class: 'day-sum' }, h('b', {}, h('bdi', {}, `${who} with ${tools}.`))),
    h(
      'details',
      {},
      h('summary', {}, 'before and after'),
      h('ul', { class: 'day-list' }, rows),
      more > 0 && h('p', { class: 'hint' }, `and ${more} more`),
    ),
  ]
}
