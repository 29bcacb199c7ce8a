import { parseDocument } from 'yaml'
import { cacheByObject } from '../../memory/cache-by-object.ts'
import { type Change, indexOfItem, valueAt } from '../../source/edit/change.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import type { Plan } from './plan.ts'

// Invariant: a plan does not change.
const read = cacheByObject<Plan, unknown>('tenant file of a plan as data', 'plan')

/** The tenant file as plain data, read once for each plan. */
function dataOf(plan: Plan): unknown {
  return read(plan, () => {
    const text = plan.files[plan.tenant.file] ?? ''
    return parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }).toJS()
  })
}

/** What the file states about a thing; a word in a list states nothing but its name. */
export function statedAt(plan: Plan, path: Change['path']): Mapping {
  const value = valueAt(dataOf(plan), path)
  return isMapping(value) ? value : {}
}

/** Whether the file itself holds an item of a list. */
export function isListed(plan: Plan, list: string, name: string): boolean {
  const items = valueAt(dataOf(plan), [list])
  return Array.isArray(items) && indexOfItem(items, name) >= 0
}
