import { errorCodeOf } from '../../catalog/errors.ts'
import { renderCode, renderCodeList, renderCodeMarkdown } from '../../report/codes/code-text.ts'
import { type ExplainedCode, explainedCodes } from '../../report/codes/explained-codes.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { sources, tierOf } from '../../vocabulary/citations.ts'
import type { DefineCommand } from '../define-command.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { newCommand } from '../new-command.ts'
import { oneOf } from '../usage.ts'

const formats = ['text', 'json', 'markdown'] as const

/** `authplan explain-code`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'explain-code', {
    examples: [
      { line: 'authplan explain-code CON-1', says: 'a diagnostic: cause, remedy and page' },
      { line: 'authplan explain-code AADSTS53003', says: 'an error of the vendor; 53003 alone is enough' },
      { line: 'authplan explain-code second-factor-bypassed', says: 'a finding of authplan gaps' },
      { line: 'authplan explain-code', says: 'every code in one line' },
    ],
  })
  command.argument('[CODE...]', 'codes of diagnostics, findings or vendor errors (default: all, in a list)')
  addFormatOption(command, formats, 'text')
  return command.action(async (codes: readonly string[], options: { readonly format?: readonly string[] }) => {
    const targets = readFormats(options.format, formats, 'text')
    const all = explainedCodes()
    const chosen = codes.length === 0 ? all : codes.map((code) => codeNamed(all, code))
    await emit(environment, targets, (format) => {
      if (format === 'json') return jsonText({ formatVersion: 1, codes: chosen.map(codeJson) })
      if (format === 'markdown') return renderCodeMarkdown(chosen)
      const { color, columns } = environment
      const look = { paint: color.stdout ? coloredReport : plainReport, width: Math.min(columns ?? 100, 120) }
      if (codes.length === 0) return renderCodeList(chosen, look)
      return chosen.map((entry) => renderCode(entry, look)).join('\n')
    })
    exit(0)
  })
}

function codeNamed(all: readonly ExplainedCode[], word: string): ExplainedCode {
  const codes = all.map(({ code }) => code)
  const found = oneOf('code', errorCodeOf(word)?.id ?? word, codes, '`authplan explain-code` lists all')
  // The code was taken from this very list.
  return all.find(({ code }) => code === found) as ExplainedCode
}

function codeJson({ citation, ...entry }: ExplainedCode) {
  if (citation === undefined) return entry
  const { title, url, read } = sources[citation.source]
  return { ...entry, citation: { ...citation, title, url, read, tier: tierOf(citation.source) } }
}
