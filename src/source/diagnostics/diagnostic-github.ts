import type { Diagnostic } from './diagnostic.ts'
import { diagnosticJson } from './render-diagnostic.ts'

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** One workflow command: annotates the line in the change under review. */
export function githubOf(diagnostic: Diagnostic): string {
  const { code, severity, file, line, column, message, help } = diagnosticJson(diagnostic)
  const place = `file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(code)}`
  return `::${severity} ${place}::${escapeData(`${message}\nhelp: ${help}`)}`
}
