import { describe, expect, test } from 'vitest'
import type { Change } from '../../source/edit/change.ts'
import { planOf } from '../plan/plan.ts'
import { editedFiles } from './edit-files.ts'

const tenant = `# the plan
name: Two policies
asOf: 2019-10-01
domains:
  - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
multifactorAuthentication:
  appPasswords: allowed # for the old clients
conditionalAccess:
  policies:
    - displayName: Block legacy
      state: disabled # not yet
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [other]
      grantControls: { operator: OR, builtInControls: [block] }
    - policies/*.json
workloads:
  exchange-online: { modernAuthentication: true }
networks: [{ name: internet }]
clients:
  - outlook-2013 # no keys
  - { name: mine, client: outlook-2016 }
users:
  - userPrincipalName: Ann@contoso.com
    perUserMfaState: enforced # since May
    mailbox: exchange-online
`
const policy = {
  value: [
    {
      displayName: 'Ask everybody',
      state: 'enabled',
      conditions: { users: { includeUsers: ['All'] }, applications: { includeApplications: ['All'] } },
      grantControls: { operator: 'OR', builtInControls: ['mfa'] },
    },
  ],
}
const files = { 'plan.yaml': tenant, 'policies/one.json': `${JSON.stringify(policy, undefined, 2)}\n` }

const planned = planOf(files, 'plan.yaml')
if (!planned.ok) throw new Error(planned.problems)
const { plan } = planned
const edited = (...edits: readonly Change[]) => editedFiles(files, 'plan.yaml', plan.tenant, edits)

/** Lines that differ between two texts. */
const changed = (before: string, after: string): readonly string[] => {
  const known = new Set(before.split('\n'))
  return after.split('\n').filter((line) => !known.has(line))
}

describe('an edit', () => {
  test.each<[string, Change, readonly string[]]>([
    [
      'of a person',
      { path: ['users', { item: 'ann@contoso.com' }, 'perUserMfaState'], value: 'disabled' },
      ['    perUserMfaState: disabled # since May'],
    ],
    [
      'of the tenant',
      { path: ['multifactorAuthentication', 'appPasswords'], value: 'blocked' },
      ['  appPasswords: blocked # for the old clients'],
    ],
    ['of a setting that the file leaves out', { path: ['securityDefaults'], value: true }, ['securityDefaults: true']],
    [
      'of a policy in the file',
      { path: ['conditionalAccess', 'policies', { item: 'Block legacy' }, 'state'], value: 'enabled' },
      ['      state: enabled # not yet'],
    ],
    [
      'of a service',
      { path: ['workloads', 'exchange-online', 'modernAuthentication'], value: false },
      ['  exchange-online: { modernAuthentication: false }'],
    ],
    [
      'of a client named in a word',
      { path: ['clients', { item: 'outlook-2013' }, 'registry', 'EnableADAL'], value: 1 },
      ['  - { name: outlook-2013, registry: { EnableADAL: 1 } }'],
    ],
    [
      'of a client that has an entry',
      { path: ['clients', { item: 'mine' }, 'client'], value: 'outlook-2013' },
      ['  - { name: mine, client: outlook-2013 }'],
    ],
    [
      'that adds a setting to an entry in braces',
      { path: ['clients', { item: 'mine' }, 'registry', 'EnableADAL'], value: 0 },
      ['  - { name: mine, client: outlook-2016, registry: { EnableADAL: 0 } }'],
    ],
    [
      'that adds a setting to a person',
      { path: ['users', { item: 'Ann@contoso.com' }, 'registered'], value: false },
      ['    registered: false'],
    ],
  ])('%s changes that line and keeps every comment', (_, edit, lines) => {
    const after = edited(edit)['plan.yaml'] ?? ''
    expect(changed(tenant, after).map((line) => line.replace(/ # no keys$/, ''))).toEqual(lines)
    for (const comment of ['# the plan', '# for the old clients', '# not yet', '# since May', '# no keys'])
      expect(after).toContain(comment)
    expect(planOf({ ...files, 'plan.yaml': after }, 'plan.yaml').ok).toBe(true)
  })

  test('of a policy in a separate file changes that file', () => {
    const after = edited({
      path: ['conditionalAccess', 'policies', { item: 'Ask everybody' }, 'state'],
      value: 'disabled',
    })
    expect(after['plan.yaml']).toBe(tenant)
    expect(changed(files['policies/one.json'], after['policies/one.json'] ?? '')).toEqual([
      '      "state": "disabled",',
    ])
  })

  test('that is taken back leaves the file as it was', () => {
    const once = edited({ path: ['clients', { item: 'mine' }, 'registry', 'EnableADAL'], value: 0 })
    const twice = editedFiles(once, 'plan.yaml', plan.tenant, [
      { path: ['clients', { item: 'mine' }, 'registry', 'EnableADAL'], value: undefined },
    ])
    expect(twice).toEqual(files)
  })

  test('that unsets a separate line removes the line', () => {
    const after = edited({ path: ['users', { item: 'Ann@contoso.com' }, 'perUserMfaState'], value: undefined })
    expect(after['plan.yaml']).toBe(tenant.replace('    perUserMfaState: enforced # since May\n', ''))
  })

  test('of clients in a file that is silent on them writes them all down', () => {
    const silent = tenant.replace(/clients:\n(?: .*\n)+?(?=users)/, '')
    const open = planOf({ 'plan.yaml': silent, 'policies/one.json': files['policies/one.json'] }, 'plan.yaml')
    if (!open.ok) throw new Error(open.problems)
    const edit: Change = { path: ['clients', { item: 'outlook-2013' }, 'registry', 'EnableADAL'], value: 1 }
    const after = planOf(editedFiles(open.plan.files, 'plan.yaml', open.plan.tenant, [edit]), 'plan.yaml')
    if (!after.ok) throw new Error(after.problems)
    expect([...after.plan.tenant.clients.keys()]).toEqual([...open.plan.tenant.clients.keys()])
    expect(after.plan.tenant.clients.get('outlook-2013')?.registry).toEqual({ EnableADAL: 1 })
  })

  test('of nothing changes no byte', () => {
    expect(edited()).toBe(files)
  })
})
