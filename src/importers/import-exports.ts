import type { Diagnostic, Loaded } from '../source/diagnostics/diagnostic.ts'
import { type SourceText, startOf } from '../source/text/source-text.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { sources as citedSources } from '../vocabulary/citations.ts'
import { assumed, type CoverageEntry, plural } from './coverage.ts'
import type { ExportInPieces } from './export-in-pieces.ts'
import { type FilesBeside, splitFile } from './files-beside.ts'
import type { Fragment, ImportProduct, Origins } from './fragment.ts'
import { graphFragment } from './graph/graph-fragment.ts'
import { inOrderOfKeys } from './key-order.ts'
import { mergeFragments } from './merge-fragments.ts'
import type { NamedColumns } from './people/named-columns.ts'
import { placeholders } from './placeholders.ts'
import { type KeyedHash, type Pseudonyms, pseudonyms } from './pseudonyms.ts'
import { readers } from './readers.ts'
import { type ReadingLimits, unlessStopped } from './reading-limits.ts'
import { type RecognizedFiles, recognizeFiles } from './recognize-files.ts'
import { refusals } from './refusals.ts'
import { said } from './said.ts'
import { withoutSecrets } from './secrets.ts'
import { settlePrincipals } from './settle-principals.ts'
import { nameProviders, settleProviders } from './settle-providers.ts'
import type { HclFiles } from './terraform/hcl-files.ts'

/** A tenant file made from exports, and the report on each object. */
export interface ImportedTenant {
  readonly text: string
  /** Large parts of it that are in files next to it, by name. */
  readonly beside: FilesBeside
  /** The same as data, with all of its parts. */
  readonly file: TenantFile
  /** The part that the exports and the options state, without placeholders for the rest. */
  readonly stated: Partial<TenantFile>
  readonly coverage: readonly CoverageEntry[]
  /** Where the values of the file come from. */
  readonly origins: Origins
}

/** The result of an import; if no file can be made, a report on what was recognized. */
export type ImportResult =
  | Extract<Loaded<ImportedTenant>, { readonly ok: true }>
  | {
      readonly ok: false
      readonly diagnostics: readonly Diagnostic[]
      readonly coverage: readonly CoverageEntry[]
      /** How many files were read. */
      readonly files: number
    }

/** What an import is given in addition to the exports. */
export interface ImportOptions {
  readonly name?: string
  /** The date at which services are judged; without it, the last date in the exports. */
  readonly asOf?: string
  /** The products to read; without it, all. */
  readonly only?: readonly ImportProduct[]
  /** People, groups, domains and ids get pseudonyms by this hash. */
  readonly pseudonymize?: KeyedHash
  /** The meaning of unknown headers in lists of people. */
  readonly columns?: NamedColumns
  /** How the names of files begin that large parts are written to; without it, all parts are in the tenant file. */
  readonly stem?: string
  /** More exports, each of which is read when it is its turn; Terraform configurations are not among them. */
  readonly others?: Iterable<SourceText | ExportInPieces>
  /** JSON texts that are longer are read object by object (default: a million characters). */
  readonly largeFrom?: number
  /** What reading may take; reading that takes more is stopped, and nothing is imported. */
  readonly limits?: ReadingLimits
  /** The result of an HCL parser for Terraform configurations. */
  readonly hcl?: HclFiles
}

/** The day on which the pages that the product rests on were last read. */
const knowledgeDate = Object.values(citedSources)
  .map(({ read }) => read)
  .sort()
  .at(-1)

interface Dated {
  readonly asOf: string
  readonly coverage: readonly CoverageEntry[]
}

/** The date to judge at: the one wanted, otherwise the last of the exports, otherwise the last that the product knows about. */
function dateOf(latest: string | undefined, wanted: string | undefined): Dated {
  if (wanted !== undefined) return { asOf: wanted, coverage: [] }
  const asOf = latest ?? `${knowledgeDate}`
  const why =
    latest === undefined
      ? 'the exports contain no date; this is the last date known to authplan'
      : 'the last date in the exports'
  return { asOf, coverage: [assumed('date', asOf, `${why}; \`--as-of\` sets a different date`)] }
}

function fragmentsOf({ objects, records }: RecognizedFiles): readonly Fragment[] {
  const read = readers.flatMap((reader) => {
    const own = records.get(reader)
    return own === undefined ? [] : [own.read()]
  })
  return objects.length === 0 ? read : [graphFragment(objects, read.length === 0), ...read]
}

interface Finished {
  readonly file: TenantFile
  readonly dated: readonly CoverageEntry[]
  readonly coverage: readonly CoverageEntry[]
}

