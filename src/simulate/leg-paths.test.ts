import { describe, expect, test } from 'vitest'
import { questionFacts } from '../rules/question-facts.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { FactName } from '../vocabulary/facts.ts'
import { accountFacts } from './facts/account-facts.ts'
import { networkFacts } from './facts/network-facts.ts'
import { mailboxProfileOf } from './mailbox-profile.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

const settled = ['client-order', 'service-offer', 'service-gate', 'flow'] as const

describe('what client and service settle between them', () => {
  const later = new Set<FactName>([...accountFacts, ...networkFacts])

  test.each(settled)('hangs, in %s, on no fact that comes later', (question) => {
    expect(questionFacts[question].filter((name) => later.has(name))).toEqual([])
  })
})

const plan = (users: string) => `
name: two
asOf: 2021-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
workloads: { exchange-online: { modernAuthentication: true } }
clients: [imap-client]
users: [${users}]
`

const user = (name: string, more: string) => `{ userPrincipalName: ${name}@contoso.com, perUserMfaState: disabled,
  registered: true, appPasswords: [], roles: [], groups: [], mailbox: exchange-online, archive: none, ${more} }`

function tenantOf(...users: readonly string[]) {
  const loaded = loadTenantText(plan(users.join(', ')), 'two.yaml')
  if (!loaded.ok) throw new Error('the tenant does not load')
  return loaded.value
}

describe('what services knows about a user', () => {
  const kindsOf = (...users: readonly string[]) =>
    new Set([...tenantOf(...users).users.values()].map(mailboxProfileOf)).size

  test('is one thing for people who hold the same', () => {
    expect(kindsOf(user('a', ''), user('b', ''))).toBe(1)
  })

  test.each(['ImapEnabled: false', 'PopEnabled: false'])('is another where the mailbox has %s', (mailboxSwitch) => {
    expect(kindsOf(user('a', ''), user('b', `mailboxSwitches: { ${mailboxSwitch} }`))).toBe(2)
  })

  test('changes nothing of another whose mailbox has a switch', () => {
    const tenant = tenantOf(user('a', ''), user('b', 'mailboxSwitches: { ImapEnabled: false }'))
    const verdicts = [...planRequests(tenant, { purpose: 'read-mail' })].map((request) => [
      request.user,
      simulateSession(tenant, request)[0]?.steps.at(-1),
    ])
    expect(verdicts).toMatchObject([
      ['a@contoso.com', { verdict: { kind: 'signs-in', credential: 'account-password' } }],
      ['b@contoso.com', { verdict: { kind: 'blocked', rule: expect.any(String) } }],
    ])
  })
})
