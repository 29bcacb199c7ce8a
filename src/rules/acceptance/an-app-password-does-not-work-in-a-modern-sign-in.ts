import { defineRule } from '../rule.ts'

export const anAppPasswordDoesNotWorkInAModernSignIn = defineRule({
  id: 'ACC-3',
  question: 'acceptance',
  statement: 'App passwords do not work for accounts and clients that must use modern authentication.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'a modern client does not take an app password',
  because: ['credential', 'flowClass'],
  error: 'AADSTS50126',
  answer: ({ credential, flowClass }) =>
    credential === 'app-password' &&
    (flowClass === 'interactive' || flowClass === 'password-grant' || flowClass === 'application')
      ? 'refused'
      : undefined,
  examples: [
    {
      name: 'typed into a sign-in page',
      given: { credential: 'app-password', flow: 'modern', flowClass: 'interactive', appPassword: 'exists' },
      expect: 'refused',
    },
    {
      name: 'sent by an old mail client',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        secondFactor: 'required',
        appPassword: 'exists',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'typed into a sign-in page, with flow class password-grant',
      given: { credential: 'app-password', flowClass: 'password-grant', appPassword: 'exists' },
      expect: 'refused',
    },
    {
      name: 'typed into a sign-in page, with flow class application',
      given: { credential: 'app-password', flowClass: 'application', appPassword: 'exists' },
      expect: 'refused',
    },
    {
      name: 'typed into a sign-in page, which ACC-2 would answer as well',
      given: { credential: 'app-password', flowClass: 'interactive', appPassword: 'exists', verifier: 'federated-idp' },
      expect: 'refused',
    },
  ],
})
