import type { Loaded } from '../diagnostics/diagnostic.ts'
import { type SourceRange, type SourceText, startOf } from '../text/source-text.ts'
import type { ReadScope } from './containment.ts'

/** A text that comes in pieces and is never whole in memory. */
export interface SourcePieces {
  readonly name: string
  readonly pieces: Iterable<string>
}

/** A file that something else reads where it is: only its beginning is read here. */
export interface FileInPlace {
  readonly name: string
  /** Where it is on the disk. */
  readonly path: string
  /** Size of what it holds; of a packed file what its own last bytes say. */
  readonly bytes: number
  readonly packed: boolean
  /** The beginning of what it holds. */
  readonly start: Uint8Array
}

/** Where files come from: a disk, or a page that holds them. `from` is the place that names the file, if one does. */
export interface SourceReader {
  readonly read: (path: string, from?: SourceRange) => Loaded<SourceText>
  readonly readPieces: (path: string, from?: SourceRange) => Loaded<SourcePieces>
  /** An export, which may be larger than other files, or packed; absent where there is nothing large or packed. */
  readonly readExport?: (path: string) => Loaded<SourceText>
  /** A file that is read in place by something else, however large it is; absent where there is no disk. */
  readonly inPlace?: (path: string) => Loaded<FileInPlace>
  /** Paths to give to `read` with the same `from`, in one order everywhere; at least one. */
  readonly glob: (pattern: string, from?: SourceRange) => Loaded<readonly string[]>
  /** The same files seen through another scope; absent where there is nothing beyond what the reader holds. */
  readonly within?: (scope: ReadScope) => SourceReader
}

/** Where a file that cannot be read is reported: at the place that names it, otherwise at its own beginning. */
export function placeOfFile(name: string, from: SourceRange | undefined): SourceRange {
  return from ?? startOf({ name, text: '' })
}

/** The lines of a text that comes in pieces, without their breaks; a break at the end begins no further line. */
export function* linesOf(pieces: Iterable<string>): Generator<string, undefined, undefined> {
  let rest = ''
  for (const piece of pieces) {
    const text = rest + piece
    let start = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      yield text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end)
      start = end + 1
    }
    rest = text.slice(start)
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest
}
