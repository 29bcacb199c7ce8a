/** Supported encodings; detected by the byte-order mark, then by the pattern of NUL bytes. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32'

/** The decoded text, or the reason why the bytes are not text. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  /** The text up to the first invalid character, and its offset. */
  | { readonly kind: 'broken'; readonly encoding: Encoding; readonly text: string; readonly at: number }

const sampleSize = 1024

function markOf(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8'
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16LE'
  if (first === 0xfe && second === 0xff) return 'UTF-16BE'
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? 'UTF-32' : undefined
}

/** UTF-16 without a mark: supported files are mostly ASCII, so every other byte is zero. */
function patternOf(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, sampleSize)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const half = Math.floor(sample.length / 2)
  if (half === 0) return undefined
  if (odd > half * 0.6 && even < half * 0.05) return 'UTF-16LE'
  return even > half * 0.6 && odd < half * 0.05 ? 'UTF-16BE' : undefined
}

/** The encoding of a file, detected from its first bytes. */
export function encodingOf(bytes: Uint8Array): Encoding {
  return markOf(bytes) ?? patternOf(bytes) ?? 'UTF-8'
}

const looksBinary = (bytes: Uint8Array): boolean => {
  const [first, second, third] = bytes
  const archive = first === 0x50 && second === 0x4b && (third === 3 || third === 5)
  return archive || (first === 0x1f && second === 0x8b) || bytes.includes(0)
}

/** Decodes a complete file; drops a byte-order mark, keeps line breaks. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  if (encoding === 'UTF-32') return { kind: 'broken', encoding, text: '', at: 0 }
  if (encoding === 'UTF-8' && looksBinary(bytes)) return { kind: 'binary' }
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    const text = new TextDecoder(encoding).decode(bytes)
    return { kind: 'broken', encoding, text, at: Math.max(0, text.indexOf('�')) }
  }
}

/** A decoder for a streamed file; never fails: invalid bytes become U+FFFD. */
export function pieceDecoder(firstPiece: Uint8Array): (piece: Uint8Array, more: boolean) => string {
  const encoding = encodingOf(firstPiece)
  const decoder = new TextDecoder(encoding === 'UTF-32' ? 'UTF-8' : encoding)
  return (piece, more) => decoder.decode(piece, { stream: more })
}
