import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { positionOf } from '../../source/text/source-text.ts'
import type { Origin } from '../../vocabulary/origin.ts'

/** Where a part of a document stands, for explanations. */
export function originOf(document: LocatedDocument, path: DocumentPath): Origin {
  return { file: document.source.name, ...positionOf(document.rangeOf(path)) }
}
