/** Moves the focus between the cells of a grid with the arrow keys, Home, End, Page Up and Page Down. */
export function moveInGrid(grid: HTMLElement, event: KeyboardEvent): void {
  const from = document.activeElement
  if (!(from instanceof HTMLElement) || !from.matches('button.cell') || event.ctrlKey || event.altKey || event.metaKey)
    return
  const rows = [...grid.querySelectorAll('tr')].filter((row) => row.querySelector('button.cell') !== null)
  const row = rows.findIndex((one) => one.contains(from))
  const column = columnOf(from)
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const to = step(row, column, rows.length)
  const target = to.row === row ? inRow(rows[row], column, to.column) : inColumn(rows, column, row, to.row)
  if (target === undefined) return
  from.tabIndex = -1
  target.tabIndex = 0
  target.focus()
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

interface Spot {
  readonly row: number
  readonly column: number
}

const steps: Readonly<Record<string, (row: number, column: number, rows: number) => Spot>> = {
  ArrowLeft: (row, column) => ({ row, column: column - 1 }),
  ArrowRight: (row, column) => ({ row, column: column + 1 }),
  ArrowUp: (row, column) => ({ row: row - 1, column }),
  ArrowDown: (row, column) => ({ row: row + 1, column }),
  Home: (row) => ({ row, column: Number.NEGATIVE_INFINITY }),
  End: (row) => ({ row, column: Number.POSITIVE_INFINITY }),
  PageUp: (row, column) => ({ row: Math.max(0, row - 10), column }),
  PageDown: (row, column, rows) => ({ row: Math.min(rows - 1, row + 10), column }),
}

const columnOf = (cell: Element): number => {
  const place = cell.closest('td')
  return place instanceof HTMLTableCellElement ? place.cellIndex : -1
}

/** The nearest cell in the wanted direction; cells that hold nothing are passed over. */
function inRow(row: Element | undefined, from: number, to: number): HTMLElement | undefined {
  const cells = [...(row?.querySelectorAll<HTMLElement>('button.cell') ?? [])]
  if (to === Number.NEGATIVE_INFINITY) return cells[0]
  if (to === Number.POSITIVE_INFINITY) return cells[cells.length - 1]
  return to < from ? cells.findLast((cell) => columnOf(cell) <= to) : cells.find((cell) => columnOf(cell) >= to)
}

function inColumn(rows: readonly Element[], column: number, from: number, to: number): HTMLElement | undefined {
  const direction = to < from ? -1 : 1
  for (let row = to; row >= 0 && row < rows.length; row += direction) {
    const cell = [...(rows[row]?.querySelectorAll<HTMLElement>('button.cell') ?? [])].find(
      (one) => columnOf(one) === column,
    )
    if (cell !== undefined) return cell
  }
  return undefined
}
