import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { SourceReader } from './source-reader.ts'

/** The SHA-256 of a text, in hexadecimal. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A reader that records the digest of every file it reads, by name. */
export interface HashingReader {
  readonly reader: SourceReader
  readonly digests: Map<string, string>
}

/** Wraps a reader; a streamed file has a digest once it was read to its end. */
export function hashingReader(inner: SourceReader, digests = new Map<string, string>()): HashingReader {
  function* hashed(name: string, pieces: Iterable<string>): Generator<string, undefined, undefined> {
    const hash = createHash('sha256')
    for (const piece of pieces) {
      hash.update(piece)
      yield piece
    }
    digests.set(name, hash.digest('hex'))
  }
  const reader: SourceReader = {
    glob: inner.glob,
    read: (path, from) => {
      const loaded = inner.read(path, from)
      if (loaded.ok) digests.set(loaded.value.name, digestOf(loaded.value.text))
      return loaded
    },
    readPieces: (path, from) => {
      const loaded = inner.readPieces(path, from)
      if (!loaded.ok) return loaded
      const { name, pieces } = loaded.value
      return { ...loaded, value: { name, pieces: { [Symbol.iterator]: () => hashed(name, pieces) } } }
    },
  }
  return { reader, digests }
}

/** One hash over a tenant file and the files it refers to, independent of the working directory. */
export function contentHash(file: string, digests: ReadonlyMap<string, string>): string {
  const folder = posix.dirname(file.replaceAll('\\', '/'))
  const parts = [...digests].map(([name, digest]) => `${posix.relative(folder, name.replaceAll('\\', '/'))}\n${digest}`)
  return digestOf(parts.sort().join('\n'))
}
