import { defineRule } from '../rule.ts'

export const aSecurityKeyGivesTheTokenAnMfaClaim = defineRule({
  id: 'PRT-5',
  question: 'device-token',
  statement:
    'A passkey proves two factors, so that the token of a sign-in to Windows with a security key has a claim of MFA.',
  citation: { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  basis: 'inferred',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'fido2' ? 'multifactor' : undefined),
  examples: [
    { name: 'a security key', given: { unlockMethod: 'fido2' }, expect: 'multifactor' },
    { name: 'a password', given: {}, expect: 'does-not-apply' },
  ],
})
