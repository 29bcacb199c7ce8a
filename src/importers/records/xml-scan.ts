import type { ClixmlProblem } from '../../source/diagnostics/export-codes.ts'

/** The state of reading an XML text; `problem` is the first mistake, after which nothing is read. */
export interface XmlScan {
  readonly text: string
  at: number
  problem?: { readonly problem: ClixmlProblem; readonly at: number; readonly end: number }
}

/** A tag, a stretch of text, or the end; offsets are those of the markup. */
export type XmlToken =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: ReadonlyMap<string, string>
      readonly closed: boolean
      readonly start: number
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number }
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'end'; readonly start: number }

/** Notes the first mistake and moves to the end. */
export function giveUp(scan: XmlScan, problem: ClixmlProblem, at: number, end = at + 1): XmlToken {
  scan.problem ??= { problem, at, end: Math.min(end, scan.text.length) }
  scan.at = scan.text.length
  return { kind: 'end', start: scan.text.length }
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const reference = /&(?:([a-z]{2,4})|#(\d{1,7})|#x([\da-f]{1,6}));|&/gi

/** Decodes the five predefined XML references and numeric ones; no other entities. */
function unescaped(scan: XmlScan, raw: string, start: number): string {
  if (!raw.includes('&')) return raw
  return raw.replace(reference, (found, name?: string, decimal?: string, hex?: string, ...rest: unknown[]) => {
    const code = decimal === undefined ? (hex === undefined ? undefined : Number.parseInt(hex, 16)) : Number(decimal)
    const known = Object.hasOwn(characters, name ?? '') ? characters[name ?? ''] : undefined
    if (known !== undefined) return known
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code)
    const offset = typeof rest[0] === 'number' ? rest[0] : 0
    giveUp(scan, 'entity', start + offset, start + offset + found.length)
    return ''
  })
}

const tag = /<([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const closing = /<\/([A-Za-z_][\w.-]*)\s*>/y

function attributesIn(scan: XmlScan, raw: string, start: number): ReadonlyMap<string, string> {
  return new Map(
    [...raw.matchAll(attribute)].map(([, name = '', double, single]) => [
      name,
      unescaped(scan, double ?? single ?? '', start),
    ]),
  )
}

function markupAt(scan: XmlScan): XmlToken {
  const { text, at: start } = scan
  tag.lastIndex = start
  const open = tag.exec(text)
  if (open !== null) {
    scan.at = tag.lastIndex
    const [, name = '', raw = '', slash] = open
    return { kind: 'open', name, attributes: attributesIn(scan, raw, start), closed: slash === '/', start }
  }
  closing.lastIndex = start
  const close = closing.exec(text)
  if (close === null) return giveUp(scan, 'open-tag', start)
  scan.at = closing.lastIndex
  return { kind: 'close', name: close[1] ?? '', start }
}

/** Skips a comment or a processing instruction; false if it is unterminated. */
function skip(scan: XmlScan, end: string): boolean {
  const found = scan.text.indexOf(end, scan.at)
  if (found === -1) giveUp(scan, 'open-tag', scan.at)
  else scan.at = found + end.length
  return found !== -1
}

function characterData(scan: XmlScan): XmlToken {
  const start = scan.at
  const inner = start + '<![CDATA['.length
  if (!skip(scan, ']]>')) return { kind: 'end', start: scan.text.length }
  return { kind: 'text', text: scan.text.slice(inner, scan.at - ']]>'.length), start }
}

/** The next tag or text; comments and instructions are passed over, and a document type is refused. */
export function nextToken(scan: XmlScan): XmlToken {
  const { text } = scan
  for (;;) {
    const start = scan.at
    if (start >= text.length) return { kind: 'end', start: text.length }
    if (text.charAt(start) !== '<') {
      const next = text.indexOf('<', start)
      scan.at = next === -1 ? text.length : next
      return { kind: 'text', text: unescaped(scan, text.slice(start, scan.at), start), start }
    }
    if (text.startsWith('<![CDATA[', start)) return characterData(scan)
    if (text.startsWith('<!--', start)) {
      if (!skip(scan, '-->')) return { kind: 'end', start: text.length }
    } else if (text.startsWith('<?', start)) {
      if (!skip(scan, '?>')) return { kind: 'end', start: text.length }
    } else if (text.startsWith('<!', start)) return giveUp(scan, 'doctype', start, start + '<!DOCTYPE'.length)
    else return markupAt(scan)
  }
}
