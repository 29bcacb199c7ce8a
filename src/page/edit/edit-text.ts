import { type Document, isMap, isScalar, type Node, type Pair, parseDocument, Scalar, type YAMLMap } from 'yaml'
import { escapedJson } from '../../source/text/neutralize.ts'

/** Keys and indexes from the root of a text to a value. */
export type TextPath = readonly (string | number)[]

/** What a text can be given. */
export type TextValue = string | number | boolean

const plain = /^[A-Za-z][\w./@+-]*(?: [\w./@+-]+)*$/
const words = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n'])

/** A value or key as YAML writes it, or as JSON where the text around it does. */
function written(value: TextValue, quoted: boolean): string {
  if (typeof value !== 'string') return String(value)
  return !quoted && plain.test(value) && !words.has(value.toLowerCase()) ? value : escapedJson(JSON.stringify(value))
}

/** The rest of a path as one flow value: `{ EnableADAL: 1 }`. */
function nested(path: TextPath, value: TextValue, quoted: boolean): string {
  const [key, ...rest] = path
  if (key === undefined) return written(value, quoted)
  return `{ ${written(key, quoted)}: ${nested(rest, value, quoted)} }`
}

const splice = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
const endOf = (node: unknown): number => (isNode(node) ? (node.range?.[1] ?? 0) : 0)

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

const looksQuoted = (text: string): boolean => /^\s*[[{]\s*(?:"|[[{])/.test(text)

/** A text with one value set; everything else, comments and layout, stays to the letter. */
export function withValue(text: string, path: TextPath, value: TextValue): string {
  const document = parseDocument(text)
  const node = document.getIn(path, true)
  const quoted = looksQuoted(text)
  if (isScalar(node)) {
    const same = node.type === Scalar.QUOTE_DOUBLE && typeof value === 'string'
    return splice(text, startOf(node), endOf(node), written(value, quoted || same))
  }
  return withNewValue(text, document, path, value, quoted)
}

/** The value has no place yet: it goes into the innermost map on its path. */
function withNewValue(text: string, document: Document, path: TextPath, value: TextValue, quoted: boolean): string {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const parent = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    const [key, ...rest] = path.slice(depth)
    if (!isMap(parent) || key === undefined) continue
    const entry = `${written(key, quoted)}: ${nested(rest, value, quoted)}`
    const empty = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
    if (empty !== undefined) return splice(text, startOf(empty.key), endOf(empty.value ?? empty.key), entry)
    return withEntry(text, parent, entry, depth === 0)
  }
  return text
}

function withEntry(text: string, map: YAMLMap, entry: string, root: boolean): string {
  const last = map.items[map.items.length - 1]
  if (map.flow === true) {
    const at = last === undefined ? startOf(map) + 1 : endOf(last.value ?? last.key)
    return splice(text, at, at, last === undefined ? ` ${entry} ` : `, ${entry}`)
  }
  if (root) return `${text}${text.endsWith('\n') || text === '' ? '' : '\n'}${entry}\n`
  const first = map.items[0]
  if (first === undefined) return text
  const column = startOf(first.key) - lineStart(text, startOf(first.key))
  const oneLine = isScalar(first.value) && !text.slice(startOf(first.key), endOf(first.value)).includes('\n')
  // After the line that names the thing; where that is longer than a line, above it.
  if (!oneLine) return splice(text, startOf(first.key), startOf(first.key), `${entry}\n${' '.repeat(column)}`)
  const at = lineEnd(text, endOf(first.value))
  return splice(text, at, at, `\n${' '.repeat(column)}${entry}`)
}

/** A text with one value taken out, and with what would be left empty by that. */
export function withoutValue(text: string, path: TextPath): string {
  const document = parseDocument(text)
  if (!document.hasIn(path)) return text
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return text
  if (parent.items.length === 1 && path.length > 1) return withoutValue(text, path.slice(0, -1))
  const key = path[path.length - 1]
  const index = parent.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key)
  const pair = parent.items[index]
  if (pair === undefined) return text
  return parent.flow === true ? withoutFlowPair(text, parent, index) : withoutLines(text, pair)
}

function withoutFlowPair(text: string, map: YAMLMap, index: number): string {
  const pair = map.items[index]
  const before = map.items[index - 1]
  const after = map.items[index + 1]
  const start = before === undefined ? startOf(pair?.key) : endOf(before.value ?? before.key)
  const end = before === undefined && after !== undefined ? startOf(after.key) : endOf(pair?.value ?? pair?.key)
  return splice(text, start, end, '')
}

function withoutLines(text: string, pair: Pair): string {
  const from = startOf(pair.key)
  const to = lineEnd(text, endOf(pair.value ?? pair.key))
  const start = lineStart(text, from)
  // The first key of a list item stands behind its dash; the next line moves up to it.
  if (text.slice(start, from).trim() === '') return splice(text, start, Math.min(text.length, to + 1), '')
  const next = /^\s*/.exec(text.slice(to + 1))?.[0].length ?? 0
  return splice(text, from, to + 1 + next, '')
}

/** A text in which a list item named in a word has become an entry with that name. */
export function withNamedEntry(text: string, path: TextPath, rest: TextPath, value: TextValue): string {
  const node = parseDocument(text).getIn(path, true)
  if (!isScalar(node)) return text
  const [key = '', ...inner] = rest
  const entry = `{ name: ${written(String(node.value), false)}, ${written(key, false)}: ${nested(inner, value, false)} }`
  return splice(text, startOf(node), endOf(node), entry)
}

/** A text with lines at its end. */
export function withLines(text: string, lines: readonly string[]): string {
  return `${text}${text.endsWith('\n') || text === '' ? '' : '\n'}${lines.join('\n')}\n`
}
