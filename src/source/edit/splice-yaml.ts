import { type Document, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { DocumentPath } from '../document/located-document.ts'
import { escapedJson } from '../text/neutralize.ts'

const plain = /^[A-Za-z][\w./@+-]*(?: [\w./@+-]+)*$/
const reserved = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n'])

/** Longer lists of strings are written as block lists under a new top-level key. */
const longestOnLine = 6

/** A value on one line, as YAML, or as JSON if the surrounding text is. */
function written(value: unknown, quoted: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => written(item, quoted)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, one]) => `${written(key, quoted)}: ${written(one, quoted)}`)
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }
  if (typeof value !== 'string') return JSON.stringify(value)
  return !quoted && plain.test(value) && !reserved.has(value.toLowerCase()) ? value : escapedJson(JSON.stringify(value))
}

const splice = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

// Keys and values of a parsed document are nodes, or null if absent.
const nodeOf = (value: unknown): Node | undefined =>
  typeof value === 'object' && value !== null && 'range' in value ? (value as Node) : undefined
const startOf = (value: unknown): number => nodeOf(value)?.range?.[0] ?? 0

/** The offset after the last character of a value; a block's own range extends further. */
function endOf(text: string, value: unknown): number {
  const node = nodeOf(value)
  let end = node?.range?.[1] ?? 0
  if (isMap(node) && node.flow !== true && node.items.length > 0) {
    const pair = node.items[node.items.length - 1]
    return Math.max(endOf(text, pair?.key), endOf(text, pair?.value))
  }
  if (isSeq(node) && node.flow !== true && node.items.length > 0) return endOf(text, node.items[node.items.length - 1])
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1
  return Math.max(end, startOf(value))
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/** The line break used in the text, for added lines. */
const breakAt = (text: string, end: number): string => (text.charAt(end - 1) === '\r' ? '\r\n' : '\n')

function addLines(text: string, after: number, column: number, lines: readonly string[]): string {
  const end = lineEnd(text, after)
  const by = breakAt(text, end)
  const at = by === '\r\n' ? end - 1 : end
  return splice(text, at, at, lines.map((line) => `${by}${' '.repeat(column)}${line}`).join(''))
}

const isLongList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > longestOnLine && value.every((item) => typeof item === 'string')

function addPair(text: string, map: YAMLMap, key: string, value: unknown, quoted: boolean): string {
  const entry = `${written(key, quoted)}: ${written(value, quoted)}`
  const last = map.items[map.items.length - 1]
  if (last === undefined) return splice(text, startOf(map) + 1, startOf(map) + 1, ` ${entry} `)
  const end = Math.max(endOf(text, last.key), endOf(text, last.value))
  if (map.flow === true) return splice(text, end, end, `, ${entry}`)
  const first = startOf(map.items[0]?.key)
  const column = first - lineStart(text, first)
  const lines =
    column === 0 && isLongList(value)
      ? [`${written(key, quoted)}:`, ...value.map((item) => `  - ${written(item, quoted)}`)]
      : [entry]
  return addLines(text, end, column, lines)
}

function addItem(text: string, list: YAMLSeq, item: string): string {
  const last = list.items[list.items.length - 1]
  if (list.flow === true || last === undefined) {
    const at = last === undefined ? startOf(list) + 1 : endOf(text, last)
    return splice(text, at, at, last === undefined ? item : `, ${item}`)
  }
  const dash = startOf(list)
  return addLines(text, endOf(text, last), dash - lineStart(text, dash), [`- ${item}`])
}

/** The value to write below the innermost existing node. */
function nested(path: DocumentPath, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
}

/** Replaces a value; a string in a list that gets settings keeps its name. */
function replaced(text: string, node: Node, rest: DocumentPath, value: unknown, quoted: boolean, inList: boolean) {
  const inner = nested(rest, value)
  const word = inList && rest.length > 0 && isScalar(node) && typeof node.value === 'string' ? node.value : undefined
  const same = isScalar(node) && node.type === Scalar.QUOTE_DOUBLE && typeof inner === 'string'
  const shown = written(word === undefined ? inner : { name: word, ...Object(inner) }, quoted || same)
  const empty = endOf(text, node) === startOf(node) && text.charAt(startOf(node) - 1) === ':'
  return splice(text, startOf(node), endOf(text, node), empty ? ` ${shown}` : shown)
}

function withValue(text: string, document: Document, path: DocumentPath, value: unknown): string | undefined {
  const quoted = /^\s*[[{]\s*(?:"|[[{])/.test(text)
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = nodeOf(depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true))
    const [key, ...rest] = path.slice(depth)
    if (node === undefined) continue
    if (key === undefined || isScalar(node))
      return replaced(text, node, path.slice(depth), value, quoted, typeof path[depth - 1] === 'number')
    if (isMap(node)) return addPair(text, node, String(key), nested(rest, value), quoted)
    if (isSeq(node)) return addItem(text, node, written(nested(rest, value), quoted))
  }
  return undefined
}

type Span = readonly [start: number, end: number]

function withoutFlow(text: string, spans: readonly Span[], index: number): string {
  const [start, end] = spans[index] ?? [0, 0]
  const before = spans[index - 1]
  if (before !== undefined) return splice(text, before[1], end, '')
  return splice(text, start, spans[index + 1]?.[0] ?? end, '')
}

/** Removes the lines of an entry; if it follows an item's dash, the next entry takes its place. */
function withoutLines(text: string, [start, end]: Span): string {
  const to = Math.min(text.length, lineEnd(text, end) + 1)
  const from = lineStart(text, start)
  if (text.slice(from, start).trim() === '') return splice(text, from, to, '')
  const blank = /^\s*/.exec(text.slice(to))?.[0].length ?? 0
  return splice(text, start, to + blank, '')
}

/** The offset of an item's dash; that of the item if the source token is unknown. */
function dashOf({ srcToken }: YAMLSeq, index: number, item: unknown): number {
  const token = srcToken?.type === 'block-seq' ? srcToken.items[index] : undefined
  return token?.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? startOf(item)
}

function withoutValue(text: string, document: Document, path: DocumentPath): string | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const step = path[path.length - 1]
  if (!isMap(parent) && !isSeq(parent)) return undefined
  if (parent.items.length === 1) return splice(text, startOf(parent), endOf(text, parent), isMap(parent) ? '{}' : '[]')
  if (isMap(parent)) {
    const spans = parent.items.map(
      ({ key, value }): Span => [startOf(key), Math.max(endOf(text, key), endOf(text, value))],
    )
    const index = parent.items.findIndex(({ key }) => isScalar(key) && key.value === step)
    return parent.flow === true ? withoutFlow(text, spans, index) : withoutLines(text, spans[index] ?? [0, 0])
  }
  if (typeof step !== 'number') return undefined
  const flow = parent.flow === true
  const spans = parent.items.map(
    (item, index): Span => [flow ? startOf(item) : dashOf(parent, index, item), endOf(text, item)],
  )
  return flow ? withoutFlow(text, spans, step) : withoutLines(text, spans[step] ?? [0, 0])
}

/** A text with one value set or removed by splicing; the caller must verify the result. */
export function spliced(text: string, document: Document, path: DocumentPath, value: unknown): string | undefined {
  return value === undefined ? withoutValue(text, document, path) : withValue(text, document, path, value)
}
