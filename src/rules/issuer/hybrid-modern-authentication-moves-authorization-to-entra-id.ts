import { defineRule } from '../rule.ts'

export const hybridModernAuthenticationMovesAuthorizationToEntraId = defineRule({
  id: 'ISS-3',
  question: 'issuer',
  statement:
    'With hybrid modern authentication, on-premises servers accept tokens from Microsoft Entra ID from modern clients.',
  citation: { source: 'hma-overview', section: 'what changes' },
  basis: 'documented',
  because: ['flow', 'modernAuthority'],
  answer: ({ flow, modernAuthority }) =>
    (flow === 'modern' || flow === 'password-grant') && modernAuthority === 'entra-id' ? 'entra-id' : undefined,
  examples: [
    {
      name: 'a modern client',
      given: { hosting: 'on-premises', flow: 'modern', modernAuthority: 'entra-id' },
      expect: 'entra-id',
    },
    {
      name: 'a modern client, with a password grant',
      given: { hosting: 'on-premises', flow: 'password-grant', modernAuthority: 'entra-id' },
      expect: 'entra-id',
    },
    {
      name: 'a legacy client',
      given: { hosting: 'on-premises', flow: 'basic', modernAuthority: 'entra-id' },
      expect: 'does-not-apply',
    },
  ],
})
