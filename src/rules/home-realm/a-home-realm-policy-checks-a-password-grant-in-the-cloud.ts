import { defineRule } from '../rule.ts'

export const aHomeRealmPolicyChecksAPasswordGrantInTheCloud = defineRule({
  id: 'REALM-7',
  question: 'home-realm',
  statement:
    "If a home realm discovery policy allows cloud passwords and hashes are synchronized, a federated user's password grant is verified in the cloud.",
  citation: {
    source: 'entra-home-realm-discovery',
    section: 'Enable direct ROPC authentication of federated users for legacy applications',
  },
  basis: 'documented',
  because: ['flowClass', 'passwordGrantChecked'],
  answer: ({ flowClass, passwordGrantChecked }) =>
    flowClass === 'password-grant' && passwordGrantChecked === 'in-the-cloud' ? 'managed' : undefined,
  examples: [
    {
      name: 'a script, with the policy',
      given: { domainAuthentication: 'federated', flowClass: 'password-grant', passwordGrantChecked: 'in-the-cloud' },
      expect: 'managed',
    },
    {
      name: 'a script, without the policy',
      given: { domainAuthentication: 'federated', flowClass: 'password-grant', passwordGrantChecked: 'nowhere' },
      expect: 'does-not-apply',
    },
    {
      name: 'a browser',
      given: { domainAuthentication: 'federated', flowClass: 'interactive', passwordGrantChecked: 'in-the-cloud' },
      expect: 'does-not-apply',
    },
  ],
})
