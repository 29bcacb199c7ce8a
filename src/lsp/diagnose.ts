import type { Diagnostic as Shown } from 'vscode-languageserver'
import { readClaimsFile } from '../analysis/claims/claims-file.ts'
import { parseProvable } from '../analysis/claims/parse-provable.ts'
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
import { kindOf } from './kinds.ts'
import { spanOf } from './places.ts'
import type { Workspace } from './workspace.ts'

/** What is wrong, by the name of the file in which it stands; the document itself is always listed. */
export type Diagnosed = ReadonlyMap<string, readonly Shown[]>

/** How an editor addresses a file. */
export type UriOf = (name: string) => string

/** A text from which on a document is checked only when it is saved. */
const largeText = 1_000_000

/** Whether a document is small enough to be checked at every change. */
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

/** A diagnostic of the product as editors show it; its help is part of the message. */
export function shownOf(diagnostic: Diagnostic, uriOf: UriOf): Shown {
  const { code, args, related = [] } = diagnostic
  const { citation } = diagnosticCatalog[code]
  const suggestion = 'suggestion' in args && typeof args.suggestion === 'string' ? args.suggestion : undefined
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

/** Everything wrong with a document as it is typed; rows of people in files beside it only if asked for. */
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
    case 'other':
      return new Map([[name, []]])
  }
}

/** The tenants whose claims a file holds: those beside it. */
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
    // A claim that one of the tenants understands is not wrong: the file does not say which of them is meant.
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
