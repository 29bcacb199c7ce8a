import { lineCutter, linesOf, type SourceReader } from '../../source/files/source-reader.ts'
import { jsonPaths } from './json-fields.ts'
import type { LogFile, LogShape } from './log-file.ts'

/** Maximum number of unreadable lines reported per file. */
export const mostLocated = 10

type JsonShape = Extract<LogShape, { kind: 'json' }>

const fieldOf = (value: unknown, name: string): unknown => Object(value)[name]

/** Stands for bytes that are no text in the encoding of a file. */
const notText = '\uFFFD'

/** Whether a line contains something that the reduction can read: an object with a time, or a list of them. */
function isReadable(line: string, { names, enveloped, list }: JsonShape): boolean {
  if (line.includes(notText)) return false
  try {
    const value: unknown = JSON.parse(line)
    if (list !== undefined && Array.isArray(fieldOf(value, list))) return true
    const record = enveloped ? (fieldOf(value, 'properties') ?? value) : value
    return jsonPaths(names, 'time').some((path) => !Number.isNaN(Date.parse(String(fieldOf(record, path)))))
  } catch {
    return false
  }
}

/** The lines of a log, a compressed one included, which is decompressed piece by piece. */
async function* linesIn({ name, path, packed }: LogFile, reader: SourceReader): AsyncGenerator<string> {
  if (!packed) {
    const read = reader.readPieces(name)
    if (read.ok) yield* linesOf(read.value.pieces)
    return
  }
  const { cut, rest } = lineCutter()
  for await (const piece of reader.unpackedPieces?.(path) ?? []) yield* cut(piece)
  const last = rest()
  if (last !== '') yield last
}

/** The first unreadable lines, found by reading the file again; empty if the file has no lines. */
export async function brokenLines(file: LogFile, reader: SourceReader): Promise<readonly number[]> {
  const { shape } = file
  if (shape.kind !== 'json' || !shape.lines) return []
  const found: number[] = []
  let number = 0
  for await (const line of linesIn(file, reader)) {
    number += 1
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
    if (text.trim() !== '' && !isReadable(text, shape)) found.push(number)
    if (found.length === mostLocated) break
  }
  return found
}
