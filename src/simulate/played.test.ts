import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../source/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { credentials } from '../vocabulary/credentials.ts'
import { purposes } from '../vocabulary/requests.ts'
import { planRequests } from './plan-requests.ts'
import { rowName, sessionWords } from './sample-played.ts'
import { simulateSession } from './simulate-session.ts'

/** Chosen sign-ins of the library, each with all that happens: `# scenario`, `## sign-in`, and the legs. */
const [, ...blocks] = readFileSync('src/simulate/played.txt', 'utf8').split('\n# ')
const scenarios = blocks.map((block) => {
  const [file = '', ...rows] = block.split('\n## ')
  return [file.trim(), rows.map((row) => row.trimEnd())] as const
})

describe.each(scenarios)('%s', (file, rows) => {
  const loaded = loadTenant(`scenarios/${file}`, nodeSourceReader(process.cwd()))
  if (!loaded.ok) throw new Error(`${file} does not load`)
  const tenant = loaded.value

  test.each(rows.map((row) => [row.slice(0, row.indexOf('\n')), row] as const))('%s', (name, row) => {
    const [user = '', client = '', purpose, network = '', presented] = name.split(' | ')
    const filter = { user, client, network }
    const asked = purposes.find((one) => one === purpose)
    const presents = credentials.find((one) => one === presented)
    const [request] = planRequests(tenant, {
      ...filter,
      ...(asked === undefined ? {} : { purpose: asked }),
      ...(presents === undefined ? {} : { presents }),
    })
    if (request === undefined) throw new Error(`nobody signs in like this: ${name}`)
    expect(`${rowName(request)}\n${sessionWords(simulateSession(tenant, request))}`).toBe(row)
  })
})
