import { defineRule } from '../rule.ts'

export const noHomeRealmIsAskedWhereEntraIdTakesNoPart = defineRule({
  id: 'REALM-1',
  question: 'home-realm',
  statement: 'If Microsoft Entra ID does not issue the token, home realm discovery does not take place.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'inferred',
  because: ['issuer'],
  answer: ({ issuer }) => (issuer !== 'entra-id' ? 'not-asked' : undefined),
  examples: [
    { name: 'a server on-premises', given: { issuer: 'active-directory' }, expect: 'not-asked' },
    { name: 'a cloud service', given: { issuer: 'entra-id' }, expect: 'does-not-apply' },
    {
      name: 'a server on-premises, which REALM-2 would answer as well',
      given: { issuer: 'active-directory', flowClass: 'application' },
      expect: 'not-asked',
    },
  ],
})
