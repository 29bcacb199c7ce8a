import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { LocatedDocument } from '../source/document/located-document.ts'
import type { SourceRange, SourceText } from '../source/text/source-text.ts'
import { parseGraphSource } from '../tenant/conditional-access/parse-graph-source.ts'
import type { CoverageEntry } from './coverage.ts'
import { dscObjects, isConfiguration, isData } from './dsc/dsc-objects.ts'
import { type ConfigurationData, parseData } from './dsc/parse-configuration.ts'
import { contentInPieces, type ExportInPieces, type LongTable } from './export-in-pieces.ts'
import type { RecordReader } from './fragment.ts'
import { type Candidate, type Claim, type Collected, collect, type GraphObject } from './graph/collect.ts'
import { collectItems } from './graph/collect-items.ts'
import { type Divide, dividing } from './graph/person-template.ts'
import { jsonRecord } from './json-record.ts'
import type { LargePage } from './large-page.ts'
import { exportLimits, type ParsedExport, parseExport, unquoted } from './parse-export.ts'
import { type NamedColumns, withNamedColumns } from './people/named-columns.ts'
import { type FormatReader, mostDiagnostics } from './records/format-reader.ts'
import { recordFormats } from './records/formats.ts'
import type { ExportRecord } from './records/record.ts'
import { guarded, holdsPrivateKey } from './secrets.ts'
import { type Sorting, sortingFor, type TakenRecords } from './taken-records.ts'
import { configurationObjects } from './terraform/configuration-objects.ts'
import { type HclFiles, isTerraformFile } from './terraform/hcl-files.ts'
import { terraformObjects } from './terraform/terraform-objects.ts'
import { reportUnknown, type Unknown } from './unknown-parts.ts'

/** The recognized content of files, each object and record with its reader. */
export interface RecognizedFiles {
  readonly objects: readonly GraphObject[]
  readonly records: ReadonlyMap<RecordReader, TakenRecords>
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
  /** How many files there were, and the name of the first. */
  readonly files: number
  readonly first?: SourceText
}

/** The context of a JSON record: its file, the sections of the file, and the requested address. */
function contextOf({ document, path, context }: Candidate): string {
  const sections = path.filter((step) => typeof step === 'string' && step.toLowerCase() !== 'value')
  return [document.source.name, ...sections, ...(context === '' ? [] : [context])].join('/')
}

/** What was found so far. */
interface Gathered {
  readonly sorting: Sorting
  readonly objects: GraphObject[]
  readonly coverage: CoverageEntry[]
  readonly diagnostics: Diagnostic[]
  readonly unknown: Unknown[]
  readonly divide: Divide
}

/** Collects the content of documents: Terraform state, Graph objects, and records of other readers. */
function takeDocuments({ sorting, objects, coverage, unknown }: Gathered, documents: ParsedExport['documents']): void {
  const others = documents.filter((document) => {
    const terraform = terraformObjects(document)
    objects.push(...(terraform?.objects ?? []))
    coverage.push(...(terraform?.coverage ?? []))
    return terraform === undefined
  })
  takeFound({ objects, coverage, unknown }, collect(others, claimsOf(sorting)))
}

/** Whether a reader of records takes an object of a JSON document. */
const claimsOf =
  (sorting: Sorting): Claim =>
  (candidate) => {
    const { document, path, value } = candidate
    return sorting.take(jsonRecord(document, path, value, contextOf(candidate)))
  }

function takeFound(
  { objects, coverage, unknown }: Pick<Gathered, 'objects' | 'coverage' | 'unknown'>,
  found: Collected,
) {
  for (const object of found.objects) objects.push(object)
  coverage.push(...found.coverage)
  for (const { document, path } of found.unknown)
    unknown.push({ at: document.rangeOf(path), whole: found.isUnknown ?? path.length === 0 })
}

/** Reads the objects of a large page one at a time, and keeps no more of the text than needed. */
function takePage({ sorting, diagnostics, divide, ...gathered }: Gathered, page: LargePage): void {
  let problems = 0
  const read = (source: SourceText): LocatedDocument | undefined => {
    const parsed = parseGraphSource(source, exportLimits)
    for (const one of parsed.ok ? parsed.warnings : parsed.diagnostics) {
      problems += 1
      if (problems <= mostDiagnostics) diagnostics.push(one)
    }
    return parsed.ok ? parsed.value : undefined
  }
  takeFound(gathered, collectItems(page, { read, claims: claimsOf(sorting), divide }))
}

