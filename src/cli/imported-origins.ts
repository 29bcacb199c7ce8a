import { importedFrom, importedUser, originsFileOf } from '../importers/origins-file.ts'
import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { lineStarts, type SourceRange } from '../source/text/source-text.ts'
import type { Origin } from '../vocabulary/origin.ts'

/** Where values of tenant files were imported from, as the files of origins next to them say. */
export interface ImportedOrigins {
  readonly ofPlace: (origin: Origin) => Origin | undefined
  /** Diagnostics with the places of the exports that their values come from. */
  readonly noted: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[]
}

/** A place in a file of which only its position is known. */
const rangeAt = ({ file, line, column }: Origin): SourceRange => ({
  source: { name: file, text: ' '.repeat(column), firstLine: line },
  start: column - 1,
  end: column,
})

/** A tenant file that was imported: where its lines begin, and where the value at an offset comes from. */
interface ImportedFile {
  readonly starts: readonly number[]
  readonly lookup: (offset: number) => Origin | undefined
}

const besideUsers = /\.users\.jsonl$/

/** A file of users next to a tenant file: each line is the user of one record. */
function importedUsers(reader: SourceReader, file: string): ImportedFile | undefined {
  const sidecar = reader.read(originsFileOf(file.replace(besideUsers, '')))
  const users = sidecar.ok ? reader.read(file) : sidecar
  if (!sidecar.ok || !users.ok) return undefined
  const [starts, originOf] = [lineStarts(users.value), importedUser(sidecar.value)]
  const lookup = (offset: number): Origin | undefined => {
    const index = starts.findLastIndex((start) => start <= offset)
    const line = users.value.text.slice(starts[index], starts[index + 1])
    const name = /"userPrincipalName":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1]
    return name === undefined ? undefined : originOf(String(JSON.parse(`"${name}"`)))
  }
  return { starts, lookup }
}

function importedFile(reader: SourceReader, file: string): ImportedFile | undefined {
  const sidecar = reader.read(originsFileOf(file))
  const tenant = sidecar.ok ? reader.read(file) : sidecar
  if (!sidecar.ok || !tenant.ok) return undefined
  return { starts: lineStarts(tenant.value), lookup: importedFrom(tenant.value, sidecar.value) }
}

/** Reads the files of origins that are next to tenant files, each once, when it is first asked for. */
export function importedOrigins(reader: SourceReader): ImportedOrigins {
  const files = new Map<string, ImportedFile | undefined>()
  const inFile = (file: string, offset: (starts: readonly number[]) => number): Origin | undefined => {
    const read = besideUsers.test(file) ? importedUsers : importedFile
    if (!files.has(file)) files.set(file, read(reader, file))
    const known = files.get(file)
    return known?.lookup(offset(known.starts))
  }
  return {
    ofPlace: ({ file, line, column }) => inFile(file, (starts) => (starts[line - 1] ?? 0) + column - 1),
    noted: (diagnostics) =>
      diagnostics.map((diagnostic) => {
        const { name, firstLine = 1 } = diagnostic.at.source
        const origin = inFile(name, (starts) => (starts[firstLine - 1] ?? 0) + diagnostic.at.start)
        if (origin === undefined) return diagnostic
        return {
          ...diagnostic,
          related: [...(diagnostic.related ?? []), { at: rangeAt(origin), note: 'imported-from' }],
        }
      }),
  }
}
