import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'
import type { DocumentPath } from '../source/document/located-document.ts'
import { nestingExceededAt } from '../source/document/yaml-depth.ts'

/** What is being typed at a position of a YAML or JSON text. */
export interface TypingPosition {
  /** The path of the containing mapping, list or value. */
  readonly path: DocumentPath
  /** Whether a key is being typed; otherwise a value, or the first word of a possible mapping. */
  readonly key: boolean
  /** The word typed so far, with its quotation marks. */
  readonly word: { readonly start: number; readonly end: number }
  /** Plain data around the path, limited to scalars. */
  readonly value: unknown
  /** Keys that the mapping already has. */
  readonly present: readonly string[]
}

/** Stands for the word when the text is parsed; does not occur in documents. */
export const typedMark = 'authplan_is_typed_here'
const mostDepth = 400

/** The word around an offset, delimited by YAML punctuation in its line. */
export function wordAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const newline = text.indexOf('\n', offset)
  const lineEnd = newline === -1 ? text.length : newline
  const before = text.slice(lineStart, offset)
  const opening = /^(?:\s*(?:- +)*)(?:"[^"]*"|'[^']*'|[^\s"'#:{}[\],][^:#{}[\],]*)?: +|[[{,] *|^\s*(?:- +)*/g
  let start = 0
  for (const match of before.matchAll(opening)) start = Math.max(start, match.index + match[0].length)
  const inner = before.slice(start)
  const key = /^(?:"[^"]*"|'[^']*'|[\w-]+) *: +/.exec(inner)
  if (key !== null) start += key[0].length
  const after = /^[^,\]}#\n:]*/.exec(text.slice(offset, lineEnd))?.[0] ?? ''
  return { start: lineStart + start, end: offset + after.trimEnd().length }
}

function parsed(text: string): Document | undefined {
  if (nestingExceededAt(text, mostDepth) !== undefined) return undefined
  try {
    return parseDocument(text, { schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  } catch {
    // A text that crashes the parser has no completions.
    return undefined
  }
}

interface Found {
  readonly path: DocumentPath
  readonly key: boolean
}

const scalarText = (node: unknown): string | undefined => (isScalar(node) ? String(node.value) : undefined)

function findMark(node: unknown, path: DocumentPath): Found | undefined {
  if (isScalar(node)) return scalarText(node) === typedMark ? { path, key: false } : undefined
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (scalarText(key) === typedMark) return { path, key: true }
      const found = findMark(value, [...path, scalarText(key) ?? ''])
      if (found !== undefined) return found
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = findMark(item, [...path, index])
      if (found !== undefined) return found
    }
  }
  return undefined
}

const childAt = (node: unknown, step: string | number): unknown => {
  if (isMap(node)) return node.items.find(({ key }: Pair) => scalarText(key) === String(step))?.value
  return isSeq(node) ? node.items[Number(step)] : undefined
}

/** The path and the scalars next to it, which is enough for the schema to select a branch. */
function valueAlong(node: unknown, [step, ...rest]: DocumentPath): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) {
    const items: unknown[] = []
    if (step !== undefined) items[Number(step)] = valueAlong(childAt(node, step), rest)
    return items
  }
  if (!isMap(node)) return undefined
  const plain = node.items.flatMap(({ key, value }: Pair): readonly (readonly [string, unknown])[] => {
    const name = scalarText(key)
    if (name === undefined) return []
    if (step !== undefined && name === String(step)) return [[name, valueAlong(value, rest)]]
    return isScalar(value) ? [[name, value.value]] : []
  })
  return Object.fromEntries(plain)
}

function keysAt(root: unknown, path: DocumentPath): readonly string[] {
  const node = path.reduce<unknown>(childAt, root)
  if (!isMap(node)) return []
  return node.items.flatMap(({ key }: Pair) => {
    const name = scalarText(key)
    return name === undefined || name === typedMark ? [] : [name]
  })
}

/** What is being typed at an offset; undefined in a comment, a multi-line text, or unparsable text. */
export function hereIn(text: string, offset: number): TypingPosition | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  if (/(?:^|\s)#/.test(text.slice(lineStart, offset).replace(/"[^"]*"|'[^']*'/g, '""'))) return undefined
  const word = wordAt(text, offset)
  for (const typed of [typedMark, `${typedMark}:`]) {
    const document = parsed(text.slice(0, word.start) + typed + text.slice(word.end))
    // A parsed document holds nodes.
    const root = document?.contents as Node | null | undefined
    const found = findMark(root, [])
    if (found === undefined) continue
    return { ...found, word, value: valueAlong(root, found.path), present: keysAt(root, found.path) }
  }
  return undefined
}
