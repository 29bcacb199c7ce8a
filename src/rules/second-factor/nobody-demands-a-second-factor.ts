import { defineRule } from '../rule.ts'

export const nobodyDemandsASecondFactor = defineRule({
  id: 'MFA-17',
  question: 'second-factor',
  statement: 'A user whose MFA is disabled, and for whom no policy requires it, signs in with one factor.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  because: [],
  answer: () => 'not-required',
  examples: [
    { name: 'MFA disabled', given: { perUserMfaState: 'disabled' }, expect: 'not-required' },
    {
      name: 'MFA disabled, an old mail client',
      given: { perUserMfaState: 'disabled', flowClass: 'legacy' },
      expect: 'not-required',
    },
  ],
})
