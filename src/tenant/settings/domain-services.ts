import { choice, flag, plain } from './setting.ts'

const switches = ['Enabled', 'Disabled'] as const

/** A managed domain of Microsoft Entra Domain Services, with the words of its Azure resource. */
export const domainServicesSettings = {
  syncOnPremPasswords: choice(switches, {
    title: 'password hashes of synchronized users',
    about:
      'Whether the managed domain gets the password hashes of synchronized users, which Microsoft Entra Connect has to synchronize for it.',
    states: 'shareAccess',
    tries: 'every value',
    label: 'Password hashes of synchronized users',
  }),
  externalAccess: choice(switches, {
    title: 'secure LDAP over the internet',
    about: 'Whether secure LDAP is open to the internet.',
    readBy: 'whose tickets the service takes',
    tries: 'every value',
    label: 'Secure LDAP over the internet',
  }),
}

/** What a managed domain needs of users that only Microsoft Entra ID knows. */
export const managedDomainSettings = {
  passwordChangedForDomainServices: plain(
    flag({
      title: 'password for Domain Services',
      about:
        'For a user who is not synchronized: whether the password was changed after Microsoft Entra Domain Services was turned on.',
      states: 'shareAccess',
      tries: 'every value',
      label: 'Password changed for Domain Services',
    }),
  ),
}
