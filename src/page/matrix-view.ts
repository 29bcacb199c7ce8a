import { purposeWords } from '../report/wording/nouns.ts'
import type { TenantClient } from '../tenant/tenant.ts'
import { type App, live } from './app.ts'
import { type Board, type BoardCell, boardOf, neededCells } from './board.ts'
import { type CellSummary, toneWords } from './cell.ts'
import { type Child, h } from './dom.ts'
import { moveInGrid } from './grid-keys.ts'
import { matrixBar } from './matrix-bar.ts'
import type { Person } from './plan.ts'
import type { State } from './state.ts'
import { work } from './work.ts'

/** Sessions played before the page is given back to its reader. */
const perPiece = 24
/** Rows drawn at first; more on demand. */
const mostRows = 250

/** What of the state the matrix hangs on. */
const reads = (state: State): readonly unknown[] => [
  state.edits,
  state.at,
  state.network,
  state.purpose,
  state.signals,
  state.users,
  state.clients,
  state.tones,
  state.changedOnly,
  state.group,
  state.turned,
]

/** The matrix: who needs which credential in which client. */
export function matrixView(app: App): HTMLElement {
  const bar = h('div', { class: 'matrix-bar' })
  const frame = h('div', { class: 'matrix-frame', tabindex: '-1' })
  const line = work()
  const trigger = h('div', { hidden: true })
  let rows = mostRows
  const show = (state: State): void => {
    const board = boardOf(app, state)
    drawFrame(
      frame,
      matrixBar(app, state, board),
      bar,
      tableOf(app, state, board, rows, () => more()),
    )
    markOpen(frame, state)
    frame.removeAttribute('aria-busy')
  }
  const more = (): void => {
    rows += 1000
    show(app.store.get())
  }
  const start = (state: State): Child => {
    const tasks = neededCells(app, state)
    let next = 0
    frame.setAttribute('aria-busy', 'true')
    line.start(
      () => {
        for (const end = next + perPiece; next < end && next < tasks.length; next += 1) tasks[next]?.()
        return next < tasks.length
      },
      () => show(state),
    )
    return undefined
  }
  live(app, trigger, reads, start, 'credentials')
  app.store.listen((state) => markOpen(frame, state))
  frame.addEventListener('keydown', (event) => moveInGrid(frame, event))
  return h('section', { class: 'matrix', 'aria-label': 'Credential matrix' }, bar, frame, trigger)
}

function drawFrame(frame: HTMLElement, barParts: readonly Node[], bar: HTMLElement, table: HTMLElement): void {
  const active = document.activeElement
  const key = active instanceof HTMLElement ? active.dataset['key'] : undefined
  const { scrollTop, scrollLeft } = frame
  const caret = active instanceof HTMLInputElement && active.type === 'search' ? active.selectionStart : null
  bar.replaceChildren(...barParts)
  frame.replaceChildren(table)
  frame.scrollTop = scrollTop
  frame.scrollLeft = scrollLeft
  if (key === undefined || document.activeElement === active) return
  const places = [...bar.querySelectorAll<HTMLElement>('[data-key]'), ...frame.querySelectorAll<HTMLElement>('button')]
  const again = places.find((one) => one.dataset['key'] === key)
  again?.focus({ preventScroll: true })
  if (again instanceof HTMLInputElement && caret !== null) again.setSelectionRange(caret, caret)
}

const cellKey = (person: string, client: string): string => `cell ${person} ${client}`

/** The open cell is told apart, and is the one that the tabulator key reaches. */
function markOpen(frame: HTMLElement, { cell }: State): void {
  const wanted = cell === undefined ? undefined : cellKey(cell.user, cell.client)
  const buttons = [...frame.querySelectorAll<HTMLElement>('button.cell')]
  const open = buttons.find((button) => button.dataset['key'] === wanted)
  for (const button of buttons) {
    button.tabIndex = -1
    button.removeAttribute('aria-current')
  }
  open?.setAttribute('aria-current', 'true')
  const reachable = open ?? buttons[0]
  if (reachable !== undefined) reachable.tabIndex = 0
}

