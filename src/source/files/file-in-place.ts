import { fstatSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Loaded } from '../diagnostics/diagnostic.ts'
import { resolveFrom } from '../text/source-path.ts'
import { bytesOf, pieceSize, type ReadOptions, withFile } from './open-file.ts'
import type { FileInPlace } from './source-reader.ts'
import { unpackedStart } from './unpack.ts'

/** A file for another program to read in place, with its start. */
export function fileInPlace(path: string, options: ReadOptions = {}): Loaded<FileInPlace> {
  const name = resolveFrom(path, options.from)
  return withFile<FileInPlace>(name, options, (file) => {
    const { size } = fstatSync(file)
    const [first = new Uint8Array()] = bytesOf(file)
    const packed = first[0] === 0x1f && first[1] === 0x8b
    const start = unpackedStart(first, pieceSize)
    const value = {
      name,
      path: resolve(options.cwd ?? '.', name),
      bytes: packed ? sizeUnpacked(file, size) : size,
      packed,
      start,
    }
    return { ok: true, value, warnings: [] }
  })
}

/** The last four bytes of a gzip file hold the uncompressed size. */
function sizeUnpacked(file: number, size: number): number {
  const last = new DataView(new ArrayBuffer(4))
  readSync(file, last, 0, 4, Math.max(0, size - 4))
  return last.getUint32(0, true)
}
