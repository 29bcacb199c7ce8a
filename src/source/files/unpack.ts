import { constants, gunzipSync } from 'node:zlib'

/** What bytes hold once they are unpacked, or why they cannot be. */
export type Unpacked = Uint8Array | 'too large' | 'broken'

/** Bytes as they are, or unpacked where gzip packed them; nothing is unpacked beyond the limit. */
export function unpacked(bytes: Uint8Array, limit: number): Unpacked {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch (error) {
    return error instanceof RangeError ? 'too large' : 'broken'
  }
}

/** What the beginning of a packed file holds; the bytes as they are where nothing is packed. */
export function unpackedStart(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, most)
  } catch {
    return new Uint8Array()
  }
}
