import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../source/document/located-document.ts'
import type { SourceRange } from '../source/text/source-text.ts'
import type { UserFile } from '../tenant/principal-file.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import type { CoverageEntry } from './coverage.ts'
import type { ExportRecord } from './records/record.ts'

/** Where a value of a tenant file comes from. */
export interface ValueOrigin {
  /** The path in the tenant file; list items by identity (name, user principal name, id), never by index. */
  readonly path: DocumentPath
  readonly at: SourceRange
}

/** Where the values of a file come from; of very many values each is made when it is asked for. */
export type Origins = Iterable<ValueOrigin>

/** Facts about users that are stated outside their own records, which may be in other exports. */
export interface PeopleFacts {
  /** By id or user principal name, in lower case. */
  readonly byName: ReadonlyMap<string, Partial<UserFile>>
  /** The holders of all roles are known: other people have none. */
  readonly areRolesKnown: boolean
  /** Ids and names of people whose own records are in the same exports and contain all of this, in lower case. */
  readonly recorded: () => ReadonlySet<string>
}

/** The result of one reader: parts of a tenant file, to be merged with those of the other readers. */
export interface Fragment {
  readonly file: Partial<TenantFile>
  readonly origins: Origins
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
  /**
   * Names by id in lower case, including objects that are in no tenant file: policies are written with names next to
   * ids.
   */
  readonly names?: ReadonlyMap<string, string>
  readonly people?: PeopleFacts
  /** Values of the file besides which exports state others; by place, as in `origins`. */
  readonly disputes?: readonly StatedDispute[]
}

/** A place of the tenant file for which exports state several values, one of which stands there. */
export interface StatedDispute {
  readonly path: DocumentPath
  readonly values: readonly unknown[]
}

/** Products whose exports can be read. */
export const importProducts = [
  'graph',
  'exchange',
  'skype-for-business',
  'ad-fs',
  'people',
  'clients',
  'terraform',
  'dsc',
] as const

/** A product whose exports can be read. */
export type ImportProduct = (typeof importProducts)[number]

/** A reader of one kind of export, such as the mailboxes of Get-CASMailbox. */
export interface RecordReader {
  /** The product for `--only`. */
  readonly product: ImportProduct
  /** The kind of a record, in the terms of the coverage table: `client access settings of a mailbox`. */
  readonly kind: string
  /** Whether a record is of this kind, by its type, its context or its fields. */
  readonly recognizes: (record: ExportRecord) => boolean
  /** Reads all records of its kind at once, in an order that is independent of files. */
  readonly read: (records: readonly ExportRecord[]) => Fragment
  /** Reads very many records, some at a time, none of which is kept; absent where all of them are needed at once. */
  readonly gather?: () => RecordGathering
}

/** Records that are being read, some at a time, in any order. */
export interface RecordGathering {
  /** Reads some records, and estimates how many bytes of memory what is kept of them takes. */
  readonly take: (records: readonly ExportRecord[]) => number
  readonly finish: () => Fragment
}
