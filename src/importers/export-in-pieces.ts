import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { SourceText } from '../source/text/source-text.ts'
import { isConfiguration, isData } from './dsc/dsc-objects.ts'
import { type LargePage, largePage, pageOf, pageOfLines } from './large-page.ts'
import { isJsonLines } from './parse-export.ts'
import type { FormatReader, TakeRecord, TextInPieces } from './records/format-reader.ts'
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

const nothingSeen = (): Seen => ({ isPrivate: false, isSecret: false, isBroken: false })

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

/** The rows of a long export. */
export interface LongTable {
  readonly read: (take: TakeRecord) => readonly Diagnostic[]
}

/** What a long export is, to be read in pieces. */
export type ContentInPieces = { readonly page: LargePage } | { readonly table: LongTable }

/** What was seen in a text that nobody reads. */
function seenIn({ pieces }: ExportInPieces): Seen {
  const seen = nothingSeen()
  for (const _ of watched(pieces, seen)) if (seen.isPrivate || seen.isBroken) break
  return seen
}

/** A long text that is judged by its form alone: without a private key, and with the characters of its encoding. */
function judged(source: ExportInPieces): TextInPieces | undefined {
  const { isPrivate, isBroken, isSecret } = seenIn(source)
  if (isPrivate || isBroken) return undefined
  const { name, pieces } = source
  return { name, pieces, ...(isSecret ? { withheld: true } : {}) }
}

function tableInPieces(source: ExportInPieces, start: SourceText, format: FormatReader): ContentInPieces | undefined {
  const { readInPieces } = format
  const text = readInPieces && judged(source)
  return text && { table: { read: (take) => readInPieces(text, start.text, take) } }
}

function linesInPieces(source: ExportInPieces): ContentInPieces | undefined {
  const text = judged(source)
  return text && { page: pageOfLines(text) }
}

/**
 * The list of objects or the table that a long export is; undefined for one of another form, and for one of which more
 * than its form has to be judged: with a private key in it, or with characters that are not of its encoding.
 */
export function contentInPieces(source: ExportInPieces, formats: readonly FormatReader[]): ContentInPieces | undefined {
  const start = startOfText(source)
  if (isData(start) || isConfiguration(start)) return undefined
  const format = formats.find(({ recognizes }) => recognizes(start))
  if (format !== undefined) return tableInPieces(source, start, format)
  if (isJsonLines(start)) return linesInPieces(source)
  const seen = nothingSeen()
  const page = largePage({ name: source.name, pieces: watched(source.pieces, seen) })
  if (page === undefined || seen.isPrivate || seen.isBroken) return undefined
  return { page: pageOf({ ...source, ...(seen.isSecret ? { withheld: true } : {}) }, page.answer) }
}
