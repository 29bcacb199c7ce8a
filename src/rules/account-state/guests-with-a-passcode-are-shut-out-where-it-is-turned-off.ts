import { defineRule } from '../rule.ts'

export const guestsWithAPasscodeAreShutOutWhereItIsTurnedOff = defineRule({
  id: 'ACCT-8',
  question: 'account-state',
  statement:
    'Guests who redeemed their invitation with an emailed one-time passcode cannot sign in once the passcode is turned off, until their redemption is reset.',
  citation: { source: 'b2b-one-time-passcode', section: 'Enable or disable email one-time passcodes' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'emailed passcodes are turned off',
  because: ['verifier', 'accountHome', 'emailPasscode'],
  answer: ({ verifier, accountHome, emailPasscode }) =>
    verifier === 'entra-id' && accountHome === 'one-time-passcode' && emailPasscode === 'off' ? 'unusable' : undefined,
  examples: [
    {
      name: 'a passcode guest, passcodes turned off',
      given: { verifier: 'entra-id', accountHome: 'one-time-passcode', emailPasscode: 'off' },
      expect: 'unusable',
    },
    {
      name: 'a passcode guest, passcodes on',
      given: { verifier: 'entra-id', accountHome: 'one-time-passcode', emailPasscode: 'on' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest from another tenant',
      given: { verifier: 'entra-id', accountHome: 'entra-tenant', emailPasscode: 'off' },
      expect: 'does-not-apply',
    },
    {
      name: 'a passcode guest who is disabled, which ACCT-1 would answer as well',
      given: {
        accountHome: 'one-time-passcode',
        emailPasscode: 'off',
        verifier: 'entra-id',
        accountInCloud: 'disabled',
      },
      expect: 'unusable',
    },
  ],
})
