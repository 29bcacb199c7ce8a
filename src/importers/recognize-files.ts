import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { DocumentLimits } from '../source/document/document-tree.ts'
import type { LocatedDocument } from '../source/document/located-document.ts'
import { readJsonLines } from '../source/records/read-json-lines.ts'
import { type SourceRange, type SourceText, startOf } from '../source/text/source-text.ts'
import { parseGraphSource } from '../tenant/conditional-access/parse-graph-source.ts'
import type { CoverageEntry } from './coverage.ts'
import { dscObjects, isConfiguration, isData } from './dsc/dsc-objects.ts'
import { type ConfigurationData, parseData } from './dsc/parse-configuration.ts'
import type { RecordReader } from './fragment.ts'
import { type Candidate, collect, type GraphObject } from './graph/collect.ts'
import { jsonRecord } from './json-record.ts'
import { type NamedColumns, withNamedColumns } from './people/named-columns.ts'
import type { FormatReader } from './records/format-reader.ts'
import { recordFormats } from './records/formats.ts'
import type { ExportRecord } from './records/record.ts'
import { guarded, holdsPrivateKey } from './secrets.ts'
import { configurationObjects } from './terraform/configuration-objects.ts'
import { type HclFiles, isTerraformFile } from './terraform/hcl-files.ts'
import { terraformObjects } from './terraform/terraform-objects.ts'

