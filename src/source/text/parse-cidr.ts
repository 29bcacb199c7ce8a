/**
 * An address range: the address as 32-bit numbers, one for IPv4 and four for IPv6; the first `bits` bits are
 * significant.
 */
export interface Cidr {
  readonly family: 4 | 6
  readonly words: readonly number[]
  readonly bits: number
}

const decimal = /^(?:0|[1-9]\d{0,2})$/
const hexadecimal = /^[0-9a-f]{1,4}$/i

function parseV4(text: string): number | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => decimal.test(part) && Number(part) < 256)) return undefined
  return parts.reduce((word, part) => word * 256 + Number(part), 0)
}

/** The 16-bit groups of one side of `::`; may end with an IPv4 address. */
function groupsOf(text: string, last: boolean): readonly number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    const v4 = last && index === parts.length - 1 && part.includes('.') ? parseV4(part) : undefined
    if (v4 !== undefined) groups.push(Math.floor(v4 / 65536), v4 % 65536)
    else if (hexadecimal.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

function parseV6(text: string): readonly number[] | undefined {
  const sides = text.split('::')
  if (sides.length > 2) return undefined
  const shortened = sides.length === 2
  const head = groupsOf(sides[0] ?? '', !shortened)
  const tail = groupsOf(sides[1] ?? '', true)
  if (head === undefined || tail === undefined) return undefined
  const missing = 8 - head.length - tail.length
  if (shortened ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<number>(missing).fill(0), ...tail]
  return [0, 2, 4, 6].map((index) => (groups[index] ?? 0) * 65536 + (groups[index + 1] ?? 0))
}

function parseAddress(text: string): Omit<Cidr, 'bits'> | undefined {
  if (!text.includes(':')) {
    const word = parseV4(text)
    return word === undefined ? undefined : { family: 4, words: [word] }
  }
  const words = parseV6(text)
  return words && { family: 6, words }
}

/**
 * Parses an IPv4 or IPv6 range, or a single address; undefined for anything else, including leading zeros and zones.
 */
export function parseCidr(text: string): Cidr | undefined {
  const [written = '', prefix, ...rest] = text.split('/')
  const address = rest.length === 0 ? parseAddress(written) : undefined
  if (address === undefined) return undefined
  const most = address.family === 4 ? 32 : 128
  if (prefix === undefined) return { ...address, bits: most }
  return decimal.test(prefix) && Number(prefix) <= most ? { ...address, bits: Number(prefix) } : undefined
}

/** Whether a range contains another range or an address. An IPv4 range never contains an IPv6 one. */
export function cidrContains(range: Cidr, other: Cidr): boolean {
  if (range.family !== other.family || other.bits < range.bits) return false
  return range.words.every((word, index) => {
    const counted = Math.max(0, Math.min(32, range.bits - index * 32))
    const divisor = 2 ** (32 - counted)
    return Math.floor(word / divisor) === Math.floor((other.words[index] ?? 0) / divisor)
  })
}
