import { type Dirent, fstatSync, readdirSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { failed, type Loaded } from '../diagnostics/diagnostic.ts'
import { isWithheld } from '../diagnostics/withheld.ts'
import { decodeText } from '../text/decode-text.ts'
import { globMatcher, globRoot } from '../text/glob.ts'
import { folderOf, joinPath, resolveFrom } from '../text/source-path.ts'
import type { SourceRange, SourceText } from '../text/source-text.ts'
import { containment, type ReadScope } from './containment.ts'
import { fileInPlace } from './file-in-place.ts'
import { bytesOf, outside, type ReadOptions, withFile } from './open-file.ts'
import { piecesOf, unpackedPieces } from './read-pieces.ts'
import { linesOf, placeOfFile, type SourcePieces, type SourceReader } from './source-reader.ts'
import { unpacked } from './unpack.ts'

const defaultLimit = 64 * 1024 * 1024
/** Maximum size of an export, compressed or not. */
const exportLimit = 200 * 1024 * 1024
/** Size from which an export is streamed where possible. */
const longFrom = 4 * 1024 * 1024
/** Pieces that are parts of a longer text for a moment only are collected soon if they are small. */
const smallPiece = 64 * 1024
/** Maximum size of a file that is streamed. */
const pieceLimit = 2 * 1024 * 1024 * 1024

/** All bytes of an open file, or those up to the limit. */
function readBytes(file: number, size: number, limit: number): Uint8Array {
  let buffer = new Uint8Array(Math.max(4096, size + 1))
  let length = 0
  for (;;) {
    const count = readSync(file, buffer, length, buffer.length - length, null)
    length += count
    if (count === 0 || length > limit) return buffer.subarray(0, length)
    if (length < buffer.length) continue
    const larger = new Uint8Array(buffer.length * 2)
    larger.set(buffer)
    buffer = larger
  }
}

function textOf(name: string, bytes: Uint8Array, { from, unpack }: ReadOptions): Loaded<SourceText> {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'binary') return failed({ code: 'SRC-6', args: { path: name }, at: placeOfFile(name, from) })
  const { text } = decoded
  const source: SourceText = isWithheld(name, text, unpack) ? { name, text, withheld: true } : { name, text }
  if (decoded.kind === 'text') return { ok: true, value: source, warnings: [] }
  const range = { source, start: decoded.at, end: Math.min(decoded.at + 1, decoded.text.length) }
  return failed({ code: 'SRC-7', args: { encoding: decoded.encoding }, at: range })
}

/** Reads a complete file: UTF-8 or UTF-16 with or without byte-order mark; keeps line breaks. */
export function readSource(path: string, options: ReadOptions = {}): Loaded<SourceText> {
  const name = resolveFrom(path, options.from)
  const limit = options.limit ?? defaultLimit
  const at = placeOfFile(name, options.from)
  return withFile(name, options, (file) => {
    const { size } = fstatSync(file)
    if (size > limit) return failed({ code: 'SRC-5', args: { path: name, bytes: size, limit }, at })
    const bytes = readBytes(file, size, limit)
    const tooLarge = failed({ code: 'SRC-5', args: { path: name, bytes: limit, limit }, at })
    if (bytes.length > limit) return tooLarge
    const held = options.unpack ? unpacked(bytes, limit) : bytes
    if (held === 'too large') return tooLarge
    if (held === 'broken') return failed({ code: 'SRC-6', args: { path: name }, at })
    return textOf(name, held, options)
  })
}

/** Streams a file of any size; reopens it for each iteration. */
export function readPieces(path: string, options: ReadOptions = {}): Loaded<SourcePieces> {
  const name = resolveFrom(path, options.from)
  const at = placeOfFile(name, options.from)
  return withFile<SourcePieces>(name, options, (file) => {
    const { size } = fstatSync(file)
    if (size > pieceLimit) return failed({ code: 'SRC-5', args: { path: name, bytes: size, limit: pieceLimit }, at })
    const [first] = bytesOf(file)
    // The first chunk may end within a character, so only its kind is checked.
    if (first !== undefined && decodeText(first).kind === 'binary') {
      return failed({ code: 'SRC-6', args: { path: name }, at })
    }
    const whole = resolve(options.cwd ?? '.', name)
    const value = { name, pieces: { [Symbol.iterator]: () => piecesOf(whole, options.pieceSize) } }
    return { ok: true, value, warnings: [] }
  })
}

