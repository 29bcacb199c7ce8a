import { defineRule } from '../rule.ts'

export const cloudServicesTrustEntraId = defineRule({
  id: 'ISS-2',
  question: 'issuer',
  statement:
    "Microsoft's cloud services trust tokens from Microsoft Entra ID, regardless of who verifies the password.",
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: ['hosting'],
  answer: ({ hosting }) => (hosting === 'online' ? 'entra-id' : undefined),
  examples: [
    { name: 'a cloud mailbox', given: { hosting: 'online', flow: 'basic' }, expect: 'entra-id' },
    { name: 'a server on-premises', given: { hosting: 'on-premises', flow: 'basic' }, expect: 'does-not-apply' },
    { name: 'a cloud mailbox, which ISS-3 would answer as well', given: { hosting: 'online' }, expect: 'entra-id' },
  ],
})
