import { defineRule } from '../rule.ts'

export const nothingIsKnownAgainstAnAccount = defineRule({
  id: 'ACCT-5',
  question: 'account-state',
  statement: 'The verifier knows of nothing that blocks this account.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'inferred',
  because: [],
  answer: () => 'usable',
  examples: [
    { name: 'nothing is wrong', given: { verifier: 'active-directory' }, expect: 'usable' },
    {
      name: 'a certificate of the service, which asks no directory',
      given: { verifier: 'relying-party', accountOnPremises: 'locked' },
      expect: 'usable',
    },
  ],
})
