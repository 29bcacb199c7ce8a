import { defineRule } from '../rule.ts'

export const smtpSubmissionCanBeDisabledForTheOrganization = defineRule({
  id: 'GATE-9',
  question: 'service-gate',
  statement: "A mailbox without its own setting follows the organization's SmtpClientAuthenticationDisabled.",
  citation: { source: 'exo-smtp-submission' },
  basis: 'documented',
  owner: 'service',
  because: ['service', 'protocolKind', 'smtpAuthMailbox', 'smtpAuthOrganization'],
  error: 'smtp-535-5.7.139-tenant',
  answer: ({ service, protocolKind, smtpAuthMailbox, smtpAuthOrganization }) =>
    service === 'exchange-online' &&
    protocolKind === 'smtp-auth' &&
    smtpAuthMailbox === 'inherit' &&
    smtpAuthOrganization === 'disabled'
      ? 'closed'
      : undefined,
  examples: [
    {
      name: 'disabled for all',
      given: { protocolKind: 'smtp-auth', flow: 'basic', smtpAuthOrganization: 'disabled' },
      expect: 'closed',
    },
    {
      name: 'the mailbox overrides it',
      given: { protocolKind: 'smtp-auth', flow: 'basic', smtpAuthOrganization: 'disabled', smtpAuthMailbox: 'enabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'disabled for all, which GATE-14 would answer as well',
      given: { protocolKind: 'smtp-auth', flow: 'none', smtpAuthOrganization: 'disabled', directSend: 'rejected' },
      expect: 'closed',
    },
    {
      name: 'disabled for all, with protocol kind other',
      given: { protocolKind: 'other', flow: 'basic', smtpAuthOrganization: 'disabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'disabled for all, with smtp auth organization enabled',
      given: { protocolKind: 'smtp-auth', flow: 'basic', smtpAuthOrganization: 'enabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'a mailbox on an on-premises server in the same organization',
      given: { service: 'exchange-server', protocolKind: 'smtp-auth', flow: 'basic', smtpAuthOrganization: 'disabled' },
      expect: 'does-not-apply',
    },
  ],
})
