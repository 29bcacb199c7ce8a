import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { matrixOf } from './matrix/matrix.ts'
import { type Population, populationOf } from './population/population.ts'
import { countBy, lookAt, type QueryKey, queryKeys, readConditions } from './query.ts'
import { requiredDistinctions } from './told-apart.ts'

const people = [
  'ada@contoso.com,Sales,,enforced,true,exchange-online',
  'bob@contoso.com,Sales;Ops,Global Administrator,enforced,true,exchange-online',
  'cyd@contoso.com,Ops,,enforced,true,exchange-online',
  'dan@contoso.com,,Exchange Administrator,enforced,true,exchange-online',
  'eve@contoso.com,,,disabled,true,exchange-online',
  'flo@contoso.com,,,disabled,true,exchange-online',
]
const files = {
  'many.yaml': readFileSync('scenarios/federated-skype-on-premises.yaml', 'utf8')
    .replace(
      /\nusers:\n[\s\S]*?\ngroups:[\s\S]*$/,
      '\nusers: { from: people.csv }\ngroups: [{ name: Sales }, { name: Ops }]\n',
    )
    .replace(/\nclients:\n[\s\S]*?\nusers:/, '\nclients: [outlook-2010]\nusers:'),
  'people.csv': ['userPrincipalName,groups,roles,perUserMfaState,registered,mailbox', ...people, ''].join('\n'),
}
const reader = memorySourceReader(files)
const loaded = loadTenant('many.yaml', reader)
if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code }) => code).join())
const tenant = loaded.value
const everybody = people.map((row) => row.split(',')[0] ?? '')

function countedIn(population: Population, by: readonly QueryKey[], where: readonly string[]) {
  const look = lookAt(population)
  const { cells } = matrixOf(population, { purpose: 'read-mail' })
  const conditions = readConditions({ tenant: population.tenant }, where, cells.map(look))
  if (!conditions.ok) throw new Error(conditions.problems.map(({ message }) => message).join())
  const { groups } = countBy(cells, population.classes, by, conditions.value, look)
  return groups.map(({ values, users, signIns }) => `${values.join(' ')}: ${users} users, ${signIns} sign-ins`).sort()
}

function population(options: Parameters<typeof populationOf>[2]): Population {
  const made = populationOf(tenant, reader, options)
  if (!made.ok) throw new Error(made.diagnostics.map(({ code }) => code).join())
  return made.value
}

const alone = population({ people: everybody, keepMembers: true })

const ofUsers: readonly QueryKey[] = ['user', 'group', 'role', 'people']
const sales = ['by members of the group Sales']

describe('counting by classes gives what counting everybody alone gives', () => {
  test.each([
    ...queryKeys.map((key) => [[key], []] as const),
    ...ofUsers.map((key) => [['credential', key], []] as const),
    ...ofUsers.map((key) => [[key], sales] as const),
  ])('by %s, %s', (by, where) => {
    const classes = population(requiredDistinctions({ tenant: alone.tenant }, { where, by }))
    expect(countedIn(classes, by, where)).toEqual(countedIn(alone, by, where))
  })
})
