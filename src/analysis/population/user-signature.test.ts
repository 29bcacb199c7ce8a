import { describe, expect, test } from 'vitest'
import { roles } from '../../catalog/roles.ts'
import { telephonyServed } from '../../simulate/methods/telephony.ts'
import type { User } from '../../tenant/tenant.ts'
import { foundingPlan, tenantOf } from '../random-plan.fixture.ts'
import { relevantNames } from './relevant-names.ts'
import { signatureOf, traitsOf } from './user-signature.ts'

const tenant = tenantOf(foundingPlan)
const relevant = relevantNames(tenant)
const [user] = [...tenant.users.values()]
if (user === undefined) throw new Error('the worked example has users')
const read = (changed: object, names = relevant): string =>
  // A property that the model does not have yet is part of what is tested.
  signatureOf(traitsOf({ ...user, ...changed } as User, names))

describe('users are in one class', () => {
  test.each([
    ['another name', { userPrincipalName: 'x@contoso.com', displayName: 'X', id: '1' }],
    ['other names of the same number of app passwords', { appPasswords: ['Tablet'] }],
    ['a group that nothing names', { groups: new Set(['choir']) }],
    ['a role that no policy names', { roles: new Set(['x']) }],
    ['a second factor on another day that nobody remembers', { lastMfa: 7 }],
  ])('in spite of %s', (_, changed) => expect(read(changed)).toBe(read({})))
})

describe('users are in two classes', () => {
  test.each([
    ['a property that nobody has listed', { shoeSize: 44 }],
    ['another state of MFA', { perUserMfaState: 'enabled' }],
    ['no app password', { appPasswords: [] }],
    ['app passwords that nobody states', { appPasswords: undefined }],
    ['another home', { mailbox: 'none' }],
    ['a switch of the mailbox', { mailboxSwitches: { PopEnabled: false } }],
    ['a default instead of a statement', { assumed: { perUserMfaState: 'default' } }],
    ['groups that nobody states', { groups: undefined }],
    ['an account off in the cloud', { account: { onPremises: 'sound', inCloud: 'disabled' } }],
  ])('by %s', (_, changed) => expect(read(changed)).not.toBe(read({})))

  test.each([
    ['a name that something names', { people: new Set(['x@contoso.com']) }, { userPrincipalName: 'x@contoso.com' }],
    ['a display name that something names', { people: new Set(['x']) }, { displayName: 'X' }],
    ['a group that something names', { groups: new Set(['choir']) }, { groups: new Set(['choir']) }],
    ['a role that a policy names', { roles: new Set(['r']) }, { roles: new Set(['r']) }],
    ['the day of a second factor that is remembered', { remembersMfa: true }, { lastMfa: 7 }],
    [
      'a name that an access rule distinguishes',
      { nameConditions: [{ claim: 'http://x/upn', operator: 'matches', value: '^x@' } as const] },
      { userPrincipalName: 'x@contoso.com' },
    ],
  ])('by %s', (_, names, changed) => {
    const reading = { ...relevant, ...names }
    expect(read(changed, reading)).not.toBe(read({}, reading))
  })
})

test('a role to which the vendor still delivers text messages, or no longer does, has a class of its own', () => {
  const at = Date.parse('2027-03-01T00:00:00Z')
  const servedTo = (ids: ReadonlySet<string>) => telephonyServed({ tenant, at, user: { kind: 'user', roles: ids } })
  const nobody = { roles: new Set<string>(), adminRole: true }
  const different = roles.filter(({ id }) => servedTo(new Set([id])) !== servedTo(nobody.roles))
  expect(different.map(({ name }) => name)).toEqual(['Global Administrator'])
  for (const { id } of different) expect(read({ ...nobody, roles: new Set([id]) })).not.toBe(read(nobody))
})
