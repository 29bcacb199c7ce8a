import type { RecordField } from '../reduction/record-field.ts'
import type { ServerFormat } from '../servers/server-row.ts'

/** The format of the records in one file. */
export type LogShape =
  /** JSON objects, one per line or concatenated, or lists of them. */
  | {
      readonly kind: 'json'
      readonly lines: boolean
      /** The key of the record list in an object; absent if each object is a record. */
      readonly list?: 'value' | 'records'
      /** Whether each record is in the `properties` of an envelope. */
      readonly enveloped: boolean
      readonly names: 'graph' | 'powershell' | 'log-analytics'
    }
  /** Columns by record field. */
  | { readonly kind: 'csv'; readonly delimiter: string; readonly columns: LogColumns }
  /** The log of a server, whose records are read here and given to the engine. */
  | { readonly kind: 'server'; readonly format: ServerFormat }
  /** The columns are in the schema at the end of the file, which only the engine reads; empty until it has. */
  | { readonly kind: 'parquet'; readonly columns: LogColumns }

/** One source of a field in a table: a column, or a value inside of a column that holds JSON or a structure. */
export interface LogColumn {
  readonly name: string
  /** The path of the value inside of the column, as `operatingSystem`. */
  readonly path?: string
  /** Whether the column holds a structure and not text. */
  readonly structured?: true
}

/** The columns of a table by field; several columns of one field are combined. */
export type LogColumns = Readonly<Partial<Record<RecordField, readonly LogColumn[]>>>

/** A file of sign-ins. */
export interface LogFile {
  /** As the user named it, or its path below the named folder. */
  readonly name: string
  /** Where it is. */
  readonly path: string
  /** Size of the content, after decompression. */
  readonly bytes: number
  readonly packed: boolean
  /** Set unless the file is UTF-8 without a byte-order mark. */
  readonly encoding?: 'utf-8' | 'utf-16' | 'utf-16be'
  readonly shape: LogShape
}

/** The start of a file, decompressed. */
export interface FileHead {
  readonly text: string
  /** Whether the text is the whole file. */
  readonly whole: boolean
}
