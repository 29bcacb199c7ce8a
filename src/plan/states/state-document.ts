import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { pointerOfPath } from '../../source/document/located-document.ts'
import { type Change, indexedPath, withChanges } from '../../source/edit/change.ts'
import type { SourceRange } from '../../source/text/source-text.ts'

/** A change with the place of the plan that states it. */
export interface StatedChange extends Change {
  readonly from: DocumentPath
}

/** The tenant file as it is at some point of a plan; what a stage changed stands where the plan says so. */
export interface StateDocument extends LocatedDocument {
  /** Places of the plan by the pointers of what they changed. */
  readonly stated: ReadonlyMap<string, DocumentPath>
  /** Everything that was changed so far, in order. */
  readonly made: readonly Change[]
  /** The file from which the plan starts, which alone knows the places of its own text. */
  readonly start: LocatedDocument
}

/** The tenant file from which a plan starts. */
export const startDocument = (document: LocatedDocument): StateDocument => ({
  ...document,
  stated: new Map(),
  made: [],
  start: document,
})

function hasIn(value: unknown, path: DocumentPath): boolean {
  let at = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false
    // An object that has a property of that name can be asked for it.
    at = (at as Readonly<Record<string | number, unknown>>)[step]
  }
  return true
}

/** The document with changes of a plan made. */
export function withStated(
  base: StateDocument,
  plan: LocatedDocument,
  changes: readonly StatedChange[],
): StateDocument {
  if (changes.length === 0) return base
  const stated = new Map(base.stated)
  let { value } = base
  for (const change of changes) {
    const path = indexedPath(value, change.path)
    if (path !== undefined && change.value !== undefined) stated.set(pointerOfPath(path), change.from)
    value = withChanges(value, [change])
  }
  const place = (
    path: DocumentPath,
    inStart: (path: DocumentPath) => SourceRange,
    inPlan: (path: DocumentPath) => SourceRange,
  ): SourceRange => {
    for (let length = path.length; length > 0; length -= 1) {
      const from = stated.get(pointerOfPath(path.slice(0, length)))
      if (from !== undefined) return inPlan([...from, ...path.slice(length)])
    }
    return inStart(path)
  }
  const { start } = base
  return {
    source: base.source,
    value,
    stated,
    made: [...base.made, ...changes],
    start,
    has: (path) => hasIn(value, path),
    rangeOf: (path) => place(path, start.rangeOf, plan.rangeOf),
    rangeOfKey: (path) => place(path, start.rangeOfKey, plan.rangeOfKey),
  }
}
