import { describe, expect, test } from 'vitest'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { promptCount, sessionVerdict } from '../../trace/verdict.ts'
import { foundingPlan, randomPlan, tenantOf } from '../random-plan.fixture.ts'
import { matrix, perUser, readLeg, tracesOf } from './matrix.ts'

function made(text: string) {
  const loaded = matrix(tenantOf(text))
  if (!loaded.ok) throw new Error('the population cannot be read')
  return loaded.value
}

describe('a matrix', () => {
  test.each([1, 2, 3])('played by classes is the one played user by user (plan %i)', (seed) => {
    const tenant = tenantOf(randomPlan(seed, 15))
    const { matrix: classWise, population } = made(randomPlan(seed, 15))
    expect(population.classes.length).toBeLessThan(15)
    const one = new Map(perUser(classWise).cells.map((cell) => [JSON.stringify(cell.request), cell]))
    let played = 0
    for (const request of planRequests(tenant)) {
      const traces = simulateSession(tenant, request)
      if (traces.length === 0) continue
      played += 1
      const cell = one.get(JSON.stringify(request))
      expect(cell, JSON.stringify(request)).toMatchObject({
        verdict: sessionVerdict(traces),
        prompts: promptCount(traces),
        legs: traces.map(readLeg),
      })
    }
    expect(played).toBe(one.size)
  })

  test('has the worked example four classes, since nobody in it is like another', () => {
    const { classes, users } = made(foundingPlan).matrix
    expect([classes.length, users]).toEqual([4, 4])
  })

  test('counts users who are equal once', () => {
    const twice = foundingPlan.replace(
      '\ngroups:\n',
      `
  - userPrincipalName: finance.deputy@contoso.com
    perUserMfaState: enforced
    registered: true
    appPasswords: [Phone]
    groups: [Finance]
    roles: []
    mailbox: exchange-online
    archive: none
    registrar: skype-for-business-server

groups:
`,
    )
    const [first] = made(twice).matrix.classes
    expect(first).toMatchObject({ size: 2, members: ['finance.lead@contoso.com', 'finance.deputy@contoso.com'] })
  })

  test('gives back the traces behind a cell', () => {
    const { matrix: all, population } = made(foundingPlan)
    for (const cell of all.cells.slice(0, 20)) {
      const traces = tracesOf(population, cell)
      expect(traces.map(readLeg)).toEqual(cell.legs)
    }
  })

  test('of one user is that user alone', () => {
    const loaded = matrix(tenantOf(foundingPlan), { user: 'new.starter@contoso.com' })
    expect(loaded.ok && new Set(loaded.value.matrix.cells.map(({ request }) => request.user))).toEqual(
      new Set(['new.starter@contoso.com']),
    )
  })
})
