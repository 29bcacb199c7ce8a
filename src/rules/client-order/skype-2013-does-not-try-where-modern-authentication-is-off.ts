import { defineRule } from '../rule.ts'

export const skype2013DoesNotTryWhereModernAuthenticationIsOff = defineRule({
  id: 'ORD-14',
  question: 'client-order',
  statement:
    'A Lync or Skype for Business 2013 client with the registry values uses the Sign-in Assistant directly if modern authentication is off in the tenant.',
  citation: { source: 'office-modern-auth', section: 'skype for business online' },
  basis: 'documented',
  because: ['office', 'service', 'modernAuthentication'],
  answer: ({ office, service, modernAuthentication }) =>
    office === '2013' && service === 'skype-for-business-online' && modernAuthentication === 'off'
      ? 'sign-in-assistant'
      : undefined,
  examples: [
    {
      name: 'the tenant is off',
      given: { office: '2013', enableAdal: '1', service: 'skype-for-business-online', modernAuthentication: 'off' },
      expect: 'sign-in-assistant',
    },
    {
      name: 'the tenant is on',
      given: { office: '2013', enableAdal: '1', service: 'skype-for-business-online' },
      expect: 'does-not-apply',
    },
    {
      name: 'the tenant is off, with office not-office',
      given: {
        office: 'not-office',
        enableAdal: '1',
        service: 'skype-for-business-online',
        modernAuthentication: 'off',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'the tenant is off, with service exchange-online',
      given: { office: '2013', enableAdal: '1', service: 'exchange-online', modernAuthentication: 'off' },
      expect: 'does-not-apply',
    },
  ],
})
