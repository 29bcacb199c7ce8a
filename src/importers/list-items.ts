import { namingFields } from '../tenant/settings-in-place.ts'
import { isMapping } from '../vocabulary/mapping.ts'

/** Whether a field identifies an item. */
export const isNaming = (field: string): boolean => namingFields.some((one) => one === field.toLowerCase())

/** Lists whose items are not merged by field: combining parts of two policies would create a third one. */
const wholeLists: ReadonlySet<string> = new Set([
  'policies',
  'namedLocations',
  'authenticationStrengths',
  'authenticationContexts',
])

/** Whether the items of a list are indivisible, or merged field by field. */
export const areWhole = (list: string): boolean => wholeLists.has(list)

/** The names of an item by naming field, in lower case, the most specific first. */
function namesOf(item: unknown): readonly (readonly [field: string, name: string])[] {
  if (!isMapping(item)) return []
  const values = new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]))
  return namingFields.flatMap((field) => {
    const value = values.get(field)
    return typeof value === 'string' ? [[field, value.toLowerCase()] as const] : []
  })
}

/** The name of an item in its list, in lower case; undefined if it has none. */
export function nameOfListItem(item: unknown): string | undefined {
  return typeof item === 'string' ? item.toLowerCase() : namesOf(item)[0]?.[1]
}

/** Items of one list by name. */
export interface ItemIndex {
  readonly find: (item: unknown) => number | undefined
  readonly add: (item: unknown, index: number) => void
}

/** An index that finds the item with the same value in the first naming field that both have. */
export function itemIndex(): ItemIndex {
  const places = new Map<string, number>()
  const fields = new Map<number, ReadonlySet<string>>()
  return {
    find: (item) => {
      const own = namesOf(item)
      for (const [position, [field, name]] of own.entries()) {
        const index = places.get(`${field}\n${name}`)
        if (index === undefined) continue
        // A more specific field that both items have already shows that they differ.
        const telling = own.slice(0, position).some(([other]) => fields.get(index)?.has(other))
        if (!telling) return index
      }
      return undefined
    },
    add: (item, index) => {
      const own = namesOf(item)
      for (const [field, name] of own) if (!places.has(`${field}\n${name}`)) places.set(`${field}\n${name}`, index)
      fields.set(index, new Set([...(fields.get(index) ?? []), ...own.map(([field]) => field)]))
    },
  }
}

const isStated = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** How complete a value is: where two records disagree, the more complete one wins. */
export function richness(value: unknown): number {
  const parts = Array.isArray(value) ? value : isMapping(value) ? Object.values(value) : undefined
  if (parts === undefined) return isStated(value) ? 1 : 0
  return parts.reduce<number>((sum, part) => sum + richness(part), 0)
}

/** Lists below the top of a file of which exports may state different parts; every other one is a value as a whole. */
const collections: ReadonlySet<string> = new Set([
  'notUnderstood',
  ...['partners', 'authenticationMethodConfigurations'],
  ...['servers', 'authenticationPolicies', 'connectors', 'ClientAccessRules', 'serviceConnectionPoints'],
])

/** Whether exports may each state a part of a list, which together are the list. */
export const isCollection = (path: readonly string[]): boolean =>
  path.length === 1 || path[0] === 'conditionalAccess' || collections.has(path.at(-1) ?? '')

/** Lists of which an export often has only the beginning: who is in a group, and in which groups someone is. */
const partial: ReadonlySet<string> = new Set([
  'groups members',
  'users groups',
  'users roles',
  'applications assignees',
])

const isId = (item: unknown): boolean =>
  typeof item === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(item)

/** Whether two lists say together what neither says alone: one is part of the other, or they use other words. */
export function areComplementary(path: readonly string[], one: readonly unknown[], other: readonly unknown[]): boolean {
  if (path.length !== 3 || !partial.has(`${path[0]} ${path[2]}`)) return false
  const words = [...one, ...other].map(isId)
  if (words.includes(true) && words.includes(false)) return true
  const textOf = (item: unknown): string => JSON.stringify(item).toLowerCase()
  const [first, second] = [new Set(one.map(textOf)), new Set(other.map(textOf))]
  return [...first].every((item) => second.has(item)) || [...second].every((item) => first.has(item))
}
