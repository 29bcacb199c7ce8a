import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { missingName } from './missing-names.ts'

const files = readdirSync('scenarios').filter((file) => file.endsWith('.yaml'))

/** What the first sign-ins of a scenario lack. */
function lacking(file: string): readonly string[] {
  const loaded = loadTenant(`scenarios/${file}`, nodeSourceReader('.'))
  if (!loaded.ok) return []
  const requests = [...planRequests(loaded.value)].slice(0, 30)
  return requests.flatMap((request) =>
    simulateSession(loaded.value, request).flatMap((leg) => {
      const verdict = verdictOf(leg)
      return verdict.kind === 'undetermined' ? verdict.missing : []
    }),
  )
}

test('everything that a verdict of the library lacks has a name that claims know', () => {
  const lacked = [...new Set(files.flatMap(lacking))]
  expect(lacked.length).toBeGreaterThan(3)
  expect(lacked.filter((name) => missingName(name) === undefined)).toEqual([])
})
