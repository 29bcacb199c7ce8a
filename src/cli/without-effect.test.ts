import { expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { withoutEffect } from './without-effect.ts'

const loaded = loadTenant('scenarios/powershell-automation.yaml', nodeSourceReader('.'))
if (!loaded.ok) throw new Error('the scenario is not valid')
const tenant = loaded.value
const [user = ''] = tenant.users.keys()

test.each([
  [{ client: 'azure-cli', application: 'any' }, ['--application']],
  [{ client: 'azure-cli', signals: { lastMfa: 1 } }, ['--signal lastMfa']],
  [{ client: 'azure-cli', signals: { firstFactor: 'wrong' } }, []],
  [{ client: 'ropc-script', application: '797f4846-ba00-4fd7-ba43-dac1f8f63013' }, []],
] as const)('of %j has no effect: %j', (filter, idle) => {
  expect(withoutEffect(tenant, { user, ...filter })).toEqual(idle)
})