/** Whether a record is an object of Graph's own cmdlets, which is read as in JSON. */
const isOfGraph = ({ typeName = '', document }: ExportRecord): boolean =>
  document !== undefined && typeName.startsWith('microsoft.graph.')

function takeRecords(gathered: Gathered, records: ParsedExport['records'], columns: NamedColumns): void {
  const { sorting, unknown } = gathered
  const missed = records.filter((record) => isOfGraph(record) || !sorting.take(withNamedColumns(record, columns)))
  const documents = missed.flatMap(({ document }) => document?.() ?? [])
  const found = documents.map((document) => collect([document], claimsOf(sorting)))
  const isKnown = found.some(({ unknown: parts }) => parts.length === 0)
  for (const one of found) takeFound(gathered, isKnown ? { ...one, isUnknown: false } : one)
  const others = missed.filter(({ document }) => document === undefined)
  const whole = others.length === records.length
  for (const { at } of others) unknown.push({ at, whole })
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
  /** More files, each of which is read when it is its turn; Terraform configurations are not among them. */
  readonly others?: Iterable<SourceText | ExportInPieces>
  /** JSON texts that are longer are read object by object, if they are nothing but a list of objects. */
  readonly largeFrom?: number
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

interface Seen {
  files: number
  first: SourceText | undefined
}

/** A longer text is not kept for a diagnostic about its file. */
const shownText = 1_000_000

/** Counts a file, and notes the first. */
function note(seen: Seen, source: SourceText | ExportInPieces): void {
  seen.files += 1
  const isShown = 'text' in source && source.text.length <= shownText
  seen.first ??= isShown ? source : { name: source.name, text: '' }
}

function takeParsed(gathered: Gathered, source: SourceText, parsed: ParsedExport, columns: NamedColumns): void {
  if (parsed.page !== undefined) takePage(gathered, parsed.page)
  gathered.diagnostics.push(...parsed.diagnostics)
  takeDocuments(gathered, parsed.documents)
  if (parsed.unknown) gathered.unknown.push({ at: unquoted(source), whole: true })
  takeRecords(gathered, parsed.records, columns)
}

/** Takes the rows of a long table, of which none is kept that nobody knows. */
function takeRows({ sorting, diagnostics, unknown }: Gathered, rows: LongTable, columns: NamedColumns): void {
  let [count, missed] = [0, 0]
  let first: SourceRange | undefined
  const found = rows.read((record) => {
    count += 1
    if (sorting.take(withNamedColumns(record, columns))) return
    missed += 1
    first ??= record.at
  })
  for (const diagnostic of found) diagnostics.push(diagnostic)
  if (first !== undefined) unknown.push({ at: first, whole: missed === count, count: missed })
}

/** Takes the page or the table that a long export is; gives back the whole text of another one. */
function takeInPieces(
  gathered: Gathered,
  source: ExportInPieces,
  formats: readonly FormatReader[],
  columns: NamedColumns,
) {
  const content = contentInPieces(source, formats)
  if (content === undefined) return source.whole()
  if ('page' in content) takePage(gathered, content.page)
  else takeRows(gathered, content.table, columns)
  return undefined
}

/** Reads the content of each file: first detects its format, then the kind of each object or record. */
export function recognizeFiles(
  given: readonly SourceText[],
  readers: readonly RecordReader[],
  {
    columns = new Map(),
    hcl = new Map(),
    formats = recordFormats,
    largeFrom = 1_000_000,
    others = [],
  }: FileReading = {},
): RecognizedFiles {
  const sorting = sortingFor(readers)
  const gathered: Gathered = { sorting, objects: [], coverage: [], diagnostics: [], unknown: [], divide: dividing() }
  const seen: Seen = { files: 0, first: undefined }
  const data = given.filter(isData).map(parseData)
  const read = (source: SourceText): void => {
    if (!holdsPrivateKey(source.text) && takeConfiguration(gathered, source, data)) return
    takeParsed(gathered, source, parseExport(source, formats, largeFrom), columns)
  }
  for (const source of given) note(seen, source)
  for (const source of takeTerraform(gathered, given.map(guarded), hcl)) read(source)
  for (const source of others) {
    note(seen, source)
    const text = 'text' in source ? source : takeInPieces(gathered, source, formats, columns)
    if (text !== undefined) read(guarded(text))
  }
  const open = reportUnknown(gathered.unknown)
  return {
    objects: gathered.objects,
    records: sorting.taken,
    coverage: [...gathered.coverage, ...open.coverage],
    diagnostics: [...gathered.diagnostics, ...open.diagnostics],
    files: seen.files,
    ...(seen.first === undefined ? {} : { first: seen.first }),
  }
}
