import type { LocatedDocument } from '../../source/document/located-document.ts'
import type { SourceRange, SourceText } from '../../source/text/source-text.ts'

/** How a file writes its records. */
export type RecordFormat = 'json' | 'json-lines' | 'csv' | 'clixml' | 'format-list' | 'dsc' | 'terraform'

/** The value of a field, with the differences of formats removed: absent text is undefined, lists are arrays. */
export type RecordValue = string | number | boolean | null | readonly RecordValue[] | RecordFields

/** Fields by lower-cased name. */
export interface RecordFields extends ReadonlyMap<string, RecordValue | undefined> {}

/** One object of an export, whatever format it is written in: a JSON object, a row of CSV, a block of a listing. */
export interface ExportRecord {
  readonly source: SourceText
  readonly format: RecordFormat
  readonly fields: RecordFields
  /** The names of the fields in a table: one list for all of its rows. */
  readonly columns?: readonly string[]
  /** The type that the format states, in lower case: `microsoft.exchange.data.directory.management.casmailbox`. */
  readonly typeName?: string
  /** The containing folder or key, in lower case: the file name, the section or the resource type. */
  readonly context: string
  /** The location of the record. */
  readonly at: SourceRange
  /** The location of a field, by name in lower case; that of the record if the format has none. */
  readonly rangeOf: (field: string) => SourceRange
  /** The same as an object of a document, with its keys as they are written, if the format keeps objects in objects. */
  readonly document?: () => LocatedDocument
}
