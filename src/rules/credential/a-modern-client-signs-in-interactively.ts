import { defineRule } from '../rule.ts'

export const aModernClientSignsInInteractively = defineRule({
  id: 'CRED-3',
  question: 'credential',
  statement: 'A modern client opens the sign-in page of the token issuer, which requests everything that is required.',
  citation: { source: 'office-modern-auth', section: 'introduction' },
  basis: 'documented',
  because: ['flow'],
  answer: ({ flow }) => (flow === 'modern' ? 'interactive' : undefined),
  examples: [
    { name: 'Outlook 2016', given: { flow: 'modern', flowClass: 'interactive' }, expect: 'interactive' },
    { name: 'Outlook 2010', given: { flow: 'basic', flowClass: 'legacy' }, expect: 'does-not-apply' },
    {
      name: 'Outlook 2016, which CRED-10 would answer as well',
      given: { flow: 'modern', flowClass: 'password-grant', secondFactor: 'required' },
      expect: 'interactive',
    },
  ],
})
