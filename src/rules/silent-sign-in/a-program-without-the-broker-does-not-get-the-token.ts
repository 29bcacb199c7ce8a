import { defineRule } from '../rule.ts'

export const aProgramWithoutTheBrokerDoesNotGetTheToken = defineRule({
  id: 'SIL-6',
  question: 'silent-sign-in',
  statement:
    "Programs get the device's token from its broker; a program that does not use the broker prompts the user.",
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT used?' },
  basis: 'documented',
  because: ['tokenReach', 'deviceToken'],
  answer: ({ tokenReach, deviceToken }) =>
    tokenReach === 'no-broker' && deviceToken !== 'none' ? 'person' : undefined,
  examples: [
    { name: 'Office 2013', given: { tokenReach: 'no-broker', deviceToken: 'multifactor' }, expect: 'person' },
    { name: 'Office today', given: { deviceToken: 'multifactor' }, expect: 'does-not-apply' },
  ],
})
