import { defineRule } from '../rule.ts'

export const trustedAddressesWaiveMfaForBrowsers = defineRule({
  id: 'MFA-10',
  question: 'second-factor',
  statement: 'From a trusted address, browsers and modern clients of an enforced user skip MFA.',
  citation: { source: 'entra-mfa-settings', section: 'trusted IPs' },
  basis: 'documented',
  because: ['perUserMfaState', 'trustedNetwork', 'flowClass'],
  answer: ({ perUserMfaState, trustedNetwork, flowClass }) =>
    perUserMfaState === 'enforced' && trustedNetwork === 'inside' && flowClass === 'interactive' ? 'waived' : undefined,
  examples: [
    { name: 'inside', given: { perUserMfaState: 'enforced', trustedNetwork: 'inside' }, expect: 'waived' },
    { name: 'outside', given: { perUserMfaState: 'enforced' }, expect: 'does-not-apply' },
    {
      name: 'inside, with per user mfa state disabled',
      given: { perUserMfaState: 'disabled', trustedNetwork: 'inside' },
      expect: 'does-not-apply',
    },
  ],
})
