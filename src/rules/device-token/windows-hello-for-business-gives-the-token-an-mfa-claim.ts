import { defineRule } from '../rule.ts'

export const windowsHelloForBusinessGivesTheTokenAnMfaClaim = defineRule({
  id: 'PRT-4',
  question: 'device-token',
  statement: 'The token of a sign-in with Windows Hello for Business has a claim of MFA, which is renewed with it.',
  citation: { source: 'entra-primary-refresh-token', section: 'When does a PRT get an MFA claim?' },
  basis: 'documented',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'windowsHelloForBusiness' ? 'multifactor' : undefined),
  examples: [
    { name: 'Hello', given: { unlockMethod: 'windowsHelloForBusiness' }, expect: 'multifactor' },
    { name: 'a password', given: {}, expect: 'does-not-apply' },
  ],
})