function tableOf(app: App, state: State, board: Board, rows: number, more: () => void): HTMLElement {
  const people = board.sections.flatMap((section) => section.people)
  if (people.length === 0 || board.clients.length === 0)
    return h('p', { class: 'empty' }, 'Nothing matches. Take a filter back, or search for something else.')
  const turned = state.turned
  const columns = turned ? people : board.clients
  const head = h(
    'thead',
    {},
    h(
      'tr',
      {},
      h('th', { class: 'corner', scope: 'col' }, turned ? 'Client' : 'Person'),
      columns.map((column) => h('th', { scope: 'col' }, headingOf(column))),
    ),
  )
  const table = h('table', { class: 'board', role: 'grid', 'aria-label': 'Who needs which credential' }, head)
  let left = rows
  const body = (heading: string | undefined, entries: readonly Node[]): void => {
    const shown = entries.slice(0, Math.max(0, left))
    left -= entries.length
    if (shown.length === 0) return
    const title =
      heading !== undefined &&
      h('tr', { class: 'group' }, h('th', { colspan: columns.length + 1, scope: 'rowgroup' }, h('span', {}, heading)))
    table.appendChild(h('tbody', {}, title, shown))
  }
  if (turned)
    body(
      undefined,
      board.clients.map((client) =>
        rowOf(
          app,
          state,
          client,
          people.map((person) => board.cell(person, client)),
        ),
      ),
    )
  else
    for (const { heading, people: inSection } of board.sections)
      body(
        heading,
        inSection.slice(0, Math.max(0, left)).map((person) =>
          rowOf(
            app,
            state,
            person,
            board.clients.map((client) => board.cell(person, client)),
          ),
        ),
      )
  const count = turned ? board.clients.length : people.length
  return count <= rows
    ? table
    : h('div', {}, table, h('button', { class: 'more', type: 'button', onclick: more }, `Show all ${count} rows`))
}

function headingOf(one: Person | TenantClient): Child {
  const under = 'count' in one && one.count > 1 ? `and ${one.count - 1} alike` : one.name
  return [
    h('bdi', { class: 'name' }, one.displayName),
    under !== one.displayName && h('bdi', { class: 'under' }, under),
  ]
}

function rowOf(app: App, state: State, one: Person | TenantClient, cells: readonly BoardCell[]): Node {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, headingOf(one)),
    cells.map((cell) => h('td', { role: 'gridcell' }, cellButton(app, state, cell))),
  )
}

function cellButton(app: App, state: State, { person, client, summary, before }: BoardCell): Child {
  if (summary === undefined)
    return before === undefined
      ? h('span', { class: 'not-used', title: 'not used for this' }, '·')
      : h('span', { class: 'not-used changed' }, `· was ${beforeWords(before)}`)
  const { name, symbol } = toneWords(summary.tone)
  return h(
    'button',
    {
      type: 'button',
      class: `cell tone-${summary.tone}${before === undefined ? '' : ' changed'}`,
      'data-key': cellKey(person.name, client.name),
      title: summary.note,
      onclick: () =>
        app.store.set({ cell: { user: person.name, client: client.name, purpose: summary.purpose } }, 'push'),
    },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol),
    h('span', { class: 'word' }, name),
    h('span', { class: 'note' }, before === undefined ? noteOf(state, summary) : `was ${beforeWords(before)}`),
    h(
      'span',
      { class: 'for-reader' },
      `, ${person.displayName}, ${client.displayName}, ${purposeWords[summary.purpose]}`,
    ),
  )
}

function noteOf(state: State, { note, purpose }: CellSummary): string {
  return note === '' ? (state.purpose === 'main' ? purposeWords[purpose] : '') : note
}

function beforeWords(before: CellSummary | 'nothing'): string {
  return before === 'nothing'
    ? 'not used'
    : `${toneWords(before.tone).name}${before.note === '' ? '' : `, ${before.note}`}`
}
