import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { JsonProblem } from '../diagnostics/syntax-problems.ts'
import type { SourceText } from '../text/source-text.ts'

/**
 * The scanner state. The tape holds, for each value, its start, its end and the tape index after the value and its
 * children.
 */
export interface JsonScan {
  readonly source: SourceText
  readonly text: string
  readonly limit: number
  readonly tape: number[]
  readonly diagnostics: Diagnostic[]
  at: number
  /** Set if reading further makes no sense. */
  broken: boolean
}

/** Reports a syntax error. */
export function report(scan: JsonScan, problem: JsonProblem, start: number, end: number): void {
  scan.diagnostics.push({ code: 'SRC-18', args: { problem }, at: { source: scan.source, start, end } })
}

const space = 32
const newline = 10
const carriageReturn = 13
const tab = 9
const slash = 47
const backslash = 92

function skipComment(scan: JsonScan): void {
  const start = scan.at
  const block = scan.text.charAt(start + 1) === '*'
  const end = block ? scan.text.indexOf('*/', start + 2) : scan.text.indexOf('\n', start)
  scan.at = end === -1 ? scan.text.length : block ? end + 2 : end
  report(scan, 'comment', start, scan.at)
}

/** Skips white space, and comments, which are an error. */
export function skipBlank(scan: JsonScan): void {
  const { text } = scan
  for (;;) {
    const code = text.charCodeAt(scan.at)
    if (code === space || code === newline || code === carriageReturn || code === tab) scan.at += 1
    else if (code === slash && /[/*]/.test(text.charAt(scan.at + 1))) skipComment(scan)
    else return
  }
}

function unescaped(scan: JsonScan, start: number, inner: string): string {
  try {
    const value: unknown = JSON.parse(`"${inner}"`)
    if (typeof value === 'string') return value
  } catch {
    report(scan, 'escape', start, scan.at)
  }
  return inner
}

/** Reads a quoted text; the result is its value. */
export function readJsonText(scan: JsonScan, quote: string): string {
  const { text } = scan
  const start = scan.at
  const closing = quote.charCodeAt(0)
  let plain = true
  let at = start + 1
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === closing || code === newline) break
    if (code === backslash) at += 1
    if (code === backslash || code < space) plain = false
  }
  if (text.charCodeAt(at) !== closing) {
    report(scan, 'open-text', start, Math.min(at, text.length))
    scan.broken = true
    return ''
  }
  scan.at = at + 1
  const inner = text.slice(start + 1, at)
  if (quote !== '"') report(scan, 'single-quotes', start, scan.at)
  return plain || quote !== '"' ? inner : unescaped(scan, start, inner)
}

const word = /[^\s,:[\]{}"']+/y

/** Reads an unquoted word up to the next delimiter; undefined if it is empty. */
export function readBareWord(scan: JsonScan): string | undefined {
  word.lastIndex = scan.at
  const found = word.exec(scan.text)?.[0]
  if (found !== undefined) scan.at += found.length
  return found
}
