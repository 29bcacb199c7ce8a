import { isAscii } from 'node:buffer'
import { closeSync, openSync } from 'node:fs'
import { encodingOf, pieceDecoder } from '../text/decode-text.ts'
import { bytesOf } from './open-file.ts'

/** Decodes bytes that are ASCII only: several times as fast as a decoder. */
const asciiText = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1')

/** The text of a file in chunks, without holding all of it. */
export function* piecesOf(path: string): Generator<string, undefined, undefined> {
  const file = openSync(path, 'r')
  try {
    let decode: ReturnType<typeof pieceDecoder> | undefined
    let isUtf8 = false
    let mayEndWithin = false
    for (const bytes of bytesOf(file)) {
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
