import type { Position, Range } from 'vscode-languageserver'
import { positionAt, type SourceRange, type SourceText } from '../source/text/source-text.ts'

/** Converts an offset to an LSP position: line and UTF-16 code unit, both from 0. */
export function placeAt(source: SourceText, offset: number): Position {
  const { line, column } = positionAt(source, offset)
  return { line: line - 1, character: column - 1 }
}

/** Converts a source range to an LSP range. */
export function spanOf({ source, start, end }: SourceRange): Range {
  return { start: placeAt(source, start), end: placeAt(source, end) }
}

/** Converts an LSP position to an offset; a character after the end of a line is clamped. */
export function offsetAt(text: string, { line, character }: Position): number {
  let start = 0
  for (let at = 0; at < line; at += 1) {
    const next = text.indexOf('\n', start)
    if (next === -1) return text.length
    start = next + 1
  }
  const end = text.indexOf('\n', start)
  return Math.min(start + Math.max(0, character), end === -1 ? text.length : end)
}

/** One line of a text, without its line break. */
export function lineAt(text: string, line: number): string {
  const start = offsetAt(text, { line, character: 0 })
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '')
}
