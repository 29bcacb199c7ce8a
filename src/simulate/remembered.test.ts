import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { forgetDecisions } from '../rules/fact-key.ts'
import { nodeSourceReader } from '../source/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { credentials } from '../vocabulary/credentials.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

const folder = 'scenarios'
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

test.each(files)('%s: what is remembered of other sign-ins changes none', (file) => {
  const loaded = loadTenant(`${folder}/${file}`, nodeSourceReader('.'))
  if (!loaded.ok) throw new Error(`${file} does not load`)
  const tenant = loaded.value
  const requests = [undefined, ...credentials].flatMap((presents, turn) =>
    [...planRequests(tenant, presents === undefined ? {} : { presents })].filter((_, at) => turn === 0 || at % 7 === 0),
  )
  // Every tenth sign-in is enough to be caught by what the nine before it left behind.
  const chosen = requests.filter((_, at) => at % 10 === 0)
  const anew = chosen.map((request) => {
    forgetDecisions()
    return JSON.stringify(simulateSession(tenant, request))
  })
  for (const request of requests) simulateSession(tenant, request)
  expect(chosen.map((request) => JSON.stringify(simulateSession(tenant, request)))).toEqual(anew)
})
