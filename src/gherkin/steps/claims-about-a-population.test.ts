import { afterAll, describe, expect, test } from 'vitest'
import { project } from '../run/run-features.fixture.ts'

const tenant = `name: Many
asOf: 2026-01-01
createdDateTime: 2020-01-01
domains:
  - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
securityDefaults: false
multifactorAuthentication: { appPasswords: blocked }
workloads:
  exchange-online: { OAuth2ClientProfileEnabled: true }
networks:
  - { name: internet, country: US }
clients: [outlook-2019]
groups:
  - { name: Sales }
users: { from: users.csv }
conditionalAccess: { policies: [] }
`
const people = ['ada', 'bob', 'cyd', 'dan', 'eve']
const row = (name: string, index: number): string =>
  `${name}@contoso.com,${index < 2 ? 'Sales' : ''},${index < 3 ? 'enforced' : 'disabled'},true,exchange-online`
const csv = ['userPrincipalName,groups,perUserMfaState,registered,mailbox', ...people.map(row), ''].join('\n')

const head = 'Feature: Many people\n\n  Scenario: one\n    Given the tenant architecture "many"\n'
const one = project({ 'scenarios/many.yaml': tenant, 'scenarios/users.csv': csv })

async function runOf(claim: string) {
  one.write('features/a.feature', `${head}    Then ${claim}\n`)
  return one.run()
}

describe('a claim about people in a separate file', () => {
  afterAll(() => one.remove())

  test.each([
    ['at most three people are asked for a second factor', 0],
    ['at most two people are asked for a second factor', 1],
    ['at least three people are asked for a second factor', 0],
    ['at least four people are asked for a second factor', 1],
    ['every sign-in by members of Sales is asked for a second factor', 0],
    ['every sign-in by people other than members of Sales is asked for a second factor', 1],
    ['every sign-in by ada@contoso.com is asked for a second factor', 0],
    ['every sign-in by eve@contoso.com is asked for a second factor', 1],
    ['every sign-in by nobody@contoso.com is asked for a second factor', 1],
  ] as const)('counts everyone: %s', async (claim, exitCode) => {
    const ran = await runOf(claim)
    expect([ran.stdout, ran.exitCode]).toEqual([ran.stdout, exitCode])
  })
})
