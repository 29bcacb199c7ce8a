import { defineRule } from '../rule.ts'

export const aComputerOfTheDomainGetsItsTicketAtSignIn = defineRule({
  id: 'TGT-6',
  question: 'device-ticket',
  statement: 'A domain-joined computer, hybrid joined or not, gets an Active Directory ticket when a user signs in.',
  citation: { source: 'hello-authentication', section: 'introduction' },
  basis: 'documented',
  because: ['deviceJoin'],
  answer: ({ deviceJoin }) =>
    deviceJoin === 'hybrid-joined' || deviceJoin === 'domain-joined' ? 'at-sign-in' : undefined,
  examples: [
    {
      name: 'a smart card at a hybrid joined computer',
      given: { deviceJoin: 'hybrid-joined', unlockMethod: 'x509CertificateMultiFactor' },
      expect: 'at-sign-in',
    },
    { name: 'a hybrid joined computer', given: { deviceJoin: 'hybrid-joined' }, expect: 'at-sign-in' },
    { name: 'a joined computer', given: {}, expect: 'does-not-apply' },
  ],
})
