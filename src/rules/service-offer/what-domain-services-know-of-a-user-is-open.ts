import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const whatDomainServicesKnowOfAUserIsOpen = defineRule({
  id: 'OFF-19',
  question: 'service-offer',
  statement:
    'With Microsoft Entra Domain Services, a file share takes tickets of the managed domain, whose password hashes and joined machines are not part of a tenant file.',
  citation: { source: 'azure-files-domain-services', section: 'Prerequisites' },
  basis: 'documented',
  silentOn: 'whether the managed domain has the password of this user, and the machine reaches it',
  because: ['shareTickets'],
  answer: ({ shareTickets }) => (shareTickets === 'domain-services' ? undetermined : undefined),
  examples: [
    {
      name: 'a storage account of a managed domain',
      given: { service: 'azure-files', flow: 'windows-integrated', shareTickets: 'domain-services' },
      expect: 'undetermined',
    },
    {
      name: 'the same, asked for a token, which OFF-1 would answer as well',
      given: { service: 'azure-files', flow: 'modern', serverFlow: 'not-offered', shareTickets: 'domain-services' },
      expect: 'undetermined',
    },
    {
      name: 'a storage account of the domain on-premises',
      given: { service: 'azure-files', flow: 'windows-integrated', shareTickets: 'active-directory' },
      expect: 'does-not-apply',
    },
  ],
})
