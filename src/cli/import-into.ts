import type { ImportedTenant } from '../importers/import-exports.ts'
import { originsFileOf, originsText, placesOfOrigins } from '../importers/origins-file.ts'
import { fileUpdate } from '../importers/update-file.ts'
import { parseSource } from '../source/document/located-document.ts'
import { type Change, pathText, valueAt } from '../source/edit/change.ts'
import { editYaml } from '../source/edit/edit-yaml.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { usageProblem } from './usage.ts'

/** The text of a file that was brought up to date, and what changed in it. */
export interface UpdatedFile {
  readonly text: string
  readonly origins: Iterable<string>
  /** A line for each change. */
  readonly changes: readonly string[]
}

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : typeof value === 'object' ? JSON.stringify(value).slice(0, 80) : String(value)

function lineOf({ path, value }: Change, before: unknown): string {
  const named = path.map((step, depth) => {
    if (typeof step !== 'number') return step
    const item = valueAt(before, path.slice(0, depth + 1)) ?? (depth === path.length - 1 ? value : undefined)
    const fields = isMapping(item) ? item : {}
    const name = fields['userPrincipalName'] ?? fields['displayName'] ?? fields['name'] ?? fields['id']
    return name === undefined ? step : { item: String(name) }
  })
  const old = valueAt(before, path)
  const where = pathText(named)
  if (value === undefined) return `- ${where}`
  if (old === undefined) return `+ ${where}${typeof value === 'object' ? '' : `: ${shown(value)}`}`
  return typeof value === 'object' && !Array.isArray(value)
    ? `~ ${where}`
    : `~ ${where}: ${shown(old)} → ${shown(value)}`
}

/** A reader in which one file has another text. */
export function withText(reader: SourceReader, path: string, text: string): SourceReader {
  return {
    ...reader,
    read: (name, from) => {
      const loaded = reader.read(name, from)
      return loaded.ok && loaded.value.name === path ? { ...loaded, value: { name: path, text } } : loaded
    },
  }
}

/** Brings a tenant file up to date with exports; comments and what only the file says stay. */
export async function updatedFile(
  environment: Environment,
  path: string,
  imported: ImportedTenant,
): Promise<UpdatedFile> {
  const source = await accepted(environment, environment.reader.read(path))
  const document = await accepted(environment, parseSource(source))
  if (!isMapping(document.value)) throw usageProblem(`\`${path}\` is not a tenant file`)
  const sidecar = environment.reader.read(originsFileOf(path))
  const places = sidecar.ok ? placesOfOrigins(sidecar.value) : new Set<string>()
  const wasImported = (place: readonly string[]): boolean => places.has(place.join('/').toLowerCase())
  const { changes, elsewhere } = fileUpdate(document.value, imported.stated, wasImported)
  for (const list of elsewhere) environment.stderr(`${path}: ${list} are in separate files, which are not changed\n`)
  const text = editYaml(source.text, changes)
  await accepted(environment, loadTenantText(text, path, environment.reader))
  const next = parseSource({ name: path, text })
  const origins = originsText(next.ok ? next.value.value : {}, imported.origins)
  return { text, origins, changes: changes.map((change) => lineOf(change, document.value)) }
}
