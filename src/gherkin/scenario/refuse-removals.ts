import type { DocumentPath } from '../../source/document/located-document.ts'
import { nameOfEntry } from '../../source/edit/entry-names.ts'
import { schemaAt } from '../../tenant/schema-at.ts'
import { schemaOfTenantFile } from '../../tenant/tenant-file.schema.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { refuseName } from './words.ts'

/** The keys that the tenant file allows at a path; undefined if it allows any, as in a Graph object. */
function keysAt(before: unknown, path: DocumentPath): readonly string[] | undefined {
  const { schema } = schemaAt(schemaOfTenantFile(), before, path)
  const properties = schema?.['properties']
  if (!isMapping(properties) || schema?.['additionalProperties'] !== false) return undefined
  return Object.keys(properties)
}

/** Rejects the removal of a key that no tenant file can have: a mistyped key would have no effect. */
export function refuseUnknownRemovals(before: unknown, over: unknown, path: DocumentPath = []): void {
  const here = path.length === 0 ? before : schemaAt(schemaOfTenantFile(), before, path).value
  if (Array.isArray(over)) {
    for (const entry of over) {
      const index = Array.isArray(here) ? here.findIndex((one) => nameOfEntry(one) === nameOfEntry(entry)) : -1
      if (index >= 0) refuseUnknownRemovals(before, entry, [...path, index])
    }
    return
  }
  if (!isMapping(over) || !isMapping(here)) return
  const known = keysAt(before, path)
  for (const [key, value] of Object.entries(over)) {
    if (value !== null) refuseUnknownRemovals(before, value, [...path, key])
    else if (!Object.hasOwn(here, key) && known !== undefined && !known.includes(key))
      throw refuseName('key', key, known)
  }
}
