import { describe, expect, test } from 'vitest'
import { positionOf } from '../source/text/source-text.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import type { Fragment, ValueOrigin } from './fragment.ts'
import { mergeFragments } from './merge-fragments.ts'

const place = (name: string, path: readonly string[]): ValueOrigin => ({
  path,
  at: { source: { name, text: 'value' }, start: 0, end: 5 },
})

const fragment = (file: Partial<TenantFile>, origins: readonly ValueOrigin[] = []): Fragment => ({
  file,
  origins,
  coverage: [],
  diagnostics: [],
})

const anna = { userPrincipalName: 'anna@contoso.com' }

describe('parts of several readers', () => {
  test.each<[string, Partial<TenantFile>, Partial<TenantFile>, Partial<TenantFile>]>([
    ['different parts stand side by side', { name: 'A' }, { licences: ['p1'] }, { name: 'A', licences: ['p1'] }],
    [
      'people are one person by user principal name, whatever its case',
      { users: [{ ...anna, mailbox: 'exchange-online' }] },
      { users: [{ userPrincipalName: 'ANNA@contoso.com', registered: true, id: 'u1' }] },
      { users: [{ userPrincipalName: 'ANNA@contoso.com', mailbox: 'exchange-online', registered: true, id: 'u1' }] },
    ],
    [
      'groups are one by id, and by name where one has no id',
      { groups: [{ name: 'Staff', id: 'g1', members: ['a'] }] },
      {
        groups: [
          { name: 'staff', members: ['B', 'A'] },
          { name: 'Other', id: 'g2', members: [] },
        ],
      },
      {
        groups: [
          { name: 'Staff', id: 'g1', members: ['a', 'B'] },
          { name: 'Other', id: 'g2', members: [] },
        ],
      },
    ],
    [
      'two groups of one name with two ids stay two',
      { groups: [{ name: 'Staff', id: 'g1' }] },
      { groups: [{ name: 'Staff', id: 'g2' }] },
      {
        groups: [
          { name: 'Staff', id: 'g1' },
          { name: 'Staff', id: 'g2' },
        ],
      },
    ],
    [
      'workloads are merged by name',
      { workloads: { 'exchange-online': {} } },
      { workloads: { teams: {} } },
      { workloads: { 'exchange-online': {}, teams: {} } },
    ],
    [
      'a policy is never made of parts of two',
      { conditionalAccess: { policies: [{ id: 'P', state: 'enabled', conditions: { a: ['x'] } }] } },
      { conditionalAccess: { policies: [{ Id: 'p', state: 'enabled' }] } },
      { conditionalAccess: { policies: [{ id: 'P', state: 'enabled', conditions: { a: ['x'] } }] } },
    ],
    ['the later date counts', { asOf: '2026-01-01' }, { asOf: '2026-02-01' }, { asOf: '2026-02-01' }],
  ])('%s', (_name, one, other, expected) => {
    expect(mergeFragments([fragment(one), fragment(other)]).file).toEqual(expected)
  })

  test('what they say differently of one thing stays undetermined for good, and both places are reported', () => {
    const origin = ['users', 'anna@contoso.com', 'mailbox']
    const merged = mergeFragments([
      fragment({ users: [{ ...anna, mailbox: 'none' }] }, [place('one.csv', origin)]),
      fragment({ users: [{ ...anna, mailbox: 'exchange-online', id: 'u1' }] }, [place('two.json', origin)]),
      fragment({ users: [{ ...anna, mailbox: 'exchange-online' }] }),
    ])
    const exportsDisagree = { mailbox: ['exchange-online', 'none'] }
    expect(merged.file.users).toEqual([{ ...anna, id: 'u1', exportsDisagree }])
    expect(
      merged.diagnostics.map(({ code, args, at, related }) => [code, args, at.source.name, related?.length]),
    ).toEqual([
      ['IMP-25', { what: 'anna@contoso.com', field: 'mailbox', values: ['exchange-online', 'none'] }, 'one.csv', 1],
    ])
    expect(merged.diagnostics.map(({ at }) => positionOf(at).line)).toEqual([1])
    expect(merged.coverage).toEqual([expect.objectContaining({ status: 'not-understood', source: 'one.csv' })])
  })

  test('a setting of which no list of disputes says anything is stated with all of its values', () => {
    const version = (text: string) =>
      fragment({
        workloads: { 'exchange-server': { servers: [{ name: 'EX1', version: text, cumulativeUpdate: 1 }] } },
      } as Partial<TenantFile>)
    const server = { name: 'EX1', version: '2013', cumulativeUpdate: 1 }
    expect(mergeFragments([version('2016'), version('2013'), version('2019')]).file).toEqual({
      workloads: { 'exchange-server': { servers: [server] } },
      exportsDisagreeOn: [
        { setting: ['workloads', 'exchange-server', 'servers', 'EX1', 'version'], values: ['2013', '2016', '2019'] },
      ],
    })
  })

  test('the switch of an Exchange organization stays in dispute', () => {
    const switched = (on: boolean) => fragment({ workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: on } } })
    const { workloads } = mergeFragments([switched(true), switched(false)]).file
    expect(workloads).toEqual({ 'exchange-online': { exportsDisagree: { OAuth2ClientProfileEnabled: [false, true] } } })
  })

  test('what one export states of a switch on which others disagree is one of its values', () => {
    const switches = { EwsEnabled: null, exportsDisagree: { EwsEnabled: [false, true] } }
    const { workloads } = mergeFragments([fragment({ workloads: { 'exchange-online': switches } })]).file
    expect(workloads).toEqual({ 'exchange-online': { exportsDisagree: { EwsEnabled: [false, null, true] } } })
  })

  test('a switch of an authentication policy stays in dispute', () => {
    const part = (BlockLegacyAuthMapi: boolean) =>
      fragment({
        workloads: { 'exchange-server': { authenticationPolicies: [{ name: 'Ours', BlockLegacyAuthMapi }] } },
      })
    const { workloads } = mergeFragments([part(true), part(false)]).file
    const exportsDisagree = { BlockLegacyAuthMapi: [false, true] }
    expect(workloads?.['exchange-server']?.authenticationPolicies).toEqual([{ name: 'Ours', exportsDisagree }])
  })

  test('a switch of a mailbox, and a setting of a domain, stay in dispute', () => {
    const part = (on: boolean, federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp' | 'rejectMfaByFederatedIdp') =>
      fragment({
        users: [{ userPrincipalName: 'anna@contoso.com', mailboxSwitches: { PopEnabled: on } }],
        domains: [{ name: 'contoso.com', authenticationType: 'federated', federatedIdpMfaBehavior }],
      })
    const parts = [part(true, 'acceptIfMfaDoneByFederatedIdp'), part(false, 'rejectMfaByFederatedIdp')]
    const { users, domains } = mergeFragments(parts).file
    const switches = { exportsDisagree: { PopEnabled: [false, true] } }
    expect(users).toEqual([{ userPrincipalName: 'anna@contoso.com', mailboxSwitches: switches }])
    const behaviors = ['acceptIfMfaDoneByFederatedIdp', 'rejectMfaByFederatedIdp']
    expect(domains).toEqual([
      { name: 'contoso.com', authenticationType: 'federated', exportsDisagree: { federatedIdpMfaBehavior: behaviors } },
    ])
  })

  test('of a policy in two exports the one that states more counts, and what differs is reported', () => {
    const policies = [{ id: 'p', state: 'enabled', conditions: {} }]
    const origin = ['conditionalAccess', 'policies', 'p']
    const merged = mergeFragments([
      fragment({ conditionalAccess: { policies: [{ id: 'p', state: 'disabled' }] } }, [place('one.csv', origin)]),
      fragment({ conditionalAccess: { policies } }, [place('two.json', origin)]),
    ])
    expect(merged.diagnostics.map(({ code }) => code)).toEqual(['IMP-3'])
  })
})
