import { Document } from 'yaml'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { LocatedDocument } from '../../source/document/located-document.ts'
import { yamlText } from '../../source/document/yaml-text.ts'
import { type SourceRange, type SourceText, startOf } from '../../source/text/source-text.ts'
import { parseGraphSource } from '../../tenant/conditional-access/parse-graph-source.ts'
import type { TenantFile } from '../../tenant/tenant-file.ts'
import { sources as citedSources } from '../../vocabulary/citations.ts'
import type { CoverageEntry } from '../coverage.ts'
import { collect, type GraphObject } from './collect.ts'
import { commentIds } from './comment-ids.ts'
import { importDomains } from './domains.ts'
import { keepValid, type ValidFile } from './keep-valid.ts'
import { latestDate } from './latest-date.ts'
import { placeholders } from './placeholders.ts'
import { importPolicies } from './policies.ts'
import { importPrincipals } from './principals.ts'
import { importSettings } from './settings.ts'

/** A tenant file made of exports, and the account of what became of each object. */
export interface ImportedTenant {
  readonly text: string
  readonly coverage: readonly CoverageEntry[]
}

/** What an import is told beside the exports. */
export interface ImportOptions {
  readonly name?: string
  /** The date at which services are judged; without it, the last date in the exports. */
  readonly asOf?: string
}

interface Parsed {
  readonly documents: readonly LocatedDocument[]
  readonly diagnostics: readonly Diagnostic[]
}

function parseAll(sources: readonly SourceText[]): Parsed {
  const documents: LocatedDocument[] = []
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    const parsed = parseGraphSource(source)
    diagnostics.push(...(parsed.ok ? parsed.warnings : parsed.diagnostics))
    if (parsed.ok) documents.push(parsed.value)
  }
  return { documents, diagnostics }
}

/** Leaves out keys without a value and lists without an item. */
function said<Part extends object>(part: Part): Partial<Part> {
  const entries = Object.entries(part).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  // What is left are entries of the part itself.
  return Object.fromEntries(entries) as Partial<Part>
}

interface Made {
  readonly file: TenantFile
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

function makeFile(objects: readonly GraphObject[], asOf: string, name: string | undefined): Made {
  const settings = importSettings(objects)
  const domains = importDomains(objects)
  const policies = importPolicies(objects)
  const principals = importPrincipals(
    objects,
    domains.domains.map((domain) => domain.name),
    policies.namedGroups,
  )
  const { policies: authored, namedLocations, authenticationStrengths, authenticationContexts } = policies
  const conditionalAccess = said({
    policies: authored,
    namedLocations,
    authenticationStrengths,
    authenticationContexts,
  })
  const { parts, coverage: stoodIn } = placeholders(objects, domains.domains, principals.users.length > 0)
  const file = said({
    name: name ?? settings.name ?? 'Imported tenant',
    asOf,
    createdDateTime: settings.createdDateTime,
    licences: settings.licences,
    domains: parts.domains ?? domains.domains,
    identityProviders: domains.identityProviders,
    securityDefaults: settings.securityDefaults,
    conditionalAccess: Object.keys(conditionalAccess).length === 0 ? undefined : conditionalAccess,
    applications: settings.applications,
    groups: principals.groups,
    users: parts.users ?? principals.users,
    networks: parts.networks,
    workloads: parts.workloads,
  })
  const coverage = [...settings.coverage, ...domains.coverage, ...policies.coverage, ...principals.coverage, ...stoodIn]
  // Name and date are always said.
  return { file: file as TenantFile, coverage, diagnostics: policies.diagnostics }
}

/** The day on which the pages that the product rests on were last read. */
const knowledgeDate = Object.values(citedSources)
  .map(({ read }) => read)
  .sort()
  .at(-1)

interface Dated {
  readonly asOf: string
  readonly entries: readonly CoverageEntry[]
}

/** The date to judge at: the one wanted, else the last of the exports, else the last that the product knows about. */
function dateOf(objects: readonly GraphObject[], wanted: string | undefined): Dated {
  if (wanted !== undefined) return { asOf: wanted, entries: [] }
  const latest = latestDate(objects.map(({ value }) => value))
  const asOf = latest ?? `${knowledgeDate}`
  const why =
    latest === undefined ? 'no date is in the exports; what is known up to this day' : 'the last date in the exports'
  const entry = {
    source: '',
    kind: 'date',
    name: asOf,
    status: 'assumed',
    note: `${why}; \`--as-of\` sets another`,
  } as const
  return { asOf, entries: [entry] }
}

function validFile(file: TenantFile, objects: readonly GraphObject[]): ValidFile {
  return keepValid(file, (kept) => {
    const document = new Document(kept, { aliasDuplicateObjects: false })
    commentIds(document, objects)
    return yamlText(document)
  })
}

/** Why no valid file can be made, at the exported objects that alone prevent it: the user never sees the file refused. */
function refusals(
  whole: readonly Diagnostic[],
  objects: readonly GraphObject[],
  asOf: string,
  otherwise: SourceRange,
): readonly Diagnostic[] {
  const placed = (all: readonly Diagnostic[], at: SourceRange): readonly Diagnostic[] =>
    // Code and arguments of one diagnostic still belong together.
    all.map(({ code, args }) => ({ code, args, at }) as Diagnostic)
  const own = objects.flatMap((object) => {
    const alone = validFile(makeFile([object], asOf, undefined).file, [object])
    return alone.ok ? [] : placed(alone.diagnostics, object.document.rangeOf(object.path))
  })
  return own.length > 0 ? own : placed(whole, otherwise)
}

/** Makes a tenant file of Graph exports, in any number of files; the same exports give the same bytes. */
export function importGraph(sources: readonly SourceText[], options: ImportOptions = {}): Loaded<ImportedTenant> {
  const { documents, diagnostics: syntax } = parseAll(sources)
  const { objects, coverage: records, diagnostics: unknown } = collect(documents)
  const first = sources[0] ?? { name: 'the export', text: '' }
  const found: readonly Diagnostic[] = [...syntax, ...unknown]
  if (objects.length === 0)
    return { ok: false, diagnostics: [...found, { code: 'IMP-2', args: { what: first.name }, at: startOf(first) }] }
  const { asOf, entries: dated } = dateOf(objects, options.asOf)
  const { file, coverage, diagnostics } = makeFile(objects, asOf, options.name)
  const valid = validFile(file, objects)
  if (!valid.ok)
    return { ok: false, diagnostics: [...found, ...refusals(valid.diagnostics, objects, asOf, startOf(first))] }
  const open: readonly CoverageEntry[] = unknown.map(({ at }) => ({
    source: at.source.name,
    kind: 'file',
    name: '',
    status: 'not-understood',
  }))
  return {
    ok: true,
    value: { text: valid.text, coverage: [...dated, ...coverage, ...valid.coverage, ...records, ...open] },
    warnings: [...found, ...diagnostics],
  }
}
