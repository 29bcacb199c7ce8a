import { duration } from '../schema/parts.ts'
import { type Authored, flag, setting } from './setting.ts'

/** How on-premises changes reach Microsoft Entra ID. */
export const directorySyncSettings = {
  delay: setting<string>(duration, {
    title: 'sync delay',
    about:
      'The longest time an on-premises change takes to reach the cloud. Default: unknown within the documented bounds.',
    readBy: 'when an on-premises account event reaches the cloud',
    notTried: 'a pending change arrives regardless of the delay',
  }),
  entraKerberosServer: flag({
    title: 'Microsoft Entra Kerberos server',
    about:
      'Whether Active Directory has the object that lets Microsoft Entra ID issue tickets for security keys and cloud Kerberos trust.',
    states: 'entraKerberos',
    tries: 'every value',
  }),
  entraKerberosForPrivileged: flag({
    title: 'Microsoft Entra Kerberos for privileged accounts',
    about:
      'Whether the password replication policy of that object lets privileged accounts of Active Directory have its tickets, which the vendor advises against. Default: no.',
    states: 'ticketReplication',
    tries: 'every value',
  }),
}

/** The directory sync as authored. */
export type DirectorySyncFile = Authored<typeof directorySyncSettings>
