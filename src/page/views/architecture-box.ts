import type { ArchitectureBox, ArchitectureView } from '../../report/drawing/architecture-view.ts'
import { purposeWords } from '../../report/wording/nouns.ts'
import { listed } from '../../report/wording/phrasing.ts'
import { counted } from '../../vocabulary/counted.ts'
import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import { linkSentence } from '../plan/architecture-of.ts'
import type { Person } from '../plan/plan.ts'
import { type App, viewpointOf } from '../state/app.ts'
import { toneWords } from '../state/cell.ts'
import { type Reaching, reaching } from '../state/reached.ts'
import type { State } from '../state/state.ts'
import type { Work } from '../state/work.ts'
import { linesFor } from './architecture-settings.ts'
import { lineOf } from './citing.ts'

const mostLines = 40
const perPiece = 60

/** A box of the picture: what the file says of it, how it is joined to the others, and which sign-ins it takes part in. */
export function boxPart(app: App, state: State, view: ArchitectureView, box: ArchitectureBox, line: Work): Child {
  const { tenant } = app.plan(state)
  const lines = linesFor(tenant, box.id)
  const joined = linkSentence({ ...view, links: view.links.filter(({ from, to }) => from === box.id || to === box.id) })
  const takesPart = box.kind === 'people' || box.kind === 'network' ? undefined : h('div', {}, waiting)
  if (takesPart !== undefined) listSignIns(app, state, box, takesPart, line)
  return h(
    'section',
    { class: 'arch-box', 'aria-label': box.name },
    h(
      'div',
      { class: 'part-head' },
      h('h3', {}, h('bdi', {}, box.name)),
      button('×', () => app.store.set({ box: undefined }), { kind: 'icon', key: 'close box', title: 'Close' }),
    ),
    box.facts.length > 0 && h('p', { class: 'hint' }, box.facts.join(' · ')),
    h('h4', {}, 'In the file'),
    lines.length === 0
      ? h('p', { class: 'hint' }, 'The file says nothing about it.')
      : h(
          'ul',
          { class: 'file-lines' },
          lines.slice(0, mostLines).map((origin) => h('li', {}, lineOf(app, state, origin))),
          lines.length > mostLines && h('li', { class: 'hint' }, `and ${lines.length - mostLines} more lines`),
        ),
    joined.length > 0 && [
      h('h4', {}, 'Connections'),
      h(
        'ul',
        {},
        joined.map((sentence) => h('li', {}, sentence)),
      ),
    ],
    takesPart !== undefined && [h('h4', {}, `Sign-ins from ${viewpointOf(app.plan(state), state).network}`), takesPart],
  )
}

const waiting = 'Playing the sign-ins …'

function listSignIns(app: App, state: State, box: ArchitectureBox, place: HTMLElement, line: Work): void {
  const plan = app.plan(state)
  const provider = (person: Person): string =>
    `provider ${(plan.tenant.users.get(person.name) ?? plan.population.tenant.users.get(person.name))?.domain?.identityProvider?.name ?? ''}`
  const takesPart = (person: Person, actor: string): boolean =>
    actor === 'federated-idp' ? provider(person) === box.id : actor === box.id
  const playing = reaching(plan, viewpointOf(plan, state), box.id === 'clients' ? () => true : takesPart)
  let made: readonly Reaching[] | undefined
  const piece = (): boolean => {
    for (let step = 0; step < perPiece && made === undefined; step += 1) {
      const next = playing.next()
      if (next.done === true) made = next.value
    }
    return made === undefined
  }
  line.start(piece, () => place.replaceChildren(rows(app, made ?? [])), 'later')
}

function rows(app: App, found: readonly Reaching[]): HTMLElement {
  if (found.length === 0) return h('p', { class: 'hint' }, 'It takes part in none.')
  return h(
    'ul',
    { class: 'reaching' },
    found.map((one) => h('li', {}, row(app, one))),
  )
}

function row(app: App, { client, purposes, summary, people }: Reaching): Child {
  const [user] = people.keys()
  const [purpose] = purposes
  const { symbol, name } = toneWords(summary.tone)
  const count = [...people.values()].reduce((sum, person) => sum + person.count, 0)
  const trace = (): void => {
    if (user !== undefined && purpose !== undefined)
      app.store.set({ cell: { user, client: client.name, purpose } }, 'push')
  }
  return [
    h(
      'button',
      { type: 'button', class: `chip tone-${summary.tone}`, onclick: trace, title: 'Trace it in the picture' },
      h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol),
      ' ',
      h('bdi', {}, client.displayName),
      h('span', { class: 'for-reader' }, `: ${name}`),
    ),
    ` ${[name, summary.note].filter((word) => word !== '').join(', ')} `,
    h(
      'span',
      { class: 'under' },
      `${counted(count, 'person', 'people')} to ${listed([...purposes].map((one) => purposeWords[one]))}`,
    ),
  ]
}
