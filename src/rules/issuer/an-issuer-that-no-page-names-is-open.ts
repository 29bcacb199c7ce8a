import { defineRule } from '../rule.ts'

export const anIssuerThatNoPageNamesIsOpen = defineRule({
  id: 'ISS-6',
  question: 'issuer',
  statement:
    'The documentation names an issuer for passwords, Windows authentication and tokens from a configured authority, but not for any other authentication method of an on-premises server.',
  citation: { source: 'hma-overview', section: 'what changes' },
  basis: 'inferred',
  silentOn: 'whose tokens the server on-premises accepts',
  because: [],
  answer: () => 'undetermined',
  examples: [
    {
      name: 'a token for a server without an authority',
      given: { hosting: 'on-premises', flow: 'modern', modernAuthority: 'none' },
      expect: 'undetermined',
    },
    {
      name: 'the assistant of the cloud at a server',
      given: { hosting: 'on-premises', flow: 'sign-in-assistant', modernAuthority: 'none' },
      expect: 'undetermined',
    },
  ],
})
