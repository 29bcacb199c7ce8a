import { defineRule } from '../rule.ts'

export const anAppPasswordPerformsNoAdministration = defineRule({
  id: 'ACC-4',
  question: 'acceptance',
  statement: 'Administrative actions cannot be performed with an app password through a non-browser application.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'an app password cannot administer',
  because: ['credential', 'administrative'],
  answer: ({ credential, administrative }) =>
    credential === 'app-password' && administrative === 'yes' ? 'refused' : undefined,
  examples: [
    {
      name: 'Windows PowerShell',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        administrative: 'yes',
        appPassword: 'exists',
      },
      expect: 'refused',
    },
    {
      name: 'reading mail',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', appPassword: 'exists' },
      expect: 'does-not-apply',
    },
    {
      name: 'Windows PowerShell, with credential account-password',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        administrative: 'yes',
        appPassword: 'exists',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'Windows PowerShell, which ACC-5 would answer as well',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', administrative: 'yes' },
      expect: 'refused',
    },
  ],
})
