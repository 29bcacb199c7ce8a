import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aProxyThatPassesRequestsThroughLeavesTheSignInToTheApplication = defineRule({
  id: 'OFF-15',
  question: 'service-offer',
  statement:
    'With passthrough, application proxy asks nobody to authenticate against Microsoft Entra ID; what the application behind it asks for is its own matter.',
  citation: { source: 'entra-application-proxy-add', section: 'Add an on-premises app to Microsoft Entra ID' },
  basis: 'documented',
  silentOn: 'how the application behind the proxy authenticates users',
  because: ['applicationProxy'],
  answer: ({ applicationProxy }) => (applicationProxy === 'passes-through' ? undetermined : undefined),
  examples: [
    {
      name: 'passthrough, with a method that the proxy does not have, which OFF-1 would answer as well',
      given: {
        service: 'application-proxy',
        flow: 'basic',
        serverFlow: 'not-offered',
        applicationProxy: 'passes-through',
      },
      expect: 'undetermined',
    },
    {
      name: 'an application that is published with passthrough',
      given: { service: 'application-proxy', flow: 'modern', applicationProxy: 'passes-through' },
      expect: 'undetermined',
    },
    {
      name: 'an application that is published with preauthentication',
      given: { service: 'application-proxy', flow: 'modern', applicationProxy: 'preauthenticates' },
      expect: 'does-not-apply',
    },
    {
      name: 'passthrough, beside a storage account without an identity source, which OFF-18 would answer as well',
      given: { flow: 'modern', applicationProxy: 'passes-through', shareTickets: 'nobody' },
      expect: 'undetermined',
    },
  ],
})
