import type { Loaded } from '../diagnostics/diagnostic.ts'
import { type SourceRange, type SourceText, startOf } from '../text/source-text.ts'
import type { ReadScope } from './containment.ts'

/** A text that is streamed in chunks and never completely in memory. */
export interface SourcePieces {
  readonly name: string
  readonly pieces: Iterable<string>
}

/** A file that another program reads in place; only its start is read here. */
export interface FileInPlace {
  readonly name: string
  /** The path on disk. */
  readonly path: string
  /** Size of the content; for a compressed file according to its last bytes. */
  readonly bytes: number
  readonly packed: boolean
  /** The start of the content. */
  readonly start: Uint8Array
}

/** A source of files: a disk, or a page that contains them. `from` is the location that names the file, if any. */
export interface SourceReader {
  readonly read: (path: string, from?: SourceRange) => Loaded<SourceText>
  readonly readPieces: (path: string, from?: SourceRange) => Loaded<SourcePieces>
  /** Reads an export, which may be larger than other files, or compressed; absent if not supported. */
  readonly readExport?: (path: string) => Loaded<SourceText>
  /** A long export in pieces; undefined for one that is to be read at once, and if not supported. */
  readonly exportPieces?: (path: string) => SourcePieces | undefined
  /** The text of a compressed file of any size, in pieces; absent if there is no disk. */
  readonly unpackedPieces?: (path: string) => AsyncIterable<string>
  /** A file of any size that another program reads in place; absent if there is no disk. */
  readonly inPlace?: (path: string) => Loaded<FileInPlace>
  /** Paths to pass to `read` with the same `from`, in a platform-independent order; at least one. */
  readonly glob: (pattern: string, from?: SourceRange) => Loaded<readonly string[]>
  /** The same files with another scope; absent if the reader has no other files. */
  readonly within?: (scope: ReadScope) => SourceReader
}

/** Where to report an unreadable file: at the location that names it, otherwise at its own start. */
export function placeOfFile(name: string, from: SourceRange | undefined): SourceRange {
  return from ?? startOf({ name, text: '' })
}

/** Cuts a streamed text into lines; what a line consists of is only put together at its end, however many pieces it takes. */
export function lineCutter(): { readonly cut: (piece: string) => Generator<string>; readonly rest: () => string } {
  let parts: string[] = []
  const whole = (): string => {
    const line = parts.length === 1 ? (parts[0] ?? '') : parts.join('')
    parts = []
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  function* cut(piece: string): Generator<string> {
    let start = 0
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      parts.push(piece.slice(start, end))
      yield whole()
      start = end + 1
    }
    if (start < piece.length) parts.push(piece.slice(start))
  }
  return { cut, rest: whole }
}

/** The lines of a streamed text, without line breaks; a trailing line break does not start another line. */
export function* linesOf(pieces: Iterable<string>): Generator<string, undefined, undefined> {
  const { cut, rest } = lineCutter()
  for (const piece of pieces) yield* cut(piece)
  const last = rest()
  if (last !== '') yield last
}
