import { defineRule } from '../rule.ts'

export const outlookUsesTokensOfAdFsOnlyWhereItIsToldTo = defineRule({
  id: 'ORD-23',
  question: 'client-order',
  statement:
    'Where AD FS issues the tokens for Exchange Server, Outlook uses them only with EnableExchangeOnPremModernAuth, and otherwise continues with Windows authentication.',
  citation: { source: 'exchange-server-modern-auth', section: 'Configure client devices' },
  basis: 'documented',
  because: ['service', 'modernAuthority', 'onPremModernAuth'],
  answer: ({ service, modernAuthority, onPremModernAuth }) =>
    service === 'exchange-server' && modernAuthority === 'ad-fs' && onPremModernAuth === 'unset'
      ? 'windows-then-basic'
      : undefined,
  examples: [
    {
      name: 'Outlook as installed',
      given: { office: '2016-or-later', service: 'exchange-server', modernAuthority: 'ad-fs' },
      expect: 'windows-then-basic',
    },
    {
      name: 'with the registry value',
      given: {
        office: '2016-or-later',
        service: 'exchange-server',
        modernAuthority: 'ad-fs',
        onPremModernAuth: '1',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'hybrid modern authentication',
      given: { office: '2016-or-later', service: 'exchange-server', modernAuthority: 'entra-id' },
      expect: 'does-not-apply',
    },
    {
      name: 'Skype for Business Server',
      given: { office: '2016-or-later', service: 'skype-for-business-server', modernAuthority: 'ad-fs' },
      expect: 'does-not-apply',
    },
  ],
})
