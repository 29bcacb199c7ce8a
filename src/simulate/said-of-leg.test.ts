import { describe, expect, test } from 'vitest'
import { joinedSaid, namesIn, saidOfLeg, saidOfLegs } from './said-of-leg.ts'
import { type Plan, policy, tenantOf } from './sign-in.fixture.ts'
import { openSession, type UndecidedLeg } from './simulate-session.ts'

const first = { what: 'a', by: 'p' }
const second = { what: 'b', by: 'q' }

describe('what is said about several legs', () => {
  test.each([
    ['nothing, about none', [], { what: '', by: '' }],
    ['what is said about one', [first], first],
    ['what is said about each', [first, second], { what: 'a\u0001b', by: 'p\u0001q' }],
    ['unknown where it is unknown of one', [first, undefined], undefined],
    ['unknown where it is unknown of the only one', [undefined], undefined],
  ])('is %s', (_, said, expected) => expect(joinedSaid(said)).toEqual(expected))

  test('tells apart what is said about one and about the other', () => {
    expect(joinedSaid([first, second])).not.toEqual(joinedSaid([second, first]))
    expect(joinedSaid([{ what: 'a', by: 'pq' }, second])?.by).not.toBe(
      joinedSaid([
        { what: 'a', by: 'p' },
        { what: 'b', by: 'qq' },
      ])?.by,
    )
  })
})

describe('the policies by which something is said', () => {
  test.each([
    ['are unknown where it is unknown what is said', undefined, undefined],
    ['are none', { what: 'a', by: '' }, []],
    ['are some', { what: 'a', by: 'p\u0000q' }, ['p', 'q']],
  ])('%s', (_, said, expected) => expect(namesIn(said)).toEqual(expected))
})

describe('what the policies say about a leg', () => {
  const mfa = policy({ builtInControls: ['mfa'] }, {}, { displayName: 'MFA' })
  const legOf = (plan: Plan, signals: object = {}): UndecidedLeg => {
    const tenant = tenantOf(plan)
    const request = { user: 'ada@contoso.com', client: 'outlook-web', purpose: 'read-mail', network: 'here' } as const
    const leg = openSession(tenant, { ...request, at: tenant.asOf, signals }).at(-1)
    if (leg === undefined) throw new Error('nothing to talk to')
    return leg
  }
  const plan: Plan = { policies: [mfa] }

  test('names them apart from what they say', () => {
    const said = saidOfLeg(legOf(plan))
    expect(namesIn(said)).toEqual(['MFA'])
    expect(said?.what).not.toContain('MFA')
    const renamed = saidOfLeg(legOf({ policies: [{ ...mfa, displayName: 'Second factor' }] }))
    expect(renamed?.what).toBe(said?.what)
    expect(namesIn(renamed)).toEqual(['Second factor'])
  })

  test('is the same of two that demand the same, and another of one that demands more', () => {
    const once = saidOfLeg(legOf(plan))
    const twice = saidOfLeg(legOf({ policies: [mfa, { ...mfa, displayName: 'Again' }] }))
    expect(twice?.what).toBe(once?.what)
    expect(namesIn(twice)).toEqual(['Again', 'MFA'])
    const more = saidOfLeg(
      legOf({ policies: [mfa, policy({ builtInControls: ['compliantDevice'] }, {}, { displayName: 'Device' })] }),
    )
    expect(more?.what).not.toBe(once?.what)
  })

  test('is of its own where there are none', () => {
    const said = saidOfLeg(legOf({}))
    expect(namesIn(said)).toEqual([])
    expect(said?.what).not.toBe(saidOfLeg(legOf(plan))?.what)
  })

  test('is not known before where single policies are asked', () => {
    expect(saidOfLeg(legOf(plan, { authenticationContext: 'c1' }))).toBeUndefined()
  })

  test('is not known before where a token may answer', () => {
    const [leg, silent] = [legOf(plan), legOf(plan, { signedIn: 'yes' })]
    expect(saidOfLegs([leg])).toEqual(saidOfLeg(leg))
    expect(saidOfLegs([silent])).toBeUndefined()
    expect(saidOfLegs([leg, silent])).toBeUndefined()
    expect(saidOfLegs([leg, leg])?.what).toBe(`${saidOfLeg(leg)?.what}\u0001${saidOfLeg(leg)?.what}`)
  })
})
