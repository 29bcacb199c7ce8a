import type { RecordField } from '../reduction/record-field.ts'

/** How the records of one file are written. */
export type LogShape =
  /** JSON objects, one a line or one after the other, or lists of them. */
  | {
      readonly kind: 'json'
      readonly lines: boolean
      /** The key under which an object holds a list of records; none where each object is a record. */
      readonly list?: 'value' | 'records'
      /** Whether each record stands in the `properties` of an envelope. */
      readonly enveloped: boolean
      readonly names: 'graph' | 'powershell' | 'log-analytics'
    }
  /** Columns by the field of the record that each one holds. */
  | { readonly kind: 'csv'; readonly delimiter: string; readonly columns: LogColumns }
  | { readonly kind: 'parquet'; readonly columns: LogColumns }

/** The columns of a table, by the field that each holds; several columns of one field are read together. */
export type LogColumns = Readonly<Partial<Record<RecordField, readonly string[]>>>

/** A file of sign-ins. */
export interface LogFile {
  /** As the user named it, or below the folder that was named. */
  readonly name: string
  /** Where it is. */
  readonly path: string
  /** Size of what it holds, unpacked where it is packed. */
  readonly bytes: number
  readonly packed: boolean
  /** Present where it is not UTF-8 without a byte-order mark. */
  readonly encoding?: 'utf-8' | 'utf-16'
  readonly shape: LogShape
}

/** The start of a file, unpacked. */
export interface FileHead {
  readonly text: string
  /** Whether the whole file is in the text. */
  readonly whole: boolean
}
