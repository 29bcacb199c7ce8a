import type { JsonProblem } from '../diagnostics/syntax-problems.ts'
import type { SourceText } from '../text/source-text.ts'
import { type DocumentLimits, type ParsedTree, setMember } from './document-tree.ts'
import { findInTape } from './json-place.ts'
import { type JsonScan, readBareWord, readJsonText, report, skipBlank } from './json-scan.ts'

function giveUp(scan: JsonScan, problem: JsonProblem, start: number): null {
  report(scan, problem, start, Math.min(start + 1, scan.text.length))
  scan.broken = true
  return null
}

/** Skips the comma between two items; false at the closing bracket. */
function nextItem(scan: JsonScan, close: string, opened: number, first: boolean): boolean {
  skipBlank(scan)
  const character = scan.text.charAt(scan.at)
  if (character === close) return false
  if (character === '') giveUp(scan, 'open-bracket', opened)
  else if (character === ']' || character === '}') giveUp(scan, 'wrong-bracket', scan.at)
  else if (character === ',') {
    const comma = scan.at
    scan.at += 1
    skipBlank(scan)
    const after = scan.text.charAt(scan.at)
    if (first || after === close || after === ',') report(scan, 'extra-comma', comma, comma + 1)
    return after === close ? false : !scan.broken
  } else if (!first) report(scan, 'missing-comma', scan.at, scan.at + 1)
  return !scan.broken
}

function readList(scan: JsonScan, depth: number): unknown[] {
  const opened = scan.at
  const items: unknown[] = []
  scan.at += 1
  for (let first = true; nextItem(scan, ']', opened, first); first = false) {
    const before = scan.at
    if (scan.text.charAt(scan.at) === ',') continue
    items.push(readValue(scan, depth + 1))
    if (scan.broken || scan.at === before) break
  }
  scan.at += 1
  return items
}

function readMember(
  scan: JsonScan,
  target: { [key: string]: unknown },
  keys: Map<string, number>,
  depth: number,
): void {
  const start = scan.at
  const character = scan.text.charAt(start)
  const key = character === '"' || character === "'" ? readJsonText(scan, character) : readBareWord(scan)
  if (scan.broken) return
  if (key === undefined) {
    giveUp(scan, 'unexpected', start)
    return
  }
  const end = scan.at
  if (character !== '"' && character !== "'") report(scan, 'bare-word', start, end)
  const slot = scan.tape.length
  scan.tape.push(start, end, 0)
  skipBlank(scan)
  if (scan.text.charAt(scan.at) === ':') scan.at += 1
  else report(scan, 'missing-colon', start, end)
  const value = readValue(scan, depth + 1)
  scan.tape[slot + 2] = scan.tape.length
  if (Object.hasOwn(target, key)) {
    const at = { source: scan.source, start, end }
    const first = {
      source: scan.source,
      start: scan.tape[keys.get(key) ?? 0] ?? 0,
      end: scan.tape[(keys.get(key) ?? 0) + 1] ?? 0,
    }
    scan.diagnostics.push({ code: 'SRC-10', args: { key }, at, related: [{ at: first, note: 'first-given' }] })
  }
  // The last duplicate wins, as in every JSON parser.
  setMember(target, key, value)
  if (!keys.has(key)) keys.set(key, slot)
}

function readMapping(scan: JsonScan, depth: number): { [key: string]: unknown } {
  const opened = scan.at
  const target: { [key: string]: unknown } = {}
  const keys = new Map<string, number>()
  scan.at += 1
  for (let first = true; nextItem(scan, '}', opened, first); first = false) {
    if (scan.text.charAt(scan.at) === ',') continue
    readMember(scan, target, keys, depth)
    if (scan.broken) break
  }
  scan.at += 1
  return target
}

const literals: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
const numeral = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function readWord(scan: JsonScan): unknown {
  const start = scan.at
  const word = readBareWord(scan)
  if (word === undefined) {
    const character = scan.text.charAt(start)
    if (!',]}'.includes(character)) return giveUp(scan, 'unexpected', start)
    // At the end of the text, the unclosed bracket is the error.
    if (character !== '') report(scan, 'missing-value', start, start)
    return null
  }
  const literal = literals.get(word)
  if (literal !== undefined) return literal
  if (numeral.test(word)) return Number.isFinite(Number(word)) ? Number(word) : word
  report(scan, 'bare-word', start, scan.at)
  return word
}

function readNode(scan: JsonScan, character: string, depth: number): unknown {
  if (character === '"' || character === "'") return readJsonText(scan, character)
  if (character !== '{' && character !== '[') return readWord(scan)
  if (depth >= scan.limit) {
    const at = { source: scan.source, start: scan.at, end: scan.at + 1 }
    scan.diagnostics.push({ code: 'SRC-15', args: { limit: scan.limit }, at })
    scan.broken = true
    return null
  }
  return character === '{' ? readMapping(scan, depth) : readList(scan, depth)
}

function readValue(scan: JsonScan, depth: number): unknown {
  skipBlank(scan)
  const slot = scan.tape.length
  scan.tape.push(scan.at, scan.at, 0)
  const value = readNode(scan, scan.text.charAt(scan.at), depth)
  scan.tape[slot + 1] = scan.at
  scan.tape[slot + 2] = scan.tape.length
  return value
}

/** Parses JSON with error recovery; many times faster than parsing the same text as YAML. */
export function parseJson(source: SourceText, limits: DocumentLimits): ParsedTree {
  const { text } = source
  const scan: JsonScan = { source, text, limit: limits.depth, tape: [], diagnostics: [], at: 0, broken: false }
  skipBlank(scan)
  if (scan.at >= text.length) {
    return { tree: undefined, diagnostics: [{ code: 'SRC-8', args: {}, at: { source, start: 0, end: 0 } }] }
  }
  const value = readValue(scan, 0)
  skipBlank(scan)
  if (!scan.broken && scan.at < text.length) report(scan, 'text-after-end', scan.at, scan.at + 1)
  const broken = scan.diagnostics.some(({ code }) => code !== 'SRC-10')
  const places = new Map<number, readonly number[]>()
  const tree = broken ? undefined : { value, find: findInTape(text, scan.tape, places) }
  return { tree, diagnostics: scan.diagnostics }
}
