import { isMapping } from '../../vocabulary/mapping.ts'
import { hclText } from './hcl-expression.ts'
import type { HclModule, HclSetting } from './hcl-module.ts'
import type { HclBlock } from './hcl-overrides.ts'
import { type HclScope, type HclValue, openValue, partOfHcl, plainHcl } from './hcl-value.ts'

/** A module with the values of its variables. */
export interface HclInstance {
  readonly module: HclModule
  /** Addresses begin with it: `module.policies.`. */
  readonly prefix: string
  readonly scope: HclScope
}

/** The names that policies use for objects, by resource or data source. */
const naming: readonly (readonly [RegExp, string])[] = [
  [/(?:^|_)user$/, 'user_principal_name'],
  [/(?:^|_)(?:group|named_location)$/, 'display_name'],
  [/authentication_strength(?:_policy)?$/, 'display_name'],
]

/** The longest chain of names; a longer one is designed to exhaust a reader. */
const longest = 100

const repetitions = ['count', 'for_each'] as const

/** A value as a parser gives it, with its expressions evaluated. */
export function hclValueOf(value: unknown, scope: HclScope): HclValue {
  if (typeof value === 'string') return hclText(value, scope)
  if (typeof value === 'number' || typeof value === 'boolean') return plainHcl(value)
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item: unknown) => hclValueOf(item, scope)) }
  if (!isMapping(value)) return plainHcl(null)
  const keys = Object.keys(value)
  if (keys.some((key) => /[$%]\{/.test(key))) return openValue('computed')
  return { kind: 'object', fields: new Map(keys.map((key) => [key, hclValueOf(value[key], scope)] as const)) }
}

/** How many instances a block has: one, none, or an unknown number. */
export function timesOf({ body, flaw }: HclBlock, scope: HclScope): 'once' | 'never' | 'open' {
  if (flaw !== undefined) return 'open'
  if (Object.hasOwn(body, 'for_each')) return 'open'
  if (!Object.hasOwn(body, 'count')) return 'once'
  const count = hclValueOf(body['count'], scope)
  if (count.kind !== 'plain') return 'open'
  return count.value === 0 ? 'never' : count.value === 1 ? 'once' : 'open'
}

/** One repetition of a block: its key, and the scope in which `each` has its values. */
export interface HclRepetition {
  readonly key: string
  readonly scope: HclScope
}

/** The repetitions of a block with `for_each`, where its map or set is known; undefined for any other block. */
export function repetitionsOf({ body, flaw }: HclBlock, scope: HclScope): readonly HclRepetition[] | undefined {
  if (flaw !== undefined || !Object.hasOwn(body, 'for_each') || Object.hasOwn(body, 'count')) return undefined
  const over = hclValueOf(body['for_each'], scope)
  const named = (key: string, value: HclValue): HclRepetition => ({
    key,
    scope: (steps) => {
      const [root, part, ...rest] = steps
      if (root !== 'each') return scope(steps)
      return part === 'key' && rest.length === 0
        ? plainHcl(key)
        : part === 'value'
          ? partOfHcl(value, rest)
          : openValue('computed')
    },
  })
  if (over.kind === 'object') return [...over.fields].map(([key, value]) => named(key, value))
  if (over.kind !== 'list') return undefined
  const keys = over.items.map((item) =>
    item.kind === 'plain' && typeof item.value === 'string' ? item.value : undefined,
  )
  if (keys.includes(undefined)) return undefined
  return [...new Set(keys)].flatMap((key) => (key === undefined ? [] : [named(key, plainHcl(key))]))
}

function referenced(blocks: readonly HclBlock[], steps: readonly string[], scope: HclScope): HclValue {
  const [type = '', name, ...rest] = steps
  const found = blocks.filter(({ path }) => path[1] === type && path[2] === name)
  const [block] = found
  if (block === undefined || found.length > 1) return openValue('reference')
  if (timesOf(block, scope) !== 'once') return openValue('repeated')
  const [attribute = '', ...below] = repetitions.some((key) => Object.hasOwn(block.body, key)) ? rest.slice(1) : rest
  if (attribute !== 'id' && attribute !== 'object_id')
    return Object.hasOwn(block.body, attribute)
      ? partOfHcl(hclValueOf(block.body[attribute], scope), below)
      : openValue('reference')
  const key = naming.find(([of]) => of.test(type))?.[1]
  return key === undefined || !Object.hasOwn(block.body, key)
    ? openValue('reference')
    : hclValueOf(block.body[key], scope)
}

/** Resolves names with the declarations of a module and the values of its variables; a circular name stays open. */
export function hclInstance(module: HclModule, prefix: string, variables: ReadonlyMap<string, HclValue>): HclInstance {
  const within = new Set<string>()
  const known = new Map<string, HclValue>()
  const settled = (key: string, make: () => HclValue): HclValue => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (within.has(key) || within.size >= longest) return openValue('computed')
    within.add(key)
    const value = make()
    within.delete(key)
    known.set(key, value)
    return value
  }
  const variable = (name: string): HclValue => {
    const given = variables.get(name)
    const stated: HclSetting | undefined = module.variables.get(name)
    if (given !== undefined) return given
    return stated === undefined ? openValue('variable') : hclValueOf(stated.value, () => openValue('computed'))
  }
  const scope: HclScope = ([root, ...steps]) => {
    const [name = '', ...rest] = steps
    if (root === 'var')
      return partOfHcl(
        settled(`var.${name}`, () => variable(name)),
        rest,
      )
    const local = root === 'local' ? module.locals.get(name) : undefined
    if (local !== undefined)
      return partOfHcl(
        settled(`local.${name}`, () => hclValueOf(local.value, scope)),
        rest,
      )
    if (root === 'each' || root === 'count') return openValue('repeated')
    if (root === 'module') return openValue('module')
    const blocks = root === 'data' ? module.data : module.resources
    const path = root === 'data' ? steps : [root, ...steps]
    return settled(`${root}.${steps.join('.')}`, () => referenced(blocks, path, scope))
  }
  return { module, prefix, scope }
}
