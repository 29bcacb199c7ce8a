/**
 * What a cache says about itself. Invariant of every cache: what is kept under a key depends on the parts of the key alone,
 * so that dropping it changes nothing but the time. Tests drop all caches, and leave out one part of one key, to show
 * that the invariant holds and that each part is needed for it.
 */
export interface DeclaredCache<Part extends string = string> {
  readonly name: string
  /** Everything that what is kept depends on. */
  readonly parts: readonly Part[]
  /** The part that a test leaves out of the key. */
  leftOut: Part | undefined
}

/** Counts how often everything was dropped; a store of an earlier time is empty. */
export const time = { dropped: 0 }

const declared: DeclaredCache[] = []

/** Declares a cache under its name, with the parts of its key. */
export function declareCache<const Part extends string>(name: string, parts: readonly Part[]): DeclaredCache<Part> {
  const cache: DeclaredCache<Part> = { name, parts, leftOut: undefined }
  // Only tests read the list, and they take the parts as text.
  declared.push(cache as DeclaredCache<string>)
  return cache
}

/** Every cache, in the order in which the modules are loaded. */
export const allCaches = (): readonly DeclaredCache[] => declared

/** The value of a part of a key; what stands for it while the part is left out. */
export function shown<Part extends string, T>(cache: DeclaredCache<Part>, part: Part, value: T, instead: T): T {
  return cache.leftOut === part ? instead : value
}

/** Empties every cache, wherever its stores are. */
export function dropAll(): void {
  time.dropped += 1
}

/** Plays something while one part of the key of a cache is left out; nothing kept before or meanwhile outlives it. */
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
