import { neutralize } from '../source/neutralize.ts'
import { wrapped } from './display-width.ts'

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const halfCharacters = /\p{Surrogate}/gu
/** Marks that steer Mermaid or HTML, and the signs that Mermaid itself uses for escaped characters. */
const unsafe = /[#;<>&"'%{}$\\`\ufb02\u00b6]/g
/** Mermaid takes these words before a colon for its own; both are harmless once the colon is escaped. */
const needsColon = /style|classDef|wrap/
const rightToLeft = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]'
const rightToLeftRun = new RegExp(
  `${rightToLeft}(?:(?:${rightToLeft}|[\\p{M}\\p{N}\\p{P}\\s])*(?:${rightToLeft}|\\p{M}))?`,
  'gu',
)

/** One line that no terminal and no drawing obeys: control marks made visible, line breaks as blanks. */
export function singleLine(text: string): string {
  return neutralize(text.replace(lineBreaks, ' ')).replace(halfCharacters, '\ufffd').trim()
}

/** Escapes one line, so that it is drawn as it stands; right-to-left runs cannot reorder their surroundings. */
function escaped(line: string): string {
  const safe = line.replace(unsafe, (mark) => `#${mark.charCodeAt(0)};`)
  const quiet = needsColon.test(safe) ? safe.replace(/:/g, '#58;') : safe
  return quiet.replace(rightToLeftRun, (run) => `\u2068${run}\u2069`)
}

/** The lines in which a text is drawn when no line may be longer than this many columns. */
export function drawnLines(text: string, columns: number): readonly string[] {
  return wrapped(singleLine(text), columns)
}

/** A text for a label, a note or a participant of a Mermaid diagram; the only way any text gets into one. */
export function mermaidText(text: string, columns: number): string {
  return drawnLines(text, columns).map(escaped).join('<br/>')
}
