import { Document } from 'yaml'
import type { Diagnostic, Loaded } from '../source/diagnostics/diagnostic.ts'
import { yamlText } from '../source/document/yaml-text.ts'
import { type SourceText, startOf } from '../source/text/source-text.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { sources as citedSources } from '../vocabulary/citations.ts'
import { canonicalText, compareText } from './canonical.ts'
import { commentIds } from './comment-ids.ts'
import { assumed, type CoverageEntry } from './coverage.ts'
import type { Fragment, ImportProduct, RecordReader, ValueOrigin } from './fragment.ts'
import { graphFragment } from './graph/graph-fragment.ts'
import { keepValid, type ValidFile } from './keep-valid.ts'
import { inOrderOfKeys } from './key-order.ts'
import { mergeFragments } from './merge-fragments.ts'
import { placeholders } from './placeholders.ts'
import { readers as allReaders } from './readers.ts'
import { type RecognizedFiles, recognizeFiles } from './recognize-files.ts'
import type { ExportRecord } from './records/record.ts'
import { refusals } from './refusals.ts'
import { said } from './said.ts'
import { withoutSecrets } from './secrets.ts'
import { settlePrincipals } from './settle-principals.ts'

/** A tenant file made of exports, and the account of what became of each object. */
export interface ImportedTenant {
  readonly text: string
  /** The same as data. */
  readonly file: TenantFile
  readonly coverage: readonly CoverageEntry[]
  /** Where the values of the file come from. */
  readonly origins: readonly ValueOrigin[]
}

/** What an import is given beside the exports. */
export interface ImportOptions {
  readonly name?: string
  /** The date at which services are judged; without it, the last date in the exports. */
  readonly asOf?: string
  /** The products to read; without it, all. */
  readonly only?: readonly ImportProduct[]
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

/** The date to judge at: the one wanted, else the last of the exports, else the last that the product knows about. */
function dateOf(latest: string | undefined, wanted: string | undefined): Dated {
  if (wanted !== undefined) return { asOf: wanted, coverage: [] }
  const asOf = latest ?? `${knowledgeDate}`
  const why =
    latest === undefined ? 'no date is in the exports; what is known up to this day' : 'the last date in the exports'
  return { asOf, coverage: [assumed('date', asOf, `${why}; \`--as-of\` sets another`)] }
}

/** Records in an order that depends on what they state, and not on files. */
function inOneOrder(records: readonly ExportRecord[]): readonly ExportRecord[] {
  return records
    .map((record) => ({ record, key: canonicalText([record.typeName, record.fields]) }))
    .sort((one, other) => compareText(one.key, other.key))
    .map(({ record }) => record)
}

function fragmentsOf({ objects, records }: RecognizedFiles, readers: readonly RecordReader[]): readonly Fragment[] {
  const read = readers.flatMap((reader) => {
    const own = records.get(reader)
    return own === undefined ? [] : [reader.read(inOneOrder(own))]
  })
  return objects.length === 0 ? read : [graphFragment(objects), ...read]
}

interface Finished {
  readonly file: TenantFile
  readonly dated: readonly CoverageEntry[]
  readonly coverage: readonly CoverageEntry[]
}

/** The parts of all exports as one file, with what stands in for parts that none of them states. */
function finish(merged: Partial<TenantFile>, { name, asOf: wanted }: ImportOptions): Finished {
  const { asOf, coverage: dated } = dateOf(merged.asOf, wanted)
  const { users, groups, coverage: settled } = settlePrincipals(merged)
  const { parts, coverage: stoodIn } = placeholders({ ...merged, users })
  const { name: stated, asOf: _, domains, identityProviders, groups: __, users: ___, ...others } = merged
  const file = said<TenantFile>({
    name: name ?? stated ?? 'Imported tenant',
    asOf,
    ...others,
    domains: parts.domains ?? domains,
    identityProviders,
    groups,
    users: parts.users ?? users,
    networks: parts.networks,
    workloads: parts.workloads ?? merged.workloads,
  })
  // The same file with some texts replaced.
  const clean = withoutSecrets(file) as TenantFile
  return { file: inOrderOfKeys(clean), dated, coverage: [...settled, ...stoodIn] }
}

function validFile(file: TenantFile, names: ReadonlyMap<string, string>): ValidFile {
  return keepValid(file, (kept) => {
    const document = new Document(kept, { aliasDuplicateObjects: false })
    commentIds(document, names)
    return yamlText(document)
  })
}

function chosenReaders(only: ImportOptions['only']): readonly RecordReader[] {
  return only === undefined ? allReaders : allReaders.filter(({ product }) => only.includes(product))
}

/** Makes a tenant file of exports of any kind, in any number of files; the same exports give the same bytes. */
export function importExports(sources: readonly SourceText[], options: ImportOptions = {}): Loaded<ImportedTenant> {
  const readers = chosenReaders(options.only)
  const recognized = recognizeFiles(sources, readers)
  const fragments = fragmentsOf(recognized, readers)
  const first = sources[0] ?? { name: 'the export', text: '' }
  const found: readonly Diagnostic[] = recognized.diagnostics
  if (fragments.length === 0)
    return { ok: false, diagnostics: [...found, { code: 'IMP-2', args: { what: first.name }, at: startOf(first) }] }
  const merged = mergeFragments(fragments)
  const { file, dated, coverage } = finish(merged.file, options)
  const valid = validFile(file, merged.names ?? new Map())
  if (!valid.ok) {
    const refused = refusals(valid.diagnostics, valid.refused, merged.origins, startOf(first))
    return { ok: false, diagnostics: [...found, ...refused] }
  }
  const all = [...dated, ...merged.coverage, ...coverage, ...valid.coverage, ...recognized.coverage]
  return {
    ok: true,
    value: { text: valid.text, file: valid.file, coverage: all, origins: merged.origins },
    warnings: [...found, ...merged.diagnostics],
  }
}
