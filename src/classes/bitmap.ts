/** A set of small numbers, one bit each, 32 to a word. */
export type Bitmap = Uint32Array

/** Number of words needed for a number of bits. */
export const wordsFor = (bits: number): number => (bits + 31) >>> 5

/** An empty set of numbers below a limit. */
export const emptyBitmap = (limit: number): Bitmap => new Uint32Array(wordsFor(limit))

/** The set of all numbers below a limit. */
export function fullBitmap(limit: number): Bitmap {
  const made = emptyBitmap(limit).fill(0xffffffff)
  const rest = limit & 31
  if (rest !== 0) made[made.length - 1] = (1 << rest) - 1
  return made
}

/** Adds one number. */
export function addTo(set: Bitmap, member: number): void {
  set[member >>> 5] = (set[member >>> 5] ?? 0) | (1 << (member & 31))
}

/** Removes one number. */
export function removeFrom(set: Bitmap, member: number): void {
  set[member >>> 5] = (set[member >>> 5] ?? 0) & ~(1 << (member & 31))
}

/** Whether a number is in the set. */
export const isIn = (set: Bitmap, member: number): boolean => ((set[member >>> 5] ?? 0) & (1 << (member & 31))) !== 0

/** The numbers of one set that are in another too. */
export function common(one: Bitmap, other: Bitmap): Bitmap {
  const made = new Uint32Array(one.length)
  for (let word = 0; word < made.length; word += 1) made[word] = (one[word] ?? 0) & (other[word] ?? 0)
  return made
}

/** The numbers of one set that are not in another. */
export function difference(one: Bitmap, other: Bitmap): Bitmap {
  const made = new Uint32Array(one.length)
  for (let word = 0; word < made.length; word += 1) made[word] = (one[word] ?? 0) & ~(other[word] ?? 0)
  return made
}

/** Adds every number of another set. */
export function addAll(set: Bitmap, other: Bitmap): void {
  for (let word = 0; word < set.length; word += 1) set[word] = (set[word] ?? 0) | (other[word] ?? 0)
}

/** Whether the two sets have a number in common. */
export function overlap(one: Bitmap, other: Bitmap): boolean {
  for (let word = 0; word < one.length; word += 1) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true
  return false
}

/** The places of the words of a set that are not empty: a set of few is compared with others there only. */
export function occupiedWords(set: Bitmap): Uint32Array {
  let count = 0
  for (let word = 0; word < set.length; word += 1) if (set[word] !== 0) count += 1
  const places = new Uint32Array(count)
  let next = 0
  for (let word = 0; word < set.length; word += 1) {
    if (set[word] === 0) continue
    places[next] = word
    next += 1
  }
  return places
}

/** Whether two sets have a number in common in some words. */
export function overlapAt(words: Uint32Array, one: Bitmap, other: Bitmap): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0
    if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true
  }
  return false
}

/** Whether three sets have a number in common in some words. */
export function overlapOfAllAt(words: Uint32Array, one: Bitmap, other: Bitmap, third: Bitmap): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0
    if (((one[word] ?? 0) & (other[word] ?? 0) & (third[word] ?? 0)) !== 0) return true
  }
  return false
}

/** Whether two sets have a number in common that is not in a third. */
export function overlapBeyond(one: Bitmap, other: Bitmap, third: Bitmap): boolean {
  for (let word = 0; word < one.length; word += 1)
    if (((one[word] ?? 0) & (other[word] ?? 0) & ~(third[word] ?? 0)) !== 0) return true
  return false
}

/** Whether two sets of the same numbers have the same members. */
export function isSame(one: Bitmap, other: Bitmap): boolean {
  for (let word = 0; word < one.length; word += 1) if (one[word] !== other[word]) return false
  return true
}

/** Whether the set is empty. */
export function isEmpty(set: Bitmap): boolean {
  for (let word = 0; word < set.length; word += 1) if (set[word] !== 0) return false
  return true
}

/** How many numbers are in the set. */
export function sizeOf(set: Bitmap): number {
  let size = 0
  for (let word = 0; word < set.length; word += 1) {
    let bits = set[word] ?? 0
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    size += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return size
}

/** The lowest number in the set; -1 if it is empty. */
export function firstOf(set: Bitmap): number {
  for (let word = 0; word < set.length; word += 1) {
    const bits = set[word] ?? 0
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits)
  }
  return -1
}

/** The numbers of the set, lowest first. */
export function* membersOf(set: Bitmap): Generator<number, void, undefined> {
  for (let word = 0; word < set.length; word += 1) {
    let bits = set[word] ?? 0
    while (bits !== 0) {
      const lowest = bits & -bits
      yield word * 32 + 31 - Math.clz32(lowest)
      bits ^= lowest
    }
  }
}
