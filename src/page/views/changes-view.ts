import { purposeWords } from '../../report/wording/nouns.ts'
import { capital, listed } from '../../report/wording/phrasing.ts'
import { editWords } from '../edit/edit.ts'
import { dateText } from '../parts/dates.ts'
import { type Child, h } from '../parts/dom.ts'
import { numberText } from '../parts/numbers.ts'
import type { CellSummary } from '../plan/cell-summary.ts'
import type { Person } from '../plan/plan.ts'
import { type App, isChanged, live, thenOf, viewpointOf } from '../state/app.ts'
import { toneWords } from '../state/cell.ts'
import { type Changed, comparison, peopleIn } from '../state/changes.ts'
import { textWords, usualDate } from '../state/stages.ts'
import type { State } from '../state/state.ts'
import { inPieces, work } from '../state/work.ts'

const mostNamed = 4
const mostShown = 300

/** What changes against the file, or against the stage before. */
export function changesView(app: App): HTMLElement {
  const body = h('div', { 'aria-live': 'polite' })
  const line = work()
  const start = (state: State): Child => {
    line.stop()
    if (!isChanged(app, state)) {
      body.replaceChildren(
        h('p', { class: 'empty' }, 'No changes yet. Move the date or change a setting under “What if”.'),
      )
      return undefined
    }
    const then = thenOf(app, state)
    const compared = comparison({
      before: then.plan,
      after: app.plan(state),
      viewBefore: then.view,
      viewAfter: viewpointOf(app.plan(state), state),
    })
    body.replaceChildren(h('p', { class: 'hint unfinished' }, 'Comparing …'))
    line.start(inPieces(compared.pieces), () => body.replaceChildren(...shown(app, state, compared.result())))
    return undefined
  }
  live(app, h('div', {}), (state) => [state.edits, state.at, state.signals, state.against], start, 'changes')
  return h('section', { class: 'page-part what-changes' }, h('h2', {}, 'What changes'), body)
}

function shown(app: App, state: State, changes: readonly Changed[]): readonly Node[] {
  const tried = [
    ...(state.at === usualDate(app, state)
      ? []
      : [`the date ${dateText(state.at)} instead of ${dateText(app.base.tenant.asOf)}`]),
    ...(state.texts === undefined ? [] : [textWords(app, state)]),
    ...state.edits.map(editWords),
    ...state.signals,
  ]
  const { words } = thenOf(app, state)
  const lead = h('p', { class: 'lead' }, 'Changed: ', h('bdi', {}, listed(tried)), '.')
  if (changes.length === 0) return [lead, h('p', { class: 'empty' }, `Every sign-in has the same outcome as ${words}.`)]
  const people = peopleIn(changes)
  const count = `${changes.length} ${changes.length === 1 ? 'kind' : 'kinds'} of sign-in of ${numberText(people)} ${people === 1 ? 'user' : 'users'} change.`
  const rows = changes.slice(0, mostShown).map((change) => rowOf(app, state, change))
  const head = ['People', 'Client', 'Purpose', 'From', capital(words), 'Now']
  return [
    lead,
    h('p', {}, h('b', {}, count)),
    h(
      'div',
      { class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': 'Changes' },
      h(
        'table',
        { class: 'plain' },
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
    ),
    ...(changes.length > mostShown ? [h('p', { class: 'hint' }, `and ${changes.length - mostShown} more`)] : []),
  ]
}

function rowOf({ store, base }: App, state: State, change: Changed): HTMLElement {
  const { people, client, clientName, purposes, networks, before, after } = change
  const [first] = people
  const [purpose] = purposes
  const open = (): void => {
    const network = networks.includes(state.network) ? state.network : networks[0]
    if (first === undefined || network === undefined || purpose === undefined) return
    store.set({ view: 'credentials', network, cell: { user: first.name, client, purpose } }, 'push')
  }
  const alike = before?.tone === after?.tone && before?.note === after?.note
  return h(
    'tr',
    {},
    h('td', {}, peopleWords(people)),
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', onclick: open }, h('bdi', {}, clientName))),
    h('td', {}, listed(purposes.map((one) => purposeWords[one]))),
    h('td', {}, networks.length === base.tenant.networks.size ? 'everywhere' : listed(networks)),
    h('td', {}, badge(before), alike && told(before)),
    h('td', {}, badge(after), alike && told(after)),
  )
}

/** What tells two badges apart that look the same. */
const told = (summary: CellSummary | undefined): Child =>
  summary !== undefined && summary.by !== '' && h('div', { class: 'under' }, summary.by)

function peopleWords(people: readonly Person[]): Child {
  const named = people.slice(0, mostNamed).map(({ displayName }) => displayName)
  const others = people.reduce((sum, { count }) => sum + count, 0) - named.length
  return h('bdi', {}, others > 0 ? `${named.join(', ')} and ${numberText(others)} more` : listed(named))
}

/** An answer as a colored word with its sign. */
export function badge(summary: CellSummary | undefined): Child {
  if (summary === undefined) return h('span', { class: 'under' }, 'not used')
  const { symbol, name } = toneWords(summary.tone)
  return h(
    'span',
    { class: `badge tone-${summary.tone}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol),
    ` ${name}`,
    summary.note !== '' && h('span', { class: 'note' }, summary.note),
  )
}
