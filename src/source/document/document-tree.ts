import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** Keys and indexes from the root of a document to a value. */
export type DocumentPath = readonly (string | number)[]

/** Offsets of a value, and of its key. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly key?: { readonly start: number; readonly end: number }
}

/** A parsed text: plain data, and the location of each part. */
export interface DocumentTree {
  readonly value: unknown
  /** Undefined if the path does not exist. */
  readonly find: (path: DocumentPath) => Place | undefined
}

/** A parsed text, possibly partial, with all diagnostics. */
export interface ParsedTree {
  /**
   * Undefined if the syntax is invalid or parts are missing; a duplicate key, a tag or a second document does not
   * matter.
   */
  readonly tree: DocumentTree | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Limits on the nesting and repetition of a document. */
export interface DocumentLimits {
  readonly depth: number
  /** Maximum total number of values that aliases expand to. */
  readonly aliasedValues: number
}

/** Far above any real file, but low enough to process safely. */
export const documentLimits: DocumentLimits = { depth: 200, aliasedValues: 100_000 }

/** Adds a member to a plain object, including names such as `__proto__`. */
export function setMember(target: { [key: string]: unknown }, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  } else target[key] = value
}
