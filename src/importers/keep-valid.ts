import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import { type DocumentPath, type LocatedDocument, parseSource } from '../source/document/located-document.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { CoverageEntry } from './coverage.ts'

/** A tenant file that `check` accepts, and what had to be left out for that; or why there is none. */
export type ValidFile =
  | { readonly ok: true; readonly text: string; readonly file: TenantFile; readonly coverage: readonly CoverageEntry[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly refused?: LocatedDocument }

/** The items of a file that can be left out: not policies, since a sign-in that one blocks would then pass. */
function itemPaths(file: Readonly<Record<string, unknown>>): readonly DocumentPath[] {
  const { conditionalAccess, ...rest } = file
  const { policies: _, ...lists } = isMapping(conditionalAccess) ? conditionalAccess : {}
  const below = (parts: Readonly<Record<string, unknown>>, path: DocumentPath): readonly DocumentPath[] =>
    Object.entries(parts).flatMap(([key, items]) =>
      Array.isArray(items) ? items.map((_item, index): DocumentPath => [...path, key, index]) : [],
    )
  return [...below(rest, []), ...below(lists, ['conditionalAccess'])]
}

function itemAt(
  document: LocatedDocument,
  paths: readonly DocumentPath[],
  { at }: Diagnostic,
): DocumentPath | undefined {
  return paths.find((path) => {
    const { start, end } = document.rangeOf(path)
    return start <= at.start && at.end <= end
  })
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (part, step) => (isMapping(part) || Array.isArray(part) ? Object(part)[step] : undefined),
    value,
  )
}

function without(value: unknown, path: DocumentPath): unknown {
  const [step, ...rest] = path
  if (Array.isArray(value)) {
    if (rest.length === 0) return value.filter((_, index) => index !== step)
    return value.map((item: unknown, index) => (index === step ? without(item, rest) : item))
  }
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === step ? without(part, rest) : part]),
  )
}

function nameAt(file: unknown, path: DocumentPath): string {
  const item = valueAt(file, path)
  const fields = isMapping(item) ? item : {}
  return String(fields['displayName'] ?? fields['userPrincipalName'] ?? fields['name'] ?? fields['id'] ?? '')
}

/** Writes a file that `check` accepts: removes and reports items with an error, one at a time. */
export function keepValid(file: TenantFile, render: (file: TenantFile) => string, reader?: SourceReader): ValidFile {
  const coverage: CoverageEntry[] = []
  let rest = file
  for (;;) {
    const text = render(rest)
    const name = 'the imported tenant'
    const loaded = loadTenantText(text, name, reader)
    if (loaded.ok) return { ok: true, text, file: rest, coverage }
    const parsed = parseSource({ name, text })
    if (!parsed.ok) return { ok: false, diagnostics: parsed.diagnostics }
    const paths = itemPaths(isMapping(parsed.value.value) ? parsed.value.value : {})
    const errors = loaded.diagnostics.filter(({ at }) => at.source.name === name)
    const faulty = errors.map((error) => itemAt(parsed.value, paths, error)).find((path) => path !== undefined)
    if (faulty === undefined) return { ok: false, diagnostics: loaded.diagnostics, refused: parsed.value }
    const kind = String(faulty.at(-2)).replace(/s$/, '')
    const note = 'it is not valid in a tenant file and was omitted'
    coverage.push({ source: '', kind, name: nameAt(rest, faulty), status: 'not-understood', note })
    // The same file with one item fewer.
    rest = without(rest, faulty) as TenantFile
  }
}
