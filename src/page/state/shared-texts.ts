import { isAddable, mostAdded } from '../edit/added-files.ts'
import type { Files } from '../plan/plan.ts'
import { packedIn } from './address.ts'
import { through } from './through.ts'

/** Most characters of packed text that a link carries; a larger file is saved instead. */
export const mostInLink = 32_768
/** Most bytes that a link may unpack to. */
const mostUnpacked = 2_000_000

/** What a link says about the texts of files. */
export type SharedTexts =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'texts'; readonly texts: Files; readonly packed: string }

const toAddress = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const fromAddress = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

/** The texts that differ from those of the page, compressed for the part of an address after `#`. */
export async function packTexts(texts: Files, base: Files): Promise<string> {
  const changed = Object.fromEntries(Object.entries(texts).filter(([name, text]) => base[name] !== text))
  const bytes = new TextEncoder().encode(JSON.stringify(changed))
  return toAddress(await through(bytes, new CompressionStream('deflate-raw'), mostUnpacked))
}

const isTexts = (value: unknown): value is Files =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string')

/** The texts in an address; anything but changed texts of the page's own files and files that can be added is damage. */
export async function textsIn(address: string, base: Files, file: string): Promise<SharedTexts> {
  const packed = packedIn(address)
  if (packed === undefined) return { kind: 'none' }
  try {
    if (packed.length > mostInLink) return { kind: 'damaged' }
    const bytes = await through(fromAddress(packed), new DecompressionStream('deflate-raw'), mostUnpacked)
    const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!isTexts(found)) return { kind: 'damaged' }
    const added = Object.keys(found).filter((name) => !Object.hasOwn(base, name))
    if (added.length > mostAdded || !added.every((name) => isAddable(name, file))) return { kind: 'damaged' }
    return { kind: 'texts', texts: { ...base, ...found }, packed }
  } catch {
    return { kind: 'damaged' }
  }
}
