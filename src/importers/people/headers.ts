import { type Column, columnHeaders } from './column-headers.ts'
import { otherHeaders } from './other-headers.ts'

export type { Column } from './column-headers.ts'

/** A header without case, accents, blanks and marks. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** The columns whose headers a mapping can define. */
// The keys of a record whose type names them all.
export const columns = Object.keys(columnHeaders) as readonly Column[]

/** Headers in lower case, with and without marks, so that most are found without normalizing them. */
const spellings = (header: string): readonly string[] => [header.toLowerCase(), plainHeader(header)]

const known: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) =>
    [column, ...columnHeaders[column]].flatMap(spellings).map((header) => [header, column] as const),
  ),
)
const unimportant: ReadonlySet<string> = new Set(otherHeaders.flatMap(spellings))

function columnSpelled(header: string): Column | 'unused' | undefined {
  return known.get(header) ?? (unimportant.has(header) ? 'unused' : undefined)
}

/** The meaning of a header; `unused` if no sign-in depends on it, undefined if it is unknown. */
export function columnOf(header: string): Column | 'unused' | undefined {
  return columnSpelled(header) ?? columnSpelled(plainHeader(header))
}
