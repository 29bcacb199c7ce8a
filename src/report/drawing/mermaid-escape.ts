import { displayWidth, wrapped } from '../tables/display-width.ts'
import { singleLine } from '../tables/single-line.ts'

/** Marks that steer Mermaid or HTML, and the signs that Mermaid itself uses for escaped characters. */
const unsafe = /[#;<>&"'%{}$\\`\ufb02\u00b6]/g
/** Mermaid takes these words before a colon for its own; both are harmless once the colon is escaped. */
const needsColon = /style|classDef|wrap/
const rightToLeft = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]'
const rightToLeftRun = new RegExp(
  `(${rightToLeft}(?:(?:${rightToLeft}|[\\p{M}\\p{N}\\p{P}\\s])*(?:${rightToLeft}|\\p{M}))?)(\\p{Pe}?)`,
  'gu',
)

/** A right-to-left run with the bracket that closes one of its own; it cannot reorder its surroundings. */
function isolated(_: string, run: string, bracket: string): string {
  return /\p{Ps}/u.test(run) ? `#8296;${run}${bracket}#8297;` : `#8296;${run}#8297;${bracket}`
}

/** Escapes one line, so that it is drawn as it stands. */
function escaped(line: string): string {
  const safe = line.replace(unsafe, (mark) => `#${mark.charCodeAt(0)};`)
  const quiet = needsColon.test(safe) ? safe.replace(/:/g, '#58;') : safe
  return quiet.replace(rightToLeftRun, isolated)
}

/** The lines in which a text is drawn when no line may be longer than this many columns. */
export function drawnLines(text: string, columns: number): readonly string[] {
  const line = singleLine(text)
  const lines = wrapped(line, columns)
  if (lines.length < 2 || !Number.isFinite(columns)) return lines
  // No lonely last word: as many lines as needed, but even ones, and no word is cut for them.
  const longest = line.split(' ').reduce((most, word) => Math.max(most, displayWidth(word)), 0)
  if (longest > columns) return lines
  let most = columns
  let least = Math.max(longest, Math.ceil(displayWidth(line) / lines.length))
  // Invariant: where no word is cut, wider lines are never more lines.
  while (least < most) {
    const width = Math.floor((least + most) / 2)
    if (wrapped(line, width).length > lines.length) least = width + 1
    else most = width
  }
  return wrapped(line, most)
}

/** A text for a label, a note or a participant of a Mermaid diagram; the only way any text gets into one. */
export function mermaidText(text: string, columns: number): string {
  return drawnLines(text, columns).map(escaped).join('<br/>')
}

/** A text in at most so many lines, each a bit longer where need be. */
export function mermaidLabel(text: string, columns: number, lines: number): string {
  const line = singleLine(text)
  const step = Math.max(1, Math.ceil(columns / 4))
  // Narrower lines cannot be so few, regardless of their breaks.
  const least = Math.ceil((displayWidth(line) + 1) / lines) - 1
  let width = columns + step * Math.max(0, Math.ceil((least - columns) / step))
  while (wrapped(line, width).length > lines) width += Math.max(step, Math.floor(width / 32))
  return mermaidText(text, width)
}
