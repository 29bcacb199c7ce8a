import { expect, test } from 'vitest'
import { isAddable, whyNotAdded, withFile } from './added-files.ts'

const file = 'tenants/ours.yaml'

test.each(['policies/block.json', 'people.csv', 'more people.jsonl', 'política.yaml', 'a/b/c.yml'])(
  '%s can be added, and comes by a link',
  (name) => {
    expect(whyNotAdded(name, { [file]: '' }, file)).toBeUndefined()
    expect(isAddable(`tenants/${name}`, file)).toBe(true)
  },
)

test.each([
  '',
  'x.ts',
  '../a.json',
  'a/../../b.json',
  '/a.json',
  'C:/a.json',
  'a\\b.json',
  'a\u202e.json',
  '__proto__',
  `${'a'.repeat(130)}.json`,
])('a file named %j cannot', (name) => {
  expect(whyNotAdded(name, { [file]: '' }, file)).toBeDefined()
  expect(isAddable(`tenants/${name}`, file)).toBe(false)
})

test('a name that is taken, or outside of the folder, cannot', () => {
  expect(whyNotAdded('a.json', { [file]: '', 'tenants/a.json': '' }, file)).toBe('there is a file of this name')
  expect(isAddable('elsewhere/a.json', file)).toBe(false)
})

test.each([
  ['name: T\n', 'a.json', 'name: T\nconditionalAccess: { policies: [a.json] }\n'],
  ['name: T\nconditionalAccess:\n  policies: [b.json] # ours\n', 'a.json', /policies: \[ ?b\.json, a\.json ?\] # ours/],
  ['name: T\n', 'p.csv', /users:\s*(?:\{ ?)?from: p\.csv/],
  ['name: T\nusers: []\n', 'p.csv', /^name: T\nusers: \[\]\n$/],
])('a tenant file that says %j names %s where it can', (text, name, expected) => {
  const now = withFile({ [file]: text }, file, name, 'x')
  expect(now[`tenants/${name}`]).toBe('x')
  if (typeof expected === 'string') expect(now[file]).toBe(expected)
  else expect(now[file]).toMatch(expected)
})
