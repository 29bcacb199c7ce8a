import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { positionAt, type SourceText, startOf } from '../text/source-text.ts'
import { type DocumentLimits, type DocumentTree, type ParsedTree, setMember } from './document-tree.ts'
import { nestingExceededAt } from './yaml-depth.ts'
import { findInYaml, keyText } from './yaml-place.ts'
import { diagnosticOfYamlError } from './yaml-problem.ts'

interface Anchor {
  readonly node: Node
  readonly value: unknown
  /** The number of values it expands to; undefined while they are being read. */
  readonly weight: number | undefined
}

interface Walk {
  readonly source: SourceText
  readonly limits: DocumentLimits
  readonly anchors: Map<string, Anchor>
  readonly targets: Map<Node, Node>
  readonly diagnostics: Diagnostic[]
  count: number
  aliased: number
  tooDeep: boolean
  tooMany: boolean
}

function rangeIn(walk: Walk, node: Node | null | undefined): Diagnostic['at'] {
  const [start, end] = node?.range ?? [0, 0]
  return { source: walk.source, start, end }
}

function aliasValue(walk: Walk, node: Node & { readonly source: string }): unknown {
  const anchor = walk.anchors.get(node.source)
  const at = rangeIn(walk, node)
  if (anchor?.weight === undefined) {
    const suggestion = anchor === undefined ? suggest(node.source, [...walk.anchors.keys()]) : undefined
    const args = {
      alias: node.source,
      within: anchor !== undefined,
      ...(suggestion === undefined ? {} : { suggestion }),
    }
    walk.diagnostics.push({ code: 'SRC-12', args, at })
    return null
  }
  walk.targets.set(node, anchor.node)
  walk.count += anchor.weight
  walk.aliased += anchor.weight
  if (walk.aliased <= walk.limits.aliasedValues) return anchor.value
  if (!walk.tooMany) walk.diagnostics.push({ code: 'SRC-11', args: { limit: walk.limits.aliasedValues }, at })
  walk.tooMany = true
  return null
}

function mapValue(
  walk: Walk,
  node: Node,
  items: readonly { readonly key: unknown; readonly value: unknown }[],
  depth: number,
) {
  const result: { [key: string]: unknown } = {}
  const firsts = new Map<string, Diagnostic['at']>()
  for (const { key, value } of items) {
    const text = keyText(key)
    // The parser types keys and values as unknown; in a parsed document they are nodes or null.
    const keyNode = key as Node | null
    const at = keyNode === null ? rangeIn(walk, node) : rangeIn(walk, keyNode)
    const plain = plainValue(walk, value as Node | null, depth + 1)
    if (text === undefined) walk.diagnostics.push({ code: 'SRC-17', args: {}, at })
    else if (text === '<<' && isScalar(key) && key.type === 'PLAIN')
      walk.diagnostics.push({ code: 'SRC-16', args: {}, at })
    else if (Object.hasOwn(result, text)) {
      const first = firsts.get(text) ?? at
      walk.diagnostics.push({ code: 'SRC-10', args: { key: text }, at, related: [{ at: first, note: 'first-given' }] })
    } else {
      firsts.set(text, at)
      setMember(result, text, plain)
    }
  }
  return result
}

function scalarValue(value: unknown, source: string | undefined): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return source ?? String(value)
  return value ?? null
}

function nodeValue(walk: Walk, node: Node, depth: number): unknown {
  if (isScalar(node)) return scalarValue(node.value, node.source)
  if (depth >= walk.limits.depth) {
    const at = { ...rangeIn(walk, node), end: rangeIn(walk, node).start + 1 }
    if (!walk.tooDeep) walk.diagnostics.push({ code: 'SRC-15', args: { limit: walk.limits.depth }, at })
    walk.tooDeep = true
    return null
  }
  if (isMap(node)) return mapValue(walk, node, node.items, depth)
  // As in a mapping: items of a parsed list are nodes or null.
  if (isSeq(node)) return node.items.map((item) => plainValue(walk, item as Node | null, depth + 1))
  return null
}

