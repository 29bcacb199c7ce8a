/**
 * Characters that steer a terminal or hide the order of text: C0, C1, bidirectional marks and isolates, line separators,
 * characters without width, tags. Joiners stay, since scripts and emoji need them.
 */
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
// The colors that our own reports use; see `paint.ts`, `report-paint.ts` and `report-text.ts`.
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const ownColor = /^\u001b\[(?:0|1|2|22|1;31|1;33|31|32|33|34|36|39)m/
const lineBreaks = new Set(['\t', '\n', '\r'])

/** One visible character for one that would steer a terminal. */
function picture(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : '�'
}

/** Text that a terminal shows and never obeys; as long as before, so that columns still fit. */
export function neutralize(text: string): string {
  return text.replace(steering, picture)
}

/** The same for text of several lines: tabs and line breaks stay, and our own colors where the stream shows them. */
export function neutralizeLines(text: string, colors = false): string {
  return text.replace(steering, (character, at: number) => {
    if (lineBreaks.has(character)) return character
    if (colors && character === '\u001b' && ownColor.test(text.slice(at, at + 7))) return character
    return picture(character)
  })
}

/** JSON with every such character of its strings written as an escape; it reads as the same value. */
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
 * Text in which no line is a command to the machine that runs a build: `::error::` at the beginning of a line and `##[error]`
 * anywhere (GitHub, https://github.com/actions/runner, ActionCommand.cs), `##vso[` (Azure), `##teamcity[`.
 */
export function withoutCommands(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a color may come first
  return text.replace(/^((?:\s|\u001b\[[\d;]*m)*:)(?=:[\w-])/gm, '$1 ').replace(/##(?=\w*\[)/g, '# #')
}
