import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { contextOfFile, type FormatReader, mostDiagnostics, type ReadRecords } from './format-reader.ts'
import { type ListingLine, linesWithOffsets, partOf } from './listing-lines.ts'
import type { ExportRecord, RecordValue } from './record.ts'

/** A field in the making: its lines so far. */
interface OpenField {
  readonly name: string
  readonly lines: string[]
  /** Whether a line filled the console, so that the next may continue within a word. */
  full: boolean
  readonly start: number
  end: number
}

interface Listing {
  readonly source: SourceText
  /** The length of the longest line, at which the console wraps. */
  readonly width: number
  readonly records: ExportRecord[]
  readonly diagnostics: Diagnostic[]
  fields: Map<string, OpenField>
  open: OpenField | undefined
  context: string
  /** A blank line was passed: the next field begins a record. */
  ended: boolean
  /** The lines are notes of a transcript. */
  notes: boolean
}

/** A list as `{a, b}`, or a text; undefined if nothing is written. */
function valueIn(text: string): RecordValue | undefined {
  if (text === '') return undefined
  if (!text.startsWith('{') || !text.endsWith('}')) return text
  const inner = text.slice(1, -1).trim()
  return inner === '' ? [] : inner.split(',').map((item) => item.trim())
}

function finishRecord(listing: Listing): void {
  const { source, fields, context } = listing
  listing.fields = new Map()
  listing.open = undefined
  listing.ended = false
  const all = [...fields.values()]
  const [first] = all
  const last = all.at(-1)
  if (first === undefined || last === undefined) return
  const at = { source, start: first.start, end: last.end }
  listing.records.push({
    source,
    format: 'format-list',
    fields: new Map(all.map(({ name, lines }) => [name, valueIn(lines.join('').trim())])),
    context,
    at,
    rangeOf: (name) => {
      const place = fields.get(name)
      return place === undefined ? at : { source, start: place.start, end: place.end }
    },
  })
}

function takeField(listing: Listing, line: ListingLine, name: string, value: string): void {
  if (listing.ended || listing.fields.has(name)) finishRecord(listing)
  const full = line.text.length === listing.width
  listing.open = { name, lines: [value], full, start: line.start, end: line.start + line.text.length }
  listing.fields.set(name, listing.open)
}

/** A wrapped value continues: within a word where the line before filled the console, otherwise after a space. */
function takeMore(listing: Listing, open: OpenField, line: ListingLine, value: string): void {
  open.lines.push(open.full || open.lines.at(-1) === '' ? '' : ' ', value)
  open.full = line.text.length === listing.width
  open.end = line.start + line.text.length
  listing.ended = false
}

function report(listing: Listing, code: 'IMP-23' | 'IMP-24', line: ListingLine): void {
  if (listing.diagnostics.length >= mostDiagnostics) return
  const at = { source: listing.source, start: line.start, end: line.start + line.text.length }
  listing.diagnostics.push({ code, args: {}, at })
}

function takeLine(listing: Listing, line: ListingLine): void {
  const part = partOf(line)
  if (part.kind === 'transcript') {
    finishRecord(listing)
    listing.notes = !listing.notes
  } else if (listing.notes) return
  else if (part.kind === 'field') takeField(listing, line, part.name, part.value)
  else if (part.kind === 'blank') listing.ended = true
  else if (part.kind === 'command') {
    finishRecord(listing)
    listing.context = part.cmdlet
  } else if (part.kind === 'more' && listing.open !== undefined) takeMore(listing, listing.open, line, part.value)
  else if (part.kind === 'rule') {
    finishRecord(listing)
    report(listing, 'IMP-24', line)
  } else if (part.kind !== 'aside') report(listing, 'IMP-23', line)
}

function readListing(source: SourceText): ReadRecords {
  let width = 0
  for (const { text } of linesWithOffsets(source.text)) width = Math.max(width, text.length)
  const listing: Listing = {
    source,
    width,
    records: [],
    diagnostics: [],
    fields: new Map(),
    open: undefined,
    context: contextOfFile(source),
    ended: false,
    notes: false,
  }
  for (const line of linesWithOffsets(source.text)) takeLine(listing, line)
  finishRecord(listing)
  return { records: listing.records, diagnostics: listing.diagnostics }
}

const otherFormats = /\.(?:ya?ml|json|jsonl|ndjson|csv|tsv|xml|clixml|tf|tfvars|ps1|psd1|psm1|md|html?)$/i
const sample = 20_000

function looksLikeListing({ name, text }: SourceText): boolean {
  if (otherFormats.test(name) || /^\ufeff?\s*(?:[{<"]|\[(?!PS\]))/.test(text)) return false
  for (const line of linesWithOffsets(text.slice(0, sample))) {
    const { kind } = partOf(line)
    if (kind === 'field' || kind === 'rule') return true
  }
  return false
}

/** Reads the output of `Format-List`: one record for each block of `Name : value`. */
export const listingFormat: FormatReader = {
  name: 'listing',
  recognizes: looksLikeListing,
  read: readListing,
  bytesPerCharacter: 10,
}
