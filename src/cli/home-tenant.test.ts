import { expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { recordedRun } from './recorded-run.fixture.ts'

const plan = `
name: A guest
asOf: 2025-11-01
createdDateTime: 2020-03-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
securityDefaults: false
workloads: { teams: {} }
networks: [{ name: internet, country: US }]
clients: [teams-web]
users:
  - { userPrincipalName: "gil_fabrikam.com#EXT#@contoso.com", displayName: Gil, userType: Guest, registered: true, mailbox: none }
conditionalAccess: { namedLocations: [], policies: [] }
`
const one = ['-u', 'Gil', '-c', 'teams-web']
const askings: readonly (readonly string[])[] = [
  ...['table', 'json', 'csv', 'markdown'].map((format) => ['simulate', 'plan.yaml', '-f', format]),
  ...['verifier=home-tenant', 'verifier=home tenant', 'verifier=the home tenant'].map((where) => [
    'simulate',
    'plan.yaml',
    '--where',
    where,
  ]),
  ['explain', 'plan.yaml', ...one, '-p', 'join-meeting'],
  ['diagram', 'plan.yaml', ...one, '-p', 'join-meeting'],
  ['spec', 'plan.yaml'],
]

test.each(askings)('%s %s %s %s names the home tenant of a guest', async (...words) => {
  const { code, stdout, stderr } = await recordedRun(words, memorySourceReader({ 'plan.yaml': plan }))
  expect({ code, stderr }).toMatchObject({ code: 0 })
  expect(stdout).toMatch(/home.tenant/i)
})
