import { choice, flag, plain } from './setting.ts'

const exchangeHomes = ['exchange-online', 'exchange-server', 'none'] as const
const homeTried = 'only the homes declared in the file are tried'

/** Where the mailboxes and the registrar of a user are. */
export const homeSettings = {
  mailbox: plain(
    choice(exchangeHomes, {
      title: 'mailbox home',
      about: 'Where the mailbox is, or `none`.',
      readBy: 'the plan of legs',
      notTried: homeTried,
    }),
  ),
  archive: plain(
    choice(exchangeHomes, {
      title: 'archive home',
      about: 'Where the archive mailbox is, or `none`.',
      readBy: 'the plan of legs',
      notTried: homeTried,
    }),
  ),
  sharedMailbox: plain(
    choice(exchangeHomes, {
      title: 'shared mailbox home',
      about: 'Where the shared mailbox, or mailbox of another user, that this user opens is, or `none`.',
      readBy: 'the plan of legs',
      notTried: homeTried,
    }),
  ),
  mailboxAccess: plain(
    choice(['granted', 'not-granted'], {
      title: 'mailbox access of an application',
      about:
        'For a service principal: whether it is registered in Exchange Online (`New-ServicePrincipal`) and has a permission on the mailbox (`Add-MailboxPermission`); for High Volume Email, whether it is among the allowed applications of the account (`Add-HVEAppAccess`).',
      states: 'applicationAccess',
      notTried: 'a permission is granted by an administrator',
    }),
  ),
  hveAccount: plain(
    flag({
      title: 'High Volume Email account',
      about: 'Whether the account was created with `New-MailUser -HVEAccount`. Default: no, if it has a mailbox.',
      states: 'hveAccount',
      notTried: 'an account is created for it',
    }),
  ),
  registrar: plain(
    choice(['skype-for-business-online', 'skype-for-business-server', 'none'], {
      title: 'registrar home',
      about: 'Where the user is homed for Skype for Business, or `none`.',
      states: 'skypeHome',
      notTried: homeTried,
    }),
  ),
}

/** What is known of the tenant that a guest comes from. */
export const guestHomeSettings = {
  homeCloud: plain(
    choice(['worldwide', 'us-government', '21Vianet'], {
      title: 'home cloud',
      about: 'The cloud of the home tenant of a guest. Default: the cloud of this tenant.',
      states: 'crossTenant',
      notTried: 'a different cloud would be a different user',
    }),
  ),
  blockedForRiskAtHome: plain(
    flag({
      title: 'risk at home',
      about: 'Whether the home tenant of a guest blocks the account because of its risk. Default: no.',
      states: 'crossTenant',
      notTried: 'the home tenant alone can clear the risk',
    }),
  ),
}
