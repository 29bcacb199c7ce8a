import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import type { RecordValue } from './record.ts'
import { giveUp, nextToken, type XmlScan, type XmlToken } from './xml-scan.ts'

/** An opening tag. */
export type Opening = Extract<XmlToken, { readonly kind: 'open' }>

/** An element of Clixml in the making: its value, and for an object what it is made of. */
export interface ClixmlObject {
  value: RecordValue | undefined
  readonly typeName?: string
  /** The properties by lower-cased name. */
  readonly fields: Map<string, RecordValue | undefined>
  readonly places: Map<string, readonly [start: number, end: number]>
  /** The properties as they are named, with the objects that they hold. */
  readonly parts: (readonly [name: string, value: RecordValue | undefined, object?: ClixmlObject])[]
  /** The items of a list, as objects where they are such. */
  items?: (readonly [value: RecordValue | undefined, object?: ClixmlObject])[]
  readonly start: number
  end: number
}

/** What is known while a file is read. */
export interface ClixmlRead {
  readonly source: SourceText
  readonly scan: XmlScan
  readonly types: Map<string, string>
  /** Finished objects, for references to them; one that is not finished refers to itself and has no value. */
  readonly objects: Map<string, RecordValue | undefined>
  readonly diagnostics: Diagnostic[]
}

/** How deep the elements of an export may be nested. */
export const deepestElement = 64

/** Binary data and secrets, which are passed over. */
const withheldElements = new Set(['ba', 'ss', 'sbk', 'xd'])
const numbers = new Set(['by', 'sb', 'i16', 'u16', 'i32', 'u32', 'i64', 'u64', 'sg', 'db', 'd'])
const lists = new Set(['lst', 'ie', 'que', 'stk'])

/** Text with the characters that Clixml writes as `_x000A_`. */
function unescapedText(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function plainValue(name: string, text: string): RecordValue | undefined {
  const word = text.trim()
  if (name === 'nil') return null
  if (withheldElements.has(name) || word === '') return undefined
  if (name === 'b' && /^(true|false)$/i.test(word)) return word.toLowerCase() === 'true'
  const number = Number(word)
  if (numbers.has(name) && Number.isSafeInteger(number)) return number
  return name === 's' ? unescapedText(text) : word
}

/** The next tag inside an element, with the text before it; undefined if the element ends. */
function nextInside(
  read: ClixmlRead,
  element: Opening,
): { readonly text: string; readonly open: Opening | undefined } | undefined {
  let text = ''
  for (;;) {
    const token = nextToken(read.scan)
    if (token.kind === 'text') text += token.text
    else if (token.kind === 'open') return { text, open: token }
    else if (token.kind === 'end') {
      giveUp(read.scan, 'open-element', element.start, element.start + element.name.length + 1)
      return undefined
    } else if (token.name !== element.name) {
      giveUp(read.scan, 'wrong-end', token.start, token.start + token.name.length + 3)
      return undefined
    } else return { text, open: undefined }
  }
}

/** Calls `take` for each element inside; returns the text between them. */
export function eachInside(read: ClixmlRead, element: Opening, take: (open: Opening) => void): string {
  if (element.closed) return ''
  let text = ''
  for (let next = nextInside(read, element); next !== undefined; next = nextInside(read, element)) {
    text += next.text
    if (next.open === undefined) return text
    take(next.open)
  }
  return text
}

/** Whether an element may be opened at this depth; reports the first that may not. */
export function allowsDepth(read: ClixmlRead, element: Opening, depth: number): boolean {
  if (depth <= deepestElement) return true
  const at = { source: read.source, start: element.start, end: element.start + 1 }
  read.diagnostics.push({ code: 'SRC-15', args: { limit: deepestElement }, at })
  read.scan.at = read.scan.text.length
  return false
}

/** The first type that an object states, without what remoting and Select-Object put before it. */
function readTypes(read: ClixmlRead, element: Opening): string | undefined {
  let first: string | undefined
  eachInside(read, element, (type) => {
    const name = eachInside(read, type, (other) => eachInside(read, other, () => {}))
    first ??= name.trim().toLowerCase()
  })
  const known = first?.replace(/^(?:(?:deserialized|selected)\.)+/, '')
  const id = element.attributes.get('RefId')
  if (id !== undefined && known !== undefined) read.types.set(id, known)
  return known
}

export { lists as listElements, plainValue, readTypes }
