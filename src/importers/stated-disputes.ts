import { placeOfSetting, valueAtPlace, withValueAt } from '../tenant/settings-in-place.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { compareText } from './canonical.ts'
import type { StatedDispute } from './fragment.ts'
import { differentValues } from './in-dispute.ts'

type Entry = NonNullable<TenantFile['exportsDisagreeOn']>[number]

/** What an item of a list is called by people. */
function nameOf(item: unknown, step: string): string {
  const fields = isMapping(item) ? item : {}
  const name = fields['name'] ?? fields['displayName'] ?? (typeof item === 'string' ? item : undefined)
  return typeof name === 'string' ? name : step
}

/** The keys that lead to a place, each item by the name that people have for it where no other has it. */
function namedSteps(file: unknown, path: readonly (string | number)[], steps: readonly string[]): readonly string[] {
  return path.map((key, at) => {
    const step = steps[at] ?? `${key}`
    if (typeof key === 'string') return key
    const list = valueAtPlace(file, path.slice(0, at))
    const items: readonly unknown[] = Array.isArray(list) ? list : []
    const name = nameOf(items[key], step)
    return items.filter((item) => nameOf(item, '') === name).length === 1 ? name : step
  })
}

/** The file with the first of the values at each place, and the list of the places and values. */
export function withStatedDisputes(file: Partial<TenantFile>, disputes: readonly StatedDispute[]): Partial<TenantFile> {
  const found = new Map<string, { readonly steps: readonly string[]; readonly values: readonly unknown[] }>()
  for (const { path, values } of disputes) {
    const steps = path.map(String)
    const key = steps.join('\n').toLowerCase()
    found.set(key, { steps, values: [...(found.get(key)?.values ?? []), ...values] })
  }
  let stated: unknown = file
  const entries: Entry[] = []
  for (const { steps, values } of found.values()) {
    const place = placeOfSetting(stated, steps)
    const different = differentValues(values)
    if (place === undefined || different.length < 2) continue
    stated = withValueAt(stated, place, different[0])
    entries.push({ setting: namedSteps(stated, place, steps), values: different })
  }
  if (entries.length === 0) return file
  const text = ({ setting }: Entry): string => setting.join('\n')
  // The same file with other values at some of its places.
  const own = stated as Partial<TenantFile>
  return { ...own, exportsDisagreeOn: entries.sort((one, other) => compareText(text(one), text(other))) }
}
