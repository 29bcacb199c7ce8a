import { defineRule } from '../rule.ts'

export const theNpsExtensionAsksAtEveryAuthentication = defineRule({
  id: 'SFO-9',
  question: 'second-factor-outcome',
  statement:
    'The NPS extension asks for the second factor at every authentication, whatever was passed elsewhere before.',
  citation: { source: 'entra-nps-extension', section: 'Control RADIUS clients that require MFA' },
  basis: 'documented',
  because: ['npsExtension', 'secondFactor', 'credential'],
  answer: ({ npsExtension, secondFactor, credential }) =>
    npsExtension === 'installed' && secondFactor === 'required' && credential === 'account-password'
      ? 'asked'
      : undefined,
  examples: [
    {
      name: 'a VPN, after a sign-in with MFA in the browser',
      given: {
        npsExtension: 'installed',
        secondFactor: 'required',
        credential: 'account-password',
        mfaSatisfied: 'claim',
      },
      expect: 'asked',
    },
    {
      name: 'a VPN, a user who is not enrolled and need not be',
      given: { npsExtension: 'installed', secondFactor: 'not-required', credential: 'account-password' },
      expect: 'does-not-apply',
    },
    {
      name: 'a modern client',
      given: { secondFactor: 'required', credential: 'interactive', mfaSatisfied: 'claim' },
      expect: 'does-not-apply',
    },
    {
      name: 'a VPN, after a sign-in in a browser that is remembered, which SFO-5 would answer as well',
      given: {
        npsExtension: 'installed',
        secondFactor: 'required',
        credential: 'account-password',
        mfaSatisfied: 'remembered',
      },
      expect: 'asked',
    },
  ],
})
