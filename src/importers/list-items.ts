import { isMapping } from '../vocabulary/mapping.ts'

/** Fields that identify a list item, most specific first. */
const naming = ['userprincipalname', 'id', 'appid', 'tenantid', 'name', 'displayname', 'change'] as const

/** Whether a field identifies an item. */
export const isNaming = (field: string): boolean => naming.some((one) => one === field.toLowerCase())

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
  return naming.flatMap((field) => {
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
