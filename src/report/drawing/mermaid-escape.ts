import { displayWidth, wrapped } from '../tables/display-width.ts'
import { singleLine } from '../tables/single-line.ts'

/** Characters with a meaning in Mermaid or HTML, and those that Mermaid uses internally for escaped characters. */
const unsafe = /[#;<>&"'%{}$\\`\ufb02\u00b6]/g
/** Mermaid treats these words before a colon as keywords; both are harmless once the colon is escaped. */
const needsColon = /style|classDef|wrap/
const rightToLeft = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]'
const rightToLeftRun = new RegExp(
  `(${rightToLeft}(?:(?:${rightToLeft}|[\\p{M}\\p{N}\\p{P}\\s])*(?:${rightToLeft}|\\p{M}))?)(\\p{Pe}?)`,
  'gu',
)

/** A right-to-left run with the bracket that closes it, isolated so that it cannot reorder its surroundings. */
function isolated(_: string, run: string, bracket: string): string {
  return /\p{Ps}/u.test(run) ? `#8296;${run}${bracket}#8297;` : `#8296;${run}#8297;${bracket}`
}

/** Escapes one line, so that it is drawn verbatim. */
function escaped(line: string): string {
  const safe = line.replace(unsafe, (mark) => `#${mark.charCodeAt(0)};`)
  const quiet = needsColon.test(safe) ? safe.replace(/:/g, '#58;') : safe
  return quiet.replace(rightToLeftRun, isolated)
}

/** Wraps a text to a maximum number of columns. */
export function drawnLines(text: string, columns: number): readonly string[] {
  const line = singleLine(text)
  const lines = wrapped(line, columns)
  if (lines.length < 2 || !Number.isFinite(columns)) return lines
  // Avoids a short last line: the minimum number of lines, of similar length, without breaking words for it.
  const longest = line.split(' ').reduce((most, word) => Math.max(most, displayWidth(word)), 0)
  if (longest > columns) return lines
  let most = columns
  let least = Math.max(longest, Math.ceil(displayWidth(line) / lines.length))
  // Invariant: if no word is broken, wider lines never increase the number of lines.
  while (least < most) {
    const width = Math.floor((least + most) / 2)
    if (wrapped(line, width).length > lines.length) least = width + 1
    else most = width
  }
  return wrapped(line, most)
}

/** Escapes a text for a label, a note or a participant of a Mermaid diagram; all text passes through here. */
export function mermaidText(text: string, columns: number): string {
  return drawnLines(text, columns).map(escaped).join('<br/>')
}

/** Wraps a text to a maximum number of lines, which become longer if necessary. */
export function mermaidLabel(text: string, columns: number, lines: number): string {
  const line = singleLine(text)
  const step = Math.max(1, Math.ceil(columns / 4))
  // Lower bound of the width for this number of lines.
  const least = Math.ceil((displayWidth(line) + 1) / lines) - 1
  let width = columns + step * Math.max(0, Math.ceil((least - columns) / step))
  while (wrapped(line, width).length > lines) width += Math.max(step, Math.floor(width / 32))
  return mermaidText(text, width)
}
