import { defineRule } from '../rule.ts'

export const aSkypeClientWithACertificateUsesIt = defineRule({
  id: 'ORD-3',
  question: 'client-order',
  statement:
    'After the first sign-in, the Skype for Business registrar has issued a certificate to the client, and later sign-ins use it both inside and outside the network.',
  citation: { source: 'skype-sign-in-certificate' },
  basis: 'inferred',
  because: ['registrarCertificate', 'service'],
  answer: ({ registrarCertificate, service }) =>
    registrarCertificate === 'held' && service === 'skype-for-business-server' ? 'certificate' : undefined,
  examples: [
    {
      name: 'a later sign-in',
      given: { office: '2016-or-later', service: 'skype-for-business-server', registrarCertificate: 'held' },
      expect: 'certificate',
    },
    {
      name: 'the first sign-in',
      given: { office: '2016-or-later', service: 'skype-for-business-server' },
      expect: 'does-not-apply',
    },
    {
      name: 'a later sign-in, with service exchange-online',
      given: { office: '2016-or-later', service: 'exchange-online', registrarCertificate: 'held' },
      expect: 'does-not-apply',
    },
    {
      name: 'a later sign-in, which ORD-4 would answer as well',
      given: { service: 'skype-for-business-server', registrarCertificate: 'held' },
      expect: 'certificate',
    },
  ],
})
