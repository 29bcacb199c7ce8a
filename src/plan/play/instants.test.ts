import { expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { loadPlan } from '../states/load-plan.ts'
import { instantsOf, playerOf } from './states.ts'

const settings = `name: Small
asOf: 2021-01-02
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
networks: [{ name: internet }]
multifactorAuthentication: { rememberDays: 10 }
workloads: { exchange-online: { modernAuthentication: true } }
clients: [browser]
`
const lastMfa = ['2021-01-01', '2021-01-05']
const inline = lastMfa.map(
  (day, at) => `
  - { userPrincipalName: user${at}@contoso.com, perUserMfaState: enforced, registered: true, mailbox: exchange-online, lastMfa: ${day} }`,
)
const rows = lastMfa.map((day, at) => `user${at}@contoso.com,enforced,true,exchange-online,${day}\n`)

/** The days at which the first stage of a plan is played. */
function daysOf(users: string, as: 'classes' | 'sets'): readonly string[] {
  const reader = memorySourceReader({
    'plan.json': JSON.stringify({
      plan: 'Block app passwords',
      start: 'tenant.yaml',
      until: '2021-03-01',
      stages: [
        { name: 'Block', date: '2021-02-01', changes: { multifactorAuthentication: { appPasswords: 'blocked' } } },
      ],
    }),
    'tenant.yaml': `${settings}${users}`,
    'people.csv': `userPrincipalName,perUserMfaState,registered,mailbox,lastMfa\n${rows.join('')}`,
  })
  const plan = loadPlan('plan.json', reader)
  if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics.map(({ code, args }) => [code, args])))
  const player = playerOf(plan.value, { reader, as })
  const [start] = plan.value.stages
  if (start === undefined) throw new Error('the plan has no stage')
  return instantsOf(player, start).map((at) => new Date(at).toISOString().slice(0, 10))
}

test.each(['classes', 'sets'] as const)('dates of people count wherever the people are written (%s)', (as) => {
  const expected = ['2021-01-02', '2021-01-11', '2021-01-15']
  expect(daysOf(`users:${inline.join('')}\n`, as)).toEqual(expected)
  expect(daysOf('users: { from: people.csv }\n', as)).toEqual(expected)
})
