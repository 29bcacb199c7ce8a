import { defineRule } from '../rule.ts'

export const aSecondFactorGivenToAProgramOfTheBrokerMarksTheToken = defineRule({
  id: 'PRT-11',
  question: 'device-token',
  statement:
    "When an app that uses the broker requires MFA, the device's token is renewed with an MFA claim, which other apps then use.",
  citation: { source: 'entra-primary-refresh-token', section: 'When does a PRT get an MFA claim?' },
  basis: 'documented',
  because: ['tokenUpgraded'],
  answer: ({ tokenUpgraded }) => (tokenUpgraded === 'yes' ? 'multifactor' : undefined),
  examples: [
    {
      name: 'Hello, and a second factor since',
      given: { tokenUpgraded: 'yes', unlockMethod: 'windowsHelloForBusiness' },
      expect: 'multifactor',
    },
    { name: 'a password, and a second factor since', given: { tokenUpgraded: 'yes' }, expect: 'multifactor' },
    { name: 'a password alone', given: {}, expect: 'does-not-apply' },
  ],
})
