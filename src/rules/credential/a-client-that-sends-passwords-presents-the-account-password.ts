import { defineRule } from '../rule.ts'

export const aClientThatSendsPasswordsPresentsTheAccountPassword = defineRule({
  id: 'CRED-5',
  question: 'credential',
  statement:
    'A client that sends passwords presents the work or school account user name and password if no second factor is required.',
  citation: { source: 'exo-basic-deprecation' },
  basis: 'documented',
  because: [],
  answer: () => 'account-password',
  examples: [
    {
      name: 'an old mail client without MFA',
      given: { flow: 'basic', flowClass: 'legacy' },
      expect: 'account-password',
    },
    {
      name: 'a script without MFA',
      given: { flow: 'password-grant', flowClass: 'password-grant' },
      expect: 'account-password',
    },
  ],
})
