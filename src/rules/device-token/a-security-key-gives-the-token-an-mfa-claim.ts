import { defineRule } from '../rule.ts'

export const aSecurityKeyGivesTheTokenAnMfaClaim = defineRule({
  id: 'PRT-5',
  question: 'device-token',
  statement: 'A passkey proves two factors, so the token from a Windows sign-in with a security key has an MFA claim.',
  citation: { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  basis: 'inferred',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'fido2' ? 'multifactor' : undefined),
  examples: [
    { name: 'a security key', given: { unlockMethod: 'fido2' }, expect: 'multifactor' },
    { name: 'a password', given: {}, expect: 'does-not-apply' },
  ],
})
