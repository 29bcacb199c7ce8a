/** One line of a listing, with its offsets in the text. */
export interface ListingLine {
  readonly text: string
  readonly start: number
}

/** What a line of a listing is. */
export type ListingPart =
  | { readonly kind: 'blank' }
  | { readonly kind: 'field'; readonly name: string; readonly value: string; readonly column: number }
  | { readonly kind: 'more'; readonly value: string; readonly indent: number }
  /** A prompt with a command, or a heading that names a cmdlet. */
  | { readonly kind: 'command'; readonly cmdlet: string }
  /** Decoration and messages of the shell. */
  | { readonly kind: 'aside' }
  /** What Start-Transcript puts around its notes. */
  | { readonly kind: 'transcript' }
  /** The line below the header of a table. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'other' }

const field = /^([A-Za-z_][^:\s]*(?: [^:\s]+){0,4})\s{0,80} :(?: (.*))?$/
const prompt = /^(?:\[PS\]|PS)\s.*?>/
const cmdlet = /\bget-[a-z]+\b/gi
const aside =
  /^(?:WARNING|VERBOSE|DEBUG|INFO|ACHTUNG|WARNUNG|AVERTISSEMENT|ADVERTENCIA)\s?:|^\s*[`~=*_#-]{2,}\s*\w{0,12}$/
const tableRule = /^\s*-{2,}(?: +-{2,})+\s*$/

/** The lines of a text, without their breaks and the blanks at their ends. */
export function* linesWithOffsets(text: string): Generator<ListingLine, undefined, undefined> {
  let start = text.startsWith('\ufeff') ? 1 : 0
  while (start < text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    yield { text: text.slice(start, end).trimEnd(), start }
    start = end + 1
  }
}

/** What one line is, seen by itself. */
export function partOf({ text }: ListingLine): ListingPart {
  if (text === '') return { kind: 'blank' }
  const found = /^\s/.test(text) ? null : field.exec(text)
  if (found !== null) {
    const [, name = '', value = ''] = found
    const column = text.length - value.length
    return { kind: 'field', name: name.trim().toLowerCase(), value: value.trim(), column }
  }
  if (/^\*{20,}$/.test(text)) return { kind: 'transcript' }
  if (tableRule.test(text)) return { kind: 'rule' }
  if (aside.test(text)) return { kind: 'aside' }
  // In a pipeline, the last command produced the objects.
  const command = text.match(cmdlet)?.at(-1)
  if (command !== undefined && !/^\s/.test(text)) return { kind: 'command', cmdlet: command.toLowerCase() }
  if (prompt.test(text)) return { kind: 'aside' }
  const indent = text.length - text.trimStart().length
  return indent === 0 ? { kind: 'other' } : { kind: 'more', value: text.trim(), indent }
}
