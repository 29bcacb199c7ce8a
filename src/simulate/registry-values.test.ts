import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clientSettings } from '../catalog/client-settings.ts'
import { clients } from '../catalog/clients.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

const programs = clients.filter(({ office, kind }) => office !== 'not-office' || kind === 'outlook').map(({ id }) => id)
const values = [...new Set(clientSettings.filter((row) => row.values.length > 0).map(({ name }) => name))]

const isRead = (name: string, client: string): boolean =>
  clientSettings.some((row) => row.name === name && row.clients.includes(client))

/** A scenario in which every program has one registry value, or none. */
function planOf(scenario: string) {
  const text = readFileSync(new URL(`../../scenarios/${scenario}.yaml`, import.meta.url), 'utf8')
  const start = text.indexOf('\nclients:') + 1
  const rest = text.slice(start)
  const all = programs.flatMap((id) => [
    `  - { name: ${id} }`,
    ...values.map((name) => `  - { name: ${id} ${name}, client: ${id}, registry: { ${name}: 1 } }`),
  ])
  const plan = `${text.slice(0, start)}clients:\n${all.join('\n')}${rest.slice(rest.search(/\n\n(?=[a-z])/))}`
  const loaded = loadTenant('plan.yaml', memorySourceReader({ 'plan.yaml': plan }))
  if (!loaded.ok) throw new Error(`${scenario} is not valid: ${loaded.diagnostics.map(({ code }) => code)}`)
  const useless = loaded.warnings.flatMap((one) => (one.code === 'TEN-7' ? [one.args.client] : []))
  return { tenant: loaded.value, useless: new Set(useless) }
}

const legsOf = (tenant: Tenant, client: string): string =>
  JSON.stringify(
    [...planRequests(tenant, { client })].flatMap((request) =>
      simulateSession(tenant, request).map((trace) => [trace.authentication, verdictOf(trace), trace.issuer]),
    ),
  )

test.each(['ad-fs-authority', 'hybrid-autodiscover', 'skype-mixed-3'])(
  'what check calls without effect on a client has none, and what is read is not called so (%s)',
  (scenario) => {
    const { tenant, useless } = planOf(scenario)
    for (const id of programs) {
      const without = legsOf(tenant, id)
      for (const name of values) {
        expect(useless.has(`${id} ${name}`), `${name} on ${id}`).toBe(!isRead(name, id))
        if (!isRead(name, id)) expect(legsOf(tenant, `${id} ${name}`), `${name} on ${id}`).toBe(without)
      }
    }
  },
)

test('the value that Exchange Server with AD FS needs changes how Outlook signs in', () => {
  const { tenant } = planOf('ad-fs-authority')
  expect(legsOf(tenant, 'outlook-2019 EnableExchangeOnPremModernAuth')).not.toBe(legsOf(tenant, 'outlook-2019'))
})
