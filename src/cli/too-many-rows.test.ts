import { expect, test } from 'vitest'
import { populationOf } from '../analysis/population/population.ts'
import { foundingPlan, tenantOf } from '../analysis/random-plan.fixture.ts'
import { refuseTooManyRows } from './play-classes.ts'

test('more than 100 million rows are refused with what to choose, fewer are not', () => {
  const loaded = populationOf(tenantOf(foundingPlan))
  if (!loaded.ok) throw new Error('the worked example has users')
  const population = { ...loaded.value, users: 50_000_000 }
  expect(() => refuseTooManyRows(population, {})).toThrow(/sign-ins of 50,000,000 users are more than 100,000,000 rows/)
  const one = { client: 'outlook-2010', purpose: 'read-mail', network: 'internet' } as const
  expect(() => refuseTooManyRows(population, one)).not.toThrow()
  expect(() => refuseTooManyRows(loaded.value, {})).not.toThrow()
})