/** Merges all exports into one file, with placeholders for parts that none of them states. */
function finish(
  merged: Partial<TenantFile>,
  { names, people }: Pick<Fragment, 'people'> & Required<Pick<Fragment, 'names'>>,
  { name, asOf: wanted }: ImportOptions,
): Finished {
  const { asOf, coverage: dated } = dateOf(merged.asOf, wanted)
  const { users, groups, coverage: settled } = settlePrincipals(merged, people)
  const providers = settleProviders(merged.identityProviders ?? [], groups, names)
  const { parts, coverage: stoodIn } = placeholders({ ...merged, users })
  const { name: stated, asOf: _, domains, identityProviders: ___, groups: __, users: ____, ...others } = merged
  const file = said<TenantFile>({
    name: name ?? stated ?? 'Imported tenant',
    asOf,
    ...others,
    domains: parts.domains ?? domains,
    identityProviders: providers.identityProviders,
    groups,
    users: parts.users ?? users,
    networks: parts.networks,
    workloads: parts.workloads ?? merged.workloads,
  })
  // The same file with some texts replaced.
  const clean = withoutSecrets(file) as TenantFile
  return { file: inOrderOfKeys(clean), dated, coverage: [...settled, ...providers.coverage, ...stoodIn] }
}

/** Names of the products' objects in the report. */
const objectKinds = [
  ['graph', 'object of Graph'],
  ['terraform', 'resource of Terraform'],
  ['dsc', 'resource of Microsoft365DSC'],
] as const satisfies readonly (readonly [ImportProduct, string])[]

/** The objects of the selected products; the rest is only reported. */
function chosen(found: RecognizedFiles, only: ImportOptions['only']): RecognizedFiles {
  if (only === undefined) return found
  const [kept, left] = [new Map(found.records), [] as CoverageEntry[]]
  const leave = (kind: string, count: number): void => {
    const note = '`--only` excludes it'
    if (count > 0) left.push({ source: '', kind: plural(kind, count), name: '', status: 'not-imported', note })
  }
  for (const [reader, records] of found.records)
    if (!only.includes(reader.product)) {
      kept.delete(reader)
      leave(reader.kind, records.count)
    }
  const objects = found.objects.filter(({ product = 'graph' }) => only.includes(product))
  const others = found.objects.filter(({ product = 'graph' }) => !only.includes(product))
  for (const [product, kind] of objectKinds)
    leave(kind, others.filter((object) => (object.product ?? 'graph') === product).length)
  return { ...found, records: kept, objects, coverage: [...found.coverage, ...left] }
}

/** The parts of a file that exports or options state. */
function statedParts(
  file: TenantFile,
  merged: Partial<TenantFile>,
  { name, asOf }: ImportOptions,
): Partial<TenantFile> {
  const states = (key: string): boolean =>
    key === 'name' ? name !== undefined : key === 'asOf' ? asOf !== undefined : Object.hasOwn(merged, key)
  // The entries are the object's own.
  return Object.fromEntries(Object.entries(file).filter(([key]) => states(key))) as Partial<TenantFile>
}

const disguised = <Value>(disguise: Pseudonyms | undefined, value: Value): Value => disguise?.ofValue(value) ?? value

/** Makes a tenant file from any number of exports of any kind; deterministic. */
export function importExports(sources: readonly SourceText[], options: ImportOptions = {}): ImportResult {
  const found = unlessStopped(() => recognizeFiles(sources, readers, options))
  if ('stopped' in found) return { ok: false, diagnostics: [found.stopped], coverage: [], files: 1 }
  return importRecognized(chosen(found, options.only), options)
}

function importRecognized(recognized: RecognizedFiles, options: ImportOptions): ImportResult {
  const fragments = nameProviders(fragmentsOf(recognized))
  const { first = { name: 'the export', text: '' }, files } = recognized
  const found: readonly Diagnostic[] = recognized.diagnostics
  // Names in the report are as in the exports.
  const account = [...fragments.flatMap(({ coverage: entries }) => entries), ...recognized.coverage]
  const openly = options.pseudonymize === undefined ? account : []
  if (fragments.every(({ file }) => Object.keys(file).length === 0)) {
    const empty: Diagnostic = { code: 'IMP-2', args: { file: first.name, files }, at: startOf(first) }
    return { ok: false, diagnostics: [...found, empty], coverage: openly, files }
  }
  const merged = mergeFragments(fragments)
  const people = fragments.find((fragment) => fragment.people !== undefined)?.people
  const known = { names: merged.names ?? new Map(), ...(people === undefined ? {} : { people }) }
  const { file: made, dated, coverage } = finish(merged.file, known, options)
  const disguise = options.pseudonymize === undefined ? undefined : pseudonyms(made, options.pseudonymize)
  const names = [...(merged.names ?? [])].map(([id, name]) => disguised(disguise, [id, name] as const))
  const file = disguised(disguise, made)
  const valid = splitFile(file, new Map(names), options.stem)
  if (!valid.ok) {
    const refused = refusals(valid.diagnostics, valid.refused, merged.origins, startOf(first))
    return { ok: false, diagnostics: [...found, ...refused], coverage: openly, files }
  }
  const all = [...dated, ...merged.coverage, ...coverage, ...valid.coverage, ...recognized.coverage]
  const stated = statedParts(valid.file, merged.file, options)
  return {
    ok: true,
    value: {
      text: valid.text,
      beside: valid.beside,
      file: valid.file,
      stated,
      coverage: disguise?.ofCoverage(all) ?? all,
      origins: disguise === undefined ? merged.origins : [],
    },
    warnings: [...found, ...merged.diagnostics],
  }
}
