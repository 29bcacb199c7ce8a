import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { effectiveKeys } from '../../tenant/schema/as-returned.ts'
import { schemaOfTenantFile } from '../../tenant/tenant-file.schema.ts'
import { oppositesOf } from './opposites.ts'
import { suggest } from './suggest.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

/** Lists of two and more names in a value: lists themselves, and the keys of records. */
function listsIn(value: unknown): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.length > 1 && value.every(isText) ? [value] : []
  return typeof value === 'object' && value !== null && Object.keys(value).length > 1 ? [Object.keys(value)] : []
}

/** The enumerations and property names of a schema, at any depth; a key without effect is never offered. */
function listsOfSchema(schema: unknown): readonly (readonly string[])[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'enum' in schema ? listsIn(schema.enum) : []
  const keys = 'properties' in schema ? listsIn(effectiveKeys(schema.properties)) : []
  return [...own, ...keys, ...Object.values(schema).flatMap(listsOfSchema)]
}

const folders = ['vocabulary']
const files = folders.flatMap((folder) =>
  readdirSync(`src/${folder}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `src/${folder}/${name}`),
)
const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)))
const enumerations = [
  ...modules.flatMap((module) => Object.values(module).flatMap(listsIn)),
  ...listsOfSchema(schemaOfTenantFile()),
]
// Longer lists are bibliographies and registers.
const all = [...new Map(enumerations.map((list) => [list.join('\n'), list])).values()].filter(
  (list) => list.length <= 80,
)

const values = [...new Set(all.flat())]

const negations: readonly ((value: string) => string)[] = [
  (value) => `not-${value}`,
  (value) => `not ${value}`,
  (value) => `no-${value}`,
  (value) => `non-${value}`,
  (value) => `un${value}`,
  (value) => `dis${value}`,
  (value) => `in${value}`,
  (value) => `without-${value}`,
  (value) => `never-${value}`,
  (value) => `not${value.charAt(0).toUpperCase()}${value.slice(1)}`,
  (value) => `${value}-not`,
  (value) => `${value}less`,
]

describe('over all enumerations of the vocabulary and the schema', () => {
  test('there are many', () => {
    expect(all.length).toBeGreaterThan(50)
  })

  test('the negation of a value is not answered with the value', () => {
    const wrong = values.flatMap((value) =>
      negations.map((negated) => negated(value)).filter((word) => suggest(word, [value]) === value),
    )
    expect(wrong).toEqual([])
  })

  test('nor is a negated value the answer to what it negates', () => {
    const wrong = values.flatMap((value) =>
      oppositesOf(value).affirmed.filter((word) => word !== '' && suggest(word, [value]) === value),
    )
    expect(wrong).toEqual([])
  })

  // A letter less may leave such a value as near to its contrary.
  const negated = /^(not|non?|un|in|dis)/i

  test('a mistyped value is answered with the value as before', () => {
    const long = all.flatMap((list) =>
      list.filter((value) => value.length > 7 && !negated.test(value)).map((value) => ({ list, value })),
    )
    const missed = long.filter(({ list, value }) => {
      const typed = `${value.slice(0, 4)}${value.slice(5)}`
      return !list.includes(typed) && suggest(typed, [value]) !== value
    })
    expect(missed.map(({ value }) => value)).toEqual([])
  })
})
