import { expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import { readPlan } from '../matrix/plan.ts'
import { whyNot } from './why-not.ts'

const names = ['anna', 'berta', 'cara']
const plan = {
  name: 'T',
  asOf: '2019-10-01',
  domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
  networks: [{ name: 'internet' }],
  workloads: { 'exchange-online': { modernAuthentication: true } },
  clients: ['outlook-2010'],
  users: names.map((name) => ({
    userPrincipalName: `${name}@contoso.com`,
    perUserMfaState: 'enforced',
    registered: true,
    appPasswords: [],
    mailbox: 'exchange-online',
  })),
  conditionalAccess: {
    policies: [
      {
        displayName: 'MFA in browsers',
        state: 'enabled',
        conditions: {
          users: { includeUsers: ['All'] },
          applications: { includeApplications: ['All'] },
          clientAppTypes: ['browser'],
        },
        grantControls: { operator: 'OR', builtInControls: ['mfa'] },
      },
    ],
  },
}

test('a change after which a finding concerns fewer users brings no new finding', () => {
  const reader = memorySourceReader({ 't.json': JSON.stringify(plan) })
  const read = readPlan('t.json', reader)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  expect(read.warnings.map(({ code }) => code)).toContain('CON-11')
  const filter = { user: 'anna@contoso.com', client: 'outlook-2010', purpose: 'read-mail' } as const
  const wanted = (traces: readonly Trace[]): boolean => {
    const verdict = sessionVerdict(traces)
    return verdict.kind === 'signs-in' && verdict.credentials.join() === 'account-password'
  }
  const found = whyNot({ plan: read.value, filter, wanted, reader })
  const changes = found.ok ? found.value.sets.map(({ levers }) => levers.map(({ what, to }) => `${what}: ${to}`)) : []
  expect(changes).toContainEqual(['users[anna@contoso.com].perUserMfaState: "disabled"'])
})