/** The recognized content of files, each object and record with its reader. */
export interface RecognizedFiles {
  readonly objects: readonly GraphObject[]
  readonly records: ReadonlyMap<RecordReader, readonly ExportRecord[]>
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Parsed {
  readonly documents: readonly LocatedDocument[]
  readonly records: readonly ExportRecord[]
  readonly diagnostics: readonly Diagnostic[]
  /** The text is in none of the supported formats. */
  readonly unknown?: true
}

const nothing: Parsed = { documents: [], records: [], diagnostics: [] }

/** No real export nests this deep; deeper input may be designed to exhaust a reader. */
const exportLimits: DocumentLimits = { depth: 64, aliasedValues: 100_000 }

const beginsObject = (line: string): boolean => /^\s*\{/.test(line)

/** Whether each line is a separate object. */
function isJsonLines({ name, text }: SourceText): boolean {
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return true
  const [first = '', second = ''] = text.trimStart().split(/\r?\n/, 2)
  return beginsObject(first) && first.trimEnd().endsWith('}') && beginsObject(second)
}

function parseLines(source: SourceText): Parsed {
  const documents: LocatedDocument[] = []
  const diagnostics = readJsonLines({ name: source.name, pieces: [source.text] }, (line) => {
    const document = line.document()
    if (document !== undefined) documents.push(document)
  })
  return { ...nothing, documents, diagnostics }
}

function parseDocument(source: SourceText): Parsed {
  const parsed = parseGraphSource(source, exportLimits)
  if (!parsed.ok) return { ...nothing, diagnostics: parsed.diagnostics }
  return { ...nothing, documents: [parsed.value], diagnostics: parsed.warnings }
}

const namedDocument = /\.(?:jsonc?|ya?ml)$/i
const looksLikeJson = /^\s*[[{]/

/** The source under the name it had before it was compressed. */
const asNamed = (source: SourceText): SourceText => ({ ...source, name: source.name.replace(/\.gz$/i, '') })

/** The start of a file whose lines must not be shown. */
const unquoted = ({ name }: SourceText): SourceRange => startOf({ name, text: '' })

function refused(source: SourceText): Parsed {
  return { ...nothing, diagnostics: [{ code: 'IMP-5', args: {}, at: unquoted(source) }] }
}

function parse(source: SourceText, formats: readonly FormatReader[]): Parsed {
  if (holdsPrivateKey(source.text)) return refused(source)
  const named = asNamed(source)
  const format = formats.find(({ recognizes }) => recognizes(named))
  if (format !== undefined) return { documents: [], ...format.read(source) }
  if (isJsonLines(named)) return parseLines(source)
  if (namedDocument.test(named.name) || looksLikeJson.test(source.text)) return parseDocument(source)
  return { ...nothing, unknown: true }
}

/** The context of a JSON record: its file, the sections of the file, and the requested address. */
function contextOf({ document, path, context }: Candidate): string {
  const sections = path.filter((step) => typeof step === 'string' && step.toLowerCase() !== 'value')
  return [document.source.name, ...sections, ...(context === '' ? [] : [context])].join('/')
}

/** A part in which nothing was recognized, and whether it is the entire file. */
interface Unknown {
  readonly at: SourceRange
  readonly whole: boolean
}

/** One diagnostic and one entry per file with unread parts, at the first of them. */
function reportUnknown(all: readonly Unknown[]): Pick<RecognizedFiles, 'coverage' | 'diagnostics'> {
  const files = new Map<string, Unknown[]>()
  for (const unknown of all) {
    const { name } = unknown.at.source
    const known = files.get(name)
    if (known === undefined) files.set(name, [unknown])
    else known.push(unknown)
  }
  const coverage: CoverageEntry[] = []
  const diagnostics: Diagnostic[] = []
  for (const [source, [first, ...others]] of files) {
    if (first === undefined) continue
    const count = others.length + 1
    const kind = first.whole ? 'file' : count === 1 ? 'part of a file' : `${count} parts of a file`
    coverage.push({ source, kind, name: '', status: 'not-understood' })
    diagnostics.push(
      first.whole
        ? { code: 'IMP-1', args: { source }, at: first.at }
        : { code: 'IMP-4', args: { source, count }, at: first.at },
    )
  }
  return { coverage, diagnostics }
}

interface Sorting {
  readonly taken: Map<RecordReader, ExportRecord[]>
  readonly readers: readonly RecordReader[]
}

/** Passes a record to the first reader that recognizes it; false if there is none. */
function take({ taken, readers }: Sorting, record: ExportRecord): boolean {
  const reader = readers.find(({ recognizes }) => recognizes(record))
  if (reader === undefined) return false
  const known = taken.get(reader)
  if (known === undefined) taken.set(reader, [record])
  else known.push(record)
  return true
}

/** What was found so far. */
interface Gathered {
  readonly sorting: Sorting
  readonly objects: GraphObject[]
  readonly coverage: CoverageEntry[]
  readonly diagnostics: Diagnostic[]
  readonly unknown: Unknown[]
}

/** Collects the content of documents: Terraform state, Graph objects, and records of other readers. */
function takeDocuments({ sorting, objects, coverage, unknown }: Gathered, documents: Parsed['documents']): void {
  const others = documents.filter((document) => {
    const terraform = terraformObjects(document)
    objects.push(...(terraform?.objects ?? []))
    coverage.push(...(terraform?.coverage ?? []))
    return terraform === undefined
  })
  const found = collect(others, (candidate) => {
    const { document, path, value } = candidate
    return sorting.readers.length > 0 && take(sorting, jsonRecord(document, path, value, contextOf(candidate)))
  })
  objects.push(...found.objects)
  coverage.push(...found.coverage)
  unknown.push(...found.unknown.map(({ document, path }) => ({ at: document.rangeOf(path), whole: path.length === 0 })))
}

function takeRecords({ sorting, unknown }: Gathered, records: Parsed['records'], columns: NamedColumns): void {
  const missed = records.filter((record) => !take(sorting, withNamedColumns(record, columns)))
  const whole = missed.length === records.length
  unknown.push(...missed.map(({ at }) => ({ at, whole })))
}

/** Collects a Microsoft365DSC configuration, or its data file; false for another file. */
function takeConfiguration(gathered: Gathered, source: SourceText, data: ConfigurationData): boolean {
  if (isData(source)) {
    gathered.coverage.push({ source: source.name, kind: 'configuration data', name: '', status: 'understood' })
    return true
  }
  if (!isConfiguration(source)) return false
  const { objects, records, coverage, diagnostics } = dscObjects(source, data)
  gathered.objects.push(...objects)
  gathered.coverage.push(...coverage)
  gathered.diagnostics.push(...diagnostics)
  takeRecords(gathered, records, new Map())
  return true
}

/** What else is known for reading files. */
export interface FileReading {
  readonly columns?: NamedColumns
  /** The parsed files of Terraform configurations. */
  readonly hcl?: HclFiles
  readonly formats?: readonly FormatReader[]
}

/** Takes the files of Terraform configurations, which are read together; gives back the others. */
function takeTerraform(gathered: Gathered, sources: readonly SourceText[], hcl: HclFiles): readonly SourceText[] {
  const isOne = (source: SourceText): boolean => isTerraformFile(source) && !holdsPrivateKey(source.text)
  const own = sources.filter(isOne)
  if (own.length === 0) return sources
  const { objects, coverage, diagnostics } = configurationObjects(own, hcl, exportLimits)
  gathered.objects.push(...objects)
  gathered.coverage.push(...coverage)
  gathered.diagnostics.push(...diagnostics)
  return sources.filter((source) => !isOne(source))
}

/** Reads the content of each file: first detects its format, then the kind of each object or record. */
export function recognizeFiles(
  given: readonly SourceText[],
  readers: readonly RecordReader[],
  { columns = new Map(), hcl = new Map(), formats = recordFormats }: FileReading = {},
): RecognizedFiles {
  const sorting: Sorting = { taken: new Map(), readers }
  const gathered: Gathered = { sorting, objects: [], coverage: [], diagnostics: [], unknown: [] }
  const data = given.filter(isData).map(parseData)
  for (const source of takeTerraform(gathered, given.map(guarded), hcl)) {
    if (!holdsPrivateKey(source.text) && takeConfiguration(gathered, source, data)) continue
    const parsed = parse(source, formats)
    gathered.diagnostics.push(...parsed.diagnostics)
    takeDocuments(gathered, parsed.documents)
    if (parsed.unknown) gathered.unknown.push({ at: unquoted(source), whole: true })
    takeRecords(gathered, parsed.records, columns)
  }
  const open = reportUnknown(gathered.unknown)
  return {
    objects: gathered.objects,
    records: sorting.taken,
    coverage: [...gathered.coverage, ...open.coverage],
    diagnostics: [...gathered.diagnostics, ...open.diagnostics],
  }
}
