/** Names seen so far as pairs of numbers: some bytes for each instead of a text. */
export interface NameSet {
  /** Adds a name, case ignored; false when a name with the same numbers was there already, which is almost surely it. */
  readonly add: (name: string) => boolean
}

const firstSize = 1 << 16

/** Case matters to neither number: letters are folded as they are mixed in. Only ASCII letters have a cheap fold. */
function hashed(name: string, into: Uint32Array): void {
  let one = 0x811c9dc5
  let two = 0x9747b28c
  for (let at = 0; at < name.length; at += 1) {
    let code = name.charCodeAt(at)
    if (code >= 65 && code <= 90) code += 32
    else if (code > 127) {
      const folded = name.slice(at).toLowerCase()
      for (let rest = 0; rest < folded.length; rest += 1) {
        one = Math.imul(one ^ folded.charCodeAt(rest), 0x01000193)
        two = (Math.imul(two, 31) + folded.charCodeAt(rest)) | 0
      }
      break
    }
    one = Math.imul(one ^ code, 0x01000193)
    two = (Math.imul(two, 31) + code) | 0
  }
  into[0] = one ^ (one >>> 15)
  // Zero marks a free place.
  into[1] = two === 0 ? 1 : two
}

/** An empty set. */
export function nameSet(): NameSet {
  let table = new Uint32Array(firstSize * 2)
  let count = 0
  const numbers = new Uint32Array(2)

  function place(one: number, two: number): boolean {
    const mask = table.length / 2 - 1
    for (let at = one & mask; ; at = (at + 1) & mask) {
      const second = table[at * 2 + 1] ?? 0
      if (second === 0) {
        table[at * 2] = one
        table[at * 2 + 1] = two
        return true
      }
      if (second === two && table[at * 2] === one) return false
    }
  }

  function grow(): void {
    const old = table
    table = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) place(old[at] ?? 0, old[at + 1] ?? 0)
  }

  return {
    add: (name) => {
      hashed(name, numbers)
      if (!place(numbers[0] ?? 0, numbers[1] ?? 0)) return false
      count += 1
      if (count * 4 > table.length) grow()
      return true
    },
  }
}
