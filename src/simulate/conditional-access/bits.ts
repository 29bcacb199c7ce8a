/** One bit per policy, 32 to a word. A plain list: it is copied for every sign-in, which typed arrays are slow at. */
export type Mask = number[]

/** A mask without bits for so many policies. */
export const emptyMask = (policies: number): Mask => new Array<number>(Math.max(1, (policies + 31) >> 5)).fill(0)

/** A mask without bits for as many policies as another one. */
export const emptyLike = (mask: Mask): Mask => new Array<number>(mask.length).fill(0)

/** Sets the bit of one policy. */
export function setBit(mask: Mask, index: number): void {
  mask[index >> 5] = (mask[index >> 5] ?? 0) | (1 << (index & 31))
}

/** Whether the bit of one policy is set. */
export function hasBit(mask: Mask, index: number): boolean {
  return ((mask[index >> 5] ?? 0) & (1 << (index & 31))) !== 0
}

/** Adds the bits of another mask. */
export function addMask(mask: Mask, other: Mask | undefined): void {
  if (other === undefined) return
  for (let word = 0; word < mask.length; word += 1) mask[word] = (mask[word] ?? 0) | (other[word] ?? 0)
}

/** Keeps only the bits that another mask has too. */
export function keepMask(mask: Mask, other: Mask): void {
  for (let word = 0; word < mask.length; word += 1) mask[word] = (mask[word] ?? 0) & (other[word] ?? 0)
}

/** Whether two masks share a bit. */
export function meets(one: Mask, other: Mask): boolean {
  for (let word = 0; word < one.length; word += 1) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true
  return false
}

/** Whether two masks hold the same. */
export function sameMask(one: Mask, other: Mask): boolean {
  for (let word = 0; word < one.length; word += 1) if (one[word] !== other[word]) return false
  return true
}

/** Whether every bit of a mask is set in another. */
export function isWithin(mask: Mask, other: Mask): boolean {
  for (let word = 0; word < mask.length; word += 1) if (((mask[word] ?? 0) & ~(other[word] ?? 0)) !== 0) return false
  return true
}

/** The policies that are in both masks. */
export function inBoth(mask: Mask, other: Mask): Mask {
  const both = mask.slice()
  keepMask(both, other)
  return both
}

/** The policies of one mask that are not in another. */
export function without(mask: Mask, other: Mask): Mask {
  const left = mask.slice()
  for (let word = 0; word < left.length; word += 1) left[word] = (left[word] ?? 0) & ~(other[word] ?? 0)
  return left
}

/** The indexes of the policies whose bits are set, in order. */
export function indexesOf(mask: Mask): readonly number[] {
  const indexes: number[] = []
  eachIndex(mask, (index) => indexes.push(index))
  return indexes
}

/** Calls for the index of each policy whose bit is set, in order. */
export function eachIndex(mask: Mask, take: (index: number) => void): void {
  for (let word = 0; word < mask.length; word += 1) {
    let bits = mask[word] ?? 0
    while (bits !== 0) {
      const lowest = bits & -bits
      take((word << 5) + 31 - Math.clz32(lowest))
      bits ^= lowest
    }
  }
}

/** The bits of all policies for which a test holds. */
export function maskWhere(policies: number, test: (index: number) => boolean): Mask {
  const mask = emptyMask(policies)
  for (let index = 0; index < policies; index += 1) if (test(index)) setBit(mask, index)
  return mask
}
