import { purposeWords } from '../../report/wording/nouns.ts'
import { purposes } from '../../vocabulary/requests.ts'
import { type Child, h } from '../parts/dom.ts'
import { selectOf } from '../parts/fields.ts'
import { numberText } from '../parts/numbers.ts'
import type { Tone } from '../plan/cell-summary.ts'
import { type App, isChanged, thenOf } from '../state/app.ts'
import type { MatrixContent } from '../state/board.ts'
import { tones, toneWords } from '../state/cell.ts'
import { type Grouping, groupings, type State } from '../state/state.ts'

const groupWords: Readonly<Record<Grouping, string>> = {
  none: 'not grouped',
  equal: 'by same outcomes',
  domain: 'by domain',
  mfa: 'by MFA state',
}

/** What stands above the matrix: searches, choices, and the legend, which is a filter too. */
export function matrixBar(app: App, state: State, board: MatrixContent): readonly Node[] {
  const { store } = app
  const turn = h(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-key': 'turn',
      title: 'Swap rows and columns',
      onclick: () => store.set({ turned: !store.get().turned }),
    },
    state.turned ? '⇄ users as rows' : '⇄ clients as rows',
  )
  const bar = h(
    'div',
    { class: 'bar' },
    searchField(app, state, 'users', 'People'),
    searchField(app, state, 'clients', 'Clients'),
    purposeField(app, state),
    selectOf({
      label: 'Group',
      key: 'group',
      value: state.group,
      options: groupings.map((group) => [group, groupWords[group]] as const),
      choose: (group) => store.set({ group: groupings.find((one) => one === group) ?? 'none' }),
    }),
    turn,
  )
  return [bar, legend(app, state, board)]
}

function searchField({ store }: App, state: State, key: 'users' | 'clients', label: string): Child {
  const input = h('input', {
    type: 'search',
    value: state[key],
    placeholder: 'search',
    'data-key': `search ${key}`,
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => store.set({ [key]: input.value }),
  })
  return h('label', { class: 'field' }, h('span', {}, label), input)
}

function purposeField(app: App, state: State): Child {
  const used = purposes.filter((purpose) => isUsed(app, purpose))
  return selectOf({
    label: 'Purpose',
    key: 'purpose',
    value: state.purpose,
    options: [['main', 'default'], ...used.map((purpose) => [purpose, purposeWords[purpose]] as const)],
    choose: (wanted) => app.store.set({ purpose: used.find((purpose) => purpose === wanted) ?? 'main' }),
  })
}

function isUsed({ base }: App, purpose: (typeof purposes)[number]): boolean {
  for (const client of base.tenant.clients.values()) if (client.product.protocols[purpose] !== undefined) return true
  return false
}

/** How often each answer occurs; a press leaves only the people and clients that have it. */
function legend(app: App, state: State, board: MatrixContent): Node {
  const counts = new Map<Tone, number>()
  let changed = 0
  for (const { people } of board.sections)
    for (const person of people)
      for (const client of board.clients) {
        const { summary, before } = board.cell(person, client)
        if (summary !== undefined) counts.set(summary.tone, (counts.get(summary.tone) ?? 0) + person.count)
        if (before !== undefined) changed += person.count
      }
  const shown = tones.filter((tone) => counts.has(tone) || state.tones.includes(tone))
  return h(
    'div',
    { class: 'legend', role: 'group', 'aria-label': 'Legend and filter' },
    shown.map((tone) => toneChip(app, state, tone, counts.get(tone) ?? 0)),
    (isChanged(app, state) || state.changedOnly) &&
      h(
        'button',
        {
          type: 'button',
          class: 'chip chip-changed',
          'data-key': 'chip changed',
          'aria-pressed': String(state.changedOnly),
          title: `outcomes that differ from what they are ${thenOf(app, state).words}`,
          onclick: () => app.store.set({ changedOnly: !app.store.get().changedOnly }),
        },
        h('span', { class: 'symbol', 'aria-hidden': 'true' }, '△'),
        ` changed `,
        h('b', {}, numberText(changed)),
      ),
  )
}

function toneChip({ store }: App, state: State, tone: Tone, count: number): Node {
  const { name, symbol, says } = toneWords(tone)
  const on = state.tones.includes(tone)
  return h(
    'button',
    {
      type: 'button',
      class: `chip tone-${tone}`,
      'data-key': `chip ${tone}`,
      'aria-pressed': String(on),
      title: says,
      onclick: () => {
        const before = store.get().tones
        store.set({ tones: on ? before.filter((one) => one !== tone) : [...before, tone] })
      },
    },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol),
    ` ${name} `,
    h('b', {}, numberText(count)),
  )
}
