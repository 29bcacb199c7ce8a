/**
 * Characters that control a terminal or change the display order of text: C0, C1, bidirectional marks and isolates,
 * line separators, zero-width characters, tags. Joiners are kept, because scripts and emoji need them.
 */
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
// The colors that our own reports use; see `paint.ts`, `report-paint.ts` and `report-text.ts`.
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const ownColor = /^\u001b\[(?:0|1|2|22|1;31|1;33|31|32|33|34|36|39)m/
const lineBreaks = new Set(['\t', '\n', '\r'])

/** A visible replacement for a control character. */
function picture(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : '�'
}

/** Text without effect on a terminal; same length, so that columns stay aligned. */
export function neutralize(text: string): string {
  return text.replace(steering, picture)
}

/** The same for multi-line text: keeps tabs and line breaks, and our own colors if the stream supports them. */
export function neutralizeLines(text: string, colors = false): string {
  return text.replace(steering, (character, at: number) => {
    if (lineBreaks.has(character)) return character
    if (colors && character === '\u001b' && ownColor.test(text.slice(at, at + 7))) return character
    return picture(character)
  })
}

/** JSON with every such character in its strings escaped; parses to the same value. */
export function escapedJson(json: string): string {
  return json
    .replace(steering, (character) => {
      if (lineBreaks.has(character)) return character
      const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
    })
    .replace(/##(?=\w*\[)/g, '#\\u0023')
}

/**
 * Text without build commands: `::error::` at the start of a line and `##[error]` anywhere (GitHub,
 * https://github.com/actions/runner, ActionCommand.cs), `##vso[` (Azure), `##teamcity[`.
 */
export function withoutCommands(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a color may come first
  return text.replace(/^((?:\s|\u001b\[[\d;]*m)*:)(?=:[\w-])/gm, '$1 ').replace(/##(?=\w*\[)/g, '# #')
}
