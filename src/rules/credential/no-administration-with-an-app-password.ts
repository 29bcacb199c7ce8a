import { defineRule } from '../rule.ts'

export const noAdministrationWithAnAppPassword = defineRule({
  id: 'CRED-12',
  question: 'credential',
  statement:
    'An app password allows no administrative actions, not even for an administrator, and the account password is no longer sufficient.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'an app password cannot administer',
  because: ['flowClass', 'secondFactor', 'administrative'],
  error: 'AADSTS50076',
  answer: ({ flowClass, secondFactor, administrative }) =>
    flowClass === 'legacy' && secondFactor === 'required' && administrative === 'yes'
      ? 'password-does-not-suffice'
      : undefined,
  examples: [
    {
      name: 'Windows PowerShell of an enforced administrator',
      given: {
        flow: 'basic',
        flowClass: 'legacy',
        secondFactor: 'required',
        administrative: 'yes',
        appPassword: 'exists',
      },
      expect: 'password-does-not-suffice',
    },
    {
      name: 'reading mail',
      given: { flow: 'basic', flowClass: 'legacy', secondFactor: 'required', appPassword: 'exists' },
      expect: 'does-not-apply',
    },
    {
      name: 'Windows PowerShell of an enforced administrator, with flow class interactive',
      given: {
        flow: 'basic',
        flowClass: 'interactive',
        secondFactor: 'required',
        administrative: 'yes',
        appPassword: 'exists',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'Windows PowerShell of an enforced administrator, with second factor not-required',
      given: {
        flow: 'basic',
        flowClass: 'legacy',
        secondFactor: 'not-required',
        administrative: 'yes',
        appPassword: 'exists',
      },
      expect: 'does-not-apply',
    },
  ],
})
