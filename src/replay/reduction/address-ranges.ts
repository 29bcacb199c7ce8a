import { type Cidr, cidrContains, parseCidr } from '../../source/text/parse-cidr.ts'
import type { LabeledRange } from './expression.ts'

/** The address ranges that a tenant names, as one list sorted from the narrowest. */
export interface AddressCells {
  readonly ranges: readonly LabeledRange[]
  /** A representative address of each cell, by label; all addresses of a cell are in the same named ranges. */
  readonly addressOf: ReadonlyMap<string, string>
}

/** The label of addresses outside of all ranges. */
export const outsideLabel = 'elsewhere'

const wordSize = 2 ** 32

function boundsOf({ words, bits }: Cidr): { readonly low: readonly number[]; readonly high: readonly number[] } {
  const sizes = words.map((_, index) => 2 ** (32 - Math.max(0, Math.min(32, bits - index * 32))))
  const low = words.map((word, index) => Math.floor(word / (sizes[index] ?? 1)) * (sizes[index] ?? 1))
  return { low, high: low.map((word, index) => word + (sizes[index] ?? 1) - 1) }
}

/** The next address, or undefined after the last one. */
function after(words: readonly number[]): readonly number[] | undefined {
  const next = [...words]
  for (let index = next.length - 1; index >= 0; index -= 1) {
    const word = (next[index] ?? 0) + 1
    next[index] = word % wordSize
    if (word < wordSize) return next
  }
  return undefined
}

function textOf({ family }: Pick<Cidr, 'family'>, words: readonly number[]): string {
  if (family === 4) {
    const [word = 0] = words
    return [24, 16, 8, 0].map((shift) => Math.floor(word / 2 ** shift) % 256).join('.')
  }
  return words
    .flatMap((word) => [Math.floor(word / 65536), word % 65536])
    .map((group) => group.toString(16))
    .join(':')
}

const single = (family: 4 | 6, words: readonly number[]): Cidr => ({ family, words, bits: family === 4 ? 32 : 128 })

/**
 * An address in a range but in none of the narrower ones: the first of the range, or the first after a narrower one.
 */
function addressIn(range: Cidr, narrower: readonly Cidr[]): string | undefined {
  const inside = narrower.filter((other) => cidrContains(range, other))
  const next = inside.map((other) => after(boundsOf(other).high)).filter((words) => words !== undefined)
  const found = [boundsOf(range).low, ...next].find((words) => {
    const one = single(range.family, words)
    return cidrContains(range, one) && !inside.some((other) => cidrContains(other, one))
  })
  return found && textOf(range, found)
}

/** The cells into which ranges partition the addresses; of duplicate ranges the first counts. */
export function addressCells(texts: readonly string[]): AddressCells {
  const parsed = texts.flatMap((text) => parseCidr(text) ?? []).sort((one, other) => other.bits - one.bits)
  const ranges: LabeledRange[] = []
  const addressOf = new Map<string, string>()
  const taken = new Set<string>()
  for (const [index, range] of parsed.entries()) {
    const { low, high } = boundsOf(range)
    const key = `${low.join('.')}/${range.bits}`
    if (taken.has(key)) continue
    taken.add(key)
    const address = addressIn(range, parsed.slice(0, index))
    // A range that narrower ones cover completely has no address of its own.
    if (address === undefined) continue
    ranges.push({ family: range.family, low, high, label: address })
    addressOf.set(address, address)
  }
  return { ranges, addressOf }
}

/** An address reserved for documentation, which no tenant uses, outside of all ranges. */
export function addressOutside(texts: readonly string[]): string | undefined {
  const parsed = texts.flatMap((text) => parseCidr(text) ?? [])
  const candidates = ['198.51.100.77', '203.0.113.77', '192.0.2.77', '233.252.0.77', '2001:db8:ffff:ffff:0:0:0:77']
  return candidates.find((text) => {
    const one = parseCidr(text)
    return one !== undefined && !parsed.some((range) => cidrContains(range, one))
  })
}
