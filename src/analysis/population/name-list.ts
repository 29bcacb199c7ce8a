/** Names stored as two hashes each; duplicates are reported at the end. */
export interface NameList {
  /** Adds a name, ignoring case. */
  readonly add: (name: string) => void
  /**
   * Whether a name is a duplicate according to its hashes: never misses one, with a negligible chance of a false
   * positive. Undefined if there are none.
   */
  readonly repeated: () => ((name: string) => boolean) | undefined
}

/** The two hashes of the last name. */
let place = 0
let mark = 0

/** Hashes ignore case: letters are folded while hashing. Only ASCII letters fold cheaply. */
function hash(name: string): void {
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
  place = one ^ (one >>> 15)
  mark = two
}

interface Numbers {
  readonly places: Int32Array
  readonly marks: Int32Array
}

const buckets = 256
const bucketOf = (of: number): number => of >>> 24

/** Sorts the hashes into buckets, so that hashes compared with each other are adjacent in memory. */
function shelved({ places, marks }: Numbers, count: number): Numbers & { readonly starts: Uint32Array } {
  const starts = new Uint32Array(buckets + 1)
  for (let at = 0; at < count; at += 1)
    starts[bucketOf(places[at] ?? 0) + 1] = (starts[bucketOf(places[at] ?? 0) + 1] ?? 0) + 1
  for (let bucket = 0; bucket < buckets; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
  const next = starts.slice()
  const made = { places: new Int32Array(count), marks: new Int32Array(count), starts }
  for (let at = 0; at < count; at += 1) {
    const bucket = bucketOf(places[at] ?? 0)
    const to = next[bucket] ?? 0
    next[bucket] = to + 1
    made.places[to] = places[at] ?? 0
    made.marks[to] = marks[at] ?? 0
  }
  return made
}

/** Indexes, starting at 1, of the duplicates in one bucket. */
function twiceOn({ places, marks }: Numbers, start: number, end: number, table: Int32Array): readonly number[] {
  const found: number[] = []
  const last = table.length - 1
  table.fill(0)
  for (let at = start; at < end; at += 1) {
    let free = (places[at] ?? 0) & last
    let there = table[free] ?? 0
    // Each frequent hash is stored once; otherwise it would be compared with every earlier copy.
    while (there !== 0 && !(places[there - 1] === places[at] && marks[there - 1] === marks[at])) {
      free = (free + 1) & last
      there = table[free] ?? 0
    }
    if (there === 0) table[free] = at + 1
    else found.push(there)
  }
  return found
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, least)))
}

const keyOf = (one: number | undefined, two: number | undefined): string => `${one} ${two}`

function twice(numbers: Numbers, count: number): ReadonlySet<string> {
  const { starts, ...sorted } = shelved(numbers, count)
  let longest = 0
  for (let bucket = 0; bucket < buckets; bucket += 1)
    longest = Math.max(longest, (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0))
  const table = new Int32Array(powerOfTwo(2 * longest))
  const found = new Set<string>()
  for (let bucket = 0; bucket < buckets; bucket += 1)
    for (const index of twiceOn(sorted, starts[bucket] ?? 0, starts[bucket + 1] ?? 0, table))
      found.add(keyOf(sorted.places[index - 1], sorted.marks[index - 1]))
  return found
}

function larger(numbers: Int32Array): Int32Array {
  const made = new Int32Array(numbers.length * 2)
  made.set(numbers)
  return made
}

/** An empty list. */
export function nameList(): NameList {
  let places: Int32Array = new Int32Array(1 << 16)
  let marks: Int32Array = new Int32Array(1 << 16)
  let count = 0
  return {
    add: (name) => {
      hash(name)
      if (count === places.length) {
        places = larger(places)
        marks = larger(marks)
      }
      places[count] = place
      marks[count] = mark
      count += 1
    },
    repeated: () => {
      const found = twice({ places, marks }, count)
      if (found.size === 0) return undefined
      return (name) => {
        hash(name)
        return found.has(keyOf(place, mark))
      }
    },
  }
}
