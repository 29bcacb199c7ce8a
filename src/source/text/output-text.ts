import { escapedJson, neutralizeLines, withoutCommands } from './neutralize.ts'

const jsonFormats = new Set(['json', 'sarif', 'messages', 'coverage-json'])
/** Formats where such a line is what is wanted, or where a field must be read again as it was. */
const commandsStay = new Set(['github', 'csv'])

/**
 * A rendering as it leaves the program: whatever names and texts it was made of, nothing in it steers a terminal, hides the
 * order of text, or gives orders to the machine of a build.
 */
export function outputText(name: string, text: string, colors = false): string {
  const format = name.replace(/^requirements-/, '')
  if (jsonFormats.has(format)) return escapedJson(text)
  // A page escapes what it shows, and its script must stay as it was signed.
  if (format === 'html') return text
  const quiet = neutralizeLines(text, colors)
  return commandsStay.has(format) ? quiet : withoutCommands(quiet)
}

/** The same for a rendering that is made in pieces of whole lines. */
export function* outputPieces(format: string, pieces: Iterable<string>, colors = false): Generator<string> {
  for (const piece of pieces) yield outputText(format, piece, colors)
}

/** The same for a rendering of either kind. */
export function neutralOutput(
  format: string,
  rendering: string | Iterable<string>,
  colors = false,
): string | Iterable<string> {
  return typeof rendering === 'string' ? outputText(format, rendering, colors) : outputPieces(format, rendering, colors)
}