/** Streams an export that is long, no larger than an export may be, and not compressed; undefined for another one. */
function longExport(path: string, options: ReadOptions): SourcePieces | undefined {
  const isLong = withFile(path, options, (file) => {
    const { size } = fstatSync(file)
    const [first = new Uint8Array()] = bytesOf(file)
    const isPacked = first[0] === 0x1f && first[1] === 0x8b
    return { ok: true, value: size > longFrom && size <= exportLimit && !isPacked, warnings: [] }
  })
  const pieces = isLong.ok && isLong.value ? readPieces(path, { ...options, pieceSize: smallPiece }) : undefined
  return pieces?.ok ? pieces.value : undefined
}

/** Streams the lines of a file. */
export function readLines(path: string, options: ReadOptions = {}): Loaded<Iterable<string>> {
  const loaded = readPieces(path, options)
  if (!loaded.ok) return loaded
  const { pieces } = loaded.value
  return { ok: true, value: { [Symbol.iterator]: () => linesOf(pieces) }, warnings: [] }
}

/**
 * Whether a folder is found, or a link to one where the pattern says how deep it goes: below `**` links are not followed, since
 * they can lead back.
 */
function isFolder(found: Dirent, folder: string, levels: number): boolean {
  if (!found.isSymbolicLink() || levels === Number.POSITIVE_INFINITY) return found.isDirectory()
  try {
    return statSync(`${folder}/${found.name}`).isDirectory()
  } catch {
    // What a link leads to that cannot be followed is said where the file is read.
    return false
  }
}

function filesUnder(folder: string, prefix: string, levels: number, hidden: boolean): readonly string[] {
  if (levels <= 0) return []
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
      const path = prefix + found.name
      if (found.name.startsWith('.') && !hidden) return []
      if (!isFolder(found, folder, levels)) return [path]
      return filesUnder(`${folder}/${found.name}`, `${path}/`, levels - 1, hidden)
    })
  } catch {
    // As in listFolder.
    return []
  }
}

/** The files that match a pattern, relative to the folder, in a platform-independent order. */
export function expandGlob(pattern: string, folder: string): readonly string[] {
  const clean = joinPath('', pattern)
  const root = globRoot(clean)
  const prefix = root.folder === '' || root.folder.endsWith('/') ? root.folder : `${root.folder}/`
  const hidden = /(^|\/)\./.test(clean)
  return filesUnder(resolve(folder, root.folder), prefix, root.levels, hidden).filter(globMatcher(clean)).sort()
}

/** Options of a disk reader. */
export interface ReaderOptions extends ReadScope {
  /** Maximum size of a file that is read completely, in bytes. */
  readonly limit?: number
}

/** A disk reader relative to a folder; references stay inside of the root unless allowed otherwise. */
export function nodeSourceReader(cwd: string, { limit = defaultLimit, ...where }: ReaderOptions = {}): SourceReader {
  const scope = containment(cwd, where)
  const options = (from: SourceRange | undefined) => ({ cwd, limit, scope, ...(from && { from }) })
  return {
    read: (path, from) => readSource(path, options(from)),
    readPieces: (path, from) => readPieces(path, options(from)),
    inPlace: (path) => fileInPlace(path, options(undefined)),
    // only for what `inPlace` has opened before, so that a scope has admitted it
    unpackedPieces: (path) => unpackedPieces(resolve(cwd, path)),
    readExport: (path) => readSource(path, { ...options(undefined), limit: exportLimit, unpack: true }),
    exportPieces: (path) => longExport(path, options(undefined)),
    glob: (pattern, from) => {
      if (!scope.admitsPattern(pattern, from)) return failed(outside(pattern, from))
      const folder = resolve(cwd, from === undefined ? '' : folderOf(from.source.name))
      const found = expandGlob(pattern, folder)
      if (found.length > 0) return { ok: true, value: found, warnings: [] }
      return failed({ code: 'SRC-22', args: { pattern }, at: placeOfFile(pattern, from) })
    },
    within: (other) => nodeSourceReader(cwd, { limit, ...other }),
  }
}
