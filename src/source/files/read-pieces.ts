import { isAscii } from 'node:buffer'
import { closeSync, createReadStream, openSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { encodingOf, pieceDecoder } from '../text/decode-text.ts'
import { bytesOf, pieceSize } from './open-file.ts'

/** Decodes bytes that are ASCII only: several times as fast as a decoder. */
const asciiText = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1')

/** The text of a file in chunks, without holding all of it. */
export function* piecesOf(path: string, size = pieceSize): Generator<string, undefined, undefined> {
  const file = openSync(path, 'r')
  try {
    let decode: ReturnType<typeof pieceDecoder> | undefined
    let isUtf8 = false
    let mayEndWithin = false
    for (const bytes of bytesOf(file, size)) {
      if (decode !== undefined && isUtf8 && !mayEndWithin && isAscii(bytes)) yield asciiText(bytes)
      else {
        // The first piece always goes through the decoder, which drops a byte-order mark.
        isUtf8 ||= decode === undefined && encodingOf(bytes) === 'UTF-8'
        decode ??= pieceDecoder(bytes)
        yield decode(bytes, true)
        mayEndWithin = (bytes.at(-1) ?? 0) > 127
      }
    }
    if (decode !== undefined) yield decode(new Uint8Array(), false)
  } finally {
    closeSync(file)
  }
}

/** The same of a compressed file; it ends where the compression is broken. */
export async function* unpackedPieces(path: string): AsyncGenerator<string, undefined, undefined> {
  const packed = createReadStream(path)
  const unpacking = createGunzip({ chunkSize: pieceSize })
  // an error of the disk ends the text as well
  packed.on('error', (error) => unpacking.destroy(error))
  let decode: ReturnType<typeof pieceDecoder> | undefined
  try {
    // a stream of bytes, which its type does not say
    for await (const bytes of packed.pipe(unpacking) as AsyncIterable<Uint8Array>) {
      decode ??= pieceDecoder(bytes)
      yield decode(bytes, true)
    }
  } catch {
    return
  } finally {
    packed.destroy()
    unpacking.destroy()
  }
  if (decode !== undefined) yield decode(new Uint8Array(), false)
}
