import { flag, plain } from './setting.ts'

/** What Active Directory says of the account of a synchronized user. */
export const directoryAccountSettings = {
  privilegedInActiveDirectory: plain(
    flag({
      title: 'privileged in Active Directory',
      about:
        'Whether the account is a member, directly or through groups, of a privileged built-in group of Active Directory, such as Domain Admins. Default: no.',
      states: 'ticketReplication',
      tries: 'every value',
      label: 'Privileged in Active Directory',
    }),
  ),
}
