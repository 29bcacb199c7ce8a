import { defineRule } from '../rule.ts'

export const windowsHelloForBusinessGivesTheTokenAnMfaClaim = defineRule({
  id: 'PRT-4',
  question: 'device-token',
  statement:
    'The token from a sign-in with Windows Hello for Business has an MFA claim, which is renewed with the token.',
  citation: { source: 'entra-primary-refresh-token', section: 'When does a PRT get an MFA claim?' },
  basis: 'documented',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'windowsHelloForBusiness' ? 'multifactor' : undefined),
  examples: [
    { name: 'Hello', given: { unlockMethod: 'windowsHelloForBusiness' }, expect: 'multifactor' },
    { name: 'a password', given: {}, expect: 'does-not-apply' },
  ],
})
