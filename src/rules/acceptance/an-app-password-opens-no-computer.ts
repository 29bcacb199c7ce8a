import { defineRule } from '../rule.ts'

export const anAppPasswordOpensNoComputer = defineRule({
  id: 'ACC-49',
  question: 'acceptance',
  statement: 'An app password is for programs without modern authentication, and signs nobody in to a computer.',
  citation: { source: 'entra-app-passwords', section: 'Overview and considerations' },
  basis: 'inferred',
  owner: 'client',
  because: ['credential', 'shareTickets'],
  answer: ({ credential, shareTickets }) =>
    credential === 'app-password' && shareTickets === 'joined-computer' ? 'unfit' : undefined,
  examples: [
    {
      name: 'an app password over RDP',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', shareTickets: 'joined-computer' },
      expect: 'unfit',
    },
    {
      name: 'the account password',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'entra-id',
        issuer: 'entra-id',
        shareTickets: 'joined-computer',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'an app password in a mail client',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'entra-id',
        issuer: 'entra-id',
        appPassword: 'exists',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'an app password that does not exist, which ACC-4 would answer as well',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        shareTickets: 'joined-computer',
        appPassword: 'none',
      },
      expect: 'unfit',
    },
  ],
})
