import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import { type SourceText, startOf } from '../source/text/source-text.ts'
import type { CoverageEntry } from './coverage.ts'
import { dscObjects, isConfiguration, isData } from './dsc/dsc-objects.ts'
import { type ConfigurationData, parseData } from './dsc/parse-configuration.ts'
import type { ExportInPieces } from './export-in-pieces.ts'
import type { RecordReader } from './fragment.ts'
import { collect, type GraphObject } from './graph/collect.ts'
import { bytesOfPerson, isPersonKind, slimPerson } from './graph/person.ts'
import { dividing } from './graph/person-template.ts'
import { many } from './many.ts'
import { bytesOfDocument, exportLimits, type ParsedExport, parseExport, unquoted } from './parse-export.ts'
import { type NamedColumns, withNamedColumns } from './people/named-columns.ts'
import { type Meter, meterFor, type ReadingLimits } from './reading-limits.ts'
import type { FormatReader } from './records/format-reader.ts'
import { recordFormats } from './records/formats.ts'
import type { ExportRecord } from './records/record.ts'
import { guarded, holdsPrivateKey } from './secrets.ts'
import { claimsOf, type Gathered, takeFound, takeInPieces, takePage } from './take-in-pieces.ts'
import { sortingFor, type TakenRecords } from './taken-records.ts'
import { configurationObjects } from './terraform/configuration-objects.ts'
import { type HclFiles, isTerraformFile } from './terraform/hcl-files.ts'
import { terraformObjects } from './terraform/terraform-objects.ts'
import { reportUnknown } from './unknown-parts.ts'

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

/** Collects the content of documents: Terraform state, Graph objects, and records of other readers. */
function takeDocuments(gathered: Gathered, documents: ParsedExport['documents']): void {
  const { sorting, objects, coverage, unknown } = gathered
  const others = documents.filter((document) => {
    const terraform = terraformObjects(document)
    objects.push(...(terraform?.objects ?? []))
    coverage.push(...(terraform?.coverage ?? []))
    return terraform === undefined
  })
  const found = collect(others, claimsOf(sorting))
  takeFound({ objects: [], coverage, unknown }, found)
  for (const object of found.objects) objects.push(found.objects.length === 1 ? alone(gathered, object) : object)
}

/** The only object of a file; once there are very many of people only what matters is kept. */
function alone({ objects, divide, meter }: Gathered, object: GraphObject): GraphObject {
  if (objects.length < many || !isPersonKind(object.kind)) return object
  const { source } = object.document
  meter.hold(bytesOfPerson - source.text.length * bytesOfDocument, () => unquoted(source))
  return slimPerson(object, { name: source.name, context: object.context, divide })
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
  readonly limits?: ReadingLimits
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

const nothingYet = (readers: readonly RecordReader[], meter: Meter): Gathered => ({
  sorting: sortingFor(readers, meter),
  objects: [],
  coverage: [],
  diagnostics: [],
  unknown: [],
  divide: dividing(),
  meter,
})

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
    limits = {},
  }: FileReading = {},
): RecognizedFiles {
  const meter = meterFor(limits)
  const gathered = nothingYet(readers, meter)
  const seen: Seen = { files: 0, first: undefined }
  const data = given.filter(isData).map(parseData)
  const read = (source: SourceText): void => {
    if (!holdsPrivateKey(source.text) && takeConfiguration(gathered, source, data)) return
    takeParsed(gathered, source, parseExport(source, formats, largeFrom, meter.hold), columns)
  }
  for (const source of given) note(seen, source)
  for (const source of takeTerraform(gathered, given.map(guarded), hcl)) read(source)
  for (const source of others) {
    note(seen, source)
    meter.begin()
    const text = 'text' in source ? source : takeInPieces(gathered, source, formats, columns)
    if (text !== undefined) read(guarded(text))
    meter.checkTime(() => startOf({ name: source.name, text: '' }))
  }
  const open = reportUnknown(gathered.unknown)
  return {
    objects: gathered.objects,
    records: gathered.sorting.taken,
    coverage: [...gathered.coverage, ...open.coverage],
    diagnostics: [...gathered.diagnostics, ...open.diagnostics],
    files: seen.files,
    ...(seen.first === undefined ? {} : { first: seen.first }),
  }
}
