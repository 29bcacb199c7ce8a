import { flag } from './setting.ts'

/** A computer of the domain to which users connect over RDP. */
export const remoteComputerSettings = {
  remoteCredentialGuard: flag({
    title: 'Remote Credential Guard',
    about:
      'Whether clients connect with Remote Credential Guard, so that the ticket of their device answers instead of a password that is typed. Default: no.',
    readBy: 'the ways in which it lets users in',
    tries: 'every value',
    label: 'Remote Credential Guard',
  }),
}
