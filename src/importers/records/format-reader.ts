import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import type { ExportRecord } from './record.ts'

/** The records of one file, and what is wrong with it. */
export interface ReadRecords {
  readonly records: readonly ExportRecord[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A text that is read in pieces, from its start each time. */
export interface TextInPieces extends Pick<SourceText, 'name' | 'withheld'> {
  readonly pieces: Iterable<string>
}

/** Receives the records of a file one at a time. */
export type TakeRecord = (record: ExportRecord) => void

/** A reader of one format, such as CSV. */
export interface FormatReader {
  /** The name of the format for the coverage table. */
  readonly name: string
  /** Whether a text is written in this format, by its name and its first lines. */
  readonly recognizes: (source: SourceText) => boolean
  readonly read: (source: SourceText) => ReadRecords
  /** How much memory its records take for each character of a text, measured; absent where each record is counted. */
  readonly bytesPerCharacter?: number
  /** Reads a long text of which it needs one record at a time; absent where it needs the whole text. */
  readonly readInPieces?: (source: TextInPieces, start: string, take: TakeRecord) => readonly Diagnostic[]
}

/** How many diagnostics one file may have: a file of another kind has one in every line. */
export const mostDiagnostics = 100

/** The context of a record in a file without sections: the file name, in lower case. */
export function contextOfFile({ name }: SourceText): string {
  return name.toLowerCase()
}
