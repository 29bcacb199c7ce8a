import { linesOf } from '../source/files/source-reader.ts'
import type { SourceText } from '../source/text/source-text.ts'
import { isMapping, type Mapping } from '../vocabulary/mapping.ts'
import { type PageWindow, windowOn } from './page-window.ts'
import type { TextInPieces } from './records/format-reader.ts'

/** An object of a page as a text of its own. */
export interface PageItem extends SourceText {
  readonly firstLine: number
  readonly firstColumn: number
  /** How many fields it and its parts have. */
  readonly members: number
}

/** A list of objects in a JSON text, alone or as the `value` of an answer, each to be read as a text of its own. */
export interface LargePage {
  /** The name of the file. */
  readonly name: string
  /** The other fields of the answer. */
  readonly answer: Mapping
  readonly items: () => Iterable<PageItem>
}

const [quote, backslash, comma, colon] = [34, 92, 44, 58]
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125]

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** The character at an offset; not a number at the end of the text. */
function codeAt(window: PageWindow, at: number): number {
  while (at >= window.text.length) if (!window.grow()) return Number.NaN
  return window.text.charCodeAt(at)
}

function afterBlanks(window: PageWindow, at: number): number {
  let next = at
  while (isBlank(codeAt(window, next))) next += 1
  return next
}

/** The end of a quoted text. */
function afterText(window: PageWindow, start: number): number {
  for (let from = start + 1; ; ) {
    const end = window.text.indexOf('"', from)
    if (end === -1) {
      from = Math.max(from, window.text.length)
      if (!window.grow()) return window.text.length
      continue
    }
    let before = end - 1
    while (window.text.charCodeAt(before) === backslash) before -= 1
    if ((end - before) % 2 === 1) return end + 1
    from = end + 1
  }
}

interface Value {
  readonly end: number
  readonly members: number
}

/** A value; only its brackets, colons and texts are looked at. */
function valueFrom(window: PageWindow, start: number): Value {
  let [depth, members] = [0, 0]
  for (let at = start; ; ) {
    const code = codeAt(window, at)
    if (Number.isNaN(code)) return { end: window.text.length, members }
    if (code === quote) at = afterText(window, at)
    else if (code === openBracket || code === openBrace) {
      depth += 1
      at += 1
    } else if (code === closeBracket || code === closeBrace) {
      if (depth === 0) return { end: at, members }
      depth -= 1
      at += 1
    } else if (code === comma && depth === 0) return { end: at, members }
    else {
      if (code === colon) members += 1
      at += 1
    }
    if (depth === 0 && (code === quote || code === closeBracket || code === closeBrace)) return { end: at, members }
  }
}

/** A part of a text that does not keep the whole text in memory. */
const detached = (text: string): string => ` ${text}`.slice(1)

/** The objects of a list that begins at a bracket, and the end of it; undefined if it holds anything else. */
function* objectsOf(source: TextInPieces, window: PageWindow, start: number): Generator<PageItem, number | undefined> {
  const { name, withheld } = source
  let at = afterBlanks(window, start + 1)
  if (codeAt(window, at) === closeBracket) return at + 1
  for (;;) {
    if (codeAt(window, at) !== openBrace) return undefined
    const { line, column } = window.placeOf(at)
    window.drop(at)
    const { end, members } = valueFrom(window, 0)
    const text = detached(window.text.slice(0, end))
    yield { name, text, firstLine: line, firstColumn: column, members, ...(withheld ? { withheld } : {}) }
    at = afterBlanks(window, end)
    if (codeAt(window, at) === closeBracket) return at + 1
    if (codeAt(window, at) !== comma) return undefined
    at = afterBlanks(window, at + 1)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The objects of the list in an answer, and the fields around it; undefined if it has not one list of objects. */
function* inAnswer(source: TextInPieces, window: PageWindow, start: number): Generator<PageItem, Mapping | undefined> {
  const others: string[] = []
  let isListed = false
  for (let at = afterBlanks(window, start + 1); ; at = afterBlanks(window, at + 1)) {
    if (codeAt(window, at) !== quote) return undefined
    const key = window.text.slice(at, afterText(window, at))
    const mark = afterBlanks(window, at + key.length)
    if (codeAt(window, mark) !== colon) return undefined
    const value = afterBlanks(window, mark + 1)
    let end: number | undefined
    if (/^"value"$/i.test(key) && codeAt(window, value) === openBracket) {
      if (isListed) return undefined
      isListed = true
      end = yield* objectsOf(source, window, value)
    } else {
      end = valueFrom(window, value).end
      others.push(`${key}:${window.text.slice(value, end)}`)
    }
    if (end === undefined) return undefined
    at = afterBlanks(window, end)
    if (codeAt(window, at) === closeBrace) {
      const answer = parsed(`{${others.join(',')}}`)
      return isListed && isMapping(answer) && isEnd(window, at + 1) ? answer : undefined
    }
    if (codeAt(window, at) !== comma) return undefined
  }
}

const isEnd = (window: PageWindow, at: number): boolean => Number.isNaN(codeAt(window, afterBlanks(window, at)))

function* alone(source: TextInPieces, window: PageWindow, start: number): Generator<PageItem, Mapping | undefined> {
  const end = yield* objectsOf(source, window, start)
  return end !== undefined && isEnd(window, end) ? {} : undefined
}

function* objectsIn(source: TextInPieces): Generator<PageItem, Mapping | undefined> {
  const window = windowOn(source.pieces)
  const start = afterBlanks(window, codeAt(window, 0) === 0xfeff ? 1 : 0)
  const first = codeAt(window, start)
  if (first === openBrace) return yield* inAnswer(source, window, start)
  return first === openBracket ? yield* alone(source, window, start) : undefined
}

/** The objects of a text that is known to be a page. */
export const pageOf = (source: TextInPieces, answer: Mapping): LargePage => ({
  name: source.name,
  answer,
  items: () => objectsIn(source),
})

/** The objects of a text that is nothing but a list of them, or an answer with one; undefined for any other text. */
export function largePage(source: TextInPieces): LargePage | undefined {
  // The objects count only if the text after them is as expected, so it is looked at first.
  const objects = objectsIn(source)
  for (;;) {
    const next = objects.next()
    if (next.done === true) return next.value && pageOf(source, next.value)
  }
}

/** The lines of a text, each of which is a value. */
function* linesIn({ name, withheld, pieces }: TextInPieces): Generator<PageItem> {
  let firstLine = 0
  for (const written of linesOf(pieces)) {
    firstLine += 1
    const text = detached(firstLine === 1 ? written.replace(/^\ufeff/, '') : written)
    if (text.trim() === '') continue
    const { members } = valueFrom(windowOn([text]), 0)
    yield { name, text, firstLine, firstColumn: 1, members, ...(withheld ? { withheld } : {}) }
  }
}

/** A text in which each line is a value of its own, as a page. */
export const pageOfLines = (source: TextInPieces): LargePage => ({
  name: source.name,
  answer: {},
  items: () => linesIn(source),
})
