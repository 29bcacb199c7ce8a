import { defineRule } from '../rule.ts'

export const aGuestWithAMailedCodeIsShutOutWhereCodesAreOff = defineRule({
  id: 'POL-37',
  question: 'policy-block',
  statement:
    'If a tenant turns email one-time passcodes off, guests who redeemed their invitation with a passcode can no longer sign in until their redemption is reset.',
  citation: { source: 'b2b-one-time-passcode', section: 'Enable or disable email one-time passcodes' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'emailed passcodes are turned off',
  because: ['accountHome', 'guestPasscode'],
  answer: ({ accountHome, guestPasscode }) =>
    accountHome === 'one-time-passcode' && guestPasscode === 'off' ? 'blocked-by-setting' : undefined,
  examples: [
    {
      name: 'a guest with a passcode where passcodes are off',
      given: { accountHome: 'one-time-passcode', guestPasscode: 'off' },
      expect: 'blocked-by-setting',
    },
    {
      name: 'a guest with a passcode where passcodes are on',
      given: { accountHome: 'one-time-passcode' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest from another tenant where passcodes are off',
      given: { accountHome: 'entra-tenant', guestPasscode: 'off' },
      expect: 'does-not-apply',
    },
    {
      name: 'the same for an application that is disabled, which POL-40 would answer as well',
      given: { accountHome: 'one-time-passcode', guestPasscode: 'off', applicationAssignment: 'switched-off' },
      expect: 'blocked-by-setting',
    },
  ],
})
