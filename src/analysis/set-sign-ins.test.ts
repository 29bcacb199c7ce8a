import { describe, expect, test } from 'vitest'
import { setEngine } from '../simulate/play-sets.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { cellsOf } from './matrix/matrix.ts'
import { populationOf } from './population/population.ts'
import { randomEstate } from './population/random-estate.fixture.ts'
import { userSetsOf } from './population/user-sets-of.ts'
import { type Condition, countBy, lookAt, type QueryKey, readConditions } from './query.ts'
import { tenantOf } from './random-plan.fixture.ts'
import { countSets, granularityFor, signInsOfSets } from './set-sign-ins.ts'

interface Question {
  readonly by: readonly QueryKey[]
  readonly where: readonly string[]
}

const questions: readonly Question[] = [
  { by: ['client'], where: [] },
  { by: ['verdict', 'rule'], where: [] },
  { by: ['client', 'credential', 'second-factor'], where: ['verdict=signs-in'] },
  { by: ['policy'], where: [] },
  { by: ['applies', 'place'], where: ['client=browser'] },
  { by: ['presents', 'people', 'prompts'], where: [] },
  { by: ['missing', 'flow'], where: ['group=00000000-0000-4000-8000-000000000004'] },
  { by: ['entry'], where: ['people=administrators'] },
]

const conditionsOf = (tenant: ReturnType<typeof tenantOf>, where: readonly string[]): readonly Condition[] => {
  const read = readConditions({ tenant }, where)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

/** Counts without the classes behind them, which sets do not have. */
const counts = (counted: ReturnType<typeof countSets>) =>
  counted?.groups.map(({ values, signIns, users }) => [values.join(' '), signIns, users])

/** People next to the file: the same users as rows of a CSV file, with their groups in a column. */
function beside(seed: number) {
  const { users, ...rest } = JSON.parse(randomEstate(seed, 30, 8, true))
  const columns = [
    'userPrincipalName',
    'kind',
    'externalUserType',
    'perUserMfaState',
    'registered',
    'groups',
    'mailbox',
  ]
  const cell = (value: unknown): string => (Array.isArray(value) ? value.join(';') : String(value ?? ''))
  const rows = users.map((user: Readonly<Record<string, unknown>>) => columns.map((name) => cell(user[name])).join(','))
  const text = [columns.join(','), ...rows, ''].join('\n')
  const reader: Parameters<typeof populationOf>[1] = {
    read: (name) => ({ ok: true, value: { name, text: '' }, warnings: [] }),
    readPieces: (name) => ({ ok: true, value: { name, pieces: [text] }, warnings: [] }),
    glob: (pattern) => ({ ok: true, value: [pattern], warnings: [] }),
  }
  const loaded = loadTenantText(JSON.stringify({ ...rest, users: { from: 'users.csv' } }), 'plan.yaml', reader)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return { tenant: loaded.value, reader }
}

function compare(tenant: ReturnType<typeof tenantOf>, reader?: Parameters<typeof populationOf>[1]) {
  const memberships = { groups: ['00000000-0000-4000-8000-000000000004'], roles: [], anyRole: true }
  const classes = populationOf(tenant, reader, { memberships })
  const sets = userSetsOf(tenant, reader, { memberships })
  if (!classes.ok || !sets.ok) throw new Error('the users cannot be read')
  const population = classes.value
  const engine = setEngine(sets.value)
  const cells = [...cellsOf(population)]
  for (const { by, where } of questions) {
    const conditions = conditionsOf(population.tenant, where)
    const fineness = granularityFor(by, conditions)
    if (fineness === undefined) throw new Error(`sets do not answer ${by.join()}`)
    const bySets = countSets(sets.value.words, signInsOfSets(engine, {}, fineness), { by, conditions })
    const byClasses = countBy(cells, population.classes, by, conditions, lookAt(population))
    expect(counts(bySets), `${by.join()} where ${where.join()}`).toEqual(counts(byClasses))
  }
}

describe('sign-ins counted by sets', () => {
  test.each([0, 1, 2, 3, 5, 7])('are those counted class by class (estate %i)', (seed) => {
    compare(tenantOf(randomEstate(seed, 40, 10)))
  })

  test.each([4, 8])('are those counted class by class where people are in a CSV file (estate %i)', (seed) => {
    const { tenant, reader } = beside(seed)
    compare(tenant, reader)
  })

  test('are not counted where a key distinguishes single users', () => {
    expect(granularityFor(['user'], [])).toBeUndefined()
    expect(granularityFor(['client', 'group'], [])).toBeUndefined()
  })
})
