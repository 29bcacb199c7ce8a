import type { TenantClient } from '../../tenant/tenant.ts'
import { type Child, h } from '../parts/dom.ts'
import { moveInGrid } from '../parts/grid-keys.ts'
import { numberText } from '../parts/numbers.ts'
import type { Person } from '../plan/plan.ts'
import { type App, live } from '../state/app.ts'
import { type MatrixCell, type MatrixContent, matrixContent, neededCells } from '../state/board.ts'
import { printing } from '../state/printing.ts'
import type { State } from '../state/state.ts'
import { inPieces, type Work, work } from '../state/work.ts'
import { cellButton, cellKey } from './cell-button.ts'
import { matrixBar } from './matrix-bar.ts'

/** Rows drawn at once, and in each further step. */
const firstRows = 32
const rowsAtOnce = 24

/** What of the state the matrix depends on. */
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
  state.against,
]

/** The matrix: who needs which credential in which client. */
export function matrixView(app: App): HTMLElement {
  const bar = h('div', { class: 'matrix-bar' })
  const frame = h('div', { class: 'matrix-frame', tabindex: '-1' })
  const line = work()
  const start = (state: State): Child => {
    const tasks = neededCells(app, state)
    frame.setAttribute('aria-busy', 'true')
    line.start(inPieces(tasks), () => show(app, state, bar, frame, line))
    return undefined
  }
  live(app, h('div', {}), reads, start, 'credentials')
  app.store.listen((state) => markOpen(frame, state))
  frame.addEventListener('keydown', (event) => moveInGrid(frame, event))
  return h('section', { class: 'matrix', 'aria-label': 'Credential matrix' }, bar, frame)
}

/** Draws the first rows at once and the others when the page has been shown. */
function show(app: App, state: State, bar: HTMLElement, frame: HTMLElement, line: Work): void {
  const board = matrixContent(app, state)
  const people = board.sections.flatMap((section) => section.people)
  const columns = state.turned ? people : board.clients
  const rows = rowsOf(app, state, board)
  const table = emptyTable(columns, state.turned ? 'Client' : 'Person')
  const first = printing.now ? rows.length : Math.max(firstRows, rowsDrawn(frame))
  fillTable(table, rows.slice(0, first), columns.length)
  const nothing = h('p', { class: 'empty' }, 'Nothing matches. Remove a filter or change the search.')
  drawFrame(frame, matrixBar(app, state, board), bar, rows.length === 0 || columns.length === 0 ? nothing : table)
  markOpen(frame, state)
  let next = first
  line.start(
    () => {
      fillTable(table, rows.slice(next, next + rowsAtOnce), columns.length)
      next += rowsAtOnce
      return next < rows.length
    },
    () => {
      markOpen(frame, app.store.get())
      frame.removeAttribute('aria-busy')
    },
    'later',
  )
}

/** As many rows as the reader has scrolled to. */
function rowsDrawn(frame: HTMLElement): number {
  return Math.ceil((frame.scrollTop + frame.clientHeight) / 30)
}

function drawFrame(frame: HTMLElement, barParts: readonly Node[], bar: HTMLElement, table: HTMLElement): void {
  const active = document.activeElement
  const key = active instanceof HTMLElement ? active.dataset['key'] : undefined
  const { scrollTop, scrollLeft } = frame
  const caret = active instanceof HTMLInputElement && active.type === 'search' ? active.selectionStart : null
  bar.replaceChildren(...barParts)
  frame.replaceChildren(table)
  if (scrollTop > 0) frame.scrollTop = scrollTop
  if (scrollLeft > 0) frame.scrollLeft = scrollLeft
  if (key === undefined || document.activeElement === active) return
  const places = [...bar.querySelectorAll<HTMLElement>('[data-key]'), ...frame.querySelectorAll<HTMLElement>('button')]
  const again = places.find((one) => one.dataset['key'] === key)
  again?.focus({ preventScroll: true })
  if (again instanceof HTMLInputElement && caret !== null) again.setSelectionRange(caret, caret)
}

