import type { SourceReader } from '../source/files/source-reader.ts'

/** The files that a document may name, as they are now. */
export interface Texts {
  readonly reader: SourceReader
}

/** The text of a file; undefined if it cannot be read. */
export function textOf({ reader }: Texts, name: string): string | undefined {
  const read = reader.read(name)
  return read.ok ? read.value.text : undefined
}
