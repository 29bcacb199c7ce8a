import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** Keys and indexes from the root of a document to a value. */
export type DocumentPath = readonly (string | number)[]

/** Offsets of a value, and of the key it stands under. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly key?: { readonly start: number; readonly end: number }
}

/** A parsed text: plain data, and where each part of it stands. */
export interface DocumentTree {
  readonly value: unknown
  /** Undefined when nothing stands at the path. */
  readonly find: (path: DocumentPath) => Place | undefined
}

/** A parsed text as far as it could be understood, with all that is wrong with it. */
export interface ParsedTree {
  /** Undefined when the form is broken or parts are missing; a duplicate key, a tag or a second document leaves it whole. */
  readonly tree: DocumentTree | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** How much nesting and repetition a document may hold. */
export interface DocumentLimits {
  readonly depth: number
  /** Values that aliases may stand for in all. */
  readonly aliasedValues: number
}

/** Far above any real file, far below what a machine cannot bear. */
export const documentLimits: DocumentLimits = { depth: 200, aliasedValues: 100_000 }

/** Adds a member to a plain object, regardless of its name. */
export function setMember(target: { [key: string]: unknown }, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  } else target[key] = value
}