/** The open cell is distinguished, and is the one that the tabulator key reaches. */
function markOpen(frame: HTMLElement, { cell }: State): void {
  const wanted = cell === undefined ? undefined : cellKey(cell.user, cell.client)
  const buttons = [...frame.querySelectorAll<HTMLElement>('button.cell')]
  const open = buttons.find((button) => button.dataset['key'] === wanted)
  for (const button of buttons) {
    button.tabIndex = -1
    button.removeAttribute('aria-current')
  }
  for (const heading of frame.querySelectorAll('th.of-open')) heading.classList.remove('of-open')
  const reachable = open ?? buttons[0]
  if (reachable !== undefined) reachable.tabIndex = 0
  if (open === undefined) return
  open.setAttribute('aria-current', 'true')
  markHeadings(frame, open)
  showBesidePanel(frame, open)
}

/** The headings of the open cell's row and column. */
function markHeadings(frame: HTMLElement, open: HTMLElement): void {
  const row = open.closest('tr')
  const column = open.closest('td')?.cellIndex ?? 0
  row?.querySelector('th')?.classList.add('of-open')
  frame.querySelector(`thead tr > :nth-child(${column + 1})`)?.classList.add('of-open')
}

/** The open cell is kept in sight when its session takes half of the page, clear of the headings that stay. */
function showBesidePanel(frame: HTMLElement, open: HTMLElement): void {
  requestAnimationFrame(() => {
    const place = (open.closest('td') ?? open).getBoundingClientRect()
    const box = frame.getBoundingClientRect()
    const left = box.left + (open.closest('tr')?.querySelector('th')?.clientWidth ?? 0)
    const top = box.top + (frame.querySelector('thead')?.clientHeight ?? 0)
    if (place.left < left) frame.scrollLeft -= left - place.left
    else if (place.right > box.right) frame.scrollLeft += place.right - box.right
    if (place.top < top) frame.scrollTop -= top - place.top
    else if (place.bottom > box.bottom) frame.scrollTop += place.bottom - box.bottom
  })
}

/** The widths keep the browser from measuring every cell before it shows one. */
function emptyTable(columns: readonly (Person | TenantClient)[], corner: string): HTMLElement {
  const head = h(
    'tr',
    {},
    h('th', { class: 'corner', scope: 'col' }, corner),
    columns.map((column) => h('th', { scope: 'col' }, headingOf(column))),
  )
  const table = h(
    'table',
    { class: 'board', role: 'grid', 'aria-label': 'Who needs which credential' },
    h('thead', {}, head),
  )
  table.style.setProperty('--columns', String(columns.length))
  return table
}

/** A row to be made when its turn comes; the first of a section brings its heading. */
interface Row {
  readonly heading?: string
  readonly make: () => Node
}

function rowsOf(app: App, state: State, board: MatrixContent): readonly Row[] {
  const { sections, clients, cell } = board
  const people = sections.flatMap((section) => section.people)
  if (state.turned)
    return clients.map((client) => ({
      make: () =>
        rowOf(
          app,
          state,
          client,
          people.map((person) => cell(person, client)),
        ),
    }))
  return sections.flatMap(({ heading, people: inSection }) =>
    inSection.map((person, index) => ({
      ...(index > 0 || heading === undefined ? {} : { heading }),
      make: () =>
        rowOf(
          app,
          state,
          person,
          clients.map((client) => cell(person, client)),
        ),
    })),
  )
}

/** Puts rows into a table, a section each time a heading comes. */
function fillTable(table: HTMLElement, rows: readonly Row[], columns: number): void {
  for (const { heading, make } of rows) {
    if (heading !== undefined || table.querySelector('tbody') === null) {
      const title = h('th', { colspan: columns + 1, scope: 'rowgroup' }, h('span', {}, heading ?? ''))
      table.appendChild(h('tbody', {}, heading !== undefined && h('tr', { class: 'group' }, title)))
    }
    table.lastElementChild?.appendChild(make())
  }
}

function headingOf(one: Person | TenantClient): Child {
  const under = 'count' in one && one.count > 1 ? `and ${numberText(one.count - 1)} like them` : one.name
  return [
    h('bdi', { class: 'name' }, one.displayName),
    under !== one.displayName && h('bdi', { class: 'under' }, under),
  ]
}

function rowOf(app: App, state: State, one: Person | TenantClient, cells: readonly MatrixCell[]): Node {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, headingOf(one)),
    cells.map((cell) => h('td', { role: 'gridcell' }, cellButton(app, state, cell))),
  )
}
