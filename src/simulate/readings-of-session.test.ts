import { describe, expect, test } from 'vitest'
import { readingsOfSession } from './readings-of-session.ts'
import type { Session } from './session.ts'

/** A session of which services and switches have so many readings; no more of it is read. */
function sessionOf(readings: readonly number[], switches: Readonly<Record<string, unknown>> = {}): Session {
  const workloads = readings.map((count, at) => {
    const workload = { name: `service ${at}` }
    const own = Array.from({ length: count }, (_, reading) => ({ ...workload, reading }))
    return [`service ${at}`, count === 0 ? workload : { ...workload, readings: own }] as const
  })
  const tenant = { name: 'tenant', workloads: new Map(workloads) }
  return { tenant, profile: { mailbox: 'exchange-online', mailboxSwitches: switches } } as unknown as Session
}

const disputed = { exportsDisagree: { PopEnabled: [true, false] } }

/** Which reading of each service, and which switches, each session is about. */
const read = (sessions: readonly Session[] | undefined) =>
  sessions?.map(({ tenant, profile }) => [
    [...tenant.workloads.values()].map((one) => (one as { readonly reading?: number }).reading).join(' '),
    profile.mailboxSwitches['PopEnabled'],
  ])

describe('the sessions that may be meant', () => {
  test('are none where nobody disagrees', () => {
    expect(readingsOfSession(sessionOf([]))).toEqual([])
    expect(readingsOfSession(sessionOf([0, 0], { PopEnabled: true }))).toEqual([])
  })

  test('are one for each reading of a service', () => {
    expect(read(readingsOfSession(sessionOf([2], { PopEnabled: true })))).toEqual([
      ['0', true],
      ['1', true],
    ])
  })

  test('are one for each pair of readings of two services', () => {
    expect(read(readingsOfSession(sessionOf([2, 2])))?.map(([services]) => services)).toEqual([
      '0 0',
      '0 1',
      '1 0',
      '1 1',
    ])
  })

  test('are one for each state of the switches', () => {
    expect(read(readingsOfSession(sessionOf([], disputed)))).toEqual([
      ['', true],
      ['', false],
    ])
    expect(read(readingsOfSession(sessionOf([2], disputed)))).toEqual([
      ['0', true],
      ['0', false],
      ['1', true],
      ['1', false],
    ])
  })

  test.each([
    [[256], {}, 256],
    [[257], {}, undefined],
    [[128], disputed, 256],
    [[129], disputed, undefined],
    [[16, 16], {}, 256],
    [[257, 2], {}, undefined],
    [[256, 2], {}, undefined],
  ])('are not looked at where there are too many: %j %j', (readings, switches, expected) => {
    expect(readingsOfSession(sessionOf(readings, switches))?.length).toBe(expected)
  })

  test('are of the session in everything else', () => {
    const session = sessionOf([2], disputed)
    for (const one of readingsOfSession(session) ?? []) {
      expect(one.tenant.name).toBe('tenant')
      expect(one.profile.mailbox).toBe('exchange-online')
    }
  })
})
