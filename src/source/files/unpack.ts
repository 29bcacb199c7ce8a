import { constants, gunzipSync } from 'node:zlib'

/** Decompressed bytes, or the reason for a failure. */
export type Unpacked = Uint8Array | 'too large' | 'broken'

/** Decompresses gzip data and returns other bytes unchanged; stops at the limit. */
export function unpacked(bytes: Uint8Array, limit: number): Unpacked {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch (error) {
    return error instanceof RangeError ? 'too large' : 'broken'
  }
}

/** How much of a packed file is decompressed first: 16 MB at most come of it, and enough of almost every text. */
const little = 16 * 1024

/** The start of the decompressed content; uncompressed bytes are returned unchanged. */
export function unpackedStart(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    for (let given = little; ; given *= 4) {
      const start = gunzipSync(bytes.subarray(0, given), { finishFlush: constants.Z_SYNC_FLUSH })
      if (start.length >= most || given >= bytes.length) return start.subarray(0, most)
    }
  } catch {
    return new Uint8Array()
  }
}
