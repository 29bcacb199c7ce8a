import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentLimits } from '../../source/document/document-tree.ts'
import { parseSource } from '../../source/document/located-document.ts'
import { lineStarts, type SourceText, startOf } from '../../source/text/source-text.ts'
import { type HclFiles, isHcl, type ParsedHcl } from './hcl-files.ts'

/** Files of configurations with what is in them, those in JSON too, and why some cannot be read. */
export interface ConfigurationFiles {
  readonly files: HclFiles
  readonly diagnostics: readonly Diagnostic[]
}

function mistakeIn(source: SourceText, parsed: ParsedHcl | undefined): Diagnostic | undefined {
  if (parsed === undefined) return { code: 'IMP-33', args: {}, at: startOf({ name: source.name, text: '' }) }
  if (parsed.ok) return undefined
  const { line, column, reason } = parsed.mistake
  const begins = lineStarts(source)[line - 1] ?? 0
  const start = Math.min(begins + column - 1, source.text.length)
  return { code: 'IMP-35', args: { reason }, at: { source, start, end: start } }
}

/** Configuration files as parsed by an HCL parser; files in JSON do not need one. */
export function configurationFiles(
  sources: readonly SourceText[],
  parsed: HclFiles,
  limits: DocumentLimits,
): ConfigurationFiles {
  const files = new Map<string, ParsedHcl>()
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    if (isHcl(source)) {
      const found = parsed.get(source.name)
      if (found !== undefined) files.set(source.name, found)
      diagnostics.push(...[mistakeIn(source, found)].flatMap((one) => one ?? []))
      continue
    }
    const document = parseSource(source, limits)
    diagnostics.push(...(document.ok ? document.warnings : document.diagnostics))
    if (document.ok) files.set(source.name, { ok: true, value: document.value.value })
  }
  return { files, diagnostics }
}
