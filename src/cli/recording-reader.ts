import type { SourceReader } from '../source/files/source-reader.ts'

/** A reader that remembers the text of every file it reads, under the name by which it is read again. */
export interface RecordingReader {
  readonly reader: SourceReader
  readonly files: () => Readonly<Record<string, string>>
}

/** Wraps a reader; files that come in pieces are remembered as far as they were read. */
export function recordingReader(inner: SourceReader): RecordingReader {
  const texts = new Map<string, string>()
  function* kept(name: string, pieces: Iterable<string>): Generator<string, undefined, undefined> {
    const read: string[] = []
    for (const piece of pieces) {
      read.push(piece)
      yield piece
    }
    texts.set(name, read.join(''))
  }
  return {
    files: () => Object.fromEntries(texts),
    reader: {
      glob: inner.glob,
      read: (path, from) => {
        const loaded = inner.read(path, from)
        if (loaded.ok) texts.set(loaded.value.name, loaded.value.text)
        return loaded
      },
      readPieces: (path, from) => {
        const loaded = inner.readPieces(path, from)
        if (!loaded.ok) return loaded
        const { name, pieces } = loaded.value
        return { ...loaded, value: { name, pieces: kept(name, pieces) } }
      },
    },
  }
}
