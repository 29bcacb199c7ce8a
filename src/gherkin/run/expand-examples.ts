import { resolve } from 'node:path'
import { helpOf, messageOf } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceRange, SourceText } from '../../source/text/source-text.ts'
import { problem } from '../scenario/problem.ts'
import { readExamples } from './examples-file.ts'

/** The origin of a line in an expanded feature: the author's line, and the row of the external file. */
export interface LineOrigin {
  readonly line: number
  readonly row?: { readonly file: string; readonly line: number }
}

/** A feature whose Examples were filled from external files. */
export interface ExpandedFeature {
  readonly text: string
  /** Origins by line of the expanded text, starting with the first line. */
  readonly origins: readonly LineOrigin[]
  /** Absolute paths of the files that were read. */
  readonly files: readonly string[]
}

/** A feature that cannot be expanded, with the responsible line. */
export interface ExpansionProblem {
  readonly line: number
  readonly message: string
  /** Absolute paths of the requested files. */
  readonly files: readonly string[]
}

interface OutLine {
  readonly text: string
  readonly origin: LineOrigin
}

const marker = /(?:^|\s)@examples:(\S+)/

/**
 * Fills each Examples block tagged `@examples:FILE` with the rows of that CSV or YAML file; the path is relative to the
 * feature. A header in the feature selects columns; without one, all columns are used. Undefined if no block has the
 * tag.
 */
export function expandExamples(
  source: SourceText,
  reader: SourceReader,
  cwd: string,
): ExpandedFeature | ExpansionProblem | undefined {
  const { text } = source
  if (!text.includes('@examples:')) return undefined
  const lines = text.split(/\r?\n/)
  const out: OutLine[] = []
  const files: string[] = []
  let wanted: { readonly file: string; readonly line: number } | undefined
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    out.push({ text: line, origin: { line: index + 1 } })
    const file = /^\s*@/.test(line) ? marker.exec(line)?.[1] : undefined
    if (file !== undefined) wanted = { file, line: index + 1 }
    if (wanted === undefined || /^\s*(?:@|#|$)/.test(line)) continue
    try {
      const read = examplesAt(wanted.file, source, wanted.line, reader)
      files.push(resolve(cwd, read.name))
      const block = filledBlock(read, wanted.file, lines, index)
      out.push(...block.lines)
      index = block.last
    } catch (thrown) {
      return { files, line: wanted.line, message: thrown instanceof Error ? thrown.message : String(thrown) }
    }
    wanted = undefined
  }
  return { text: out.map((line) => line.text).join('\n'), origins: out.map((line) => line.origin), files }
}

/** The text of an examples file; like every reference it must be inside of the root. */
function examplesAt(file: string, feature: SourceText, line: number, reader: SourceReader): SourceText {
  const start = feature.text.indexOf(file)
  const from: SourceRange = { source: { ...feature, firstLine: line }, start, end: start + file.length }
  const read = reader.read(file, from)
  if (read.ok) return read.value
  const [why] = read.diagnostics
  if (why !== undefined && why.code !== 'SRC-1') throw problem(`${messageOf(why)}\n  ${helpOf(why)}`)
  const near = why?.args.suggestion?.replace(/^.*\//, '')
  const help = near === undefined ? '' : `\n  did you mean \`${near}\`?`
  throw problem(`there is no file \`${file}\` for these Examples${help}`)
}

/** The lines below an Examples line: its header, from the feature or the file, and the rows of the file. */
function filledBlock(
  source: SourceText,
  file: string,
  lines: readonly string[],
  at: number,
): { readonly lines: readonly OutLine[]; readonly last: number } {
  const header = headerBelow(lines, at + 1)
  const last = header?.index ?? at
  const { columns, rows } = readExamples(source, file, header?.cells)
  const kept = lines.slice(at + 1, last + 1).map((text, index) => ({ text, origin: { line: at + 2 + index } }))
  const made = header === undefined ? [{ text: tableLine(columns), origin: { line: at + 1 } }] : []
  const filled = rows.map((row) => ({
    text: tableLine(columns.map((column) => row.cells[column] ?? '')),
    origin: { line: at + 1, row: { file, line: row.line } },
  }))
  return { lines: [...kept, ...made, ...filled], last }
}

const tableLine = (cells: readonly string[]): string =>
  `      | ${cells.map((cell) => cell.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\n/g, '\\n')).join(' | ')} |`

/** The header row below an Examples line; further rows would conflict with the file. */
function headerBelow(
  lines: readonly string[],
  from: number,
): { readonly index: number; readonly cells: readonly string[] } | undefined {
  const silent = /^\s*(?:#|$)/
  const index = lines.findIndex((line, at) => at >= from && !silent.test(line))
  const line = lines[index] ?? ''
  if (!/^\s*\|/.test(line)) return undefined
  const second = lines.slice(index + 1).find((next) => !silent.test(next)) ?? ''
  if (/^\s*\|/.test(second)) throw problem('these Examples have both inline rows and a file; keep one of them')
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
  return { index, cells: cells.map((cell) => cell.trim()) }
}
