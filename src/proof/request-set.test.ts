import { expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { requestSet } from './request-set.ts'

const loaded = loadTenant('scenarios/conditional-access-controls.yaml', nodeSourceReader('.'))
if (!loaded.ok) throw new Error('the scenario is valid')
const set = requestSet(loaded.value)

test('every policy has a request to which it applies, and one that misses each condition', () => {
  expect(set.without).toEqual([])
  const aims = set.requests.flatMap((one) => one.aims)
  const policies = loaded.value.conditionalAccess.policies.filter(({ state }) => state !== 'disabled')
  for (const { name } of policies) {
    const own = aims.filter(({ policy }) => policy === name)
    expect(
      own.filter(({ misses }) => misses === undefined),
      name,
    ).toHaveLength(1)
    const missed = own.flatMap(({ misses }) => misses ?? [])
    expect(new Set(missed).size, name).toBe(missed.length)
    expect(missed, name).toContain('users')
  }
})

test('what no request misses is said', () => {
  // Every policy of the file is for all applications.
  expect(new Set(set.unmissed.map(({ condition }) => condition))).toEqual(new Set(['application']))
})

test('asks only for people whom the file declares, from addresses that somebody can have', () => {
  for (const { request } of set.requests) {
    expect(request.signInIdentity['userId']).toMatch(/@proseware\.com$/)
    expect(request.signInConditions['ipAddress']).not.toBe('0.0.0.0')
  }
})
