import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import type { DocumentPath } from '../../source/document/located-document.ts'
import { escapedJson } from '../../source/text/neutralize.ts'

/** One value set, or taken out where `value` is undefined; an index at the end of a list adds an item. */
export interface TextEdit {
  readonly path: DocumentPath
  readonly value: unknown
  /** A word at this path becomes an entry with that name; an entry stays. */
  readonly asEntry?: true
}

const plain = /^[A-Za-z][\w./@+-]*(?: [\w./@+-]+)*$/
const reserved = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n'])

/** A value on one line, as YAML writes it, or as JSON where the text around it does. */
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

// Keys and values of a parsed document are nodes, or null where nothing stands.
const nodeOf = (value: unknown): Node | undefined =>
  typeof value === 'object' && value !== null && 'range' in value ? (value as Node) : undefined
const startOf = (value: unknown): number => nodeOf(value)?.range?.[0] ?? 0

/** Where the last character of a value stands; the range of a block goes beyond it. */
function endOf(text: string, value: unknown): number {
  const node = nodeOf(value)
  let end = node?.range?.[1] ?? 0
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last = node.items[node.items.length - 1]
    if (isMap(node) && last !== undefined && 'key' in Object(last)) {
      const pair = node.items[node.items.length - 1]
      return Math.max(endOf(text, pair?.key), endOf(text, pair?.value))
    }
    return endOf(text, last)
  }
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1
  return Math.max(end, startOf(value))
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/** What a line ends with, so that added lines end alike. */
const breakAt = (text: string, end: number): string => (text.charAt(end - 1) === '\r' ? '\r\n' : '\n')

function addLine(text: string, after: number, column: number, line: string): string {
  const end = lineEnd(text, after)
  const by = breakAt(text, end)
  const at = by === '\r\n' ? end - 1 : end
  return splice(text, at, at, `${by}${' '.repeat(column)}${line}`)
}

function addPair(text: string, map: YAMLMap, entry: string): string {
  const last = map.items[map.items.length - 1]
  if (last === undefined) return splice(text, startOf(map) + 1, startOf(map) + 1, ` ${entry} `)
  const end = Math.max(endOf(text, last.key), endOf(text, last.value))
  if (map.flow === true) return splice(text, end, end, `, ${entry}`)
  const first = startOf(map.items[0]?.key)
  return addLine(text, end, first - lineStart(text, first), entry)
}

function addItem(text: string, list: YAMLSeq, item: string): string {
  const last = list.items[list.items.length - 1]
  if (list.flow === true || last === undefined) {
    const at = last === undefined ? startOf(list) + 1 : endOf(text, last)
    return splice(text, at, at, last === undefined ? item : `, ${item}`)
  }
  const dash = startOf(list)
  return addLine(text, endOf(text, last), dash - lineStart(text, dash), `- ${item}`)
}

/** What is left to write below the innermost thing that is there. */
function nested(path: DocumentPath, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
}

function setValue(text: string, path: DocumentPath, value: unknown, quoted: boolean): string {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' })
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const found = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    const node = nodeOf(found)
    const [key, ...rest] = path.slice(depth)
    if (node === undefined) continue
    if (key === undefined || isScalar(node)) {
      const shown = written(nested(path.slice(depth), value), quoted)
      const empty = endOf(text, node) === startOf(node) && text.charAt(startOf(node) - 1) === ':'
      return splice(text, startOf(node), endOf(text, node), empty ? ` ${shown}` : shown)
    }
    const inner = written(nested(rest, value), quoted)
    if (isMap(node)) return addPair(text, node, `${written(key, quoted)}: ${inner}`)
    if (isSeq(node)) return addItem(text, node, inner)
  }
  return text
}

function removeFlow(text: string, items: readonly (readonly [start: number, end: number])[], index: number): string {
  const [start, end] = items[index] ?? [0, 0]
  const before = items[index - 1]
  const after = items[index + 1]
  if (before !== undefined) return splice(text, before[1], end, '')
  return splice(text, start, after?.[0] ?? end, '')
}

function removeLines(text: string, start: number, end: number): string {
  const to = lineEnd(text, end)
  const from = lineStart(text, start)
  if (text.slice(from, start).trim() === '' || /^\s*-\s*$/.test(text.slice(from, start)) === false)
    return splice(text, from, Math.min(text.length, to + 1), '')
  // The first key of a list item stands behind its dash; the next line moves up to it.
  const blank = /^\s*/.exec(text.slice(to + 1))?.[0].length ?? 0
  return splice(text, start, to + 1 + blank, '')
}

function removeValue(text: string, path: DocumentPath): string {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' })
  if (!document.hasIn(path)) return text
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const step = path[path.length - 1]
  if (isMap(parent)) {
    if (parent.items.length === 1 && path.length > 1) return setValue(text, path.slice(0, -1), {}, false)
    const spans = parent.items.map(
      ({ key, value }) => [startOf(key), Math.max(endOf(text, key), endOf(text, value))] as const,
    )
    const index = parent.items.findIndex(({ key }) => isScalar(key) && key.value === step)
    const [start, end] = spans[index] ?? [0, 0]
    return parent.flow === true ? removeFlow(text, spans, index) : removeLines(text, start, end)
  }
  if (!isSeq(parent) || typeof step !== 'number') return text
  if (parent.items.length === 1) return setValue(text, path.slice(0, -1), [], false)
  const spans = parent.items.map((item) => [startOf(item), endOf(text, item)] as const)
  const [start, end] = spans[step] ?? [0, 0]
  return parent.flow === true
    ? removeFlow(text, spans, step)
    : splice(text, lineStart(text, start), Math.min(text.length, lineEnd(text, end) + 1), '')
}

const looksQuoted = (text: string): boolean => /^\s*[[{]\s*(?:"|[[{])/.test(text)

/** The text with edits made; everything else, comments and layout, stays to the letter. */
export function withTextEdits(text: string, edits: readonly TextEdit[]): string {
  const quoted = looksQuoted(text)
  return edits.reduce((made, { path, value, asEntry }) => {
    if (asEntry) return withEntry(made, path, quoted)
    return value === undefined ? removeValue(made, path) : setValue(made, path, value, quoted)
  }, text)
}

function withEntry(text: string, path: DocumentPath, quoted: boolean): string {
  const node = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }).getIn(path, true)
  return isScalar(node) ? setValue(text, path, { name: node.value }, quoted) : text
}

function changed(before: unknown, path: DocumentPath, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(before)) {
    const at = Number(step)
    if (rest.length === 0 && value === undefined) return before.filter((_, index) => index !== at)
    const inner = changed(before[at], rest, value)
    return at >= before.length ? [...before, inner] : before.map((item, index) => (index === at ? inner : item))
  }
  if ((before === undefined || before === null) && typeof step === 'number') return [changed(undefined, rest, value)]
  // A mapping of plain data, or nothing yet.
  const mapping = (typeof before === 'object' && before !== null ? before : {}) as Readonly<Record<string, unknown>>
  if (rest.length > 0 || value !== undefined) return { ...mapping, [step]: changed(mapping[step], rest, value) }
  const { [step]: _gone, ...others } = mapping
  return others
}

/** The plain data of a document with the same edits made. */
export function withValueEdits(value: unknown, edits: readonly TextEdit[]): unknown {
  return edits.reduce((made, { path, value: by, asEntry }) => {
    if (!asEntry) return changed(made, path, by)
    const before = valueAt(made, path)
    return typeof before === 'string' ? changed(made, path, { name: before }) : made
  }, value)
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    // Plain data: any key may be asked for.
    (found, step) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined,
    value,
  )
}
