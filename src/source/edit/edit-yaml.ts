import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml'
import type { DocumentPath } from '../document/located-document.ts'
import { type Change, indexedPath, sameData, valueAt, withChanges } from './change.ts'
import { spliced } from './splice-yaml.ts'

const read = (text: string, uniqueKeys = false): Document.Parsed =>
  parseDocument(text, { uniqueKeys, logLevel: 'silent', keepSourceTokens: true })

/** Replaces every alias with a copy of its target, so that it can be changed separately. */
function withoutAliases(document: Document): void {
  visit(document, {
    Alias: (_, alias) => {
      const meant = alias.resolve(document)?.clone()
      if (!isNode(meant)) return undefined
      const { comment, commentBefore } = alias
      return Object.assign(meant, { comment, commentBefore })
    },
  })
  visit(document, (_, node) => {
    if (isNode(node) && !isAlias(node)) delete node.anchor
  })
}

/** Falls back to rewriting the whole document, which preserves comments but not layout. */
function rewritten(text: string, path: DocumentPath, value: unknown): string {
  const document = read(text)
  withoutAliases(document)
  const word = document.getIn(path.slice(0, -1), true)
  if (isScalar(word) && isSeq(document.getIn(path.slice(0, -2), true)))
    document.setIn(path.slice(0, -1), document.createNode({ name: word.value }))
  if (value === undefined) document.deleteIn(path)
  else
    for (let depth = path.length - 1; depth >= 0; depth -= 1) {
      const parent = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
      if (!isMap(parent) && !isSeq(parent) && depth > 0) continue
      const made = path
        .slice(depth + 1)
        .reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
      document.setIn(path.slice(0, depth + 1), document.createNode(made))
      break
    }
  return document.toString({ lineWidth: 0 })
}

function edited(text: string, change: Change): string {
  const document = read(text)
  const before: unknown = document.toJS()
  const path = indexedPath(before, change.path)
  if (path === undefined) return text
  if (change.value === undefined && valueAt(before, path) === undefined) return text
  const wanted = withChanges(before, [{ path, value: change.value }])
  if (sameData(before, wanted)) return text
  const cut = spliced(text, document, path, change.value)
  const after = cut === undefined ? undefined : read(cut, document.errors.length === 0)
  const right = cut !== undefined && after?.errors.length === 0 && sameData(after.toJS(), wanted)
  return right ? cut : rewritten(text, path, change.value)
}

/**
 * Applies changes to a YAML or JSON text; preserves everything else, including comments and layout, verbatim if
 * possible.
 */
export function editYaml(text: string, changes: readonly Change[]): string {
  return changes.reduce(edited, text)
}
