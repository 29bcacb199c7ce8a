import { defineRule } from '../rule.ts'

export const aModernClientSignsInInteractively = defineRule({
  id: 'CRED-3',
  question: 'credential',
  statement: 'A modern client opens the sign-in page of the token issuer; whatever is demanded is asked there.',
  citation: { source: 'office-modern-auth', section: 'introduction' },
  basis: 'documented',
  because: ['flow'],
  answer: ({ flow }) => (flow === 'modern' ? 'interactive' : undefined),
  examples: [
    { name: 'Outlook 2016', given: { flow: 'modern', flowClass: 'interactive' }, expect: 'interactive' },
    { name: 'Outlook 2010', given: { flow: 'basic', flowClass: 'legacy' }, expect: 'does-not-apply' },
  ],
})
