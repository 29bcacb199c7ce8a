import { defineRule } from '../rule.ts'

export const aServiceThatIsNotDeclaredIsNotJudged = defineRule({
  id: 'OFF-11',
  question: 'service-offer',
  statement:
    "What a service offers depends on the organization's settings, so nothing can be concluded about a service that is not declared.",
  citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  basis: 'inferred',
  silentOn: 'whether the tenant has this service: its file does not declare it',
  because: ['servicePlace'],
  answer: ({ servicePlace }) => (servicePlace === 'not-declared' ? 'undetermined' : undefined),
  examples: [
    {
      name: 'a mailbox server that the file does not have',
      given: { servicePlace: 'not-declared' },
      expect: 'undetermined',
    },
    { name: 'a declared one', given: { servicePlace: 'declared' }, expect: 'does-not-apply' },
    {
      name: 'a mailbox server that the file does not have, which OFF-1 would answer as well',
      given: { servicePlace: 'not-declared', serverFlow: 'not-offered' },
      expect: 'undetermined',
    },
    {
      name: 'a published application that the file does not have, which OFF-15 would answer as well',
      given: { servicePlace: 'not-declared', applicationProxy: 'passes-through' },
      expect: 'undetermined',
    },
  ],
})
