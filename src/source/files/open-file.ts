import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Diagnostic, failed, type Loaded } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { hasOwnEnding } from '../diagnostics/withheld.ts'
import { folderOf, joinPath } from '../text/source-path.ts'
import type { SourceRange } from '../text/source-text.ts'
import type { Containment } from './containment.ts'
import { placeOfFile } from './source-reader.ts'
import { specialFile } from './special-file.ts'

/** Options for reading from disk. */
export interface ReadOptions {
  /** The folder that relative names start from; by default the process's working directory. */
  readonly cwd?: string
  /** The location that names the file, if any. */
  readonly from?: SourceRange
  /** Maximum size of a file that is read completely, in bytes. */
  readonly limit?: number
  /** What may be read; by default everything. */
  readonly scope?: Containment
  /** How many bytes of a streamed file are read at once. */
  readonly pieceSize?: number
  /** Decompress a gzip file. */
  readonly unpack?: true
}

/** Chunk size in bytes. */
export const pieceSize = 256 * 1024

/** The names in a folder. */
export function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // A folder that cannot be listed is treated as empty.
    return []
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function neighborOf(name: string, cwd: string): { readonly suggestion?: string } {
  const near = suggest(name.slice(name.lastIndexOf('/') + 1), listFolder(resolve(cwd, folderOf(name))))
  return near === undefined ? {} : { suggestion: joinPath(folderOf(name), near) }
}

/** The reason why the system did not open or read a file. */
export function diagnosticOfSystemError(error: unknown, path: string, at: SourceRange, cwd: string): Diagnostic {
  const code = systemCode(error)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'SRC-1', args: { path, ...neighborOf(path, cwd) }, at }
    case 'EISDIR':
      return { code: 'SRC-2', args: { path }, at }
    case 'EACCES':
    case 'EPERM':
      return { code: 'SRC-3', args: { path }, at }
    default:
      return { code: 'SRC-4', args: { path, reason: code }, at }
  }
}

/** The bytes of an open file in chunks. */
export function* bytesOf(file: number, size = pieceSize): Generator<Uint8Array, undefined, undefined> {
  for (;;) {
    const buffer = new Uint8Array(size)
    const count = readSync(file, buffer, 0, size, null)
    if (count === 0) return
    yield buffer.subarray(0, count)
  }
}

/** The diagnostic for a file or pattern outside of the scope. */
export function outside(path: string, from: SourceRange | undefined): Diagnostic {
  return { code: 'SRC-23', args: { path }, at: placeOfFile(path, from) }
}

/** The reason why a file is not opened. */
function refusal(path: string, { scope, from }: ReadOptions): Diagnostic | undefined {
  if (scope?.admitsFile(path, from) === false) return outside(path, from)
  if (from === undefined || hasOwnEnding(path)) return undefined
  return { code: 'SRC-24', args: { path }, at: from }
}

/** Opens a file during a call; an inaccessible or forbidden file becomes a diagnostic. */
export function withFile<T>(name: string, options: ReadOptions, use: (file: number) => Loaded<T>): Loaded<T> {
  const cwd = options.cwd ?? '.'
  const refused = refusal(name, options)
  if (refused !== undefined) return failed(refused)
  try {
    const kind = specialFile(resolve(cwd, name))
    if (kind !== undefined)
      return failed({ code: 'SRC-25', args: { path: name, kind }, at: placeOfFile(name, options.from) })
    const file = openSync(resolve(cwd, name), 'r')
    try {
      return use(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return failed(diagnosticOfSystemError(error, name, placeOfFile(name, options.from), cwd))
  }
}
