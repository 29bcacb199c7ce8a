import type { Diagnostic as Shown } from 'vscode-languageserver'
import { readClaimsFile } from '../analysis/claims/claims-file.ts'
import { parseProvable } from '../analysis/claims/parse-provable.ts'
import { kindOf } from '../editor/kinds.ts'
import { suggestedBy } from '../editor/replacement.ts'
import { checkFile } from '../plan/play/check-file.ts'
import { type Diagnostic, hasErrors, helpOf, messageOf, severityOf } from '../source/diagnostics/diagnostic.ts'
import { diagnosticCatalog } from '../source/diagnostics/diagnostic-catalog.ts'
import { relatedNotes } from '../source/diagnostics/related-notes.ts'
import { shownDiagnostics } from '../source/diagnostics/shown-diagnostics.ts'
import { parseSource } from '../source/document/located-document.ts'
import { folderOf, joinPath } from '../source/text/source-path.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { sources } from '../vocabulary/citations.ts'
import { diagnoseFeature } from './diagnose-feature.ts'
import { spanOf } from './places.ts'
import type { Workspace } from './workspace.ts'

/** Diagnostics by file name; the document itself is always listed. */
export type Diagnosed = ReadonlyMap<string, readonly Shown[]>

/** Maps a file name to its URI. */
export type UriOf = (name: string) => string

/** Documents of this length or more are only checked when saved. */
const largeText = 1_000_000

/** Whether a document is small enough to check on every change. */
export const isChecked = (text: string): boolean => text.length < largeText

const grouped = (name: string, diagnostics: readonly Diagnostic[], uriOf: UriOf): Diagnosed => {
  const found = new Map<string, Shown[]>([[name, []]])
  for (const one of shownDiagnostics(diagnostics)) {
    const file = one.at.source.name
    const list = found.get(file)
    if (list === undefined) found.set(file, [shownOf(one, uriOf)])
    else list.push(shownOf(one, uriOf))
  }
  return found
}

/** A diagnostic in LSP form; its help is appended to the message. */
export function shownOf(diagnostic: Diagnostic, uriOf: UriOf): Shown {
  const { code, related = [] } = diagnostic
  const { citation } = diagnosticCatalog[code]
  const suggestion = suggestedBy(diagnostic)
  return {
    range: spanOf(diagnostic.at),
    severity: severityOf(code) === 'error' ? 1 : 2,
    code,
    source: 'authplan',
    message: `${messageOf(diagnostic)}\n${helpOf(diagnostic)}`,
    ...(citation === undefined ? {} : { codeDescription: { href: sources[citation].url } }),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map(({ at, note }) => ({
            location: { uri: uriOf(at.source.name), range: spanOf(at) },
            message: relatedNotes[note],
          })),
        }),
    ...(suggestion === undefined ? {} : { data: { replaceBy: [suggestion] } }),
  }
}

/** All diagnostics of an open document; rows in external population files only on request. */
export function diagnose(
  workspace: Workspace,
  name: string,
  uriOf: UriOf,
  options: { readonly people: boolean },
): Diagnosed {
  const read = workspace.reader.read(name)
  if (!read.ok) return new Map([[name, []]])
  switch (kindOf(name, read.value.text)) {
    case 'tenant':
    case 'plan': {
      const { reader, gates } = workspace
      const checked = checkFile(name, reader, { ...options, ...(gates && { features: gates }) })
      return grouped(name, checked.diagnostics, uriOf)
    }
    case 'claims':
      return diagnoseClaims(workspace, name, uriOf)
    case 'feature':
      return new Map([[name, diagnoseFeature(workspace, name, read.value.text)]])
    // What is wrong with a policy is said with the tenant file that names it.
    case 'policy':
    case 'other':
      return new Map([[name, []]])
  }
}

/** The tenants that the claims of a file may be about: those next to it. */
function tenantsBeside({ reader }: Workspace, name: string): readonly Tenant[] {
  const folder = folderOf(name)
  const found = reader.glob(joinPath(folder, '*.yaml'))
  if (!found.ok) return []
  return found.value.flatMap((file) => {
    const read = reader.read(file)
    if (!read.ok || kindOf(file, read.value.text) !== 'tenant') return []
    const loaded = loadTenant(file, reader)
    return loaded.ok ? [loaded.value] : []
  })
}

function diagnoseClaims(workspace: Workspace, name: string, uriOf: UriOf): Diagnosed {
  const read = workspace.reader.read(name)
  const parsed = read.ok ? parseSource(read.value) : read
  if (!parsed.ok) return grouped(name, parsed.diagnostics, uriOf)
  const document = parsed.value
  const claims = readClaimsFile(document)
  if (!claims.ok || hasErrors(claims.warnings))
    return grouped(name, claims.ok ? claims.warnings : claims.diagnostics, uriOf)
  const tenants = tenantsBeside(workspace, name)
  const wrong = claims.value.flatMap(({ text, path }) => {
    // A claim that any of the tenants understands is valid: the file does not name its tenant.
    const answers = tenants.map((tenant) => parseProvable({ tenant }, text))
    const [first] = answers
    if (first === undefined || first.ok || answers.some(({ ok }) => ok)) return []
    const range = spanOf(document.rangeOf(path))
    return first.problems.map(
      ({ message, help }): Shown => ({ range, severity: 1, source: 'authplan', message: `${message}\n${help}` }),
    )
  })
  return new Map([[name, wrong]])
}
