import { neutralize } from '../text/neutralize.ts'
import { endPositionOf, lineText, offsetInLine, positionOf, type SourceRange } from '../text/source-text.ts'

/** A source line as shown, and the marks below it. */
export interface CodeFrame {
  readonly line: number
  readonly text: string
  /** Spaces, then carets under the range. */
  readonly marks: string
}

/** Maximum width of a line that is shown completely, in terminal columns. */
const widest = 100
const tabStop = 4

interface Cell {
  readonly text: string
  readonly width: number
  /** Offset in the line of the character it shows. */
  readonly offset: number
}

const zeroWidth = /\p{Mn}|\p{Me}|[\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}]/u
const twoWide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const joiner = '\u200d'
const regionalIndicator = /[\u{1f1e6}-\u{1f1ff}]/u

function widthOf(character: string, before: string): number {
  if (character.length === 1 && character.charCodeAt(0) < 0x300) return 1
  if (character === joiner || before === joiner || zeroWidth.test(character)) return 0
  if (regionalIndicator.test(character)) return 1
  return twoWide.test(character) ? 2 : 1
}

function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = []
  let offset = 0
  let column = 0
  let before = ''
  for (const character of line) {
    const width = character === '\t' ? tabStop - (column % tabStop) : widthOf(character, before)
    const shown = character === '\t' ? ' '.repeat(width) : character === joiner ? character : neutralize(character)
    cells.push({ text: shown, width, offset })
    offset += character.length
    column += width
    before = character
  }
  return cells
}

const widthIn = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0)

/** The part of a long line around the range; a third of the width is before it. */
function windowOf(cells: readonly Cell[], first: number): { readonly from: number; readonly to: number } {
  if (widthIn(cells) <= widest) return { from: 0, to: cells.length }
  let from = first
  for (let room = Math.floor(widest / 3); from > 0 && room > 0; from -= 1) room -= cells[from - 1]?.width ?? 0
  let to = from
  for (let room = widest; to < cells.length && room > 0; to += 1) room -= cells[to]?.width ?? 0
  for (let room = widest - widthIn(cells.slice(from, to)); from > 0 && room > 0; from -= 1)
    room -= cells[from - 1]?.width ?? 0
  return { from, to }
}

const firstAt = (cells: readonly Cell[], offset: number): number => {
  const index = cells.findIndex((cell) => cell.offset >= offset)
  return index === -1 ? cells.length : index
}

// Longer lines are truncated before they are measured, so that the cost per error does not depend on the length of a
// one-line file.
const measured = 2000

/**
 * The first line of a range with marks under it, truncated around the range if it is long; undefined if there is no
 * text to show.
 */
export function codeFrame(range: SourceRange): CodeFrame | undefined {
  if (range.source.text === '' || range.source.withheld) return undefined
  const start = positionOf(range)
  const end = endPositionOf(range)
  const { line } = start
  const whole = lineText(range.source, line)
  const offset = offsetInLine(range.source, start)
  const cut = Math.max(0, Math.min(offset, whole.length) - measured)
  const cells = cellsOf(whole.slice(cut, cut + 2 * measured))
  const first = firstAt(cells, offset - cut)
  const last = Math.max(
    first + 1,
    end.line === line ? firstAt(cells, offsetInLine(range.source, end) - cut) : cells.length,
  )
  const { from, to } = windowOf(cells, first)
  const head = from > 0 || cut > 0 ? '…' : ''
  const tail = to < cells.length || cut + 2 * measured < whole.length ? '…' : ''
  const shown = cells.slice(from, to)
  const before = head.length + widthIn(cells.slice(from, first))
  const carets = Math.max(1, widthIn(cells.slice(first, Math.min(last, to))))
  const text = head + shown.map((cell) => cell.text).join('') + tail
  return { line, text: text.trimEnd(), marks: ' '.repeat(before) + '^'.repeat(carets) }
}
