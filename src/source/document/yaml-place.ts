import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { cacheByObject } from '../../memory/cache-by-object.ts'
import type { DocumentPath, Place } from './document-tree.ts'

/** A key as in plain data: the text as written; undefined if the key is not plain text. */
export function keyText(key: unknown): string | undefined {
  if (key === null || key === undefined) return ''
  if (!isScalar(key)) return undefined
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
}

interface Found {
  readonly node: Node | null
  readonly key?: Node
  /** The location for an absent value. */
  readonly otherwise: number
}

type Pairs = ReadonlyMap<string, YAMLMap['items'][number]>

// Invariant: a parsed mapping is immutable.
const pairs = cacheByObject<YAMLMap, Pairs>('pairs by key', 'mapping')

/** The first pair of each key, computed once per mapping: a search per key would be quadratic. */
const pairsOf = (node: YAMLMap): Pairs => pairs(node, () => findPairs(node))

function findPairs(node: YAMLMap): Pairs {
  const made = new Map<string, YAMLMap['items'][number]>()
  for (const item of node.items) {
    const key = keyText(item.key)
    if (key !== undefined && !made.has(key)) made.set(key, item)
  }
  return made
}

function child(node: Node | null, step: string | number, otherwise: number): Found | undefined {
  if (isSeq(node)) {
    const index = /^\d+$/.test(String(step)) ? Number(step) : node.items.length
    if (index >= node.items.length) return undefined
    // The parser types items and values as unknown; in a parsed document they are nodes or null.
    return { node: node.items[index] as Node | null, otherwise }
  }
  if (!isMap(node)) return undefined
  const wanted = String(step)
  const pair = pairsOf(node).get(wanted)
  if (pair === undefined) return undefined
  const key = isScalar(pair.key) ? pair.key : undefined
  return { node: pair.value as Node | null, ...(key && { key }), otherwise: key?.range?.[1] ?? otherwise }
}

/** The location of the value at a path; follows an alias along the path, but not at its end. */
export function findInYaml(root: Node | null, targets: ReadonlyMap<Node, Node>, path: DocumentPath): Place | undefined {
  let found: Found = { node: root, otherwise: 0 }
  for (const step of path) {
    const target = found.node === null ? null : (targets.get(found.node) ?? found.node)
    const next = child(target, step, found.node?.range?.[0] ?? found.otherwise)
    if (next === undefined) return undefined
    found = next
  }
  const [start, end] = found.node?.range ?? [found.otherwise, found.otherwise]
  const key = found.key?.range
  return { start, end, ...(key && { key: { start: key[0], end: key[1] } }) }
}
