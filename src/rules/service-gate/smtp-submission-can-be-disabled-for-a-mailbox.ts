import { defineRule } from '../rule.ts'

export const smtpSubmissionCanBeDisabledForAMailbox = defineRule({
  id: 'GATE-8',
  question: 'service-gate',
  statement: 'A mailbox whose SmtpClientAuthenticationDisabled is true cannot use SMTP AUTH.',
  citation: { source: 'exo-smtp-submission' },
  basis: 'documented',
  owner: 'service',
  because: ['service', 'protocolKind', 'smtpAuthMailbox'],
  error: 'smtp-535-5.7.139-mailbox',
  answer: ({ service, protocolKind, smtpAuthMailbox }) =>
    service === 'exchange-online' && protocolKind === 'smtp-auth' && smtpAuthMailbox === 'disabled'
      ? 'closed'
      : undefined,
  examples: [
    {
      name: 'disabled for the mailbox',
      given: { protocolKind: 'smtp-auth', flow: 'basic', smtpAuthMailbox: 'disabled' },
      expect: 'closed',
    },
    {
      name: 'enabled for the mailbox',
      given: { protocolKind: 'smtp-auth', flow: 'basic', smtpAuthMailbox: 'enabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'disabled for the mailbox, with protocol kind other',
      given: { protocolKind: 'other', flow: 'basic', smtpAuthMailbox: 'disabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'a mailbox on an on-premises server, which has no such setting',
      given: { service: 'exchange-server', protocolKind: 'smtp-auth', flow: 'basic', smtpAuthMailbox: 'disabled' },
      expect: 'does-not-apply',
    },
  ],
})
