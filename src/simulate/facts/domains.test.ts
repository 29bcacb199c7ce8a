import { expect, test } from 'vitest'
import { auditTrails } from '../../vocabulary/actors.ts'
import { type FactName, factDomains, missing } from '../../vocabulary/facts.ts'
import { planRequests } from '../plan-requests.ts'
import { libraryTenants } from '../plays.fixture.ts'
import { simulateSession } from '../simulate-session.ts'

/** One of so many sign-ins of the library is played. */
const every = 61

test('whatever a leg knows is a value that the rules can be asked about', () => {
  const unknown = new Set<string>()
  let legs = 0
  for (const tenant of libraryTenants())
    for (const request of [...planRequests(tenant)].filter((_, at) => at % every === 0))
      for (const { facts, audit } of simulateSession(tenant, request)) {
        legs += 1
        // The keys of facts are their names.
        for (const [name, value] of Object.entries(facts) as [FactName, string | undefined][]) {
          const values: readonly string[] = factDomains[name]
          if (value !== undefined && value !== missing && !values.includes(value)) unknown.add(`${name}: "${value}"`)
        }
        for (const trail of audit) if (!auditTrails.includes(trail)) unknown.add(`recorded by "${trail}"`)
      }
  expect([...unknown]).toEqual([])
  expect(legs).toBeGreaterThan(50)
})
