import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const outlookWithoutSupportForAdFsTokensMayNotConnect = defineRule({
  id: 'OFF-16',
  question: 'service-offer',
  statement:
    'No version of Outlook 2016 and 2019 is supported with tokens of AD FS; what one does that is told to use them is not documented.',
  citation: { source: 'exchange-server-modern-auth', section: 'Client prerequisites' },
  basis: 'documented',
  because: ['flow', 'service', 'modernAuthority', 'adFsTokens'],
  silentOn: 'what a version of Outlook without support for tokens of AD FS does when it is told to use them',
  answer: ({ flow, service, modernAuthority, adFsTokens }) =>
    flow === 'modern' && service === 'exchange-server' && modernAuthority === 'ad-fs' && adFsTokens === 'unsupported'
      ? undetermined
      : undefined,
  examples: [
    {
      name: 'Outlook 2016 with the registry value',
      given: { flow: 'modern', service: 'exchange-server', modernAuthority: 'ad-fs', adFsTokens: 'unsupported' },
      expect: 'undetermined',
    },
    {
      name: 'Outlook 2016 with the registry value, which OFF-6 would answer as well',
      given: {
        flow: 'modern',
        service: 'exchange-server',
        hosting: 'on-premises',
        modernAuthority: 'ad-fs',
        adFsTokens: 'unsupported',
        modernAuthentication: 'off',
      },
      expect: 'undetermined',
    },
    {
      name: 'Outlook for Microsoft 365',
      given: { flow: 'modern', service: 'exchange-server', modernAuthority: 'ad-fs', adFsTokens: 'used' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook 2016 with the registry value, with flow basic',
      given: { flow: 'basic', service: 'exchange-server', modernAuthority: 'ad-fs', adFsTokens: 'unsupported' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook 2016 with the registry value, with service exchange-online',
      given: { flow: 'modern', service: 'exchange-online', modernAuthority: 'ad-fs', adFsTokens: 'unsupported' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook 2016 with the registry value, with modern authority entra-id',
      given: { flow: 'modern', service: 'exchange-server', modernAuthority: 'entra-id', adFsTokens: 'unsupported' },
      expect: 'does-not-apply',
    },
  ],
})
