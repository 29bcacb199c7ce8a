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

/** The start of the decompressed content; uncompressed bytes are returned unchanged. */
export function unpackedStart(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, most)
  } catch {
    return new Uint8Array()
  }
}
