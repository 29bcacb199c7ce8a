import { escapedJson, neutralizeLines, withoutCommands } from './neutralize.ts'

const jsonFormats = new Set(['json', 'sarif', 'messages', 'coverage-json'])
/** Formats in which such lines are intended, or in which a field must round-trip. */
const commandsStay = new Set(['github', 'csv'])

/**
 * Final output text: whatever names and texts it contains, it cannot control a terminal, change the display order, or
 * issue build commands.
 */
export function outputText(name: string, text: string, colors = false): string {
  const format = name.replace(/^requirements-/, '')
  if (jsonFormats.has(format)) return escapedJson(text)
  // A page escapes its own content, and its script must match its signed hash.
  if (format === 'html') return text
  const quiet = neutralizeLines(text, colors)
  return commandsStay.has(format) ? quiet : withoutCommands(quiet)
}

/** The same for output generated in chunks of whole lines. */
export function* outputPieces(format: string, pieces: Iterable<string>, colors = false): Generator<string> {
  for (const piece of pieces) yield outputText(format, piece, colors)
}

/** The same for both forms of output. */
export function neutralOutput(
  format: string,
  rendering: string | Iterable<string>,
  colors = false,
): string | Iterable<string> {
  return typeof rendering === 'string' ? outputText(format, rendering, colors) : outputPieces(format, rendering, colors)
}
