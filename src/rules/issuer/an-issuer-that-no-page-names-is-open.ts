import { defineRule } from '../rule.ts'

export const anIssuerThatNoPageNamesIsOpen = defineRule({
  id: 'ISS-6',
  question: 'issuer',
  statement:
    'The pages name an issuer for passwords, Windows authentication and tokens of a stated authority; for any other way into a server on-premises they name none.',
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
