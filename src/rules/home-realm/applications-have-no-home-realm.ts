import { defineRule } from '../rule.ts'

export const applicationsHaveNoHomeRealm = defineRule({
  id: 'REALM-2',
  question: 'home-realm',
  statement: "An application signs in with its own credential, which no domain's identity provider verifies.",
  citation: { source: 'exo-powershell-app-only' },
  basis: 'documented',
  because: ['flowClass'],
  answer: ({ flowClass }) => (flowClass === 'application' || flowClass === 'unauthenticated' ? 'not-asked' : undefined),
  examples: [
    { name: 'a certificate of an application', given: { flowClass: 'application' }, expect: 'not-asked' },
    { name: 'a user', given: { flowClass: 'interactive' }, expect: 'does-not-apply' },
    {
      name: 'a certificate of an application, with flow class unauthenticated',
      given: { flowClass: 'unauthenticated' },
      expect: 'not-asked',
    },
    {
      name: 'a certificate of an application, which REALM-8 would answer as well',
      given: { flowClass: 'application', accountHome: 'entra-tenant' },
      expect: 'not-asked',
    },
  ],
})
