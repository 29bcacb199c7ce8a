import { describe, expect, test } from 'vitest'
import type { Trace } from '../trace/step.ts'
import { legsOf } from './sign-in.fixture.ts'

const page = 'presumed-sign-in-page-of-outlook-on-the-web'
const assumed = (leg: Trace | undefined): readonly string[] =>
  leg?.steps.flatMap((step) => (step.kind === 'assumption' ? [step.default] : [])) ?? []

describe('the sign-in page of Outlook on the web of a server', () => {
  const of = (authenticationMethods?: object) =>
    assumed(
      legsOf(
        {
          user: { mailbox: 'exchange-server' },
          workloads: {
            'exchange-server': {
              servers: [{ version: '2019', cumulativeUpdate: 14 }],
              ...(authenticationMethods === undefined ? {} : { authenticationMethods }),
            },
          },
        },
        { client: 'browser' },
      ).at(-1),
    ).includes(page)
  test.each([
    ['nobody states the methods', undefined, true],
    ['those of its directory are stated', { https: ['Basic'] }, false],
    ['those of all directories are stated', { default: ['Basic'] }, false],
  ] as const)('is assumed or not where %s', (_, methods, expected) => expect(of(methods)).toBe(expected))
})

describe('a policy of Exchange Online on old authentication', () => {
  const policyOf = (mailbox: string, archive: string) =>
    legsOf(
      {
        user: { mailbox, archive },
        workloads: {
          'exchange-online': {
            authenticationPolicies: [{ name: 'Block' }],
            DefaultAuthenticationPolicy: 'Block',
          },
          'exchange-server': { servers: [{ version: '2019', cumulativeUpdate: 14 }] },
        },
      },
      { client: 'windows-powershell-basic', purpose: 'administer' },
    ).find(({ request }) => request.relyingParty === 'exchange-online')?.facts.authenticationPolicy
  test.each([
    ['exchange-online', 'none', 'blocks'],
    ['exchange-server', 'none', 'none'],
    ['exchange-server', 'exchange-server', 'none'],
    ['exchange-server', 'exchange-online', 'blocks'],
  ] as const)('of someone with a mailbox in %s and an archive in %s: %s', (mailbox, archive, expected) => {
    expect(policyOf(mailbox, archive)).toBe(expected)
  })
})

describe('a sign-in to a device at the very moment of the sign-in', () => {
  const signedInAt = (unlockedAt: string) =>
    legsOf(
      {
        asOf: '2026-11-16T10:00:00Z',
        tenant: {
          devices: [{ name: 'pc', platform: 'windows', registered: true, unlockedWith: ['password'], unlockedAt }],
          clients: [{ name: 'on-pc', client: 'outlook-2016', device: 'pc' }],
        },
      },
      { client: 'on-pc' },
    ).at(-1)?.device?.at
  test.each([
    ['2026-11-16T09:00:00Z', Date.parse('2026-11-16T09:00:00Z')],
    ['2026-11-16T10:00:00Z', Date.parse('2026-11-16T10:00:00Z')],
    ['2026-11-16T11:00:00Z', undefined],
  ])('%s is taken up to then', (unlockedAt, expected) => expect(signedInAt(unlockedAt)).toBe(expected))
})
