import { defineRule } from '../rule.ts'

export const aPrivateWindowDoesNotPresentTheDevice = defineRule({
  id: 'SIL-3',
  question: 'silent-sign-in',
  statement: 'A browser in private mode does not present the device or any token it holds.',
  citation: { source: 'ca-conditions', section: 'Supported browsers' },
  basis: 'inferred',
  because: ['tokenReach', 'deviceToken'],
  answer: ({ tokenReach, deviceToken }) =>
    tokenReach === 'private-window' && deviceToken !== 'none' ? 'person' : undefined,
  examples: [
    { name: 'a private window', given: { tokenReach: 'private-window', deviceToken: 'multifactor' }, expect: 'person' },
    { name: 'an ordinary window', given: { deviceToken: 'multifactor' }, expect: 'does-not-apply' },
  ],
})
