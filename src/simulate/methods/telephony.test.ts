import { expect, test } from 'vitest'
import { globalAdministrator } from '../../catalog/roles.ts'
import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { missing } from '../../vocabulary/facts.ts'
import { tenantOf } from '../sign-in.fixture.ts'
import { telephonyServed } from './telephony.ts'

const tenant = tenantOf({ asOf: '2027-01-01' })

/** When the vendor stops text messages and calls for this subject. */
function endOf(subject: string): number {
  const entry = vendorTimeline.find((one) => one.subject === subject)
  if (entry === undefined) throw new Error(`the timeline has no ${subject}`)
  return Date.parse(entry.from)
}

const [early, late] = [endOf('sms-and-voice'), endOf('sms-and-voice-later')]
const between = (early + late) / 2

type Person = Parameters<typeof telephonyServed>[0]['user']

const member: Person = { kind: 'user', accountHome: 'here', roles: new Set() }
const administrator = new Set([globalAdministrator])
const otherwise = { kind: 'guest', guestType: 'b2bCollaborationGuest' } as const

test('the two ends are apart', () => expect(early).toBeLessThan(late))

test.each<[string, Person, string]>([
  ['a member', member, 'no'],
  ['a global administrator', { ...member, roles: administrator }, 'yes'],
  ['someone whose roles nobody says', { kind: 'user', accountHome: 'here' }, missing],
  ['a guest', { ...member, kind: 'guest', accountHome: 'entra-tenant' }, 'yes'],
  ['a guest with an account here', { ...member, kind: 'guest' }, 'no'],
  ['an outsider who is a member', { ...member, accountHome: 'entra-tenant' }, 'no'],
  ['an outsider who is a member or a guest', { ...member, accountHome: 'entra-tenant', otherwise }, missing],
  ['one who administers all', { ...member, accountHome: 'entra-tenant', otherwise, roles: administrator }, 'yes'],
  ['a member or a guest with an account here', { ...member, otherwise }, 'no'],
])('between the two: %s', (_, user, expected) => {
  expect(telephonyServed({ tenant, at: between, user })).toBe(expected)
})

test.each<[string, Person]>([
  ['a member', member],
  ['a guest', { ...member, kind: 'guest', accountHome: 'entra-tenant' }],
  ['a member or a guest', { ...member, accountHome: 'entra-tenant', otherwise }],
  ['someone whose roles nobody says', { kind: 'user', accountHome: 'here' }],
])('for %s before both and after both', (_, user) => {
  expect(telephonyServed({ tenant, at: early - 1, user })).toBe('yes')
  expect(telephonyServed({ tenant, at: late, user })).toBe('no')
})
