import { expect, test } from 'vitest'
import { legsOf, type Plan } from './sign-in.fixture.ts'

const assumedOf = (plan: Plan, request: Parameters<typeof legsOf>[1]): readonly string[] =>
  legsOf(plan, request).flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'assumption' ? [step.default ?? ''] : [])),
  )

const host = 'presumed-single-sign-on-to-session-hosts'

test.each([
  ['azure-virtual-desktop', true],
  ['windows-365', true],
  ['azure-sql-database', false],
])('a sign-in to %s assumes single sign-on to the session host: %s', (application, expected) => {
  const plan: Plan = { asOf: '2026-06-01', workloads: { application: {} }, user: { mailbox: 'none' } }
  const request = { client: 'native-application', purpose: 'get-token', application } as const
  expect(assumedOf(plan, request).includes(host)).toBe(expected)
})

test.each([
  ['AADKERB', true],
  ['AD', false],
])('a file share with %s assumes consent and that the device gets cloud tickets: %s', (source, expected) => {
  const plan: Plan = {
    asOf: '2026-06-01',
    workloads: { 'azure-files': { directoryServiceOptions: source } },
    tenant: {
      devices: [{ name: 'pc', platform: 'windows', trustType: 'AzureAD' }],
      clients: [{ name: 'explorer', client: 'windows-file-explorer', device: 'pc' }],
    },
    user: { mailbox: 'none', onPremisesSyncEnabled: true },
  }
  const assumed = assumedOf(plan, { client: 'explorer', purpose: 'open-file-share' })
  expect(assumed.includes('presumed-cloud-tickets')).toBe(expected)
  expect(assumed.includes('presumed-consent-to-file-shares')).toBe(expected)
})
