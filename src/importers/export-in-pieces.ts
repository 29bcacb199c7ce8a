import type { SourceText } from '../source/text/source-text.ts'
import { isConfiguration, isData } from './dsc/dsc-objects.ts'
import { type LargePage, largePage, pageOf } from './large-page.ts'
import { isJsonLines } from './parse-export.ts'
import type { FormatReader } from './records/format-reader.ts'
import { holdsPrivateKey, holdsSecret } from './secrets.ts'

/** A long export, which is read in pieces if it is a list of objects, from its start each time. */
export interface ExportInPieces {
  readonly name: string
  readonly pieces: Iterable<string>
  /** The same as one text; undefined if it cannot be read, which is reported elsewhere. */
  readonly whole: () => SourceText | undefined
}

/** What was seen in the pieces of a text. */
interface Seen {
  isPrivate: boolean
  isSecret: boolean
  isBroken: boolean
}

/** How much of the text before it a piece is looked at with: a secret may begin in one piece and end in the next. */
const overlap = 4096

function* watched(pieces: Iterable<string>, seen: Seen): Generator<string> {
  let before = ''
  for (const piece of pieces) {
    const text = before + piece
    seen.isPrivate ||= holdsPrivateKey(text)
    seen.isSecret ||= holdsSecret(text)
    seen.isBroken ||= piece.includes('\ufffd')
    before = text.slice(-overlap)
    yield piece
  }
}

/** The start of a text. */
function startOfText({ name, pieces }: ExportInPieces): SourceText {
  for (const text of pieces) return { name, text }
  return { name, text: '' }
}

/**
 * The list of objects that a long export is; undefined for one of another form, and for one of which more than its form
 * has to be judged: with a private key in it, or with characters that are not of its encoding.
 */
export function pageInPieces(source: ExportInPieces, formats: readonly FormatReader[]): LargePage | undefined {
  const start = startOfText(source)
  if (
    isData(start) ||
    isConfiguration(start) ||
    isJsonLines(start) ||
    formats.some(({ recognizes }) => recognizes(start))
  )
    return undefined
  const seen: Seen = { isPrivate: false, isSecret: false, isBroken: false }
  const page = largePage({ name: source.name, pieces: watched(source.pieces, seen) })
  if (page === undefined || seen.isPrivate || seen.isBroken) return undefined
  return pageOf({ ...source, ...(seen.isSecret ? { withheld: true } : {}) }, page.answer)
}
