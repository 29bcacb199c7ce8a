import { cacheByObject } from '../../memory/cache-by-object.ts'
/** The text of a file, or of a part of it that starts at line `firstLine`, and there at column `firstColumn`. */
export interface SourceText {
  readonly name: string
  readonly text: string
  readonly firstLine?: number
  readonly firstColumn?: number
  /** The text may be anything, including a secret, so no diagnostic quotes it. */
  readonly withheld?: true
}

/** A range of a source: offsets into its text, excluding `end`. */
export interface SourceRange {
  readonly source: SourceText
  readonly start: number
  readonly end: number
}

/** A position as editors show it: line and column start at 1, columns count UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

// Invariant: the text of a source is immutable.
const lineTables = cacheByObject<SourceText, readonly number[]>('line table', 'source')

/** The offset of each line start, computed at the first call for a source. */
export const lineStarts = (source: SourceText): readonly number[] => lineTables(source, () => startsIn(source.text))

function startsIn(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Line and column of an offset; an offset outside of the text is clamped. */
export function positionAt(source: SourceText, offset: number): Position {
  // A place without its text, of which there may be very many.
  if (source.text === '') return { line: source.firstLine ?? 1, column: source.firstColumn ?? 1 }
  const starts = lineStarts(source)
  const inside = Math.max(0, Math.min(offset, source.text.length))
  const index = lineIndex(starts, inside)
  return {
    line: index + (source.firstLine ?? 1),
    column: inside - (starts[index] ?? 0) + 1 + columnsBefore(source, index),
  }
}

/** How many columns of a line are before the text: in its first line, where the text is a part of a file. */
const columnsBefore = ({ firstColumn = 1 }: SourceText, index: number): number => (index === 0 ? firstColumn - 1 : 0)

/** The offset of a position in the line as `lineText` has it. */
export function offsetInLine(source: SourceText, { line, column }: Position): number {
  return column - 1 - columnsBefore(source, line - (source.firstLine ?? 1))
}

/** The start position of a range. */
export function positionOf(range: SourceRange): Position {
  return positionAt(range.source, range.start)
}

/** The end position of a range: after its last character. */
export function endPositionOf(range: SourceRange): Position {
  return positionAt(range.source, range.end)
}

/** One line of a source without its line break; `line` is numbered like positions. */
export function lineText(source: SourceText, line: number): string {
  const starts = lineStarts(source)
  const index = line - (source.firstLine ?? 1)
  const start = starts[index]
  if (start === undefined) return ''
  const next = starts[index + 1]
  const text = source.text.slice(start, next === undefined ? undefined : next - 1)
  return text.endsWith('\r') ? text.slice(0, -1) : text
}

/** The start of a source, for problems with the file as a whole. */
export function startOf(source: SourceText): SourceRange {
  return { source, start: 0, end: 0 }
}
