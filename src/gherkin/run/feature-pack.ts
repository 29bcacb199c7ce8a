import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceRange } from '../../source/text/source-text.ts'

/** A feature of reusable controls that a project includes, and the file of the people whom it is about. */
export interface PackReference {
  readonly feature: string
  readonly personas: string
  readonly at: SourceRange
  readonly personasAt: SourceRange
}

/** What a pack calls the file of the people: each project that includes it has its own. */
const personas = 'personas.csv'

/** The files as a pack sees them: the people are those of the project. */
export function readerOfPack(reader: SourceReader, pack: PackReference): SourceReader {
  return {
    ...reader,
    read: (path, from) =>
      path === personas && from !== undefined ? reader.read(pack.personas, pack.personasAt) : reader.read(path, from),
  }
}
