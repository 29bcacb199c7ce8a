/**
 * The declaration of a cache. Invariant of every cache: an entry depends only on the parts of its key, so dropping it
 * changes nothing but the time. Tests drop all caches, and omit single parts of keys, to show that the invariant holds
 * and that each part is needed.
 */
export interface DeclaredCache<Part extends string = string> {
  readonly name: string
  /** Everything that an entry depends on. */
  readonly parts: readonly Part[]
  /** The part that a test omits from the key. */
  leftOut: Part | undefined
}

/** Counts how often all caches were dropped; a store with an older count is empty. And the entries made since. */
export const time = { dropped: 0, entries: 0 }

const declared: DeclaredCache[] = []

/** Declares a cache by name, with the parts of its key. */
export function declareCache<const Part extends string>(name: string, parts: readonly Part[]): DeclaredCache<Part> {
  const cache: DeclaredCache<Part> = { name, parts, leftOut: undefined }
  // Only tests read the list, and they treat the parts as text.
  declared.push(cache as DeclaredCache<string>)
  return cache
}

/** Every cache, in module load order. */
export const allCaches = (): readonly DeclaredCache[] => declared

/** The value of a key part, or its placeholder while the part is omitted. */
export function shown<Part extends string, T>(cache: DeclaredCache<Part>, part: Part, value: T, instead: T): T {
  return cache.leftOut === part ? instead : value
}

/** Empties all stores of all caches. */
export function dropAll(): void {
  time.dropped += 1
  time.entries = 0
}

/** How many entries all caches together have made since they were dropped: how much is worked out, and how much found again. */
export const entriesMade = (): number => time.entries

/** Runs a function while one part of a cache's key is omitted; no entry from before or during the call survives. */
export function leavingOut<T>(cache: DeclaredCache, part: string, play: () => T): T {
  if (!cache.parts.includes(part)) throw new Error(`the key of "${cache.name}" has no part "${part}"`)
  dropAll()
  cache.leftOut = part
  try {
    return play()
  } finally {
    cache.leftOut = undefined
    dropAll()
  }
}
