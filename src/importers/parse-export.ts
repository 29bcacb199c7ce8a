import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { DocumentLimits } from '../source/document/document-tree.ts'
import type { LocatedDocument } from '../source/document/located-document.ts'
import { readJsonLines } from '../source/records/read-json-lines.ts'
import { type SourceRange, type SourceText, startOf } from '../source/text/source-text.ts'
import { parseGraphSource } from '../tenant/conditional-access/parse-graph-source.ts'
import { type LargePage, largePage, pageOfLines } from './large-page.ts'
import type { Meter } from './reading-limits.ts'
import type { FormatReader } from './records/format-reader.ts'
import type { ExportRecord } from './records/record.ts'
import { holdsPrivateKey } from './secrets.ts'

/** What a file was found to hold, before anyone has read its parts. */
export interface ParsedExport {
  readonly documents: readonly LocatedDocument[]
  readonly records: readonly ExportRecord[]
  readonly diagnostics: readonly Diagnostic[]
  /** The text is in none of the supported formats. */
  readonly unknown?: true
  /** The text is a list of objects that are read one at a time. */
  readonly page?: LargePage
}

const nothing: ParsedExport = { documents: [], records: [], diagnostics: [] }

/** No real export nests this deep; deeper input may be designed to exhaust a reader. */
export const exportLimits: DocumentLimits = { depth: 64, aliasedValues: 100_000 }

const beginsObject = (line: string): boolean => /^\s*\{/.test(line)

/** Whether each line is a separate object. */
export function isJsonLines({ name, text }: SourceText): boolean {
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return true
  const [first = '', second = ''] = text.trimStart().split(/\r?\n/, 2)
  return beginsObject(first) && first.trimEnd().endsWith('}') && beginsObject(second)
}

function parseLines(source: SourceText): ParsedExport {
  const documents: LocatedDocument[] = []
  const diagnostics = readJsonLines({ name: source.name, pieces: [source.text] }, (line) => {
    const document = line.document()
    if (document !== undefined) documents.push(document)
  })
  return { ...nothing, documents, diagnostics }
}

function parseDocument(source: SourceText): ParsedExport {
  const parsed = parseGraphSource(source, exportLimits)
  if (!parsed.ok) return { ...nothing, diagnostics: parsed.diagnostics }
  return { ...nothing, documents: [parsed.value], diagnostics: parsed.warnings }
}

/** How much memory a document takes for each character, measured. */
export const bytesOfDocument = 8

const namedDocument = /\.(?:jsonc?|ya?ml)$/i
const looksLikeJson = /^\s*[[{]/

/** The source under the name it had before it was compressed. */
const asNamed = (source: SourceText): SourceText => ({ ...source, name: source.name.replace(/\.gz$/i, '') })

/** The start of a file whose lines must not be shown. */
export const unquoted = ({ name }: SourceText): SourceRange => startOf({ name, text: '' })

function refused(source: SourceText): ParsedExport {
  return { ...nothing, diagnostics: [{ code: 'IMP-5', args: {}, at: unquoted(source) }] }
}

/** Reads a file by its format; JSON texts longer than a limit are only divided into their objects. */
export function parseExport(
  source: SourceText,
  formats: readonly FormatReader[],
  largeFrom: number,
  hold: Meter['hold'],
): ParsedExport {
  if (holdsPrivateKey(source.text)) return refused(source)
  const named = asNamed(source)
  const format = formats.find(({ recognizes }) => recognizes(named))
  const holdWhole = (bytesPerCharacter: number): void =>
    hold(source.text.length * bytesPerCharacter, () => unquoted(source))
  if (format !== undefined) {
    holdWhole(format.bytesPerCharacter ?? 0)
    return { documents: [], ...format.read(source) }
  }
  const isLong = source.text.length > largeFrom
  if (isJsonLines(named))
    return isLong ? { ...nothing, page: pageOfLines({ ...source, pieces: [source.text] }) } : parseLines(source)
  const page = isLong ? largePage({ ...source, pieces: [source.text] }) : undefined
  if (page !== undefined) return { ...nothing, page }
  if (namedDocument.test(named.name) || looksLikeJson.test(source.text)) {
    holdWhole(bytesOfDocument)
    return parseDocument(source)
  }
  return { ...nothing, unknown: true }
}