/** Plain JSON data of a node, shared by its aliases, so that memory use is proportional to the file size. */
function plainValue(walk: Walk, node: Node | null, depth: number): unknown {
  walk.count += 1
  if (node === null || node === undefined) return null
  if (isAlias(node)) return aliasValue(walk, node)
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
  if (anchor === undefined) return nodeValue(walk, node, depth)
  const before = walk.count
  walk.anchors.set(anchor, { node, value: null, weight: undefined })
  const value = nodeValue(walk, node, depth)
  walk.anchors.set(anchor, { node, value, weight: walk.count - before + 1 })
  return value
}

function treeOf(source: SourceText, document: Document, limits: DocumentLimits): ParsedTree {
  const walk: Walk = {
    source,
    limits,
    anchors: new Map(),
    targets: new Map(),
    diagnostics: [],
    count: 0,
    aliased: 0,
    tooDeep: false,
    tooMany: false,
  }
  // A parsed document holds nodes; the parser types its contents for documents made by hand.
  const root = document.contents as Node | null
  const value = plainValue(walk, root, 0)
  const tree: DocumentTree = { value, find: (path) => findInYaml(root, walk.targets, path) }
  return { tree, diagnostics: walk.diagnostics }
}

function isEmpty(document: Document): boolean {
  const { contents } = document
  return contents === null || (isScalar(contents) && contents.value === null && (contents.source ?? '') === '')
}

/** Keeps one syntax error per line; later ones on the same line are consequences. */
function onePerLine(source: SourceText, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Set<number>()
  return diagnostics.filter(({ code, at }) => {
    const { line } = positionAt(source, at.start)
    if (code !== 'SRC-9' || !lines.has(line)) {
      if (code === 'SRC-9') lines.add(line)
      return true
    }
    return false
  })
}

function parse(source: SourceText): Document | undefined {
  try {
    return parseDocument(source.text, {
      schema: 'core',
      version: '1.2',
      merge: false,
      resolveKnownTags: false,
      // Our own traversal finds all duplicates in linear time.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    })
  } catch {
    // A text that crashes the parser is invalid for whatever reason.
    return undefined
  }
}

// The pre-check ignores quotes and overcounts, so its limit is higher.
const roomForQuotes = 2

/** Parses YAML 1.2 with the core schema; dates stay text; merge keys and multiple documents are errors. */
export function parseYaml(source: SourceText, limits: DocumentLimits): ParsedTree {
  const tooDeep = nestingExceededAt(source.text, limits.depth * roomForQuotes)
  if (tooDeep !== undefined) {
    const start = nestingExceededAt(source.text, limits.depth) ?? tooDeep
    const at = { source, start, end: start + 1 }
    return { tree: undefined, diagnostics: [{ code: 'SRC-15', args: { limit: limits.depth }, at }] }
  }
  const document = parse(source)
  if (document === undefined) {
    return { tree: undefined, diagnostics: [{ code: 'SRC-9', args: { problem: 'unreadable' }, at: startOf(source) }] }
  }
  const form = [...document.errors, ...document.warnings].map((error) => diagnosticOfYamlError(source, error))
  const broken = document.errors.some((error) => error.code !== 'MULTIPLE_DOCS' && error.code !== 'TAG_RESOLVE_FAILED')
  if (broken) return { tree: undefined, diagnostics: onePerLine(source, form) }
  if (isEmpty(document)) {
    return { tree: undefined, diagnostics: [...form, { code: 'SRC-8', args: {}, at: startOf(source) }] }
  }
  const { tree, diagnostics } = treeOf(source, document, limits)
  // Any other error leaves a gap in the data, and diagnostics about a gap would mislead.
  const whole = diagnostics.every(({ code }) => code === 'SRC-10')
  return { tree: whole ? tree : undefined, diagnostics: [...form, ...diagnostics] }
}
