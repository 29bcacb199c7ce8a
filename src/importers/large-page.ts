import type { SourceText } from '../source/text/source-text.ts'
import { isMapping, type Mapping } from '../vocabulary/mapping.ts'

/** A list of objects in a JSON text, alone or as the `value` of an answer, each to be read as a text of its own. */
export interface LargePage {
  /** The other fields of the answer. */
  readonly answer: Mapping
  readonly items: () => Iterable<SourceText>
}

type Span = readonly [start: number, end: number]

const [quote, backslash, comma, colon] = [34, 92, 44, 58]
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125]

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

function afterBlanks(text: string, at: number): number {
  let next = at
  while (isBlank(text.charCodeAt(next))) next += 1
  return next
}

/** The end of a quoted text. */
function afterText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === quote) return at + 1
  }
  return text.length
}

/** The end of a value; only its brackets and texts are looked at. */
function afterValue(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === quote) at = afterText(text, at)
    else if (code === openBracket || code === openBrace) {
      depth += 1
      at += 1
    } else if (code === closeBracket || code === closeBrace) {
      if (depth === 0) return at
      depth -= 1
      at += 1
    } else if (code === comma && depth === 0) return at
    else at += 1
    if (depth === 0 && (code === quote || code === closeBracket || code === closeBrace)) return at
  }
  return text.length
}

/** The objects of a list that begins at a bracket, and the end of it; undefined if it holds anything else. */
function objectsOf(text: string, start: number): { readonly spans: readonly Span[]; readonly end: number } | undefined {
  const spans: Span[] = []
  let at = afterBlanks(text, start + 1)
  if (text.charCodeAt(at) === closeBracket) return { spans, end: at + 1 }
  for (;;) {
    if (text.charCodeAt(at) !== openBrace) return undefined
    const end = afterValue(text, at)
    spans.push([at, end])
    at = afterBlanks(text, end)
    if (text.charCodeAt(at) === closeBracket) return { spans, end: at + 1 }
    if (text.charCodeAt(at) !== comma) return undefined
    at = afterBlanks(text, at + 1)
  }
}

interface Found {
  readonly answer: Mapping
  readonly spans: readonly Span[]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The list in an answer, and the fields around it. */
function inAnswer(text: string, start: number): Found | undefined {
  const others: string[] = []
  let spans: readonly Span[] | undefined
  for (let at = afterBlanks(text, start + 1); ; at = afterBlanks(text, at + 1)) {
    if (text.charCodeAt(at) !== quote) return undefined
    const key = text.slice(at, afterText(text, at))
    const mark = afterBlanks(text, at + key.length)
    if (text.charCodeAt(mark) !== colon) return undefined
    const value = afterBlanks(text, mark + 1)
    const list = /^"value"$/i.test(key) && text.charCodeAt(value) === openBracket ? objectsOf(text, value) : undefined
    if (list !== undefined && spans !== undefined) return undefined
    const end = list?.end ?? afterValue(text, value)
    if (list === undefined) others.push(`${key}:${text.slice(value, end)}`)
    else spans = list.spans
    at = afterBlanks(text, end)
    if (text.charCodeAt(at) === closeBrace) {
      const answer = parsed(`{${others.join(',')}}`)
      const isAll = afterBlanks(text, at + 1) >= text.length
      return spans === undefined || !isAll || !isMapping(answer) ? undefined : { answer, spans }
    }
    if (text.charCodeAt(at) !== comma) return undefined
  }
}

function alone(text: string, start: number): Found | undefined {
  const list = objectsOf(text, start)
  if (list === undefined || afterBlanks(text, list.end) < text.length) return undefined
  return { answer: {}, spans: list.spans }
}

/** A part of a text that does not keep the whole text in memory. */
const detached = (text: string): string => ` ${text}`.slice(1)

function* itemsOf({ name, text, withheld }: SourceText, spans: readonly Span[]): Generator<SourceText> {
  let [line, lineStart] = [1, 0]
  let lineEnd = text.indexOf('\n')
  for (const [start, end] of spans) {
    for (; lineEnd !== -1 && lineEnd < start; lineEnd = text.indexOf('\n', lineStart)) {
      line += 1
      lineStart = lineEnd + 1
    }
    const place = { name, firstLine: line, firstColumn: start - lineStart + 1 }
    yield { ...place, text: detached(text.slice(start, end)), ...(withheld ? { withheld } : {}) }
  }
}

/** The objects of a text that is nothing but a list of them, or an answer with one; undefined for any other text. */
export function largePage(source: SourceText): LargePage | undefined {
  const { text } = source
  const start = afterBlanks(text, text.startsWith('\ufeff') ? 1 : 0)
  const first = text.charCodeAt(start)
  const found = first === openBrace ? inAnswer(text, start) : first === openBracket ? alone(text, start) : undefined
  return found && { answer: found.answer, items: () => itemsOf(source, found.spans) }
}
