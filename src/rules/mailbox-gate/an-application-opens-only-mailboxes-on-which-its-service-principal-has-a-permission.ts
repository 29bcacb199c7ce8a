import { defineRule } from '../rule.ts'

export const anApplicationOpensOnlyMailboxesOnWhichItsServicePrincipalHasAPermission = defineRule({
  id: 'MBX-10',
  question: 'mailbox-gate',
  statement:
    'An application that signs in as itself uses POP, IMAP or SMTP AUTH only with mailboxes on which its service principal, registered in Exchange Online, has a permission.',
  citation: { source: 'exo-oauth-legacy-protocols', section: 'Register service principals in Exchange' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the application has no permission on the mailbox',
  because: ['applicationAccess'],
  answer: ({ applicationAccess }) => (applicationAccess === 'not-granted' ? 'closed' : undefined),
  examples: [
    {
      name: 'consent in Microsoft Entra ID alone',
      given: { applicationAccess: 'not-granted' },
      expect: 'closed',
    },
    {
      name: 'a registered service principal with Full Access',
      given: { applicationAccess: 'granted' },
      expect: 'does-not-apply',
    },
    { name: 'a user', given: { applicationAccess: 'not-needed' }, expect: 'does-not-apply' },
    {
      name: 'consent alone over SMTP AUTH, which MBX-2 would answer as well',
      given: { protocolKind: 'smtp-auth', applicationAccess: 'not-granted' },
      expect: 'closed',
    },
  ],
})
