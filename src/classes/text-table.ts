import { textOf } from './names.ts'

/**
 * A number for each text, ignoring case; stored as numbers because a million strings would take several times the
 * memory.
 */
export interface TextTable {
  readonly count: () => number
  /** The number of a substring, assigned if it is new; ignores surrounding blanks. */
  readonly add: (text: string, start?: number, end?: number) => number
  /** The number of a substring; -1 if it has none. */
  readonly find: (text: string, start?: number, end?: number) => number
  /** A text by its number, in lower case. */
  readonly at: (number: number) => string
}

interface Table {
  text: Uint16Array
  ends: Uint32Array
  hashes: Int32Array
  /** Numbers counted from 1, by hash. */
  slots: Int32Array
  count: number
  /** The most recent result: rows of one member, or of one group, are usually adjacent. */
  last: number
}

const startOf = ({ ends }: Table, number: number): number => (number === 0 ? 0 : (ends[number - 1] ?? 0))

const isUpper = (code: number): boolean => code >= 65 && code <= 90

/** Returned for a text with letters that only the language runtime can convert to lower case. */
const needsFolding = -1

/** Similar to FNV-1a over UTF-16 code units; the sign bit is cleared so that no hash equals `needsFolding`. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  let seen = 0
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    seen |= code
    hash = Math.imul(hash ^ (isUpper(code) ? code + 32 : code), 0x01000193)
  }
  return seen > 127 ? needsFolding : (hash ^ (hash >>> 15)) & 0x7fffffff
}

/** The hash of a text in lower case. */
function hashOfFolded(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & 0x7fffffff
}

/** Names in one list share prefixes and differ in their suffixes, so the comparison starts at the end. */
function isAt(table: Table, number: number, text: string, start: number, end: number): boolean {
  const from = startOf(table, number)
  if ((table.ends[number] ?? 0) - from !== end - start) return false
  for (let at = end - 1; at >= start; at -= 1) {
    const code = text.charCodeAt(at)
    if (table.text[from + at - start] !== (isUpper(code) ? code + 32 : code)) return false
  }
  return true
}

/** The slot of the text, or the free slot for it. */
function slotOf(table: Table, hash: number, text: string, start: number, end: number): number {
  const last = table.slots.length - 1
  let slot = hash & last
  for (let there = table.slots[slot] ?? 0; there !== 0; there = table.slots[slot] ?? 0) {
    if (table.hashes[there - 1] === hash && isAt(table, there - 1, text, start, end)) return slot
    slot = (slot + 1) & last
  }
  return slot
}

function doubled<T extends Uint16Array | Uint32Array | Int32Array>(list: T, made: T): T {
  made.set(list)
  return made
}

function makeRoom(table: Table, length: number): void {
  const needed = startOf(table, table.count) + length
  if (needed > table.text.length)
    table.text = doubled(table.text, new Uint16Array(Math.max(needed, table.text.length * 2)))
  if (table.count === table.ends.length) {
    table.ends = doubled(table.ends, new Uint32Array(table.ends.length * 2))
    table.hashes = doubled(table.hashes, new Int32Array(table.hashes.length * 2))
  }
  if (table.count * 2 < table.slots.length) return
  const last = table.slots.length * 2 - 1
  table.slots = new Int32Array(last + 1)
  for (let number = 0; number < table.count; number += 1) {
    let slot = (table.hashes[number] ?? 0) & last
    while (table.slots[slot] !== 0) slot = (slot + 1) & last
    table.slots[slot] = number + 1
  }
}

function append(table: Table, hash: number, text: string, start: number, end: number): number {
  makeRoom(table, end - start)
  const from = startOf(table, table.count)
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    table.text[from + at - start] = isUpper(code) ? code + 32 : code
  }
  table.ends[table.count] = from + end - start
  table.hashes[table.count] = hash
  table.slots[slotOf(table, hash, text, start, end)] = table.count + 1
  table.count += 1
  return table.count - 1
}

function added(table: Table, hash: number, text: string, start: number, end: number): number {
  const known = table.slots[slotOf(table, hash, text, start, end)] ?? 0
  return known === 0 ? append(table, hash, text, start, end) : known - 1
}

const found = (table: Table, hash: number, text: string, start: number, end: number): number =>
  (table.slots[slotOf(table, hash, text, start, end)] ?? 0) - 1

/** Looks up the trimmed and folded substring, starting with the most recent result. */
function looked(table: Table, text: string, start: number, end: number, look: typeof found): number {
  let [first, stop] = [start, end]
  while (first < stop && text.charCodeAt(first) <= 32) first += 1
  while (stop > first && text.charCodeAt(stop - 1) <= 32) stop -= 1
  if (table.last >= 0 && isAt(table, table.last, text, first, stop)) return table.last
  const hash = hashOf(text, first, stop)
  if (hash !== needsFolding) table.last = look(table, hash, text, first, stop)
  else {
    const folded = text.slice(first, stop).trim().toLowerCase()
    table.last = look(table, hashOfFolded(folded), folded, 0, folded.length)
  }
  return table.last
}

/** A table without texts. */
export function textTable(): TextTable {
  const table: Table = {
    text: new Uint16Array(1 << 12),
    ends: new Uint32Array(1 << 8),
    hashes: new Int32Array(1 << 8),
    slots: new Int32Array(1 << 10),
    count: 0,
    last: -1,
  }
  return {
    count: () => table.count,
    add: (text, start = 0, end = text.length) => looked(table, text, start, end, added),
    find: (text, start = 0, end = text.length) => looked(table, text, start, end, found),
    at: (number) => textOf(table.text.subarray(startOf(table, number), table.ends[number] ?? 0)),
  }
}
